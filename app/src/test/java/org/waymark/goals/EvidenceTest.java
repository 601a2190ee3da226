package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import tools.jackson.databind.JsonNode;

/** Numbers that people tell say where they come from, and each check-in keeps its evidence. */
class EvidenceTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private final TestWorkspace workspace = TestServer.newWorkspace();
  private String goal = "";

  @BeforeEach
  void a_goal() {
    workspace
        .api()
        .post(
            "/cycles",
            "{\"name\":\"Now\",\"code\":\"now\",\"from\":\"%s\",\"to\":\"%s\"}"
                .formatted(TODAY.minusDays(20), TODAY.plusDays(60)));
    goal =
        workspace
            .api()
            .post("/goals", "{\"statement\":\"Everyone knows what to do\",\"cycle\":\"now\"}")
            .json()
            .get("id")
            .asString();
  }

  private Api.Answer keyResult(String rest) {
    return workspace
        .api()
        .post(
            "/goals/" + goal + "/key-results",
            ("{'name':'It','type':'increase'," + rest + "}").replace('\'', '"'));
  }

  private Api.Answer told(Api.Answer keyResult, String words) {
    return workspace
        .api()
        .post(
            "/key-results/" + keyResult.json().get("id").asString() + "/check-ins",
            words.replace('\'', '"'));
  }

  private JsonNode reading(Api.Answer keyResult) {
    return workspace
        .api()
        .get("/key-results/" + keyResult.json().get("id").asString())
        .json()
        .get("progress")
        .get("reading");
  }

  @Test
  void a_vote_from_one_to_five_keeps_its_counts_and_makes_their_mean() {
    Api.Answer vote =
        keyResult("'baseline':2,'target':4,'evidence':{'kind':'vote','question':'Do you know?'}");
    assertThat(vote.status()).as(vote.body()).isEqualTo(201);
    assertThat(vote.json().get("evidence").get("answers").asString()).isEqualTo("one-to-five");
    Api.Answer said = told(vote, "{'votes':[0,1,2,4,1]}");
    assertThat(said.status()).as(said.body()).isEqualTo(201);
    assertThat(said.json().get("value").decimalValue()).isEqualByComparingTo("3.625"); // 29 of 8
    assertThat(said.json().get("votes")).hasSize(5);
    assertThat(reading(vote).get("value").asDouble()).isEqualTo(3.625);
    assertThat(told(vote, "{'votes':[1,2]}").status()).isEqualTo(422);
    assertThat(told(vote, "{'votes':[0,0,0,0,0]}").status()).isEqualTo(422);
    assertThat(told(vote, "{'votes':[0,0,0,0,-1]}").status()).isEqualTo(422);
    assertThat(told(vote, "{'votes':[0,0,0,0,1],'value':5}").status()).isEqualTo(422);
  }

  @Test
  void a_vote_of_yes_and_no_is_the_share_of_yes() {
    Api.Answer vote =
        keyResult("'baseline':20,'target':90,'evidence':{'kind':'vote','answers':'yes-no'}");
    Api.Answer said = told(vote, "{'votes':[3,9]}");
    assertThat(said.json().get("numerator").asInt()).isEqualTo(9);
    assertThat(said.json().get("denominator").asInt()).isEqualTo(12);
    assertThat(reading(vote).get("value").asDouble()).isEqualTo(75);
  }

  @Test
  void a_report_keeps_its_link_and_who_read_it() {
    Api.Answer report =
        keyResult(
            "'baseline':2,'target':4,'evidence':{'kind':'report','link':'https://example.org/r','reader':'Marta','when':'on Mondays'}");
    JsonNode usual = told(report, "{'value':3}").json();
    assertThat(usual.get("readBy").asString()).isEqualTo("Marta");
    assertThat(usual.get("evidence").asString()).isEqualTo("https://example.org/r");
    JsonNode other =
        told(report, "{'value':3,'readBy':'Sam','evidence':'https://example.org/june'}").json();
    assertThat(other.get("readBy").asString()).isEqualTo("Sam");
    assertThat(other.get("evidence").asString()).isEqualTo("https://example.org/june");
    assertThat(told(report, "{'votes':[1,1]}").status()).isEqualTo(422);
  }

  @Test
  void only_what_people_tell_has_such_a_source_and_a_change_of_words_keeps_it() {
    assertThat(keyResult("'metric':'nps','target':50,'evidence':{'kind':'vote'}").json().toString())
        .contains("the metric measures this one");
    assertThat(
            keyResult("'target':4,'evidence':{'kind':'report','link':'ftp://example.org'}")
                .json()
                .toString())
        .contains("evidence.link");
    Api.Answer tally =
        keyResult("'baseline':2,'target':4,'evidence':{'kind':'observation','counted':'Parcels'}");
    String id = tally.json().get("id").asString();
    assertThat(workspace.api().patch("/key-results/" + id, "{\"version\":1,\"target\":5}").status())
        .isEqualTo(200);
    JsonNode changed = workspace.api().get("/key-results/" + id).json();
    assertThat(changed.get("evidence").get("counted").asString()).isEqualTo("Parcels");
  }
}
