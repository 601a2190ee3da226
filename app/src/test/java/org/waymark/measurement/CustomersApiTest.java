package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
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
    assertThat(made.json().get("definition").asString()).isNotBlank();
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
