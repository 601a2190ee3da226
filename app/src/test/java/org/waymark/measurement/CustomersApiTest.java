package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;

/** Metrics that follow customers, over the API, with sets small enough to be counted by hand. */
class CustomersApiTest {
  private static final String FEBRUARY = "from=2026-02-01&to=2026-02-28";

  private final TestServer.TestWorkspace workspace = TestServer.newWorkspace();
  private final Api api = workspace.api();

  private static String line(String kind, int item, String more) {
    return "{\"source\":\"test\",\"kind\":\"%s\",\"id\":\"%s-%d\",%s}"
        .formatted(kind, kind, item, more);
  }

  private static String subscription(int customer, String started, String finished) {
    return line(
        "subscription",
        customer,
        "\"customer\":\"c%d\",\"startedAt\":\"%sT00:00:00Z\"%s"
            .formatted(
                customer,
                started,
                finished.isEmpty() ? "" : ",\"finishedAt\":\"" + finished + "T12:00:00Z\""));
  }

  /** A hundred at the start, of whom ten leave; twenty come. */
  private void subscriptions() {
    List<String> lines = new ArrayList<>();
    for (int customer = 0; customer < 120; customer++) {
      String started = customer < 100 ? "2026-01-05" : "2026-02-10";
      lines.add(subscription(customer, started, customer < 10 ? "2026-02-15" : ""));
    }
    Arrivals.send(api, lines);
  }

  @Test
  void churn_and_retention_are_told_of_those_who_were_there_at_the_start() {
    subscriptions();

    JsonNode churn = item("churn", FEBRUARY);
    assertThat(churn.get("value").doubleValue()).isEqualTo(10);
    assertThat(churn.get("numerator").asInt()).isEqualTo(10);
    assertThat(churn.get("denominator").asInt()).isEqualTo(100);
    assertThat(churn.get("n").asInt()).isEqualTo(100);
    assertThat(churn.get("low").doubleValue()).isBetween(5.5, 5.6); // Wilson of 10 of 100
    assertThat(churn.has("settling")).isFalse();
    assertThat(item("retention", FEBRUARY).get("value").doubleValue()).isEqualTo(90);
    assertThat(item("active-customers", FEBRUARY).get("value").intValue()).isEqualTo(120);

    JsonNode before = item("churn", FEBRUARY + "&asOf=2026-02-14T00:00:00Z");
    assertThat(before.get("value").doubleValue()).as("nobody had left").isZero();
    assertThat(before.get("settling").asBoolean()).isTrue();

    assertThat(item("churn", "from=2026-01-01&to=2026-01-31").get("state").asString())
        .as("nobody was there at the start of January")
        .isEqualTo("noData");
  }

  @Test
  void what_arrives_later_is_told_at_once_and_a_withdrawn_import_is_forgotten() {
    subscriptions();
    assertThat(item("churn", FEBRUARY).get("numerator").asInt()).isEqualTo(10);

    String correction =
        Arrivals.send(api, List.of(subscription(50, "2026-01-05", "2026-02-20")))
            .get("importId")
            .asString();
    assertThat(item("churn", FEBRUARY).get("numerator").asInt()).isEqualTo(11);

    assertThat(api.delete("/imports/" + correction).status()).isBetween(200, 204);
    assertThat(item("churn", FEBRUARY).get("numerator").asInt()).isEqualTo(10);
  }

  @Test
  void a_unit_counts_with_everything_below_it_and_customers_once() {
    api.post("/units", "{\"code\":\"sales\",\"name\":\"Sales\",\"kind\":\"department\"}");
    for (String team : List.of("north", "south")) {
      api.post(
          "/units",
          "{\"code\":\"%s\",\"name\":\"%s\",\"kind\":\"team\",\"parent\":\"sales\"}"
              .formatted(team, team));
    }
    List<String> lines = new ArrayList<>();
    for (int order = 0; order < 40; order++) {
      lines.add(
          line(
              "order",
              order,
              "\"customer\":\"c%d\",\"unit\":\"%s\",\"startedAt\":\"2026-02-0%dT09:00:00Z\""
                  .formatted(order % 10, order % 4 < 2 ? "north" : "south", 1 + order % 9)));
    }
    lines.add(line("order", 99, "\"startedAt\":\"2026-02-05T09:00:00Z\",\"unit\":\"north\""));
    Arrivals.send(api, lines);

    JsonNode sales = item("active-customers", FEBRUARY + "&unit=sales");
    assertThat(sales.get("value").intValue()).as("not 40, and not twice").isEqualTo(10);
    assertThat(sales.get("without").intValue()).isEqualTo(1);
    assertThat(sales.has("low")).as("they are counted, not estimated").isFalse();
    JsonNode days = items("active-customers", "per=day&from=2026-02-01&to=2026-02-02");
    assertThat(days.get(0).get("value").intValue() + days.get(1).get("value").intValue())
        .as("days would count some twice")
        .isGreaterThan(
            item("active-customers", "from=2026-02-01&to=2026-02-02").get("value").intValue() - 1);
  }

  @Test
  void complaints_have_garwoods_interval_per_thousand_orders() {
    List<String> lines = new ArrayList<>();
    for (int order = 0; order < 1_000; order++) {
      lines.add(line("order", order, "\"startedAt\":\"2026-02-05T09:00:00Z\",\"channel\":\"web\""));
    }
    for (int n = 0; n < 5; n++) {
      lines.add(
          line(
              "case",
              n,
              "\"startedAt\":\"2026-02-0%dT09:00:00Z\",\"complaint\":%s,\"channel\":\"%s\""
                  .formatted(n + 1, n < 3, n < 2 ? "web" : "phone")));
    }
    Arrivals.send(api, lines);

    Api.Answer answer = api.get("/metrics/complaint-rate/readings?" + FEBRUARY);
    assertThat(answer.json().get("statistic").asString()).isEqualTo("per1000");
    assertThat(answer.json().get("unit").asString()).isEqualTo("rate");
    JsonNode rate = answer.json().get("items").get(0);
    assertThat(rate.get("value").doubleValue()).isEqualTo(3);
    assertThat(rate.get("low").doubleValue()).isBetween(0.6185, 0.6195);
    assertThat(rate.get("high").doubleValue()).isBetween(8.7665, 8.7675);
    JsonNode parts = items("complaint-rate", FEBRUARY + "&by=channel");
    assertThat(parts.get(0).get("by").asString()).isEqualTo("phone");
    assertThat(parts.get(0).get("because").asString()).isEqualTo("noBase");
    assertThat(parts.get(1).get("value").doubleValue()).isEqualTo(2);
    assertThat(api.get("/metrics/complaint-rate/readings?by=topic").status()).isEqualTo(422);
  }

  @Test
  void first_contact_leaves_out_who_nobody_knows_and_settles_after_a_week() {
    List<String> lines = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      lines.add(
          line(
              "case",
              n,
              "\"customer\":\"c%d\",\"topic\":\"billing\",\"startedAt\":\"2026-02-20T09:00:00Z\",\"finishedAt\":\"2026-02-20T10:00:00Z\""
                  .formatted(n)));
    }
    lines.add(
        line(
            "case",
            20,
            "\"startedAt\":\"2026-02-20T09:00:00Z\",\"finishedAt\":\"2026-02-20T10:00:00Z\""));
    lines.add(
        line(
            "case",
            21,
            "\"customer\":\"c1\",\"topic\":\"billing\",\"startedAt\":\"2026-02-26T09:00:00Z\""));
    Arrivals.send(api, lines);

    JsonNode first = item("first-contact-resolution", FEBRUARY);
    assertThat(first.get("numerator").asInt()).isEqualTo(19);
    assertThat(first.get("denominator").asInt()).isEqualTo(20);
    assertThat(first.get("without").asInt()).isEqualTo(1);
    assertThat(first.has("settling")).isFalse();
    JsonNode young = item("first-contact-resolution", FEBRUARY + "&asOf=2026-03-07T23:00:00Z");
    assertThat(young.get("settling").asBoolean()).isTrue();
    JsonNode old = item("first-contact-resolution", FEBRUARY + "&asOf=2026-03-08T00:00:00Z");
    assertThat(old.has("settling")).isFalse();
    JsonNode then = item("first-contact-resolution", FEBRUARY + "&asOf=2026-02-25T00:00:00Z");
    assertThat(then.get("numerator").asInt()).isEqualTo(20);
  }

  /** Nobody came after the tenth of February: what is known goes on to today all the same. */
  @Test
  void who_leaves_is_seen_although_nobody_comes_any_more() {
    subscriptions();
    Period latest =
        TestServer.bean(Tenancy.class)
            .as(
                workspace.id(),
                () ->
                    TestServer.bean(Measurement.class)
                        .latest(ShippedMetrics.find("churn").orElseThrow()));
    assertThat(latest.to()).isEqualTo(LocalDate.now(ZoneOffset.UTC));
  }

  @Test
  void cohorts_come_back_in_periods_and_are_the_same_whoever_asks() {
    List<String> lines = new ArrayList<>();
    for (int order = 0; order < 60; order++) {
      String day = order < 30 ? "2026-01-%02d".formatted(1 + order) : "2026-02-10";
      lines.add(
          line(
              "order",
              order,
              "\"customer\":\"c%d\",\"startedAt\":\"%sT09:00:00Z\"".formatted(order % 45, day)));
    }
    Arrivals.send(api, lines);
    String cohorts = "/metrics/repeat-purchase/readings?by=cohort";

    Api.Answer whole = api.get(cohorts + "&from=2026-01-01&to=2026-02-28");
    assertThat(whole.status()).isEqualTo(422);
    assertThat(whole.json().get("errors").get(0).get("field").asString()).isEqualTo("per");
    assertThat(api.get("/metrics/churn/readings?per=day&from=2020-01-01&to=2026-01-01").status())
        .isEqualTo(422);

    JsonNode months = items("repeat-purchase", "by=cohort&per=month&from=2026-01-01&to=2026-02-28");
    assertThat(months)
        .extracting(one -> one.get("from") + " " + one.get("by") + " " + one.path("numerator"))
        .contains(
            "\"2026-01-01\" \"2026-01\" 30",
            "\"2026-02-01\" \"2026-01\" 15",
            "\"2026-02-01\" \"2026-02\" 15");
    JsonNode part = items("repeat-purchase", "by=cohort&per=month&from=2026-01-15&to=2026-02-28");
    assertThat(part)
        .as("half of January says nothing of who first came in January")
        .noneMatch(one -> one.get("from").asString().startsWith("2026-01") && one.has("numerator"));
    String days = "by=cohort&per=day&from=2026-02-08&to=";
    assertThat(items("repeat-purchase", days + "2026-02-12").toString())
        .doesNotContain("\"2026-02\"");
    JsonNode later = items("repeat-purchase", days + "2026-02-28");
    assertThat(later).noneMatch(one -> "2026-02".equals(one.path("by").asString("")));
  }

  @Test
  void a_day_that_an_island_left_out_has_no_number() {
    TestServer.TestWorkspace samoa = TestServer.newWorkspace(ZoneId.of("Pacific/Apia"));
    Arrivals.send(
        samoa.api(),
        List.of(line("order", 1, "\"customer\":\"c1\",\"startedAt\":\"2011-12-29T20:00:00Z\"")));
    Api.Answer days =
        samoa.api().get("/metrics/active-customers/readings?per=day&from=2011-12-29&to=2011-12-31");
    assertThat(days.status()).as(days.body()).isEqualTo(200);
    assertThat(days.json().get("items").get(1).get("state").asString()).isEqualTo("noData");
    assertThat(
            samoa
                .api()
                .get("/metrics/active-customers/readings?from=2011-12-30&to=2011-12-30")
                .status())
        .isEqualTo(200);
  }

  @Test
  void results_of_periods_are_dropped_when_they_are_old_many_or_of_nothing() {
    subscriptions();
    item("churn", FEBRUARY);
    Tenancy tenancy = TestServer.bean(Tenancy.class);
    PeriodTable table = TestServer.bean(PeriodTable.class);
    assertThat(kept()).isPositive();
    tenancy.run(workspace.id(), () -> table.sweep(List.of("churn")));
    assertThat(kept()).isEqualTo(1);
    tenancy.run(
        workspace.id(),
        () ->
            TestServer.bean(JdbcClient.class)
                .sql("update period_result set kept_at = kept_at - interval '31 days'")
                .update());
    tenancy.run(workspace.id(), () -> table.sweep(List.of("churn")));
    assertThat(kept()).isZero();
    assertThat(item("churn", FEBRUARY).get("numerator").asInt()).isEqualTo(10);
    tenancy.run(workspace.id(), () -> table.sweep(List.of("nps")));
    assertThat(kept()).isZero();
  }

  private long kept() {
    return TestServer.bean(Tenancy.class)
        .in(
            workspace.id(),
            () ->
                TestServer.bean(JdbcClient.class)
                    .sql("select count(*) from period_result where workspace_id = :workspace")
                    .param("workspace", workspace.id())
                    .query(Long.class)
                    .single());
  }

  @Test
  void a_time_before_that_shrinks_is_refused() {
    Api.Answer refused =
        api.post(
            "/metrics",
            """
            {"key":"odd","label":"Odd","kind":"order","anchor":"startedAt","measure":{"repeat":"P1M-30D"},
             "statistics":["share"],"dimensions":["channel"]}
            """);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("errors").get(0).get("field").asString())
        .isEqualTo("measure.repeat");
  }

  @Test
  void own_definitions_have_the_same_measures() {
    subscriptions();
    List<String> lines = new ArrayList<>();
    for (int order = 0; order < 30; order++) {
      lines.add(
          line(
              "order",
              order,
              "\"customer\":\"o%d\",\"startedAt\":\"2026-0%d-10T09:00:00Z\",\"status\":\"%s\""
                  .formatted(
                      order % 15, order < 20 ? 1 : 2, order % 3 == 0 ? "returned" : "sent")));
    }
    Arrivals.send(api, lines);
    define("buyers", "\"kind\":\"order\"", "{\"distinct\":\"customer\"}", "count");
    define("leaving", "\"kind\":\"subscription\"", "{\"churn\":true}", "share");
    define("again", "\"kind\":\"order\"", "{\"repeat\":\"P1M\"}", "share");
    define(
        "returns",
        "\"kind\":\"order\"",
        "{\"rate\":{\"of\":{\"field\":\"status\",\"is\":\"returned\"},\"per\":100,\"over\":{\"kind\":\"order\"}}}",
        "per100");

    assertThat(item("buyers", "from=2026-01-01&to=2026-01-31").get("value").intValue())
        .isEqualTo(15);
    assertThat(item("leaving", FEBRUARY).get("value").doubleValue()).isEqualTo(10);
    JsonNode again = item("again", FEBRUARY);
    assertThat(again.get("denominator").asInt()).isEqualTo(15);
    assertThat(again.get("numerator").asInt()).isEqualTo(10);
    assertThat(item("returns", "from=2026-01-01&to=2026-02-28").get("numerator").asInt())
        .isEqualTo(10);
    assertThat(item("returns", "from=2026-01-01&to=2026-02-28").get("value").doubleValue())
        .isEqualTo(100 * 10 / 30.0);
  }

  private void define(String key, String kind, String measure, String statistic) {
    Api.Answer made =
        api.post(
            "/metrics",
            "{\"key\":\"%s\",\"label\":\"%s\",%s,\"anchor\":\"startedAt\",\"measure\":%s,\"statistics\":[\"%s\"],\"dimensions\":[\"channel\"]}"
                .formatted(key, key, kind, measure, statistic));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().get("definition").asString()).isNotBlank().doesNotContain("P1M");
  }

  private JsonNode item(String metric, String question) {
    JsonNode items = items(metric, question);
    assertThat(items).as(metric + " " + question).hasSize(1);
    return items.get(0);
  }

  private JsonNode items(String metric, String question) {
    Api.Answer answer = api.get("/metrics/" + metric + "/readings?" + question);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().get("items");
  }
}
