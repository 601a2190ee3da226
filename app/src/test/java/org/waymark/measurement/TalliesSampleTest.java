package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.Api;
import org.waymark.TestServer;
import tools.jackson.databind.JsonNode;

/**
 * Numbers that arrive already added up: England's emergency departments and nine pairs of airline
 * and airport, against values computed independently.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TalliesSampleTest {
  /** As the proposal writes it, with the root unit and the departments' type as words. */
  private static final String HOSPITALS =
      """
      {"source":"ae","kind":"tally","fields":{"id":{"template":"{period}:{org_code}:{type}"},
       "startedAt":{"column":"period"},"finishedAt":{"constant":"P1M"},"metric":{"constant":"on-time-share"},
       "missed":{"column":"breaches"},"denominator":{"column":"attendances"},
       "unit":{"column":"org_code","unknown":"create"},"topic":{"column":"type"}}}
      """;

  /** Two things are counted of the same flights, so each line is two tallies. */
  private static final String FLIGHTS =
      """
      {"source":"flights","kind":"tally","missing":["","NULL"],
       "fields":{"startedAt":{"template":"{year}-{month}-1"},"finishedAt":{"constant":"P1M"},
        "unit":{"template":"{carrier}-{airport}","unknown":"create"},"denominator":{"column":"arr_flights"}},
       "rows":[
        {"fields":{"id":{"template":"{year}-{month}:{carrier}:{airport}:late"},
          "metric":{"constant":"on-time-share"},"missed":{"column":"arr_del15"}}},
        {"fields":{"id":{"template":"{year}-{month}:{carrier}:{airport}:cancelled"},
          "metric":{"constant":"cancelled-flights"},"numerator":{"column":"arr_cancelled"}}}]}
      """;

  private final Api hospitals = TestServer.newWorkspace(ZoneId.of("Europe/London")).api();
  private final Api flights = TestServer.newWorkspace(ZoneId.of("America/New_York")).api();

  @BeforeAll
  void bring_them_in() {
    JsonNode state = Arrivals.upload(hospitals, "nhs-ae-attendances.csv.gz", HOSPITALS);
    assertThat(state.get("accepted").asInt()).as(state.toString()).isEqualTo(12_765);
    assertThat(state.get("refused").asInt()).as(state.toString()).isZero();

    Api.Answer own =
        flights.post(
            "/metrics",
            """
            {"key":"cancelled-flights","label":"Cancelled flights","kind":"order","anchor":"startedAt",
             "measure":{"share":{"of":{"field":"status","is":"cancelled"}}},"statistics":["share"],
             "dimensions":["unit"],"direction":"down"}
            """);
    assertThat(own.status()).as(own.body()).isEqualTo(201);
    state = Arrivals.upload(flights, "bts-airline-ontime-monthly.csv.gz", FLIGHTS);
    assertThat(state.get("lines").asInt()).as(state.toString()).isEqualTo(2_023);
    assertThat(state.get("refused").asInt()).as(state.toString()).isZero();
  }

  /** From the expected values computed outside this project, and the published yearly figures. */
  @ParameterizedTest
  @CsvSource({
    "2016-04-01, 2016-04-30, 90.035127, 1867781",
    "2017-01-01, 2017-01-31, 85.141341, 1895272",
    "2017-12-01, 2017-12-31, 84.985035, 2003954",
    "2018-05-01, 2018-05-31, 90.390112, 2164458",
    "2019-03-01, 2019-03-31, 86.604277, 2167550",
  })
  void a_month_of_all_hospitals_is_their_attendances_pooled(
      String from, String to, double share, long attendances) {
    JsonNode month = reading(hospitals, "on-time-share?from=" + from + "&to=" + to);
    assertThat(month.get("value").doubleValue()).isCloseTo(share, within(0.000001));
    assertThat(month.get("n").asLong()).isEqualTo(attendances);
    assertThat(month.get("low").doubleValue()).isLessThan(share);
    assertThat(month.get("high").doubleValue())
        .as("millions are nearly certain")
        .isBetween(share, share + 0.1);
  }

  @Test
  void the_published_yearly_figures_come_out() {
    double[] published = {89.1, 88.3, 88.0};
    for (int year = 0; year < 3; year++) {
      String days = "from=%d-04-01&to=%d-03-31".formatted(2016 + year, 2017 + year);
      assertThat(reading(hospitals, "on-time-share?" + days).get("value").doubleValue())
          .isCloseTo(published[year], within(0.05));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "aa-jax, 78.411148, 51383",
    "aa-mco, 77.596037, 270287",
    "aa-mia, 79.765543, 947893",
    "dl-jax, 83.112501, 89510",
    "dl-mia, 81.463608, 149193",
    "wn-mco, 82.553784, 745302",
    "wn-mia, 73.750235, 21284",
  })
  void each_airline_at_each_airport_is_a_unit_with_its_own_share(
      String unit, double share, long arrivals) {
    JsonNode all = reading(flights, "on-time-share?unit=" + unit);
    assertThat(all.get("value").doubleValue()).isCloseTo(share, within(0.000001));
    assertThat(all.get("n").asLong()).isEqualTo(arrivals);
  }

  @ParameterizedTest
  @CsvSource({
    "aa-jax, 1.866376, 51383",
    "dl-mco, 1.026069, 338866",
    "wn-jax, 0.889986, 120676",
    "wn-mia, 2.424356, 21284",
  })
  void an_own_metric_is_fed_by_tallies_alone(String unit, double share, long arrivals) {
    JsonNode all = reading(flights, "cancelled-flights?unit=" + unit);
    assertThat(all.get("value").doubleValue()).isCloseTo(share, within(0.000001));
    assertThat(all.get("n").asLong()).isEqualTo(arrivals);
  }

  @Test
  void months_and_units_stand_side_by_side() {
    JsonNode months =
        hospitals
            .get("/metrics/on-time-share/readings?from=2016-04-01&to=2019-03-31&per=month")
            .json()
            .get("items");
    assertThat(months.size()).isEqualTo(36);
    assertThat(months.get(8).get("value").doubleValue()).isCloseTo(86.175946, within(0.000001));

    JsonNode units = flights.get("/metrics/on-time-share/readings?by=unit&per=all").json();
    assertThat(units.get("items").size()).isEqualTo(9);
  }

  @Test
  void behind_a_number_are_the_tallies_that_made_it() {
    JsonNode behind =
        flights
            .get("/metrics/on-time-share/interactions?unit=aa-jax&from=2003-06-01&to=2003-06-30")
            .json()
            .get("items");
    assertThat(behind.size()).isEqualTo(1);
    assertThat(behind.get(0).get("numerator").asInt()).as("90 flights less 18 late").isEqualTo(72);
    assertThat(behind.get(0).get("denominator").asInt()).isEqualTo(90);
    assertThat(behind.get(0).get("finishedAt").asString()).isEqualTo("2003-07-01T04:00:00Z");
  }

  @Test
  void a_key_result_measures_itself_from_tallies() {
    good(
        flights,
        "/cycles",
        "{\"name\":\"2019\",\"code\":\"2019\",\"from\":\"2019-01-01\",\"to\":\"2019-12-31\"}");
    String goal =
        good(flights, "/goals", "{\"statement\":\"Land on time in Miami.\",\"cycle\":\"2019\"}")
            .get("id")
            .asString();
    JsonNode kr =
        good(
            flights,
            "/goals/" + goal + "/key-results",
            """
            {"name":"Arrivals on time","metric":"on-time-share","unit":"aa-mia","type":"increase",
             "baseline":75,"target":85,"window":"cycle"}
            """);
    JsonNode year = reading(flights, "on-time-share?unit=aa-mia&from=2019-01-01&to=2019-12-31");
    JsonNode progress =
        flights.get("/goals/" + goal).json().get("keyResults").get(0).get("progress");
    assertThat(kr.get("metricUnit").asString()).isEqualTo("percent");
    assertThat(progress.get("state").asString()).isEqualTo("measured");
    assertThat(progress.get("reading").get("value").doubleValue())
        .isEqualTo(year.get("value").doubleValue());
    assertThat(progress.get("raw").doubleValue())
        .isCloseTo((year.get("value").doubleValue() - 75) / 10, within(1e-9));
  }

  private static JsonNode good(Api api, String path, String json) {
    Api.Answer answer = api.post(path, json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private static JsonNode reading(Api api, String query) {
    Api.Answer answer = api.get("/metrics/" + query.replaceFirst("\\?", "/readings?"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().get("items").get(0);
  }
}
