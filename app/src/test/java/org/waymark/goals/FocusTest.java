package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.Visitor;
import org.waymark.people.Role;
import tools.jackson.databind.JsonNode;

/** Few goals at once, and a reason for more. */
class FocusTest {
  private TestWorkspace workspace;
  private Api api;

  @BeforeEach
  void a_quarter_with_two_teams() {
    workspace = TestServer.newWorkspace();
    api = workspace.api();
    for (String cycle : new String[] {"q1", "q2"}) {
      api.post(
          "/cycles",
          "{\"name\":\"%s\",\"code\":\"%s\",\"from\":\"2026-01-01\",\"to\":\"2026-03-31\"}"
              .formatted(cycle, cycle));
    }
    for (String unit : new String[] {"roads", "parks"}) {
      api.post(
          "/units", "{\"name\":\"%s\",\"code\":\"%s\",\"kind\":\"company\"}".formatted(unit, unit));
    }
  }

  @Test
  void the_usual_limits_hold_until_an_owner_sets_others() {
    assertThat(api.get("/focus").json().get("objectives").asInt()).isEqualTo(5);
    assertThat(api.get("/focus").json().get("hotSpots").asBoolean()).isFalse();
    assertThat(put(api, "{\"version\":0,\"objectives\":2}").status()).isEqualTo(200);
    assertThat(api.get("/focus").json().get("objectives").asInt()).isEqualTo(2);
    assertThat(api.get("/focus").json().get("keyResults").isNull()).isTrue();
    assertThat(put(api, "{\"version\":0,\"objectives\":3}").status()).isEqualTo(409);
    assertThat(put(api, "{\"version\":1,\"objectives\":0}").status()).isEqualTo(422);
    assertThat(put(workspace.newMember(Role.LEAD).api(), "{\"version\":1}").status())
        .isEqualTo(403);
  }

  @Test
  void limits_that_nobody_chose_stop_no_program() {
    for (int i = 0; i < 6; i++) {
      start(goal("roads", "q1", "outcome"), "");
    }
    String seventh = goal("roads", "q1", "outcome");
    put(api, "{\"version\":0,\"objectives\":5}");
    assertThat(api.post("/goals/" + seventh + "/start", "").status()).isEqualTo(422);
  }

  @Test
  void one_goal_more_than_wanted_asks_for_a_reason_and_keeps_it() {
    put(api, "{\"version\":0,\"objectives\":2}");
    start(goal("roads", "q1", "outcome"), "");
    start(goal("roads", "q1", "outcome"), "");
    String third = goal("roads", "q1", "outcome");
    Api.Answer refused = api.post("/goals/" + third + "/start", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("reason");
    assertThat(refused.json().at("/errors/0/reason").asString())
        .isEqualTo(
            "the unit roads in this cycle has its 2 goals already (limit objectives); say why this"
                + " one is needed nevertheless");
    assertThat(api.get("/goals/" + third).json().get("state").asString()).isEqualTo("draft");
    start(third, "{\"reason\":\"The flood\"}");
    assertThat(api.get("/audit?limit=200").body()).contains("goal.beyond-limit", "The flood");
  }

  @Test
  void other_units_other_cycles_drafts_and_process_goals_do_not_count() {
    put(api, "{\"version\":0,\"objectives\":1}");
    goal("roads", "q1", "outcome");
    start(goal("parks", "q1", "outcome"), "");
    start(goal("roads", "q2", "outcome"), "");
    start(goal("roads", "q1", "process"), "");
    start(goal("roads", "q1", "outcome"), "");
    assertThat(api.post("/goals/" + goal("roads", "q1", "outcome") + "/start", "").status())
        .isEqualTo(422);
    start(goal("roads", "q1", "process"), "");
  }

  @Test
  void what_was_published_once_is_not_asked_again() {
    put(api, "{\"version\":0,\"objectives\":1}");
    start(goal("roads", "q1", "outcome"), "");
    String second = goal("roads", "q1", "outcome");
    assertThat(api.post("/goals/" + second + "/proposal", "").status()).isEqualTo(422);
    assertThat(api.post("/goals/" + second + "/proposal", "{\"reason\":\"Rain\"}").status())
        .isEqualTo(201);
    start(second, "");
  }

  @Test
  void a_note_to_colleagues_is_no_reason_for_going_beyond_a_limit() {
    put(api, "{\"version\":0,\"objectives\":1}");
    start(goal("roads", "q1", "outcome"), "");
    String second = goal("roads", "q1", "outcome");
    Visitor owner = Visitor.of(workspace);
    HttpResponse<String> asked =
        owner.post("/goals/" + second + "/proposal", "proposeReason", "Please read by Friday");
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body()).contains("This goes beyond what was agreed", "Please read by Friday");
    assertThat(
            owner
                .post(
                    "/goals/" + second + "/proposal",
                    "proposeReason",
                    "Please read by Friday",
                    "reason",
                    "The flood")
                .statusCode())
        .isEqualTo(303);
    JsonNode goal = api.get("/goals/" + second).json();
    assertThat(goal.at("/proposal/reason").asString()).isEqualTo("Please read by Friday");
    assertThat(crossed(second)).contains("The flood").doesNotContain("Friday");

    String third = goal("roads", "q1", "outcome");
    api.post("/goals/" + third + "/proposal", "{\"reason\":\"For you\",\"limitReason\":\"Rain\"}");
    assertThat(crossed(third)).contains("Rain").doesNotContain("For you");
  }

  /** What the audit log keeps of the limits that a goal went beyond. */
  private String crossed(String goal) {
    return StreamSupport.stream(
            api.get("/audit?limit=200").json().get("items").spliterator(), false)
        .map(JsonNode::toString)
        .filter(entry -> entry.contains("goal.beyond-limit") && entry.contains(goal))
        .collect(Collectors.joining());
  }

  @Test
  void of_two_who_set_limits_the_second_keeps_theirs_and_reads_the_others() {
    put(api, "{\"version\":0,\"objectives\":3}");
    HttpResponse<String> lost =
        Visitor.of(workspace)
            .post("/settings/focus", "version", "0", "objectives", "7", "keyResults", "9");
    assertThat(lost.statusCode()).isEqualTo(409);
    assertThat(lost.body()).contains("value=\"7\"", "value=\"9\"", "<dd>3</dd>");
    assertThat(lost.body()).contains("name=\"version\" value=\"1\"");
  }

  @Test
  void a_key_result_too_many_asks_too_once_the_goal_is_no_draft() {
    put(api, "{\"version\":0,\"keyResults\":1}");
    String goal = goal("roads", "q1", "outcome");
    assertThat(keyResult(goal, "").status()).isEqualTo(201);
    start(goal, "");
    assertThat(keyResult(goal, "").json().at("/errors/0/field").asString()).isEqualTo("reason");
    assertThat(keyResult(goal, "?reason=Two%20sides").status()).isEqualTo(201);
    String draft = goal("parks", "q1", "outcome");
    keyResult(draft, "");
    assertThat(keyResult(draft, "").status()).isEqualTo(201);
    assertThat(api.post("/goals/" + draft + "/start", "").json().at("/errors/0/reason").asString())
        .contains("limit key-results");
  }

  @Test
  void in_the_hot_spot_way_a_sub_area_takes_one_goal_whatever_its_category() {
    put(api, "{\"version\":0,\"hotSpots\":true,\"perSubArea\":1,\"atOnce\":2}");
    start(about("customer-service"), "");
    assertThat(
            api.post("/goals/" + about("delivery-access") + "/start", "")
                .json()
                .at("/errors/0/reason")
                .asString())
        .contains("the sub-area customer in this cycle has its 1 goals already");
    start(about("staffing"), "");
    start(about("contact-centre"), ""); // no hot spot
    assertThat(
            api.post("/goals/" + about("sales") + "/start", "")
                .json()
                .at("/errors/0/reason")
                .asString())
        .contains("limit at-once");
  }

  private static Api.Answer put(Api api, String json) {
    return api.put("/focus", json);
  }

  private String goal(String unit, String cycle, String kind) {
    return made(
        "{\"statement\":\"A goal\",\"unit\":\"%s\",\"cycle\":\"%s\",\"kind\":\"%s\"}"
            .formatted(unit, cycle, kind));
  }

  private String about(String area) {
    return made("{\"statement\":\"A goal\",\"cycle\":\"q1\",\"area\":\"%s\"}".formatted(area));
  }

  private String made(String json) {
    Api.Answer made = api.post("/goals", json);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().get("id").asString();
  }

  private void start(String goal, String body) {
    Api.Answer started = api.post("/goals/" + goal + "/start", body);
    assertThat(started.status()).as(started.body()).isEqualTo(201);
  }

  private Api.Answer keyResult(String goal, String query) {
    return api.post(
        "/goals/" + goal + "/key-results" + query, "{\"name\":\"Done\",\"type\":\"binary\"}");
  }
}
