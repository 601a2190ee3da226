package org.waymark.paste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.people.Members;
import org.waymark.platform.Json;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;

/** Pasted text through the API: what is recognised, and writing several goals down at once. */
class PasteApiTest {
  private static TestWorkspace workspace;
  private static Api api;

  @BeforeAll
  static void a_quarter() {
    workspace = TestServer.newWorkspace();
    api = workspace.api();
    api.post(
        "/cycles",
        "{\"name\":\"Spring\",\"code\":\"q1\",\"from\":\"2026-01-01\",\"to\":\"2026-03-31\"}");
  }

  @Test
  void a_single_sentence_is_a_goal_with_its_key_result() {
    JsonNode goal = only("Reduce time from claim notification to settlement from 3 days to 1 day");
    JsonNode keyResult = goal.get("keyResults").get(0).get("keyResult");
    assertThat(goal.get("goal").get("statement").asString()).startsWith("Reduce time");
    assertThat(keyResult.get("baseline").asString()).isEqualTo("PT72H");
    assertThat(keyResult.get("target").asString()).isEqualTo("PT24H");
    assertThat(keyResult.get("type").asString()).isEqualTo("decrease");
    assertThat(keyResult.get("due").asString()).isEqualTo("2026-03-31");
    assertThat(keyResult.get("metric").asString()).isEqualTo("claim-turnaround");
  }

  @Test
  void a_number_that_no_metric_makes_is_told_by_people() {
    JsonNode first =
        only("Raise the mystery shopping score from 70 % to 80 %").get("keyResults").get(0);
    assertThat(first.get("keyResult").hasNonNull("metric")).isFalse();
    assertThat(first.get("keyResult").get("target").asString()).isEqualTo("80");
  }

  /** What follows customers is measured like everything else. */
  @Test
  void a_metric_of_customers_is_wired() {
    assertThat(measure("Raise first contact resolution from 70 % to 80 %"))
        .isEqualTo("first-contact-resolution share increase");
    assertThat(measure("Reduce churn from 5 % to 4 %")).isEqualTo("churn share decrease");
  }

  @Test
  void a_measured_metric_is_wired_with_the_statistic_whose_unit_fits() {
    assertThat(measure("Reduce first response time from 8 hours to 4 hours"))
        .isEqualTo("first-response-time p90 decrease");
    assertThat(measure("Reduce median first response time from 8 hours to 4 hours"))
        .isEqualTo("first-response-time p50 decrease");
    assertThat(measure("Increase NPS from 40 to 50")).isEqualTo("nps score increase");
    assertThat(measure("Answer 90 % of cases within 4 hours, first response time"))
        .isEqualTo("first-response-time within:PT4H increase");
    assertThat(measure("Increase on-time delivery to 95 %"))
        .isEqualTo("on-time-share share increase");
    assertThat(measure("Keep NPS at or above 50")).isEqualTo("nps score keep-above");
  }

  @Test
  void what_has_no_number_to_reach_is_done_or_not() {
    JsonNode one =
        only("O: A portal people like\nKR: Launch the portal by 15 March").get("keyResults").get(0);
    assertThat(one.get("keyResult").get("type").asString()).isEqualTo("binary");
    assertThat(one.get("keyResult").get("due").asString()).isEqualTo("2026-03-15");
    assertThat(one.get("notes").get(0).asString()).contains("either done or not done");
  }

  @Test
  void a_member_who_is_named_owns_the_goal_and_nobody_is_made_up() {
    JsonNode named = only("O: Faster claims (Ada Berg)\nKR: NPS from 40 to 50");
    assertThat(named.get("goal").get("owner").asString()).isEqualTo(workspace.owner().email());
    assertThat(named.get("goal").get("statement").asString()).isEqualTo("Faster claims");
    JsonNode stranger = only("O: Faster claims, nobody@example.org\nKR: NPS from 40 to 50");
    assertThat(stranger.get("goal").has("owner") && !stranger.get("goal").get("owner").isNull())
        .isFalse();
    assertThat(stranger.get("notes").get(0).asString())
        .contains("Nobody here is called “nobody@example.org”");
  }

  @Test
  void cells_become_the_levels_of_the_key_result() {
    JsonNode goal =
        only(
            "Objective\tKey result\tFrom\tTo\tDue\n"
                + "Customers hear from us\tFirst response time\t8 hours\t4 hours\t2026-03-20");
    JsonNode one = goal.get("keyResults").get(0).get("keyResult");
    assertThat(one.get("metric").asString()).isEqualTo("first-response-time");
    assertThat(one.get("baseline").asString()).isEqualTo("PT8H");
    assertThat(one.get("target").asString()).isEqualTo("PT4H");
    assertThat(one.get("due").asString()).isEqualTo("2026-03-20");
    assertThat(one.get("name").asString()).isEqualTo("First response time");
  }

  @Test
  void the_coach_speaks_of_each_line() {
    JsonNode goal = only("O: Delight people\nKR: Improve customer experience");
    assertThat(rules(goal.get("keyResults").get(0))).contains("VAGUE");
  }

  @Test
  void what_was_read_can_be_sent_as_it_is_and_comes_out_as_drafts() {
    JsonNode read =
        read(
            "O: Customers hear from us in time\n"
                + "KR: Reduce first response time from 8 hours to 4 hours\n"
                + "KR: Crews trained from 0 to 40\n"
                + "O: Calmer claims\n"
                + "KR: Complaints down by 20 %");
    List<Map<String, JsonNode>> goals =
        StreamSupport.stream(read.get("goals").spliterator(), false)
            .map(
                goal ->
                    Map.of(
                        "goal",
                        goal.get("goal"),
                        "keyResults",
                        (JsonNode)
                            Json.mapper()
                                .valueToTree(
                                    StreamSupport.stream(
                                            goal.get("keyResults").spliterator(), false)
                                        .map(one -> one.get("keyResult"))
                                        .toList())))
            .toList();
    String body = Json.mapper().writeValueAsString(Map.of("goals", goals));
    Api.Answer made = api.post("/goals/several", body);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    JsonNode items = made.json().get("items");
    assertThat(items.size()).isEqualTo(2);
    assertThat(items.get(0).get("state").asString()).isEqualTo("draft");
    assertThat(items.get(0).get("keyResults").size()).isEqualTo(2);
    assertThat(items.get(1).get("keyResults").get(0).get("changePercent").decimalValue())
        .isEqualByComparingTo("-20");
  }

  @Test
  void of_several_goals_one_that_is_wrong_keeps_all_from_being_written() {
    int before = api.get("/goals?limit=200").json().get("items").size();
    Api.Answer refused =
        api.post(
            "/goals/several",
            """
            {"goals":[{"goal":{"statement":"Good","cycle":"q1"},"keyResults":[]},
                      {"goal":{"statement":"Bad","cycle":"q1"},
                       "keyResults":[{"name":"NPS","type":"increase","baseline":50,"target":40}]}]}
            """);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("errors").get(0).get("field").asString())
        .isEqualTo("goals[1].keyResults[0].target");
    assertThat(api.get("/goals?limit=200").json().get("items").size()).isEqualTo(before);
  }

  @Test
  void the_same_sending_twice_writes_once() {
    var body = "{\"goals\":[{\"goal\":{\"statement\":\"Once only\",\"cycle\":\"q1\"}}]}";
    for (int i = 0; i < 2; i++) {
      Api.Answer made =
          api.send(
              api.request("/goals/several")
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", "pasted-once")
                  .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
      assertThat(made.status()).isEqualTo(201);
    }
    assertThat(api.get("/goals?q=Once%20only").json().get("items").size()).isEqualTo(1);
  }

  @Test
  void nothing_and_too_much_are_refused_and_reading_stops_where_it_says() {
    assertThat(api.post("/goals/paste", "{\"text\":\" \"}").status()).isEqualTo(422);
    assertThat(
            api.post("/goals/paste", "{\"text\":\"x\",\"cycle\":\"never\"}")
                .json()
                .get("errors")
                .get(0)
                .get("field")
                .asString())
        .isEqualTo("cycle");
    JsonNode many = read("Raise NPS from 40 to 50\n".repeat(40));
    assertThat(many.get("goals").size()).isEqualTo(30);
    assertThat(many.get("readUntil").asInt()).isEqualTo(31);
    JsonNode deep = read("O: Faster claims\n" + "KR: Raise NPS from 40 to 50\n".repeat(70));
    assertThat(deep.get("goals").size()).isEqualTo(1);
    assertThat(deep.get("goals").get(0).get("keyResults").size()).isEqualTo(60);
    assertThat(deep.get("readUntil").asInt()).isEqualTo(62);
  }

  @Test
  void more_key_results_than_are_read_are_not_written_either() {
    String one = "{\"name\":\"Done\",\"type\":\"binary\"}";
    Api.Answer refused =
        api.post(
            "/goals/several",
            "{\"goals\":[{\"goal\":{\"statement\":\"Deep\",\"cycle\":\"q1\"},\"keyResults\":["
                + String.join(",", java.util.Collections.nCopies(61, one))
                + "]}]}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("errors").get(0).get("reason").asString()).contains("60");
  }

  @Test
  void who_came_last_of_many_members_is_known_too() {
    TestWorkspace large = TestServer.newWorkspace();
    TestServer.bean(Tenancy.class)
        .run(
            large.id(),
            () -> {
              Members members = TestServer.bean(Members.class);
              for (int i = 0; i < 500; i++) {
                members.add(
                    large.owner(), new Members.NewMember(i + "@x.example", null, "viewer", null));
              }
              members.add(
                  large.owner(),
                  new Members.NewMember("zoe@x.example", "Zoe Last", "member", null));
            });
    JsonNode read =
        large
            .api()
            .post("/goals/paste", "{\"text\":\"O: Faster claims (Zoe Last)\\nKR: NPS to 50\"}")
            .json();
    assertThat(read.get("goals").get(0).get("goal").get("owner").asString())
        .isEqualTo("zoe@x.example");
  }

  private static String measure(String line) {
    JsonNode one = only("O: Better\nKR: " + line).get("keyResults").get(0).get("keyResult");
    return one.get("metric").asString()
        + " "
        + one.get("statistic").asString()
        + " "
        + one.get("type").asString();
  }

  private static List<String> rules(JsonNode read) {
    return StreamSupport.stream(read.get("findings").spliterator(), false)
        .map(one -> one.get("rule").asString())
        .toList();
  }

  private static JsonNode only(String text) {
    JsonNode read = read(text);
    assertThat(read.get("goals").size()).isEqualTo(1);
    return read.get("goals").get(0);
  }

  private static JsonNode read(String text) {
    Api.Answer answer =
        api.post(
            "/goals/paste", Json.mapper().writeValueAsString(Map.of("text", text, "cycle", "q1")));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
