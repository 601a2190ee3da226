package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.Api;
import org.waymark.TestServer;
import tools.jackson.databind.JsonNode;

/** First response and resolution in the hours in which the units work. */
class BusinessHoursTest {
  private static final String OFFICE =
      """
      {"from":"2026-01-01","zone":"Europe/London","holidays":"gb-eng",
       "week":{"monday":[{"from":"09:00","to":"17:00"}],"tuesday":[{"from":"09:00","to":"17:00"}],
               "wednesday":[{"from":"09:00","to":"17:00"}],"thursday":[{"from":"09:00","to":"17:00"}],
               "friday":[{"from":"09:00","to":"17:00"}]}}""";

  private static final String MARCH =
      "/metrics/first-response-business-time/readings?statistic=p50&from=2026-03-01&to=2026-03-31";

  private Api api;

  @BeforeEach
  void a_workspace_in_london() {
    api = TestServer.newWorkspace(ZoneId.of("Europe/London")).api();
  }

  private static List<String> cases(
      int count, String prefix, String started, String responded, String more) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(
          """
          {"source":"desk","id":"%s%d","kind":"case","startedAt":"%s"%s%s}"""
              .formatted(
                  prefix,
                  i,
                  started,
                  responded.isEmpty() ? "" : ",\"respondedAt\":\"" + responded + "\"",
                  more));
    }
    return lines;
  }

  private static List<String> weekend(String more) {
    return cases(12, "w", "2026-03-06T16:30:00Z", "2026-03-09T09:45:00Z", more);
  }

  private JsonNode added(String schedule) {
    Api.Answer answer = api.post("/schedules", schedule);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private JsonNode reading(String path) {
    return api.get(path).json().get("items").get(0);
  }

  private double seconds(String path) {
    return reading(path).get("value").doubleValue();
  }

  @Test
  void a_weekend_takes_an_hour_and_a_quarter_of_business_and_65_of_calendar() {
    Arrivals.send(api, weekend(""));
    JsonNode before = reading(MARCH);
    assertThat(before.get("state").asString()).isEqualTo("noData");
    assertThat(before.get("because").asString()).isEqualTo("noHours");

    added(OFFICE);

    assertThat(seconds(MARCH)).isEqualTo(1.25 * 3600);
    assertThat(reading(MARCH).get("without").asInt()).isZero();
    assertThat(seconds(MARCH.replace("business-", ""))).isEqualTo(65.25 * 3600);
  }

  @Test
  void english_holidays_and_own_closed_days_are_not_worked() {
    added(OFFICE.replace("\"week\"", "\"closed\":[{\"day\":\"2026-04-08\"}],\"week\""));
    Arrivals.send(api, cases(12, "e", "2026-04-02T15:00:00Z", "2026-04-07T09:00:00Z", ""));
    assertThat(seconds(MARCH.replace("2026-03-31", "2026-04-30"))).isEqualTo(2 * 3600);
    Arrivals.send(api, cases(12, "e", "2026-04-02T15:00:00Z", "2026-04-09T09:00:00Z", ""));
    assertThat(seconds(MARCH.replace("2026-03-31", "2026-04-30"))).isEqualTo((1 + 8 + 1) * 3600);
  }

  @Test
  void no_stored_or_remembered_number_outlives_a_change_of_hours() {
    Arrivals.send(api, weekend(""));
    JsonNode office = added(OFFICE);
    for (int i = 0; i < 3; i++) {
      assertThat(seconds(MARCH)).isEqualTo(75 * 60);
    }
    String path = "/schedules/" + office.get("id").asString();
    String early =
        OFFICE
            .replace("09:00", "08:00")
            .replace("{\"from\":\"2026", "{\"version\":1,\"from\":\"2026");
    assertThat(api.put(path, early).status()).isEqualTo(200);
    for (int i = 0; i < 3; i++) {
      assertThat(seconds(MARCH)).isEqualTo(135 * 60);
    }
    assertThat(api.delete(path).status()).isEqualTo(204);
    assertThat(reading(MARCH).get("because").asString()).isEqualTo("noHours");
  }

  @Test
  void new_hours_change_nothing_that_started_before_them() {
    Arrivals.send(api, weekend(""));
    Arrivals.send(api, cases(12, "l", "2026-03-16T08:00:00Z", "2026-03-16T09:45:00Z", ""));
    added(OFFICE);
    String weekly = MARCH + "&per=week";
    assertThat(values(weekly)).containsExactly(75 * 60., 45 * 60.);
    added(OFFICE.replace("09:00", "08:00").replace("2026-01-01", "2026-03-09"));
    assertThat(values(weekly)).containsExactly(75 * 60., 105 * 60.);
  }

  private List<Double> values(String path) {
    List<Double> values = new ArrayList<>();
    for (JsonNode item : api.get(path).json().get("items")) {
      if (item.has("value")) {
        values.add(item.get("value").doubleValue());
      }
    }
    return values;
  }

  @Test
  void a_unit_works_by_its_own_hours_or_by_those_of_the_unit_above_as_the_tree_stood() {
    for (String unit :
        List.of(
            "{'code':'care','name':'Care','kind':'department'}",
            "{'code':'desk','name':'Desk','kind':'team','parent':'care'}",
            "{'code':'shop','name':'Shop','kind':'department'}")) {
      assertThat(api.post("/units", unit.replace('\'', '"')).status()).isEqualTo(201);
    }
    added(OFFICE.replaceFirst("\\{", "{\"unit\":\"care\","));
    Arrivals.send(api, weekend(",\"unit\":\"desk\""));
    assertThat(seconds(MARCH)).isEqualTo(75 * 60);

    Arrivals.send(
        api, cases(12, "s", "2026-03-06T16:30:00Z", "2026-03-09T09:45:00Z", ",\"unit\":\"shop\""));
    assertThat(seconds(MARCH)).isEqualTo(75 * 60);
    assertThat(reading(MARCH).get("n").asInt()).isEqualTo(12);
    assertThat(reading(MARCH).get("without").asInt()).isEqualTo(12);

    JsonNode desk = api.get("/units/desk").json();
    String moved =
        "{\"parent\":\"shop\",\"from\":\"%s\",\"version\":%d}"
            .formatted("2026-03-20", desk.get("version").asInt());
    assertThat(api.patch("/units/desk", moved).status()).isEqualTo(200);
    assertThat(reading(MARCH).get("n").asInt()).as("it moved after they started").isEqualTo(12);
    String sooner =
        "{\"parent\":\"shop\",\"from\":\"%s\",\"version\":%d}"
            .formatted("2026-03-01", api.get("/units/desk").json().get("version").asInt());
    assertThat(api.patch("/units/desk", sooner).status()).isEqualTo(200);
    assertThat(reading(MARCH).get("because").asString()).isEqualTo("noHours");
  }

  @Test
  void what_still_waits_is_known_to_have_waited_the_hours_that_were_worked() {
    added(OFFICE);
    Arrivals.send(api, weekend(""));
    Arrivals.send(api, cases(30, "o", "2026-03-06T16:30:00Z", "", ""));
    String then = MARCH + "&asOf=2026-03-09T09:30:00Z";
    assertThat(api.get(then).status()).isEqualTo(200);
    JsonNode now = reading(MARCH);
    assertThat(now.get("state").asString()).isEqualTo("atLeast");
    assertThat(now.get("open").asInt()).isEqualTo(30);
    assertThat(seconds(MARCH.replace("p50", "within:PT75M"))).isEqualTo(100. * 12 / 42);
  }

  @Test
  void waiting_for_the_customer_does_not_count_and_is_told_again() {
    added(OFFICE);
    String paused =
        ",\"pauses\":[{\"from\":\"2026-03-10T10:00:00Z\",\"to\":\"2026-03-10T15:00:00Z\"}]";
    Arrivals.send(api, cases(12, "p", "2026-03-09T12:00:00Z", "2026-03-11T11:00:00Z", paused));
    assertThat(seconds(MARCH)).isEqualTo(10 * 3600);
    assertThat(seconds(MARCH.replace("business-", ""))).isEqualTo(47 * 3600);
    JsonNode one = api.get(MARCH.replace("readings", "interactions")).json().get("items").get(0);
    assertThat(one.get("pauses").get(0).get("to").asString()).isEqualTo("2026-03-10T15:00:00Z");

    Arrivals.send(api, cases(12, "p", "2026-03-09T12:00:00Z", "2026-03-11T11:00:00Z", ""));
    assertThat(seconds(MARCH)).as("corrected: there was no pause").isEqualTo(15 * 3600);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{"from":"2026-03-10T15:00:00Z","to":"2026-03-10T10:00:00Z"}] | pauses[0].to
          [{"from":"2026-03-10T10:00:00Z","to":"2026-03-10T10:00:00Z"}] | pauses[0].to
          [{"from":"2026-03-10T10:00:00Z"}]                             | pauses[0].to
          [{"from":"2026-03-08T10:00:00Z","to":"2026-03-10T10:00:00Z"}] | pauses[0].from
          [{"from":"2026-03-10T10:00:00Z","to":"2026-03-10T12:00:00Z"},{"from":"2026-03-10T11:00:00Z","to":"2026-03-10T13:00:00Z"}] | pauses[1].from
          [{"from":"soon","to":"2026-03-10T12:00:00Z"}]                 | pauses[0].from
          [{"from":"2026-03-10T10:00:00Z","until":"2026-03-10T12:00:00Z"}] | pauses[0].until
          {"from":"2026-03-10T10:00:00Z"}                               | pauses
          """)
  void pauses_that_make_no_sense_are_refused_by_name(String pauses, String field) {
    String line = cases(1, "r", "2026-03-09T12:00:00Z", "", ",\"pauses\":" + pauses).getFirst();
    Api.Answer answer =
        api.send(
            api.request("/interactions")
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(line)));
    assertThat(answer.json().get("refused").asInt()).as(answer.body()).isEqualTo(1);
    assertThat(answer.body()).contains("\"" + field + "\"");
  }

  @Test
  void a_metric_of_ones_own_says_which_clock_it_counts_by() {
    added(OFFICE);
    Arrivals.send(api, weekend(""));
    String own =
        """
        {"key":"reply-in-hours","label":"Reply in hours","kind":"case","anchor":"startedAt",
         "measure":{"duration":["startedAt","respondedAt"]},"clock":"business",
         "statistics":["p50","within:PT2H"],"direction":"down"}""";
    Api.Answer made = api.post("/metrics", own);
    assertThat(made.status()).as(made.body()).isBetween(200, 201);
    assertThat(made.json().get("source").get("clock").asString()).isEqualTo("business");
    assertThat(seconds("/metrics/reply-in-hours/readings?from=2026-03-01&to=2026-03-31"))
        .isEqualTo(75 * 60);
    assertThat(
            seconds(
                "/metrics/reply-in-hours/readings?statistic=within:PT2H&from=2026-03-01&to=2026-03-31"))
        .isEqualTo(100);
    Api.Answer wrong =
        api.post(
            "/metrics",
            own.replace("\"duration\":[\"startedAt\",\"respondedAt\"]", "\"count\":true")
                .replace("\"p50\",\"within:PT2H\"", "\"count\""));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("\"clock\"");
  }
}
