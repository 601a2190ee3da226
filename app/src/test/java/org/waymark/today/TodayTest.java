package org.waymark.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestMember;
import org.waymark.people.Role;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;

/** What a member is told when they arrive, through the real server. */
class TodayTest {

  @Test
  void what_is_owed_comes_with_the_last_value_and_the_last_note_process_goals_first() {
    Story story = Story.now();
    Api api = story.api();
    String outcome = story.goal(api, "Happier customers", "");
    story.counted(outcome, "Thanks received");
    String process = story.goal(api, "Train the crews", ",'kind':'process'");
    String crews = story.counted(process, "Crews trained");
    LocalDate past = LocalDate.now(ZoneOffset.UTC).minusDays(9);
    story.told(api, crews, "'value':28,'note':'Two crews to go','on':'%s'".formatted(past));
    story.told(api, crews, "'value':31,'on':'%s'".formatted(past.plusDays(1)));
    JsonNode owed = story.today(api).get("owed");
    assertThat(owed).hasSize(2);
    assertThat(owed.get(0).get("name").asString()).isEqualTo("Crews trained");
    assertThat(owed.get(0).at("/last/value").asInt()).isEqualTo(31);
    assertThat(owed.get(0).at("/note/text").asString()).isEqualTo("Two crews to go");
    assertThat(owed.get(1).get("name").asString()).isEqualTo("Thanks received");

    String told = story.told(api, crews, "'value':32");
    assertThat(story.today(api).get("owed")).hasSize(1);
    assertThat(story.today(api).get("told").asInt()).isEqualTo(1);
    assertThat(api.delete("/check-ins/" + told).status()).isEqualTo(204);
    assertThat(story.today(api).get("owed")).hasSize(2);
    assertThat(api.get("/audit").body()).contains("check-in.taken-back");
  }

  @Test
  void news_are_what_others_did_since_one_last_looked() {
    Story story = Story.now();
    TestMember lead = story.workspace().newMember(Role.LEAD);
    String goal = story.goal(story.api(), "Train the crews", "");
    String crews = story.counted(goal, "Crews trained");
    story.told(story.api(), crews, "'value':3");
    story.told(lead.api(), crews, "'value':28,'note':'Two crews to go'");
    String taken = story.told(lead.api(), crews, "'value':99");
    assertThat(lead.api().delete("/check-ins/" + taken).status()).isEqualTo(204);
    JsonNode news = story.today(story.api()).get("happenings");
    assertThat(news).hasSize(1);
    assertThat(news.get(0).get("what").asString()).isEqualTo("check-in");
    assertThat(news.get(0).get("value").asInt()).isEqualTo(28);
    assertThat(news.get(0).get("by").asString()).isEqualTo(lead.caller().email());

    story.looked(story.workspace().owner(), Instant.now());
    assertThat(story.today(story.api()).get("happenings")).isEmpty();
    story.made(
        lead.api(),
        "/goals/" + goal + "/closure",
        "{'outcome':'missed','learning':'Begin earlier'}");
    news = story.today(story.api()).get("happenings");
    assertThat(news).hasSize(1);
    assertThat(news.get(0).get("what").asString()).isEqualTo("closure");
    assertThat(news.get(0).get("outcome").asString()).isEqualTo("missed");
  }

  @Test
  void looking_moves_the_mark_only_after_a_while_and_programs_do_not_look() {
    Story story = Story.now();
    Instant longAgo =
        Instant.now().minus(Duration.ofDays(3)).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    story.looked(story.workspace().owner(), longAgo);
    assertThat(since(story)).isEqualTo(longAgo);
    assertThat(since(story)).isEqualTo(longAgo);
    assertThat(look(story).since()).isEqualTo(longAgo);
    assertThat(look(story).since()).isEqualTo(longAgo);
    Instant before = Instant.now().minus(Duration.ofMinutes(31));
    story.looked(story.workspace().owner(), before);
    look(story);
    assertThat(since(story)).isBetween(before.minusMillis(1), before.plusMillis(1));
  }

  @Test
  void a_goal_of_another_unit_concerns_only_whoever_is_near_it() {
    Story story = Story.now();
    TestMember lead = story.workspace().newMember(Role.LEAD);
    story.made(story.api(), "/units", "{'code':'roads','name':'Roads','kind':'team'}");
    story.made(story.api(), "/units", "{'code':'parks','name':'Parks','kind':'team'}");
    JsonNode member =
        story.made(
            story.api(),
            "/members",
            "{'email':'%s','role':'member','units':['roads']}"
                .formatted("roads-" + story.workspace().id() + "@harbour.example"));
    String crews =
        story.counted(story.goal(lead.api(), "Green parks", ",'unit':'parks'"), "Trees planted");
    String holes =
        story.counted(story.goal(lead.api(), "Smooth roads", ",'unit':'roads'"), "Holes filled");
    story.told(lead.api(), crews, "'value':2");
    story.told(lead.api(), holes, "'value':7");
    List<String> heard = new ArrayList<>();
    org.waymark.access.Caller them =
        new org.waymark.access.Caller(
            story.workspace().id(),
            java.util.UUID.fromString(Story.id(member)),
            member.get("email").asString(),
            Role.MEMBER,
            org.waymark.access.Via.SERVER);
    TestServer.bean(Tenancy.class)
        .run(
            story.workspace().id(),
            () ->
                TestServer.bean(Today.class)
                    .view(them)
                    .happenings()
                    .forEach(one -> heard.add(one.statement() + " " + one.what().code())));
    assertThat(heard).containsExactly("Smooth roads check-in", "Smooth roads start");
    assertThat(story.today(story.api()).get("happenings")).hasSize(4);
  }

  @Test
  void a_measured_value_that_crosses_its_target_is_news() throws InterruptedException {
    Story story = Story.now();
    String goal = story.goal(story.api(), "Happier customers", "");
    answers(story, 0, 1);
    story.keyResult(goal, "Satisfied", "'metric':'csat','type':'threshold','target':50");
    until(story, "false");
    story.looked(story.workspace().owner(), Instant.now());
    assertThat(story.today(story.api()).get("happenings")).isEmpty();
    answers(story, 100, 5);
    until(story, "true");
    JsonNode news = story.today(story.api()).get("happenings");
    assertThat(news).hasSize(1);
    assertThat(news.get(0).get("what").asString()).isEqualTo("target-reached");
    assertThat(news.get(0).get("name").asString()).isEqualTo("Satisfied");
  }

  @Test
  void refused_lines_are_news_for_whoever_may_import() {
    Story story = Story.now();
    TestMember member = story.workspace().newMember(Role.MEMBER);
    story
        .api()
        .post(
            "/interactions",
            "[{\"source\":\"desk\",\"id\":\"1\",\"kind\":\"case\",\"startedAt\":\"never\"}]");
    assertThat(story.today(story.api()).at("/refused/0/refused").asInt()).isEqualTo(1);
    assertThat(story.today(member.api()).get("refused")).isEmpty();
    story.looked(story.workspace().owner(), Instant.now());
    assertThat(story.today(story.api()).get("refused")).isEmpty();
  }

  /** Twenty or more answers of one score, in the last complete weeks. */
  private static void answers(Story story, int first, int score) {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(10);
    StringBuilder lines = new StringBuilder();
    for (int i = first; i < first + 40 + first; i++) {
      lines.append(
          """
          {"source":"survey","id":"%d","kind":"survey","startedAt":"%sT10:00:00Z","score":%d,"scale":"csat-1-5"}
          """
              .formatted(i, day, score));
    }
    Api.Answer answer =
        story
            .api()
            .send(
                story
                    .api()
                    .request("/interactions")
                    .header("Content-Type", "application/x-ndjson")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(lines.toString())));
    assertThat(answer.json().path("refused").asInt(-1)).as(answer.body()).isZero();
  }

  /** Until the newest measurement says whether the target is met. */
  private static void until(Story story, String met) throws InterruptedException {
    Instant patience = Instant.now().plusSeconds(60);
    String seen = "";
    while (Instant.now().isBefore(patience)) {
      seen = story.today(story.api()).at("/goals/0/keyResults/0/progress/met").asString("nothing");
      if (seen.equals(met)) {
        return;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("the target is met: " + seen);
  }

  private static Instant since(Story story) {
    return Instant.parse(story.today(story.api()).get("since").asString());
  }

  private static TodayView look(Story story) {
    return TestServer.bean(Tenancy.class)
        .in(
            story.workspace().id(),
            () -> TestServer.bean(Today.class).look(story.workspace().owner()));
  }
}
