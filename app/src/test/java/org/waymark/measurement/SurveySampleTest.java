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

/** The airport's passenger surveys of three years, against values computed independently. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurveySampleTest {
  private final Api api = TestServer.newWorkspace(ZoneId.of("America/Los_Angeles")).api();

  @BeforeAll
  void bring_in_three_years() {
    for (int year : new int[] {2014, 2015}) {
      JsonNode state =
          Arrivals.upload(
              api,
              "sfo-survey-" + year + ".csv.gz",
              mapping(
                  "RESPNUM", year, "{\"template\":\"" + year + "-05-{INTDATE}\"}", "yyyy-MM-d"));
      assertThat(state.get("refused").asInt()).as(state.toString()).isZero();
    }
    JsonNode state =
        Arrivals.upload(
            api,
            "sfo-survey-2016.csv.gz",
            mapping("*RESPNUM", 2016, "{\"column\":\"INTDATE\"}", "MM/dd/yyyy hh:mm:ss a"));
    assertThat(state.get("refused").asInt()).as(state.toString()).isZero();
  }

  private static String mapping(String id, int year, String started, String format) {
    return """
        {"source":"sfo-%d","kind":"survey","zone":"America/Los_Angeles","snapshotAt":"%d-07-01T00:00:00Z",
         "formats":{"instant":"%s"},"missing":[""],"skip":{"Q7ALL":["0","6"]},
         "fields":{"id":{"template":"{%s}:q7all"},"startedAt":%s,"score":{"column":"Q7ALL"},
                   "scale":{"constant":"csat-1-5"},"question":{"constant":"overall"},"weight":{"column":"WEIGHT"}}}
        """
        .formatted(year, year, format, id, started);
  }

  @ParameterizedTest
  @CsvSource({
    "2014, 78.856929, 3.995891, 2677",
    "2015, 80.000000, 4.048043, 2810",
    "2016, 80.986639, 4.038027, 2919"
  })
  void top_box_and_mean_are_those_computed_independently(
      int year, double topBox, double mean, int n) {
    JsonNode share = item(year, "");
    JsonNode average = item(year, "&statistic=mean");

    assertThat(share.get("value").doubleValue()).isCloseTo(topBox, within(5e-7));
    assertThat(share.get("n").asInt()).isEqualTo(n);
    assertThat(share.get("denominator").asInt()).isEqualTo(n);
    assertThat(average.get("value").doubleValue()).isCloseTo(mean, within(5e-7));
    assertThat(average.get("n").asInt()).isEqualTo(n);
  }

  /** Wilson's formula written out again, in another arrangement than the product's. */
  @Test
  void the_interval_is_wilsons() {
    JsonNode share = item(2014, "");
    double n = share.get("denominator").doubleValue();
    double p = share.get("numerator").doubleValue() / n;
    double z = 1.959964;
    double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));

    assertThat(share.get("low").doubleValue()).isCloseTo(100 * (centre - half), within(1e-9));
    assertThat(share.get("high").doubleValue()).isCloseTo(100 * (centre + half), within(1e-9));
  }

  /**
   * Values of a short Python script over the same files; weights there are not rounded to
   * millionths.
   */
  @ParameterizedTest
  @CsvSource({
    "2014, 79.26665189221204, 1951.3932004453443",
    "2015, 80.45753524967489, 1993.6312520336062",
    "2016, 81.39966435722825, 2372.382429546032"
  })
  void weighted_readings_say_how_many_answers_they_are_worth(
      int year, double topBox, double effective) {
    JsonNode share = item(year, "&weighted=true");

    assertThat(share.get("value").doubleValue()).isCloseTo(topBox, within(1e-4));
    assertThat(share.get("nEffective").doubleValue()).isCloseTo(effective, within(1e-2));
    assertThat(share.get("low").doubleValue())
        .isLessThan(item(year, "").get("value").doubleValue());
  }

  @Test
  void three_years_stand_side_by_side() {
    JsonNode items =
        api.get("/metrics/csat/readings?from=2014-01-01&to=2016-12-31&per=year&question=overall")
            .json()
            .get("items");

    assertThat(items).extracting(item -> item.get("n").asInt()).containsExactly(2677, 2810, 2919);
  }

  private JsonNode item(int year, String more) {
    JsonNode answer =
        api.get(
                "/metrics/csat/readings?from="
                    + year
                    + "-01-01&to="
                    + year
                    + "-12-31&question=overall"
                    + more)
            .json();
    return answer.get("items").get(0);
  }
}
