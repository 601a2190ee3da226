package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.waymark.goals.GoalStory.id;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import tools.jackson.databind.JsonNode;

/** Goals that measure themselves from what customers did. */
class MeasuredGoalTest {
  private static final String ON_TIME =
      """
      {"name": "Closed on time", "metric": "on-time-share", "type": "increase", "target": 90}
      """;

  private GoalStory story;

  @BeforeEach
  void begin() {
    story = GoalStory.in2015();
  }

  @Test
  void a_key_result_measures_itself_from_its_pooled_baseline() {
    cases("before", "2014-12-10T00:00:00Z", 14, 10, 6, 14);
    JsonNode kr = keyResult(ON_TIME);
    assertThat(kr.get("baseline").asDouble()).isEqualTo(70);
    assertThat(kr.get("baselineFrom").get("from").asString()).isEqualTo("2014-12-01");
    assertThat(kr.get("baselineFrom").get("to").asString()).isEqualTo("2014-12-28");
    assertThat(kr.get("baselineFrom").get("n").asLong()).isEqualTo(20);
    assertThat(kr.get("metricUnit").asString()).isEqualTo("percent");
    assertThat(kr.get("progress").get("state").asString()).isEqualTo("noData");
    cases("late", "2015-12-10T00:00:00Z", 34, 9, 6, 14);
    JsonNode now = story.get("/goals/" + kr.get("goal").asString()).get("keyResults").get(0);
    JsonNode progress = now.get("progress");
    assertThat(progress.get("state").asString()).isEqualTo("measured");
    assertThat(progress.get("reading").get("value").asDouble()).isEqualTo(85);
    assertThat(progress.get("reading").get("n").asLong()).isEqualTo(40);
    assertThat(progress.get("raw").asDouble()).isCloseTo(0.75, within(1e-12));
    assertThat(progress.get("low").asDouble()).isBetween(0.0, 0.75);
    assertThat(progress.get("high").asDouble()).isBetween(0.75, 1.0);
    assertThat(progress.get("window").toString())
        .isEqualTo("{\"from\":\"2015-11-30\",\"to\":\"2015-12-27\"}");
    assertThat(now.get("history").size()).isBetween(52, 64);
  }

  @Test
  void a_median_that_is_to_fall_by_a_fifth_keeps_what_the_fifth_came_to() {
    cases("before", "2014-12-10T00:00:00Z", 14, 10, 6, 14);
    JsonNode kr =
        keyResult(
            """
            {"name": "Median", "metric": "resolution-time", "statistic": "p50", "type": "decrease",
             "target": {"changePercent": -20}}
            """);
    assertThat(kr.get("baseline").asDouble()).isEqualTo(36_000);
    assertThat(kr.get("target").asDouble()).isEqualTo(28_800);
    assertThat(kr.get("baselineFrom").get("settled").asBoolean()).isTrue();
    cases("later", "2014-12-11T00:00:00Z", 30, 2, 0, 0);
    JsonNode after = story.get("/key-results/" + id(kr));
    assertThat(after.get("target").asDouble()).isEqualTo(28_800);
    cases("late", "2015-12-10T00:00:00Z", 34, 9, 6, 14);
    assertThat(story.get("/key-results/" + id(kr)).get("progress").get("raw").asDouble())
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void without_data_before_the_cycle_there_is_no_baseline_until_data_come() {
    cases("late", "2015-12-10T00:00:00Z", 38, 9, 2, 14);
    JsonNode kr = keyResult(ON_TIME);
    assertThat(kr.get("baseline").isNull()).isTrue();
    JsonNode progress = kr.get("progress");
    assertThat(progress.get("state").asString()).isEqualTo("noBaseline");
    assertThat(progress.get("score").isNull()).isTrue();
    assertThat(progress.get("met").asBoolean()).isTrue();
    cases("before", "2014-12-10T00:00:00Z", 14, 10, 6, 14);
    JsonNode after = story.get("/key-results/" + id(kr));
    assertThat(after.get("baseline").asDouble()).isEqualTo(70);
    assertThat(after.get("baselineFrom").get("settled").asBoolean()).isFalse();
    assertThat(after.get("progress").get("score").asDouble()).isEqualTo(1);
  }

  @Test
  void the_baseline_may_be_pooled_from_days_of_ones_own_choice() {
    cases("january", "2015-01-13T00:00:00Z", 10, 10, 10, 14);
    JsonNode kr =
        keyResult(
            """
            {"name": "On time", "metric": "on-time-share", "type": "increase", "target": 90,
             "baselineWindow": {"from": "2015-01-01", "to": "2015-01-31"}}
            """);
    assertThat(kr.get("baseline").asDouble()).isEqualTo(50);
    assertThat(kr.get("baselineFrom").get("from").asString()).isEqualTo("2015-01-01");
  }

  @Test
  void churn_can_be_what_is_to_fall() {
    // Of a hundred 20 leave in the four weeks of the baseline, and 8 of the other 80 in the last.
    StringBuilder lines = new StringBuilder();
    for (int customer = 0; customer < 100; customer++) {
      lines.append(
          """
          {"source": "plans", "id": "p-%d", "kind": "subscription", "customer": "c-%d", "startedAt": "2014-06-01T00:00:00Z", "finishedAt": %s}
          """
              .formatted(
                  customer,
                  customer,
                  customer < 20
                      ? "\"2014-12-10T00:00:00Z\""
                      : customer < 28 ? "\"2015-12-10T00:00:00Z\"" : "null"));
    }
    send(lines.toString(), 100);

    JsonNode kr =
        keyResult(
            """
            {"name": "Fewer leave", "metric": "churn", "type": "decrease", "target": 5}
            """);

    assertThat(kr.get("baseline").asDouble()).isEqualTo(20);
    JsonNode progress =
        story.get("/goals/" + kr.get("goal").asString()).get("keyResults").get(0).get("progress");
    assertThat(progress.get("state").asString()).isEqualTo("measured");
    assertThat(progress.get("reading").get("value").asDouble()).isEqualTo(10);
    assertThat(progress.get("reading").get("denominator").asLong()).isEqualTo(80);
    assertThat(progress.get("raw").asDouble()).isCloseTo(10.0 / 15, within(1e-12));
  }

  @Test
  void a_target_that_the_data_contradict_is_refused_while_somebody_can_mend_it() {
    cases("before", "2014-12-10T00:00:00Z", 19, 10, 1, 14);
    String reason =
        story.refused("/goals/" + id(story.goal("Too easy")) + "/key-results", ON_TIME, "target");
    assertThat(reason).contains("95");
  }

  @Test
  void a_key_result_with_too_few_answers_shows_no_score() {
    cases("late", "2015-12-10T00:00:00Z", 4, 9, 0, 0);
    JsonNode kr =
        keyResult(
            """
            {"name": "x", "metric": "on-time-share", "type": "increase", "baseline": 70, "target": 90}
            """);
    JsonNode progress = kr.get("progress");
    assertThat(progress.get("state").asString()).isEqualTo("tooFew");
    assertThat(progress.get("score").isNull()).isTrue();
    assertThat(progress.get("reading").get("n").asLong()).isEqualTo(4);
    assertThat(progress.get("reading").get("needed").asLong()).isEqualTo(10);
  }

  @Test
  void a_kept_share_counts_the_weeks_in_which_it_was_kept() {
    cases("w1", "2015-01-06T00:00:00Z", 20, 9, 0, 0);
    cases("w2", "2015-01-13T00:00:00Z", 5, 9, 15, 14);
    JsonNode kr =
        keyResult(
            """
            {"name": "Kept", "metric": "on-time-share", "type": "keep-above", "target": 80, "due": "2015-02-01"}
            """);
    // four weeks were due; two are missing and one was below
    assertThat(kr.get("progress").get("score").asDouble()).isEqualTo(0.25);
  }

  @Test
  void a_count_adds_up_over_the_cycle() {
    cases("a", "2015-03-03T00:00:00Z", 12, 9, 0, 0);
    cases("b", "2015-09-03T00:00:00Z", 18, 9, 0, 0);
    JsonNode kr =
        keyResult(
            """
            {"name": "Cases", "metric": "case-volume", "type": "cumulative", "target": 60}
            """);
    assertThat(kr.get("progress").get("score").asDouble()).isEqualTo(0.5);
    assertThat(kr.get("window").asString()).isEqualTo("cycle");
  }

  @Test
  void a_closed_goal_keeps_its_score_when_later_data_arrive() {
    cases("late", "2015-12-10T00:00:00Z", 34, 9, 6, 14);
    JsonNode kr =
        keyResult(
            """
            {"name": "x", "metric": "on-time-share", "type": "increase", "baseline": 70, "target": 90}
            """);
    String goal = "/goals/" + kr.get("goal").asString();
    story.made(goal + "/start", "");
    story.made(goal + "/closure", "{\"outcome\": \"missed\", \"learning\": \"Start in autumn\"}");
    cases("latest", "2015-12-11T00:00:00Z", 0, 0, 10, 14);
    JsonNode after = story.get(goal).get("keyResults").get(0);
    assertThat(after.get("progress").get("score").asDouble()).isCloseTo(0.75, within(1e-12));
    assertThat(after.get("progress").get("reading").get("n").asLong()).isEqualTo(40);
    assertThat(after.get("wouldNowBe").get("reading").get("n").asLong()).isEqualTo(50);
    assertThat(after.get("wouldNowBe").get("score").asDouble()).isZero();
  }

  @Test
  void the_list_catches_up_with_data_that_arrived() throws InterruptedException {
    JsonNode kr =
        keyResult(
            """
            {"name": "x", "metric": "on-time-share", "type": "increase", "baseline": 70, "target": 90}
            """);
    assertThat(listed(kr).isNull()).isTrue();
    cases("late", "2015-12-10T00:00:00Z", 34, 9, 6, 14);
    Instant patience = Instant.now().plusSeconds(60);
    while (listed(kr).isNull() && Instant.now().isBefore(patience)) {
      Thread.sleep(200);
    }
    assertThat(listed(kr).asDouble()).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void a_measurement_is_added_when_something_changed_and_once_a_day_not_more() {
    cases("late", "2015-12-10T00:00:00Z", 34, 9, 6, 14);
    JsonNode kr =
        keyResult(
            """
            {"name": "x", "metric": "on-time-share", "type": "increase", "baseline": 70, "target": 90}
            """);
    UUID id = UUID.fromString(id(kr));
    story.inside(() -> TestServer.bean(Snapshots.class).measured("on-time-share"));
    story.inside(() -> TestServer.bean(Snapshots.class).daily());
    List<Long> kept = new ArrayList<>();
    story.inside(
        () ->
            kept.add(
                TestServer.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                    .sql("select count(*) from key_result_snapshot where key_result_id = :id")
                    .param("id", id)
                    .query(Long.class)
                    .single()));
    assertThat(kept).containsExactly(1L);
  }

  @Test
  void a_new_version_of_a_metric_keeps_what_key_results_ask_of_it() {
    String metric =
        """
        {"key": "closing", "label": "Closing", "kind": "case", "anchor": "startedAt",
         "measure": {"duration": ["startedAt", "finishedAt"]}, "statistics": ["p90", "p50"],
         "dimensions": ["unit", "channel", "topic"], "direction": "down"}
        """;
    story.made("/metrics", metric);
    keyResult(
        """
        {"name": "Closed soon", "metric": "closing", "statistic": "p50", "type": "decrease",
         "filter": {"channel": ["email"]}, "baseline": "PT9H", "target": "PT4H"}
        """);

    assertThat(story.refused("/metrics", metric.replace(", \"p50\"", ""), "statistics"))
        .startsWith("1 key result needs p50 as it is: keep it");
    assertThat(story.refused("/metrics", metric.replace(", \"channel\"", ""), "dimensions"))
        .startsWith("1 key result needs channel as it is: keep it");
    String score =
        metric.replace("{\"duration\": [\"startedAt\", \"finishedAt\"]}", "{\"count\": true}");
    assertThat(
            story.refused(
                "/metrics", score.replace("[\"p90\", \"p50\"]", "[\"count\"]"), "statistics"))
        .startsWith("1 key result needs p50");
    JsonNode next =
        story.made(
            "/metrics",
            metric.replace("\"p90\", \"p50\"", "\"p50\", \"p95\"").replace(", \"topic\"", ""));
    assertThat(next.get("version").asInt()).isEqualTo(2);
  }

  private JsonNode keyResult(String json) {
    return story.keyResult(id(story.goal("Close more requests on time")), json);
  }

  private JsonNode listed(JsonNode kr) {
    for (JsonNode line : story.get("/goals").get("items")) {
      if (line.get("id").equals(kr.get("goal"))) {
        return line.get("keyResults").get(0).get("progress").get("score");
      }
    }
    throw new AssertionError("the goal is not in the list");
  }

  /** Cases promised within twelve hours: some that took so many hours, some that took others. */
  private void cases(String name, String start, int some, int hours, int others, int otherHours) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < some + others; i++) {
      Instant startedAt = Instant.parse(start);
      Instant dueAt = startedAt.plus(12, ChronoUnit.HOURS);
      Instant finishedAt = startedAt.plus(i < some ? hours : otherHours, ChronoUnit.HOURS);
      lines.append(
          """
          {"source": "helpdesk", "id": "%s-%d", "kind": "case", "startedAt": "%s", "dueAt": "%s", "finishedAt": "%s"}
          """
              .formatted(name, i, startedAt, dueAt, finishedAt));
    }
    send(lines.toString(), some + others);
  }

  private void send(String lines, int accepted) {
    Api.Answer answer =
        story
            .api()
            .send(
                story
                    .api()
                    .request("/interactions")
                    .header("Content-Type", "application/x-ndjson")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(lines)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("accepted").asInt()).isEqualTo(accepted);
  }
}
