package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.goals.GoalStory.id;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestMember;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.Visitor;
import org.waymark.people.Role;
import org.waymark.platform.StoryClock;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Cycles;
import tools.jackson.databind.JsonNode;

/** When goals are looked at together: by default, by choice, again and again, and that it was. */
class ReviewTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private static GoalStory story;

  @BeforeAll
  static void begin() {
    story = GoalStory.in2015();
  }

  @Test
  void ninety_calendar_days_after_the_start_unless_somebody_chooses() {
    String goal = told(TODAY.minusDays(20), () -> draft("Ninety days"));
    assertThat(next(goal)).isEqualTo(TODAY.minusDays(20).plusDays(90).toString());
    assertThat(story.get(goal).get("reviewOn").asString()).isEqualTo(next(goal));
    story.made(goal + "/start", "");
    assertThat(next(goal)).as("counted from the start").isEqualTo(TODAY.plusDays(90).toString());
    int version = story.get(goal).get("version").asInt();
    Api.Answer words =
        story.api().patch(goal, "{\"version\": %d, \"why\": \"Other words\"}".formatted(version));
    assertThat(words.status()).isEqualTo(200);
    assertThat(story.get(goal + "/review").get("chosen").asBoolean()).isFalse();

    plan(goal, "{\"on\": \"%s\", \"every\": \"P2W\"}".formatted(TODAY.plusDays(7)));
    assertThat(next(goal)).isEqualTo(TODAY.plusDays(7).toString());
    assertThat(story.get(goal).get("reviewEvery").asString()).isEqualTo("P2W");
    assertThat(story.get(goal + "/review").get("chosen").asBoolean()).isTrue();
    assertThat(story.get(goal + "/history").toString()).contains("reviewEvery");
    plan(goal, "{}");
    assertThat(next(goal)).isEqualTo(TODAY.plusDays(90).toString());
    Api.Answer wrong = put(goal, "{\"every\": \"P1Y\", \"version\": %d}".formatted(version(goal)));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(put(goal, "{\"every\": \"P2W\", \"version\": 1}").status()).isEqualTo(409);
    assertThat(put(goal, "{\"every\": \"P2W\"}").status()).isEqualTo(409);
  }

  @Test
  void ninety_days_are_days_of_the_workspace_also_where_a_day_has_no_midnight() {
    for (String zone : List.of("America/Santiago", "Pacific/Kiritimati", "Pacific/Pago_Pago")) {
      TestWorkspace there = TestServer.newWorkspace(ZoneId.of(zone));
      Instant written = Instant.parse("2024-06-10T03:30:00Z");
      LocalDate day = written.atZone(ZoneId.of(zone)).toLocalDate();
      UUID goal =
          TestServer.bean(Tenancy.class)
              .in(
                  there.id(),
                  () ->
                      StoryClock.telling(
                          written,
                          () -> {
                            TestServer.bean(Cycles.class)
                                .add(
                                    there.owner(),
                                    new Cycles.NewCycle(
                                        "2024",
                                        "2024",
                                        LocalDate.of(2024, 1, 1),
                                        LocalDate.of(2024, 12, 31),
                                        null));
                            return TestServer.bean(Goals.class)
                                .create(
                                    there.owner(),
                                    new GoalWords(
                                        "There", null, null, null, null, "2024", null, null, null,
                                        null, null, null, null))
                                .id();
                          }));
      assertThat(there.api().get("/goals/" + goal + "/review").json().get("next").asString())
          .as(zone)
          .isEqualTo(day.plusDays(90).toString());
    }
  }

  @Test
  void on_its_day_it_waits_for_those_in_the_goal_until_it_was_held() {
    TestMember asked = story.workspace().newMember(Role.MEMBER);
    TestMember stranger = story.workspace().newMember(Role.MEMBER);
    String goal =
        told(
            TODAY.minusDays(90),
            () -> {
              String made = draft("Looked at today");
              story.made(
                  made + "/invitations",
                  "{\"invite\": [\"%s\"]}".formatted(asked.caller().email()));
              story.made(made + "/commitment", "{\"reason\": \"For once\"}");
              story.made(made + "/start", "");
              return made;
            });
    started(goal, TODAY.minusDays(90));
    for (Api api : List.of(story.api(), asked.api())) {
      assertThat(asksForReview(api)).contains(goal);
    }
    assertThat(asksForReview(stranger.api())).isEmpty();
    Api.Answer held = asked.api().post(goal + "/reviews", "{\"note\": \"Go on\"}");
    assertThat(held.status()).as(held.body()).isEqualTo(201);
    JsonNode review = story.get(goal + "/review");
    assertThat(review.get("next").isNull()).as("it does not come back").isTrue();
    assertThat(review.at("/held/0/on").asString()).isEqualTo(TODAY.toString());
    assertThat(review.at("/held/0/by").asString()).isEqualTo(asked.caller().email());
    assertThat(review.at("/held/0/note").asString()).isEqualTo("Go on");
    assertThat(asksForReview(story.api())).doesNotContain(goal);
    assertThat(story.api().post(goal + "/reviews", "").status())
        .as("the second of two who say so hears that it is done")
        .isEqualTo(409);
    String id = review.at("/held/0/id").asString();
    assertThat(stranger.api().delete("/reviews/" + id).status()).isEqualTo(403);
    assertThat(asked.api().delete("/reviews/" + id).status()).isEqualTo(204);
    assertThat(asksForReview(story.api())).contains(goal);
    assertThat(story.get(goal + "/history").get("items").findValuesAsString("what"))
        .contains("review", "review-taken-back");
  }

  @Test
  void one_that_comes_back_is_due_again_and_what_was_missed_is_made_up_for_at_once() {
    String goal = draft("Again and again");
    story.made(goal + "/start", "");
    LocalDate first = TODAY.minusDays(30);
    plan(goal, "{\"on\": \"%s\", \"every\": \"P2W\"}".formatted(first));
    assertThat(next(goal)).isEqualTo(first.toString());
    story.made(goal + "/reviews", "");
    assertThat(story.get(goal + "/review").at("/held/0/due").asString())
        .isEqualTo(first.plusDays(28).toString());
    assertThat(next(goal)).isEqualTo(first.plusDays(42).toString());
    story.made(goal + "/reviews", "{\"note\": \"Early\"}");
    assertThat(next(goal)).isEqualTo(first.plusDays(56).toString());
    assertThat(
            story.refused(goal + "/reviews", "{\"on\": \"%s\"}".formatted(TODAY.plusDays(1)), "on"))
        .contains("future");
  }

  @Test
  void of_two_who_note_the_same_review_the_second_keeps_their_words_and_the_next_review() {
    String goal = draft("Noted twice");
    story.made(goal + "/start", "");
    LocalDate first = TODAY.minusDays(3);
    plan(goal, "{\"on\": \"%s\", \"every\": \"P90D\"}".formatted(first));
    Visitor ben = Visitor.of(story.workspace());
    assertThat(ben.get("/").body()).contains("name=\"due\" value=\"" + first + "\"");
    assertThat(ben.get(goal).body()).contains("name=\"due\" value=\"" + first + "\"");
    String mine = "{\"due\": \"%s\", \"note\": \"Ada's\"}".formatted(first);
    story.made(goal + "/reviews", mine);
    assertThat(story.api().post(goal + "/reviews", mine).status()).isEqualTo(409);

    HttpResponse<String> here =
        ben.post(goal + "/reviews", "due", first.toString(), "reviewNote", "My own words");
    assertThat(here.statusCode()).isEqualTo(409);
    assertThat(here.body()).contains("My own words", "written this review down already");
    HttpResponse<String> today =
        ben.post("/today" + goal + "/reviews", "due", first.toString(), "note", "My own words");
    assertThat(today.body()).contains("My own words", "written this review down already");
    assertThat(next(goal)).isEqualTo(first.plusDays(90).toString());
    assertThat(story.get(goal + "/review").get("held")).hasSize(1);
  }

  @Test
  void of_two_who_choose_a_day_the_second_keeps_theirs_and_reads_the_other() {
    String goal = draft("Planned twice");
    story.made(goal + "/start", "");
    LocalDate theirs = LocalDate.of(TODAY.getYear() + 1, 3, 14);
    LocalDate mine = theirs.plusDays(2);
    plan(goal, "{\"on\": \"%s\"}".formatted(theirs));
    HttpResponse<String> lost =
        Visitor.of(story.workspace())
            .post(
                goal + "/review",
                "version",
                "1",
                "on",
                mine.toString(),
                "everyCount",
                "3",
                "everyUnit",
                "M");
    assertThat(lost.statusCode()).isEqualTo(409);
    assertThat(lost.body())
        .contains("value=\"" + mine + "\"", "14 Mar " + theirs.getYear())
        .contains("name=\"version\" value=\"" + version(goal) + "\"");
  }

  @Test
  void a_closed_goal_is_looked_at_once_more_and_a_withdrawn_one_not_at_all() {
    String goal = draft("Closed and looked at");
    story.made(goal + "/start", "");
    plan(goal, "{\"on\": \"%s\", \"every\": \"P1W\"}".formatted(TODAY.minusDays(3)));
    story.made(goal + "/closure", "{\"outcome\": \"met\"}");
    assertThat(next(goal)).isEqualTo(TODAY.minusDays(3).toString());
    story.made(goal + "/reviews", "");
    assertThat(next(goal)).isEqualTo(TODAY.plusDays(4).toString());
    story.made(goal + "/reviews", "");
    assertThat(story.get(goal + "/review").get("next").isNull()).isTrue();

    String given = draft("Given up");
    story.made(given + "/start", "");
    story.made(given + "/withdrawal", "");
    assertThat(story.get(given + "/review").get("next").isNull()).isTrue();
    assertThat(story.api().post(given + "/reviews", "").status()).isEqualTo(409);
    assertThat(story.api().post(draft("Only a draft") + "/reviews", "").status()).isEqualTo(409);
  }

  private static String draft(String statement) {
    return "/goals/"
        + TestServer.bean(Tenancy.class)
            .in(
                story.workspace().id(),
                () ->
                    TestServer.bean(Goals.class)
                        .create(
                            story.workspace().owner(),
                            new GoalWords(
                                statement, null, null, null, null, "2015", null, null, null, null,
                                null, null, null))
                        .id());
  }

  /** Done as if it were another day. */
  private static String told(LocalDate day, Supplier<String> work) {
    return StoryClock.telling(day.atTime(12, 0).toInstant(ZoneOffset.UTC), work);
  }

  /** As if the goal had been started that day: requests are served by threads of the server. */
  private static void started(String goal, LocalDate day) {
    story.inside(
        () ->
            TestServer.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("update goal_act set at = :at where verb = 'start' and goal_id = :goal::uuid")
                .param("at", day.atTime(12, 0).atOffset(ZoneOffset.UTC))
                .param("goal", goal.substring("/goals/".length()))
                .update());
  }

  private static void plan(String goal, String words) {
    String versioned =
        words.equals("{}")
            ? "{\"version\": %d}".formatted(version(goal))
            : words.replace("}", ", \"version\": %d}".formatted(version(goal)));
    Api.Answer answer = put(goal, versioned);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static Api.Answer put(String goal, String words) {
    return story
        .api()
        .send(
            story
                .api()
                .request(goal + "/review")
                .header("Content-Type", "application/json")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(words)));
  }

  private static int version(String goal) {
    return story.get(goal).get("version").asInt();
  }

  private static String next(String goal) {
    return story.get(goal + "/review").get("next").asString();
  }

  private static List<String> asksForReview(Api api) {
    List<String> goals = new ArrayList<>();
    for (JsonNode ask : api.get("/today").json().get("asked")) {
      if (ask.get("what").asString().equals("review")) {
        goals.add("/goals/" + ask.get("goal").asString());
      }
    }
    return goals;
  }
}
