package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.Api;
import org.waymark.TestServer;
import tools.jackson.databind.JsonNode;

class ReadingsApiTest {

  @Test
  void a_reading_says_number_interval_and_what_it_rests_on() {
    Api api = TestServer.newWorkspace().api();
    // Published vector: 15 promoters, 13 passives, 8 detractors: 19.4, adjusted Wald -6.28 to 42.18
    List<String> lines = new ArrayList<>();
    answers(lines, "2017-05-10", 15, 9);
    answers(lines, "2017-05-11", 13, 8);
    answers(lines, "2017-05-12", 8, 3);
    answers(lines, "2017-06-02", 3, 10);
    Arrivals.send(api, lines);

    JsonNode readings =
        api.get("/metrics/nps/readings?from=2017-05-01&to=2017-07-31&per=month").json();

    assertThat(readings.get("metric").asString()).isEqualTo("nps");
    assertThat(readings.get("version").asInt()).isEqualTo(1);
    assertThat(readings.get("statistic").asString()).isEqualTo("score");
    assertThat(readings.get("unit").asString()).isEqualTo("points");
    assertThat(readings.get("direction").asString()).isEqualTo("up");
    assertThat(Instant.parse(readings.get("asOf").asString())).isBefore(Instant.now());
    JsonNode may = readings.get("items").get(0);
    assertThat(may.get("from").asString()).isEqualTo("2017-05-01");
    assertThat(may.get("to").asString()).isEqualTo("2017-05-31");
    assertThat(may.get("by").isNull()).isTrue();
    assertThat(may.get("state").asString()).isEqualTo("measured");
    assertThat(may.get("value").doubleValue()).isEqualTo(100.0 * 7 / 36);
    assertThat(may.get("n").asInt()).isEqualTo(36);
    assertThat(may.get("low").doubleValue()).isCloseTo(-6.28, within(0.01));
    assertThat(may.get("high").doubleValue()).isCloseTo(42.18, within(0.01));
    assertThat(may.get("indicative").booleanValue()).isFalse();
    assertThat(may.get("numerator").asInt()).isEqualTo(7);
    assertThat(may.get("denominator").asInt()).isEqualTo(36);
    JsonNode june = readings.get("items").get(1);
    assertThat(june.get("state").asString()).isEqualTo("tooFew");
    assertThat(june.get("n").asInt()).isEqualTo(3);
    assertThat(june.get("needed").asInt()).isEqualTo(10);
    assertThat(june.has("value")).isFalse();
    assertThat(readings.get("items").get(2).get("state").asString()).isEqualTo("noData");
    assertThat(readings.get("items").size()).isEqualTo(3);
  }

  @Test
  void a_reading_is_right_at_once_after_each_arrival_correction_and_withdrawal() {
    Api api = TestServer.newWorkspace().api();
    List<String> lines = new ArrayList<>();
    answers(lines, "2017-05-10", 20, 9);
    Arrivals.send(api, lines);
    String path = "/metrics/nps/readings?from=2017-05-01&to=2017-05-31";
    assertThat(value(api, path)).isEqualTo(100.0);

    List<String> more = new ArrayList<>();
    answers(more, "2017-05-20", 20, 3);
    String second = Arrivals.send(api, more).get("importId").asString();
    assertThat(value(api, path)).isEqualTo(0.0);

    Arrivals.send(api, List.of(lines.getFirst().replace("\"score\":9", "\"score\":0")));
    assertThat(value(api, path)).isEqualTo(100.0 * (19 - 21) / 40);

    assertThat(api.delete("/imports/" + second).status()).isBetween(200, 204);
    assertThat(value(api, path)).isEqualTo(100.0 * (19 - 1) / 20);
  }

  @Test
  void cases_still_open_make_a_time_at_least_and_never_vanish() {
    Api api = TestServer.newWorkspace().api();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      lines.add(aCase("done" + i, "2017-05-10T08:00:00Z", "2017-05-10T10:00:00Z", "email"));
      lines.add(aCase("open" + i, "2017-05-10T08:00:00Z", null, "phone"));
    }
    Arrivals.send(api, lines);
    String path = "/metrics/resolution-time/readings?from=2017-05-01&to=2017-05-31";

    JsonNode p90 = api.get(path).json();
    JsonNode p50 = api.get(path + "&statistic=p50").json().get("items").get(0);
    JsonNode within = api.get(path + "&statistic=within:PT4H").json();

    assertThat(p90.get("statistic").asString()).isEqualTo("p90");
    assertThat(p90.get("unit").asString()).isEqualTo("seconds");
    assertThat(p90.get("items").get(0).get("state").asString()).isEqualTo("atLeast");
    assertThat(p90.get("items").get(0).get("n").asInt()).isEqualTo(40);
    assertThat(p90.get("items").get(0).get("open").asInt()).isEqualTo(20);
    assertThat(p90.get("items").get(0).get("value").doubleValue()).isGreaterThan(7200);
    assertThat(p50.get("value").doubleValue()).isEqualTo(7200);
    assertThat(within.get("unit").asString()).isEqualTo("percent");
    assertThat(within.get("direction").asString()).isEqualTo("up");
    assertThat(within.get("items").get(0).get("value").doubleValue()).isEqualTo(50.0);
  }

  @Test
  void cut_by_a_dimension_every_value_appears_in_every_period() {
    Api api = TestServer.newWorkspace().api();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      lines.add(aCase("e" + i, "2017-05-10T08:00:00Z", null, "email"));
      lines.add(aCase("p" + i, "2017-06-10T08:00:00Z", null, "phone"));
      lines.add(aCase("n" + i, "2017-06-10T08:00:00Z", null, null));
    }
    Arrivals.send(api, lines);

    JsonNode items =
        api.get("/metrics/case-volume/readings?from=2017-05-01&to=2017-06-30&per=month&by=channel")
            .json()
            .get("items");

    assertThat(items)
        .extracting(
            item ->
                item.get("from").asString()
                    + " "
                    + (item.get("by").isNull() ? "-" : item.get("by").asString())
                    + " "
                    + item.get("state").asString())
        .containsExactly(
            "2017-05-01 email measured",
            "2017-05-01 phone noData",
            "2017-05-01 - noData",
            "2017-06-01 email noData",
            "2017-06-01 phone measured",
            "2017-06-01 - measured");
    assertThat(
            value(
                api,
                "/metrics/case-volume/readings?from=2017-05-01&to=2017-06-30&channel=email&channel=phone"))
        .isEqualTo(24);
  }

  @Test
  void days_are_those_of_the_workspaces_zone() {
    Api api = TestServer.newWorkspace(ZoneId.of("America/New_York")).api();
    Arrivals.send(
        api,
        List.of(
            aCase("late", "2017-06-01T03:59:59Z", null, "email"), // 23:59:59 on 31 May
            aCase("early", "2017-06-01T04:00:00Z", null, "email")));

    assertThat(value(api, "/metrics/case-volume/readings?from=2017-05-31&to=2017-05-31"))
        .isEqualTo(1);
    assertThat(value(api, "/metrics/case-volume/readings?from=2017-06-01&to=2017-06-01"))
        .isEqualTo(1);
  }

  @Test
  void as_of_an_earlier_moment_what_came_later_has_not_happened() {
    Api api = TestServer.newWorkspace().api();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      lines.add(aCase("a" + i, "2017-05-10T08:00:00Z", "2017-05-12T08:00:00Z", "email"));
      lines.add(aCase("b" + i, "2017-05-20T08:00:00Z", "2017-05-20T09:00:00Z", "email"));
    }
    Arrivals.send(api, lines);
    String days = "?from=2017-05-01&to=2017-05-31&asOf=2017-05-11T08:00:00Z";

    assertThat(value(api, "/metrics/case-volume/readings" + days)).isEqualTo(12);
    JsonNode p50 = api.get("/metrics/resolution-time/readings" + days + "&statistic=p50").json();
    assertThat(p50.get("asOf").asString()).isEqualTo("2017-05-11T08:00:00Z");
    assertThat(p50.get("items").get(0).get("state").asString()).isEqualTo("atLeast");
    assertThat(p50.get("items").get(0).get("open").asInt()).isEqualTo(12);
    assertThat(p50.get("items").get(0).get("value").doubleValue()).isEqualTo(86_400);
  }

  @Test
  void promises_are_judged_when_they_have_passed_and_what_promised_nothing_is_told_apart() {
    Api api = TestServer.newWorkspace().api();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String finished = i < 20 ? "2017-05-11T08:00:00Z" : i < 25 ? "2017-05-13T08:00:00Z" : null;
      lines.add(due("d" + i, "2017-05-10T08:00:00Z", finished, "2017-05-12T08:00:00Z"));
    }
    for (int i = 0; i < 4; i++) {
      lines.add(aCase("free" + i, "2017-05-10T08:00:00Z", null, "email"));
      lines.add(
          due(
              "future" + i,
              "2017-05-10T08:00:00Z",
              "2017-05-11T08:00:00Z",
              "2199-01-01T00:00:00Z"));
    }
    Arrivals.send(api, lines);

    JsonNode item =
        api.get("/metrics/on-time-share/readings?from=2017-05-01&to=2017-05-31")
            .json()
            .get("items")
            .get(0);

    assertThat(item.get("numerator").asInt()).isEqualTo(20);
    assertThat(item.get("denominator").asInt()).isEqualTo(30);
    assertThat(item.get("without").asInt()).isEqualTo(4);
    assertThat(
            api.get("/metrics/on-time-share/readings?from=2199-01-01&to=2199-01-01")
                .json()
                .get("items")
                .get(0)
                .get("state")
                .asString())
        .isEqualTo("noData");
  }

  @ParameterizedTest
  @CsvSource({
    "/metrics/nps/readings?from=yesterday, 422, from",
    "/metrics/nps/readings?from=2017-02-30, 422, from",
    "/metrics/nps/readings?from=0001-01-01, 422, from",
    "/metrics/nps/readings?from=2017-06-01&to=2017-05-01, 422, to",
    "/metrics/nps/readings?per=fortnight, 422, per",
    "/metrics/nps/readings?from=1900-01-01&to=2100-01-01&per=day, 422, per",
    "/metrics/nps/readings?by=topic, 422, by",
    "/metrics/nps/readings?topic=roads, 422, topic",
    "/metrics/nps/readings?attribute.priority=1, 422, attribute.priority",
    "/metrics/nps/readings?unit=nowhere, 422, unit",
    "/metrics/nps/readings?statistic=p90, 422, statistic",
    "/metrics/resolution-time/readings?statistic=within:4h, 422, statistic",
    "/metrics/case-volume/readings?weighted=true, 422, weighted",
    "/metrics/nps/readings?weighted=maybe, 422, weighted",
    "/metrics/nps/readings?asOf=2199-01-01T00:00:00Z, 422, asOf",
    "/metrics/nps/readings?asOf=now, 422, asOf",
    "/metrics/nps/readings?colour=red, 422, colour",
    "/metrics/nps/readings?from=2017-01-01&from=2017-02-01, 422, from",
    "/metrics/nps/interactions?limit=0, 422, limit",
    "/metrics/nps/interactions?cursor=!!, 422, cursor",
  })
  void what_makes_no_sense_is_refused_by_its_name(String path, int status, String field) {
    Api.Answer answer = TestServer.newWorkspace().api().get(path);

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
  }

  @Test
  void an_unknown_metric_is_not_found() {
    Api api = TestServer.newWorkspace().api();
    assertThat(api.get("/metrics/happiness/readings").status()).isEqualTo(404);
    assertThat(api.get("/metrics/happiness").status()).isEqualTo(404);
    assertThat(api.get("/metrics/happiness/interactions").status()).isEqualTo(404);
  }

  @Test
  void the_catalogue_explains_each_metric() {
    JsonNode metrics = TestServer.newWorkspace().api().get("/metrics").json().get("items");

    assertThat(metrics)
        .extracting(metric -> metric.get("key").asString())
        .containsExactly(
            "nps",
            "csat",
            "ces",
            "case-volume",
            "first-response-time",
            "resolution-time",
            "first-response-business-time",
            "resolution-business-time",
            "first-contact-resolution",
            "reopen-rate",
            "on-time-share",
            "order-turnaround",
            "claim-turnaround",
            "complaint-rate",
            "complaint-rate-of-customers",
            "bot-containment",
            "active-customers",
            "churn",
            "retention",
            "repeat-purchase",
            "stock-availability",
            "help-article-engagement",
            "activity-count",
            "promoter-referrals",
            "negative-comments-answered");
    assertThat(metrics.get(5).get("statistics"))
        .extracting(JsonNode::asString)
        .containsExactly("p90", "p50", "p95", "mean");
    assertThat(metrics.get(5).get("unit").asString()).isEqualTo("seconds");
    assertThat(metrics.get(5).get("definition").asString()).contains("resolved");
    assertThat(metrics.get(5).get("pitfalls").size()).isGreaterThan(2);
  }

  @Test
  void a_metric_of_ones_own_measures_what_came_before_it_was_defined() {
    Api api = TestServer.newWorkspace().api();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add(
          aCase("c" + i, "2017-05-10T08:00:00Z", null, i < 30 ? "email" : "phone")
              .replace("\"kind\":\"case\"", "\"kind\":\"claim\""));
    }
    Arrivals.send(api, lines);
    String own =
        """
        {"key":"mail-share","label":"Claims by mail","kind":"claim","anchor":"startedAt",
         "measure":{"share":{"of":{"field":"channel","is":"email"}}},"statistics":["share"],
         "dimensions":["unit"],"direction":"down"}
        """;

    assertThat(api.post("/metrics", own).status()).isEqualTo(201);

    assertThat(value(api, "/metrics/mail-share/readings?from=2017-05-01&to=2017-05-31"))
        .isEqualTo(75.0);
    assertThat(api.post("/metrics", own.replace("email", "phone")).json().get("version").asInt())
        .isEqualTo(2);
    assertThat(value(api, "/metrics/mail-share/readings?from=2017-05-01&to=2017-05-31"))
        .isEqualTo(25.0);
    assertThat(
            api.post("/metrics", own.replace("mail-share", "nps"))
                .json()
                .get("errors")
                .get(0)
                .get("field")
                .asString())
        .isEqualTo("key");
  }

  @Test
  void readings_come_as_a_table_too() {
    Api api = TestServer.newWorkspace().api();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      lines.add(aCase("c" + i, "2017-05-10T08:00:00Z", null, "=cmd()"));
    }
    Arrivals.send(api, lines);

    Api.Answer table =
        api.send(
            api.request("/metrics/case-volume/readings?from=2017-05-01&to=2017-05-31&by=channel")
                .header("Accept", "text/csv")
                .GET());

    assertThat(table.status()).isEqualTo(200);
    assertThat(table.header("Content-Type")).startsWith("text/csv");
    List<String> rows = table.body().lines().toList();
    assertThat(rows.getFirst()).startsWith("metric,version,statistic,unit,asOf,from,to,by,state");
    assertThat(rows.get(1)).contains(",2017-05-01,2017-05-31,'=cmd(),measured,12.0,12,");
  }

  @Test
  void behind_a_number_stand_the_interactions_that_made_it() {
    Api api = TestServer.newWorkspace().api();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      lines.add(aCase("c" + i, "2017-05-10T08:00:00Z", null, i < 15 ? "email" : "phone"));
    }
    lines.add(aCase("elsewhere", "2017-06-10T08:00:00Z", null, "email"));
    lines.add(
        aCase("taken-back", "2017-05-10T08:00:00Z", null, "email")
            .replace("}", ",\"status\":\"withdrawn\"}"));
    Arrivals.send(api, lines);
    String path =
        "/metrics/case-volume/interactions?from=2017-05-01&to=2017-05-31&channel=email&limit=10";

    JsonNode first = api.get(path).json();
    JsonNode second = api.get(path + "&cursor=" + first.get("next").asString()).json();

    assertThat(first.get("items").size()).isEqualTo(10);
    assertThat(second.get("items").size()).isEqualTo(5);
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(second.get("items").get(4).get("id").asString()).isEqualTo("c14");
    assertThat(second.get("items").get(4).get("source").asString()).isEqualTo("helpdesk");
    assertThat(second.get("items").get(4).get("channel").asString()).isEqualTo("email");
  }

  private static double value(Api api, String path) {
    JsonNode answer = api.get(path).json();
    assertThat(answer.get("items").get(0).get("state").asString())
        .as(answer.toString())
        .isEqualTo("measured");
    return answer.get("items").get(0).get("value").doubleValue();
  }

  private static void answers(List<String> lines, String day, int count, int score) {
    for (int i = 0; i < count; i++) {
      lines.add(
          """
          {"source":"survey","id":"%s-%d-%d","kind":"survey","startedAt":"%sT12:00:00Z","scale":"nps-0-10","score":%d}"""
              .formatted(day, score, i, day, score));
    }
  }

  private static String aCase(String id, String started, String finished, String channel) {
    return """
        {"source":"helpdesk","id":"%s","kind":"case","startedAt":"%s","finishedAt":%s,"channel":%s}"""
        .formatted(id, started, quoted(finished), quoted(channel));
  }

  private static String due(String id, String started, String finished, String due) {
    return """
        {"source":"helpdesk","id":"%s","kind":"case","startedAt":"%s","finishedAt":%s,"dueAt":"%s"}"""
        .formatted(id, started, quoted(finished), due);
  }

  private static String quoted(String text) {
    return text == null ? "null" : '"' + text + '"';
  }
}
