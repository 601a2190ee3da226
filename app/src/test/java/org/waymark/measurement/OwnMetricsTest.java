package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import tools.jackson.databind.JsonNode;

/** A workspace's own metrics over the API: made, read, changed, refused. */
class OwnMetricsTest {
  private static final String SETTLED =
      """
      {"key":"claim-settlement","label":"Claim settlement time","kind":"claim",
       "where":{"all":[{"field":"status","not":"test"}]},"anchor":"startedAt",
       "measure":{"duration":["startedAt","finishedAt"]},"statistics":["p50","p90","within:PT72H"],
       "dimensions":["unit","channel"],"direction":"down","minimum":30}
      """;

  @Test
  void an_own_metric_measures_at_once_and_a_change_is_a_new_version() {
    Api api = TestServer.newWorkspace().api();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add(claim(i, i < 4 ? "test" : "open", "c" + i % 2));
    }
    Arrivals.send(api, lines);

    Api.Answer made = api.post("/metrics", SETTLED);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.header("Location")).endsWith("/api/v1/metrics/claim-settlement");
    assertThat(made.json().get("version").asInt()).isEqualTo(1);
    JsonNode first = reading(api);
    assertThat(first.get("version").asInt()).isEqualTo(1);
    assertThat(first.get("items").get(0).get("n").asInt()).as("without the tests").isEqualTo(36);

    assertThat(api.post("/metrics", SETTLED).json().get("version").asInt())
        .as("the same again changes nothing")
        .isEqualTo(1);
    Api.Answer changed =
        api.post("/metrics", SETTLED.replace("\"not\":\"test\"", "\"is\":\"test\""));
    assertThat(changed.json().get("version").asInt()).isEqualTo(2);
    JsonNode second = reading(api);
    assertThat(second.get("version").asInt()).isEqualTo(2);
    assertThat(second.get("items").get(0).get("state").asString()).isEqualTo("tooFew");
    assertThat(second.get("items").get(0).get("n").asInt()).isEqualTo(4);
  }

  @Test
  void who_has_seen_another_version_is_told_and_overwrites_nothing() {
    Api api = TestServer.newWorkspace().api();
    assertThat(seen(api, SETTLED, "0").status()).isEqualTo(201);
    String other = SETTLED.replace("\"minimum\":30", "\"minimum\":40");
    assertThat(seen(api, other, "\"1\"").json().get("version").asInt()).isEqualTo(2);

    Api.Answer late = seen(api, SETTLED, "1");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("version 2").contains("\"minimum\":40");
    assertThat(seen(api, SETTLED, "seven").status()).isEqualTo(422);
  }

  @Test
  void a_dimension_with_too_many_values_is_refused_with_their_number() {
    Api api = TestServer.newWorkspace().api();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 5_001; i++) {
      lines.add(claim(i, "open", "c" + i));
    }
    Arrivals.send(api, lines);

    Api.Answer refused =
        api.post(
            "/metrics",
            SETTLED.replace("[\"unit\",\"channel\"]", "[\"unit\",\"attribute.policy\"]"));
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.json().get("errors").get(0).get("field").asString())
        .isEqualTo("dimensions[1]");
    assertThat(refused.json().get("errors").get(0).get("reason").asString())
        .startsWith("attribute.policy has 5,001 different values");

    Api.Answer fewer =
        api.post(
            "/metrics",
            SETTLED
                .replace("[\"unit\",\"channel\"]", "[\"unit\",\"attribute.policy\"]")
                .replace("\"status\",\"not\":\"test\"", "\"channel\",\"not\":\"c7\""));
    assertThat(fewer.status())
        .as("one value less among what counts: " + fewer.body())
        .isEqualTo(201);
  }

  @Test
  void what_cannot_be_is_refused_by_the_name_of_its_place() {
    Api api = TestServer.newWorkspace().api();
    assertThat(refused(api, SETTLED.replace("\"claim-settlement\"", "\"nps\"")))
        .isEqualTo("key is taken by a shipped metric: choose another key");
    assertThat(refused(api, SETTLED.replace("\"claim-settlement\"", "\"new\"")))
        .isEqualTo("key is the address of a page: choose another key");
    assertThat(refused(api, SETTLED.replace("\"minimum\":30", "\"minimum\":30,\"unit\":\"hours\"")))
        .startsWith("unit is not known here");
    assertThat(refused(api, "[]")).startsWith("body must be");
    assertThat(refused(api, SETTLED.replace("\"anchor\":\"startedAt\",", "")))
        .isEqualTo("anchor is missing");
  }

  private static String refused(Api api, String json) {
    Api.Answer answer = api.post("/metrics", json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    JsonNode error = answer.json().get("errors").get(0);
    return error.get("field").asString() + " " + error.get("reason").asString();
  }

  private static Api.Answer seen(Api api, String json, String version) {
    return api.send(
        api.request("/metrics")
            .header("Content-Type", "application/json")
            .header("If-Match", version)
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private static JsonNode reading(Api api) {
    return api.get("/metrics/claim-settlement/readings?from=2017-05-01&to=2017-05-31").json();
  }

  private static String claim(int i, String status, String policy) {
    return """
        {"source":"claims","id":"%d","kind":"claim","startedAt":"2017-05-%02dT08:00:00Z",\
        "finishedAt":"2017-05-29T08:00:00Z","status":"%s","channel":"c%d","attributes":{"policy":"%s"}}"""
        .formatted(i, 1 + i % 28, status, i, policy);
  }
}
