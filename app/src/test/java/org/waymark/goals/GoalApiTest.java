package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.goals.GoalStory.id;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestMember;
import org.waymark.Visitor;
import org.waymark.people.Members;
import org.waymark.people.Role;
import tools.jackson.databind.JsonNode;

/** Goals, their steps and what happens to them, through the API. */
class GoalApiTest {
  private static GoalStory story;

  @BeforeAll
  static void begin() {
    story = GoalStory.in2015();
  }

  @Test
  void a_goal_comes_back_whole_with_what_was_left_out_filled_in() {
    Api.Answer answer =
        story
            .api()
            .post(
                "/goals",
                """
                {"statement": "Close more requests on time", "why": "People wait", "strategy": "Fewer hands",
                 "kind": "process", "area": "customer-service", "cycle": "2015", "unit": "city-services",
                 "ambition": "stretch", "reviewOn": "2015-04-01"}
                """);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    JsonNode goal = answer.json();
    assertThat(answer.header("Location")).isEqualTo("/api/v1/goals/" + id(goal));
    assertThat(goal.get("version").asInt()).isEqualTo(1);
    assertThat(goal.get("state").asString()).isEqualTo("draft");
    assertThat(goal.get("kind").asString()).isEqualTo("process");
    assertThat(goal.get("unit").asString()).isEqualTo("city-services");
    assertThat(goal.get("owner").asString()).isEqualTo(story.workspace().owner().email());
    assertThat(goal.get("progress").toString())
        .isEqualTo("{\"mean\":null,\"weakest\":null,\"measured\":0,\"of\":0}");
    assertThat(story.get("/goals/" + id(goal))).isEqualTo(goal);
  }

  @Test
  void everything_wrong_with_a_goal_is_named_at_once() {
    Api.Answer answer =
        story
            .api()
            .post(
                "/goals",
                """
                {"statement": " ", "cycle": "2099", "area": "moon", "unit": "nowhere", "person": "nobody@example.org",
                 "owner": "nobody@example.org", "kind": "dream", "drives": "01890000-0000-7000-8000-000000000000"}
                """);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder(
            "statement", "cycle", "area", "unit", "person", "owner", "kind", "person", "drives");
    assertThat(story.api().post("/goals", "{\"statment\": \"x\"}").status()).isEqualTo(400);
  }

  @Test
  void the_second_of_two_editors_sees_what_the_first_wrote() {
    String goal = "/goals/" + id(story.goal("Answer within a day"));
    assertThat(story.api().patch(goal, "{\"version\": 1, \"why\": \"Ada's reason\"}").status())
        .isEqualTo(200);
    Api.Answer second = story.api().patch(goal, "{\"version\": 1, \"why\": \"Bo's reason\"}");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().get("current").get("why").asString()).isEqualTo("Ada's reason");
    assertThat(second.json().get("current").get("version").asInt()).isEqualTo(2);
    Api.Answer tagged =
        story
            .api()
            .send(
                story
                    .api()
                    .request(goal)
                    .header("If-Match", "\"2\"")
                    .header("Content-Type", "application/json")
                    .method(
                        "PATCH",
                        java.net.http.HttpRequest.BodyPublishers.ofString("{\"why\": null}")));
    assertThat(tagged.status()).as(tagged.body()).isEqualTo(200);
    assertThat(tagged.json().get("why").isNull()).isTrue();
    assertThat(tagged.json().get("statement").asString()).isEqualTo("Answer within a day");
    assertThat(story.api().patch(goal, "{\"why\": \"no version\"}").status()).isEqualTo(409);
  }

  @Test
  void a_goal_cannot_serve_itself_by_any_way_round() {
    String top = id(story.goal("Top"));
    String middle =
        id(
            story.made(
                "/goals",
                "{\"statement\": \"Middle\", \"cycle\": \"2015\", \"contributesTo\": \"%s\"}"
                    .formatted(top)));
    String low =
        id(
            story.made(
                "/goals",
                "{\"statement\": \"Low\", \"cycle\": \"2015\", \"kind\": \"process\", \"drives\": \"%s\"}"
                    .formatted(middle)));
    Api.Answer round =
        story
            .api()
            .patch("/goals/" + top, "{\"version\": 1, \"contributesTo\": \"%s\"}".formatted(low));
    assertThat(round.status()).isEqualTo(422);
    assertThat(round.json().get("errors").get(0).get("field").asString())
        .isEqualTo("contributesTo");
    assertThat(
            story
                .api()
                .patch("/goals/" + top, "{\"version\": 1, \"drives\": \"%s\"}".formatted(top))
                .status())
        .isEqualTo(422);
    assertThat(story.get("/goals/" + top).get("contributing").get(0).get("id").asString())
        .isEqualTo(middle);
    assertThat(story.get("/goals/" + middle).get("drivenBy").get(0).get("id").asString())
        .isEqualTo(low);
  }

  @Test
  void a_draft_is_seen_by_its_author_and_those_invited_only() {
    TestMember other = story.workspace().newMember(Role.LEAD);
    String goal = id(story.goal("A secret draft"));
    assertThat(other.api().get("/goals/" + goal).status()).isEqualTo(404);
    assertThat(other.api().get("/goals?q=secret draft".replace(" ", "%20")).json().get("items"))
        .isEmpty();
    assertThat(other.api().get("/goals/" + goal + "/history").status()).isEqualTo(404);
    assertThat(other.api().post("/goals/" + goal + "/start", "{}").status()).isEqualTo(404);
    story.made(
        "/goals/" + goal + "/invitations",
        "{\"invite\": [\"%s\"]}".formatted(other.caller().email()));
    assertThat(other.api().get("/goals/" + goal).status()).isEqualTo(200);
    assertThat(other.api().get("/goals?q=secret%20draft").json().get("items")).hasSize(1);
    assertThat(
            story
                .api()
                .delete("/goals/" + goal + "/invitations/" + other.caller().email())
                .status())
        .isEqualTo(204);
    assertThat(other.api().get("/goals/" + goal).status()).isEqualTo(404);
    assertThat(other.api().get("/goals?q=secret%20draft").json().get("items")).isEmpty();
  }

  @Test
  void those_who_were_asked_agree_before_the_goal_starts() {
    TestMember asked = story.workspace().newMember(Role.MEMBER);
    TestMember stranger = story.workspace().newMember(Role.MEMBER);
    String goal = "/goals/" + id(story.goal("Together"));
    JsonNode proposed =
        story.made(goal + "/proposal", "{\"invite\": [\"%s\"]}".formatted(asked.caller().email()));
    assertThat(proposed.get("state").asString()).isEqualTo("proposed");
    assertThat(story.api().post(goal + "/start", "").status()).isEqualTo(409);
    assertThat(story.api().post(goal + "/commitment", "").status()).isEqualTo(422);
    assertThat(stranger.api().post(goal + "/agreements", "{\"answer\": \"agree\"}").status())
        .isEqualTo(403);
    assertThat(asked.api().post(goal + "/agreements", "{\"answer\": \"cannot-support\"}").status())
        .isEqualTo(422);
    Api.Answer against =
        asked
            .api()
            .post(
                goal + "/agreements",
                "{\"answer\": \"cannot-support\", \"reason\": \"Too much at once\"}");
    assertThat(against.json().get("state").asString()).isEqualTo("proposed");
    Api.Answer agrees = asked.api().post(goal + "/agreements", "{\"answer\": \"agree\"}");
    assertThat(agrees.status()).as(agrees.body()).isEqualTo(201);
    assertThat(agrees.json().get("state").asString()).isEqualTo("agreed");
    assertThat(agrees.json().get("agreement").get("reached").asBoolean()).isTrue();
    assertThat(story.made(goal + "/start", "").get("state").asString()).isEqualTo("running");
  }

  @Test
  void an_owner_may_commit_against_doubts_with_a_reason_that_everyone_reads() {
    TestMember asked = story.workspace().newMember(Role.MEMBER);
    String goal = "/goals/" + id(story.goal("Nevertheless"));
    story.made(goal + "/proposal", "{\"invite\": [\"%s\"]}".formatted(asked.caller().email()));
    JsonNode committed = story.made(goal + "/commitment", "{\"reason\": \"The law asks for it\"}");
    assertThat(committed.get("state").asString()).isEqualTo("agreed");
    assertThat(committed.get("commitment").get("reason").asString())
        .isEqualTo("The law asks for it");
  }

  @Test
  void each_decision_can_be_taken_back_the_latest_first() {
    String goal = "/goals/" + id(story.goal("Back and forth"));
    story.made(goal + "/proposal", "");
    story.made(goal + "/start", "");
    assertThat(story.api().post(goal + "/start", "").status()).isEqualTo(409);
    assertThat(story.api().post(goal + "/closure", "{\"outcome\": \"missed\"}").status())
        .isEqualTo(422);
    JsonNode closed =
        story.made(goal + "/closure", "{\"outcome\": \"missed\", \"learning\": \"Start earlier\"}");
    assertThat(closed.get("state").asString()).isEqualTo("closed");
    assertThat(closed.get("closure").get("learning").asString()).isEqualTo("Start earlier");
    assertThat(story.api().patch(goal, "{\"version\": 1, \"why\": \"late\"}").status())
        .isEqualTo(409);
    assertThat(story.api().delete(goal + "/start").status()).isEqualTo(409);
    assertThat(story.api().delete(goal + "/closure").status()).isEqualTo(204);
    assertThat(story.get(goal).get("state").asString()).isEqualTo("running");
    assertThat(story.api().delete(goal + "/closure").status()).isEqualTo(409);
    assertThat(story.api().delete(goal + "/start").status()).isEqualTo(204);
    assertThat(story.api().delete(goal + "/proposal").status()).isEqualTo(204);
    assertThat(story.get(goal).get("state").asString()).isEqualTo("draft");
    assertThat(story.made(goal + "/withdrawal", "").get("state").asString()).isEqualTo("withdrawn");
    assertThat(story.api().delete(goal + "/withdrawal").status()).isEqualTo(204);
    assertThat(story.get(goal).get("state").asString()).isEqualTo("draft");
  }

  @Test
  void a_member_decides_their_own_goals_and_only_proposes_to_others() {
    TestMember member = story.workspace().newMember(Role.MEMBER);
    Api.Answer own =
        member.api().post("/goals", "{\"statement\": \"My own\", \"cycle\": \"2015\"}");
    assertThat(own.status()).as(own.body()).isEqualTo(201);
    assertThat(member.api().post("/goals/" + id(own.json()) + "/start", "").status())
        .isEqualTo(201);
    String theirs = "/goals/" + id(story.goal("The lead's"));
    story.made(theirs + "/start", "");
    assertThat(member.api().get(theirs).status()).isEqualTo(200);
    assertThat(member.api().patch(theirs, "{\"version\": 1, \"why\": \"mine\"}").status())
        .isEqualTo(403);
    assertThat(member.api().post(theirs + "/closure", "{\"outcome\": \"met\"}").status())
        .isEqualTo(403);
    TestMember viewer = story.workspace().newMember(Role.VIEWER);
    assertThat(viewer.api().post("/goals", "{\"statement\": \"No\", \"cycle\": \"2015\"}").status())
        .isEqualTo(403);
  }

  @Test
  void a_draft_that_is_given_up_stays_with_those_it_concerns() {
    TestMember other = story.workspace().newMember(Role.VIEWER);
    String goal = id(story.goal("Discarded quietly"));
    story.made("/goals/" + goal + "/withdrawal", "{\"reason\": \"Too early\"}");
    assertThat(story.get("/goals/" + goal).get("state").asString()).isEqualTo("withdrawn");
    assertThat(other.api().get("/goals/" + goal).status()).isEqualTo(404);
    assertThat(other.api().get("/goals/" + goal + "/history").status()).isEqualTo(404);
    assertThat(other.api().get("/goals/" + goal + "/comments").status()).isEqualTo(404);
    assertThat(other.api().get("/goals?q=Discarded").json().get("items")).isEmpty();
    assertThat(other.api().get("/search?q=Discarded").body()).doesNotContain(goal);
    assertThat(story.get("/goals?q=Discarded").get("items")).hasSize(1);

    String shown = id(story.goal("Given up in public"));
    story.made("/goals/" + shown + "/proposal", "");
    story.made("/goals/" + shown + "/withdrawal", "");
    assertThat(other.api().get("/goals/" + shown).status()).isEqualTo(200);
    assertThat(other.api().get("/goals?q=in%20public").json().get("items")).hasSize(1);
  }

  @Test
  void a_typo_is_mended_although_the_owner_has_left_and_the_goal_above_is_over() {
    TestMember leaver = story.workspace().newMember(Role.MEMBER);
    String above = id(story.goal("The goal above, abandoned later"));
    String goal =
        id(
            story.made(
                "/goals",
                """
                {"statement": "Answer withn a day", "cycle": "2015", "owner": "%s", "contributesTo": "%s"}
                """
                    .formatted(leaver.caller().email(), above)));
    story.made("/goals/" + above + "/withdrawal", "");
    story.inside(
        () ->
            TestServer.bean(Members.class)
                .leave(story.workspace().owner(), leaver.caller().member()));
    Api.Answer mended =
        story
            .api()
            .patch("/goals/" + goal, "{\"version\": 1, \"statement\": \"Answer within a day\"}");
    assertThat(mended.status()).as(mended.body()).isEqualTo(200);
    assertThat(mended.json().get("owner").asString()).isEqualTo(leaver.caller().email());
    assertThat(mended.json().get("contributesTo").asString()).isEqualTo(above);
    String form = Visitor.of(story.workspace()).get("/goals/" + goal + "/edit").body();
    assertThat(form)
        .contains("value=\"" + leaver.caller().email() + "\" selected")
        .contains("value=\"" + above + "\" selected");
    Api.Answer another =
        story
            .api()
            .post(
                "/goals",
                "{\"statement\": \"x\", \"cycle\": \"2015\", \"owner\": \"%s\"}"
                    .formatted(leaver.caller().email()));
    assertThat(another.status()).isEqualTo(422);
  }

  @Test
  void another_workspace_knows_nothing_of_a_goal() {
    String goal = id(story.goal("Ours"));
    story.made("/goals/" + goal + "/start", "");
    GoalStory elsewhere = GoalStory.in2015();
    assertThat(elsewhere.api().get("/goals/" + goal).status()).isEqualTo(404);
    assertThat(
            elsewhere.api().post("/goals/" + goal + "/closure", "{\"outcome\":\"met\"}").status())
        .isEqualTo(404);
    assertThat(elsewhere.get("/goals").get("items")).isEmpty();
  }

  @Test
  void a_list_is_narrowed_and_goes_on_where_it_stopped() {
    GoalStory fresh = GoalStory.in2015();
    fresh.unit("roads", "team", "city-services");
    for (int i = 1; i <= 3; i++) {
      fresh.made(
          "/goals",
          "{\"statement\": \"Goal %d\", \"cycle\": \"2015\", \"unit\": \"roads\"}".formatted(i));
    }
    fresh.goal("For nobody in particular");
    assertThat(fresh.get("/goals?unit=city-services").get("items")).hasSize(3);
    assertThat(fresh.get("/goals?cycle=2015&state=draft").get("items")).hasSize(4);
    assertThat(fresh.get("/goals?q=particular").get("items")).hasSize(1);
    assertThat(fresh.get("/goals?owner=" + fresh.workspace().owner().email()).get("items"))
        .hasSize(4);
    JsonNode first = fresh.get("/goals?limit=3");
    assertThat(first.get("items")).hasSize(3);
    JsonNode second = fresh.get("/goals?limit=3&cursor=" + first.get("next").asString());
    assertThat(second.get("items")).hasSize(1);
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(fresh.api().get("/goals?state=sleepy").status()).isEqualTo(422);
  }

  @Test
  void a_step_has_one_person_and_is_done_once() {
    String goal = id(story.goal("With a plan"));
    JsonNode step =
        story.made(
            "/goals/" + goal + "/steps",
            """
            {"title": "Ask the crews", "responsible": "%s", "due": "2015-02-01"}
            """
                .formatted(story.workspace().owner().email()));
    assertThat(step.get("milestone").asBoolean()).isFalse();
    String path = "/steps/" + id(step);
    assertThat(story.api().patch(path, "{\"version\": 1, \"due\": \"2015-03-01\"}").status())
        .isEqualTo(200);
    assertThat(story.api().patch(path, "{\"version\": 1, \"due\": \"2015-04-01\"}").status())
        .isEqualTo(409);
    assertThat(story.made(path + "/completion", "").get("done").get("by").asString())
        .isEqualTo(story.workspace().owner().email());
    assertThat(story.api().post(path + "/completion", "").status()).isEqualTo(409);
    assertThat(story.api().delete(path + "/completion").status()).isEqualTo(204);
    assertThat(story.api().delete(path).status()).isEqualTo(204);
    assertThat(story.get("/goals/" + goal).get("steps")).isEmpty();
    story.refused(
        "/goals/" + goal + "/steps",
        "{\"title\": \"x\", \"responsible\": \"no@body\"}",
        "responsible");
  }

  @Test
  void the_history_tells_who_changed_what() {
    String goal = id(story.goal("Remembered"));
    story.api().patch("/goals/" + goal, "{\"version\": 1, \"why\": \"Because\"}");
    story.keyResult(goal, "{\"name\": \"Launched\", \"type\": \"binary\"}");
    story.made("/goals/" + goal + "/start", "");
    JsonNode events = story.get("/goals/" + goal + "/history").get("items");
    assertThat(events.findValuesAsString("what"))
        .containsExactly("goal", "goal", "keyResult", "start");
    JsonNode second = events.get(1);
    assertThat(second.get("by").asString()).isEqualTo(story.workspace().owner().email());
    assertThat(second.get("changes")).hasSize(1);
    assertThat(second.get("changes").get(0).get("field").asString()).isEqualTo("why");
    assertThat(second.get("changes").get(0).get("before").isNull()).isTrue();
    assertThat(second.get("changes").get(0).get("after").asString()).isEqualTo("Because");
  }
}
