package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.waymark.goals.GoalStory.id;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer.TestMember;
import org.waymark.people.Role;
import tools.jackson.databind.JsonNode;

/** Key results that people tell, and the rules for writing any of them down. */
class KeyResultApiTest {
  private static GoalStory story;

  @BeforeAll
  static void begin() {
    story = GoalStory.in2015();
  }

  @Test
  void a_told_key_result_scores_from_baseline_to_target() {
    JsonNode kr =
        keyResult(
            "{\"name\": \"Crews trained\", \"type\": \"increase\", \"baseline\": 60, \"target\": 75}");
    assertThat(kr.get("progress").get("state").asString()).isEqualTo("noData");
    assertThat(kr.get("due").asString()).isEqualTo("2015-12-31");
    assertThat(kr.get("weight").asInt()).isEqualTo(1);
    checkIn(kr, "{\"value\": 70.5, \"confidence\": 7, \"note\": \"Going well\"}");
    JsonNode progress = now(kr).get("progress");
    assertThat(progress.get("state").asString()).isEqualTo("measured");
    assertThat(progress.get("raw").asDouble()).isCloseTo(0.7, within(1e-12));
    assertThat(progress.get("score").asDouble()).isCloseTo(0.7, within(1e-12));
    assertThat(progress.get("reading").get("value").asDouble()).isEqualTo(70.5);
    checkIn(kr, "{\"value\": 57}");
    assertThat(now(kr).get("progress").get("raw").asDouble()).isCloseTo(-0.2, within(1e-12));
    assertThat(now(kr).get("progress").get("score").asDouble()).isZero();
  }

  @Test
  void a_told_share_has_a_band() {
    JsonNode kr =
        keyResult(
            "{\"name\": \"Calls kept\", \"type\": \"increase\", \"baseline\": 73.33, \"target\": 88.30}");
    checkIn(kr, "{\"numerator\": 82, \"denominator\": 100}");
    JsonNode progress = now(kr).get("progress");
    // Wilson for 82 of 100: 73.33 to 88.30
    assertThat(progress.get("reading").get("n").asLong()).isEqualTo(100);
    assertThat(progress.get("low").asDouble()).isCloseTo(0, within(0.001));
    assertThat(progress.get("high").asDouble()).isCloseTo(1, within(0.001));
    checkIn(kr, "{\"numerator\": 3, \"denominator\": 4}");
    JsonNode few = now(kr).get("progress");
    assertThat(few.get("state").asString()).isEqualTo("tooFew");
    assertThat(few.get("score").isNull()).isTrue();
    assertThat(few.get("reading").get("needed").asLong()).isEqualTo(10);
  }

  @Test
  void without_a_baseline_a_told_change_has_no_score_and_says_whether_it_is_met() {
    JsonNode kr = keyResult("{\"name\": \"Reach\", \"type\": \"increase\", \"target\": 10}");
    checkIn(kr, "{\"value\": 12}");
    JsonNode progress = now(kr).get("progress");
    assertThat(progress.get("state").asString()).isEqualTo("noBaseline");
    assertThat(progress.get("score").isNull()).isTrue();
    assertThat(progress.get("met").asBoolean()).isTrue();
  }

  @Test
  void durations_are_given_in_iso_and_come_back_in_seconds() {
    JsonNode kr =
        keyResult(
            "{\"name\": \"Settlement\", \"type\": \"decrease\", \"baseline\": \"P3D\", \"target\": \"P1D\"}");
    assertThat(kr.get("baseline").asInt()).isEqualTo(259_200);
    assertThat(kr.get("target").asInt()).isEqualTo(86_400);
    checkIn(kr, "{\"value\": \"PT38H24M\"}");
    assertThat(now(kr).get("progress").get("raw").asDouble()).isCloseTo(0.572, within(5e-4));
  }

  @Test
  void a_count_adds_up_and_a_threshold_knows_no_half() {
    JsonNode count = keyResult("{\"name\": \"Features\", \"type\": \"cumulative\", \"target\": 6}");
    checkIn(count, "{\"value\": 1}");
    checkIn(count, "{\"value\": 2}");
    assertThat(now(count).get("progress").get("score").asDouble()).isEqualTo(0.5);
    JsonNode threshold =
        keyResult("{\"name\": \"Score\", \"type\": \"threshold\", \"target\": 80}");
    checkIn(threshold, "{\"value\": 79.9}");
    assertThat(now(threshold).get("progress").get("score").asDouble()).isZero();
    checkIn(threshold, "{\"value\": 80}");
    assertThat(now(threshold).get("progress").get("score").asDouble()).isEqualTo(1);
  }

  @Test
  void staying_counts_the_weeks_of_the_cycle() {
    JsonNode kr =
        keyResult(
            """
            {"name": "Backlog", "type": "keep-within", "target": {"low": 10, "high": 20}, "due": "2015-02-01"}
            """);
    // complete weeks of January 2015: 5-11, 12-18, 19-25, 26-1 February
    checkIn(kr, "{\"value\": 15, \"on\": \"2015-01-06\"}");
    checkIn(kr, "{\"value\": 25, \"on\": \"2015-01-14\"}");
    checkIn(kr, "{\"value\": 12, \"on\": \"2015-01-20\"}");
    JsonNode progress = now(kr).get("progress");
    assertThat(progress.get("score").asDouble()).isEqualTo(0.5);
    assertThat(progress.get("met").asBoolean()).isFalse();
  }

  @Test
  void milestones_move_their_key_result_with_evidence() {
    String goal = id(story.goal("Travel"));
    JsonNode kr = story.keyResult(goal, "{\"name\": \"Way\", \"type\": \"milestone\"}");
    for (String weight : new String[] {"2", "3", "5"}) {
      story.made(
          "/goals/" + goal + "/steps",
          "{\"title\": \"Mark %s\", \"milestone\": true, \"weight\": %s}"
              .formatted(weight, weight));
    }
    JsonNode steps = story.get("/goals/" + goal).get("steps");
    String first = "/steps/" + id(steps.get(0)) + "/completion";
    story.refused(first, "{}", "evidence");
    story.refused(first, "{\"evidence\": \"javascript:alert(1)\"}", "evidence");
    story.made(first, "{\"evidence\": \"https://harbour.example/report\"}");
    JsonNode after = story.get("/goals/" + goal);
    assertThat(after.get("milestones").toString()).isEqualTo("{\"done\":1,\"of\":3,\"toGo\":2}");
    assertThat(after.get("keyResults").get(0).get("progress").get("score").asDouble())
        .isCloseTo(0.2, within(1e-12));
    story.refused("/key-results/" + id(kr) + "/check-ins", "{\"value\": 1}", "value");
  }

  @Test
  void a_goal_shows_its_mean_beside_its_weakest_and_how_many_are_measured() {
    String goal = id(story.goal("Three"));
    JsonNode first =
        story.keyResult(
            goal,
            "{\"name\": \"A\", \"type\": \"increase\", \"baseline\": 0, \"target\": 10, \"weight\": 1}");
    JsonNode second =
        story.keyResult(
            goal,
            "{\"name\": \"B\", \"type\": \"increase\", \"baseline\": 0, \"target\": 10, \"weight\": 2}");
    story.keyResult(goal, "{\"name\": \"C\", \"type\": \"binary\"}");
    checkIn(first, "{\"value\": 7}");
    checkIn(second, "{\"value\": 1}");
    JsonNode progress = story.get("/goals/" + goal).get("progress");
    assertThat(progress.get("mean").asDouble()).isCloseTo(0.3, within(1e-12));
    assertThat(progress.get("weakest").asDouble()).isCloseTo(0.1, within(1e-12));
    assertThat(progress.get("measured").asInt()).isEqualTo(2);
    assertThat(progress.get("of").asInt()).isEqualTo(3);
    assertThat(story.get("/goals?q=Three").get("items").get(0).get("progress")).isEqualTo(progress);
  }

  @Test
  void a_type_against_the_sign_of_its_way_is_refused() {
    String path = "/goals/" + id(story.goal("Signs")) + "/key-results";
    assertThat(
            story.refused(
                path,
                "{\"name\": \"x\", \"type\": \"increase\", \"baseline\": 80, \"target\": 70}",
                "target"))
        .contains("below");
    story.refused(
        path,
        "{\"name\": \"x\", \"type\": \"decrease\", \"baseline\": 8, \"target\": 8}",
        "baseline");
    story.refused(
        path,
        "{\"name\": \"x\", \"type\": \"increase\", \"baseline\": 80, \"target\": {\"changePercent\": -20}}",
        "target");
    story.refused(
        path,
        "{\"name\": \"x\", \"type\": \"keep-within\", \"target\": {\"low\": 5, \"high\": 5}}",
        "target.high");
    story.refused(path, "{\"name\": \"x\", \"type\": \"sideways\", \"target\": 5}", "type");
    story.refused(path, "{\"name\": \"x\", \"type\": \"increase\"}", "target");
    story.refused(
        path, "{\"name\": \"x\", \"type\": \"increase\", \"target\": \"soon\"}", "target");
    story.refused(
        path,
        "{\"name\": \"x\", \"type\": \"increase\", \"metric\": \"luck\", \"target\": 5}",
        "metric");
    story.refused(
        path,
        "{\"name\": \"x\", \"type\": \"increase\", \"metric\": \"nps\", \"statistic\": \"p90\", \"target\": 5}",
        "statistic");
    story.refused(
        path,
        "{\"name\": \"x\", \"type\": \"increase\", \"metric\": \"nps\", \"filter\": {\"topic\": [\"a\"]}, \"target\": 5}",
        "filter.topic");
    story.refused(
        path, "{\"name\": \"x\", \"type\": \"increase\", \"target\": 5, \"weight\": 0}", "weight");
    story.refused(
        path,
        "{\"name\": \"x\", \"type\": \"increase\", \"target\": 5, \"due\": \"2014-12-31\"}",
        "due");
    story.refused(
        path,
        "{\"name\": \"x\", \"type\": \"increase\", \"target\": 5, \"window\": \"P1D\"}",
        "window");
  }

  @Test
  void a_change_in_percent_is_kept_with_what_it_comes_to() {
    JsonNode kr =
        keyResult(
            "{\"name\": \"Waits\", \"type\": \"decrease\", \"baseline\": 50, \"target\": {\"changePercent\": -20}}");
    assertThat(kr.get("target").asDouble()).isEqualTo(40);
    assertThat(kr.get("changePercent").asInt()).isEqualTo(-20);
    Api.Answer changed =
        story.api().patch("/key-results/" + id(kr), "{\"version\": 1, \"baseline\": 100}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.json().get("target").asDouble()).isEqualTo(80);
    assertThat(
            story
                .api()
                .patch("/key-results/" + id(kr), "{\"version\": 1, \"baseline\": 1}")
                .status())
        .isEqualTo(409);
  }

  @Test
  void what_is_wrong_with_a_check_in_is_named() {
    JsonNode kr =
        keyResult("{\"name\": \"K\", \"type\": \"increase\", \"baseline\": 0, \"target\": 5}");
    String path = "/key-results/" + id(kr) + "/check-ins";
    story.refused(path, "{}", "value");
    story.refused(path, "{\"value\": 1, \"confidence\": 11}", "confidence");
    story.refused(path, "{\"numerator\": 3}", "denominator");
    story.refused(path, "{\"numerator\": 3, \"denominator\": 2}", "numerator");
    story.refused(path, "{\"value\": 1, \"numerator\": 1, \"denominator\": 2}", "value");
    story.refused(path, "{\"value\": 1, \"evidence\": \"in my desk\"}", "evidence");
    story.refused(path, "{\"value\": 1, \"on\": \"2099-01-01\"}", "on");
    assertThat(story.api().post(path, "{\"value\": NaN}").status()).isEqualTo(400);
    JsonNode done = keyResult("{\"name\": \"D\", \"type\": \"binary\"}");
    story.refused("/key-results/" + id(done) + "/check-ins", "{\"value\": 0.5}", "value");
    JsonNode measured =
        keyResult(
            "{\"name\": \"M\", \"type\": \"increase\", \"metric\": \"nps\", \"baseline\": 0, \"target\": 5}");
    story.refused("/key-results/" + id(measured) + "/check-ins", "{\"value\": 3}", "value");
    checkIn(measured, "{\"confidence\": 4, \"note\": \"Quiet week\"}");
  }

  @Test
  void a_check_in_taken_back_counts_no_more() {
    JsonNode kr =
        keyResult("{\"name\": \"K\", \"type\": \"increase\", \"baseline\": 0, \"target\": 10}");
    checkIn(kr, "{\"value\": 2}");
    JsonNode slip = checkIn(kr, "{\"value\": 20}");
    assertThat(story.api().delete("/check-ins/" + id(slip)).status()).isEqualTo(204);
    assertThat(now(kr).get("progress").get("score").asDouble()).isEqualTo(0.2);
    assertThat(story.get("/key-results/" + id(kr) + "/check-ins").get("items")).hasSize(1);
    assertThat(story.api().delete("/check-ins/" + id(slip)).status()).isEqualTo(404);
  }

  @Test
  void a_member_checks_in_on_any_goal_and_a_viewer_on_none() {
    JsonNode kr =
        keyResult("{\"name\": \"K\", \"type\": \"increase\", \"baseline\": 0, \"target\": 10}");
    story.made("/goals/" + kr.get("goal").asString() + "/start", "");
    String path = "/key-results/" + id(kr) + "/check-ins";
    TestMember member = story.workspace().newMember(Role.MEMBER);
    TestMember viewer = story.workspace().newMember(Role.VIEWER);
    assertThat(member.api().post(path, "{\"value\": 1}").status()).isEqualTo(201);
    assertThat(viewer.api().post(path, "{\"value\": 1}").status()).isEqualTo(403);
  }

  @Test
  void a_closed_goal_keeps_its_score_when_more_is_told() {
    JsonNode kr =
        keyResult("{\"name\": \"K\", \"type\": \"increase\", \"baseline\": 0, \"target\": 10}");
    String goal = "/goals/" + kr.get("goal").asString();
    checkIn(kr, "{\"value\": 8}");
    story.made(goal + "/start", "");
    story.made(goal + "/closure", "{\"outcome\": \"missed\", \"learning\": \"Nearly\"}");
    checkIn(kr, "{\"value\": 6.6}");
    JsonNode later = story.get(goal);
    assertThat(later.get("progress").get("mean").asDouble()).isEqualTo(0.8);
    assertThat(later.get("wouldNowBe").get("mean").asDouble()).isCloseTo(0.66, within(1e-12));
    JsonNode shown = later.get("keyResults").get(0);
    assertThat(shown.get("progress").get("score").asDouble()).isEqualTo(0.8);
    assertThat(shown.get("wouldNowBe").get("score").asDouble()).isCloseTo(0.66, within(1e-12));
    JsonNode listed = story.get("/goals?state=closed").get("items");
    assertThat(listed.findValues("progress").toString()).contains("0.8").doesNotContain("0.66");
  }

  @Test
  void a_removed_key_result_is_gone_from_the_goal_and_stays_in_its_history() {
    JsonNode kr = keyResult("{\"name\": \"K\", \"type\": \"binary\"}");
    assertThat(story.api().delete("/key-results/" + id(kr)).status()).isEqualTo(204);
    assertThat(story.api().get("/key-results/" + id(kr)).status()).isEqualTo(404);
    String goal = "/goals/" + kr.get("goal").asString();
    assertThat(story.get(goal).get("keyResults")).isEmpty();
    assertThat(story.get(goal + "/history").get("items").toString()).contains("\"removed\"");
  }

  private static JsonNode keyResult(String json) {
    return story.keyResult(id(story.goal("A goal of one")), json);
  }

  private static JsonNode checkIn(JsonNode keyResult, String json) {
    return story.made("/key-results/" + id(keyResult) + "/check-ins", json);
  }

  private static JsonNode now(JsonNode keyResult) {
    return story.get("/key-results/" + id(keyResult));
  }
}
