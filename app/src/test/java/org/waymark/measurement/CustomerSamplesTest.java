package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import tools.jackson.databind.JsonNode;

/** Customers of a web shop and of a telephone company, against values computed independently. */
class CustomerSamplesTest {
  private static final String SHOP =
      """
      {"source":"web-shop","kind":"order","zone":"Europe/London","snapshotAt":"2011-12-10T00:00:00Z",
       "formats":{"instant":"yyyy-MM-dd HH:mm:ss"},"missing":[""],
       "fields":{"id":{"column":"InvoiceNo"},"startedAt":{"column":"InvoiceDate"},
                 "customer":{"column":"CustomerID"},"region":{"column":"Country"}}}
      """;

  /** The file has no dates: everyone was there before the month, and who left did so within it. */
  private static final String CONTRACTS =
      """
      {"source":"contracts","kind":"subscription","snapshotAt":"2026-02-01T00:00:00Z","missing":["No"],
       "fields":{"id":{"column":"customerID"},"customer":{"column":"customerID"},
                 "startedAt":{"constant":"2025-12-31T00:00:00Z"},
                 "finishedAt":{"column":"Churn","values":{"Yes":"2026-01-15T12:00:00Z"}},
                 "product":{"column":"Contract"}}}
      """;

  @Test
  void cohorts_of_a_web_shop_come_back_as_computed_independently() {
    Api api = TestServer.newWorkspace(ZoneId.of("Europe/London")).api();
    JsonNode state = Arrivals.upload(api, "online-retail-orders.csv.gz", SHOP);
    assertThat(state.get("accepted").asInt()).as(state.toString()).isEqualTo(22_064);

    Map<String, JsonNode> items = new HashMap<>();
    String days = "&from=2010-12-01&to=2011-12-31";
    for (JsonNode item : items(api, "repeat-purchase", "by=cohort&per=month" + days)) {
      String month = item.get("from").asString().substring(0, 7);
      items.put("cohort=" + item.get("by").asString() + ",month=" + month, item);
    }
    int compared = 0;
    for (String[] row : expected("online-retail")) {
      JsonNode item = items.get(row[1]);
      assertThat(item.get("state").asString()).as(row[1]).isEqualTo("measured");
      assertThat(item.get("value").doubleValue())
          .as(row[1])
          .isCloseTo(Double.parseDouble(row[3]), within(5e-7));
      assertThat(item.get("n").asInt()).as(row[1]).isEqualTo(Integer.parseInt(row[4]));
      compared++;
    }
    assertThat(compared).isEqualTo(91);

    assertThat(items(api, "active-customers", "from=2010-12-01&to=2010-12-31").get(0).get("value"))
        .as("of the first month all are new")
        .hasToString("885.0");
    JsonNode whole = items(api, "active-customers", days.substring(1)).get(0);
    assertThat(whole.get("value").longValue()).as("each once").isEqualTo(4_339);
    assertThat(whole.get("without").longValue()).as("orders of nobody known").isPositive();
    JsonNode january = items(api, "repeat-purchase", "from=2011-01-01&to=2011-01-31").get(0);
    assertThat(january.get("numerator").asInt()).isEqualTo(324);
    assertThat(january.get("denominator").asInt()).isEqualTo(885);
  }

  @Test
  void churn_of_a_telephone_company_is_that_of_its_file() {
    Api api = TestServer.newWorkspace(ZoneId.of("UTC")).api();
    JsonNode state = Arrivals.upload(api, "telco-churn-ibm.csv.gz", CONTRACTS);
    assertThat(state.get("accepted").asInt()).as(state.toString()).isEqualTo(7_043);

    String january = "from=2026-01-01&to=2026-01-31";
    Map<String, JsonNode> parts = new HashMap<>();
    for (JsonNode item : items(api, "churn", january + "&by=product")) {
      parts.put("Contract=" + item.get("by").asString(), item);
    }
    parts.put("ALL", items(api, "churn", january).get(0));
    for (String[] row : expected("telco-churn-ibm")) {
      JsonNode item = parts.get(row[1]);
      boolean count = row[2].equals("churned");
      assertThat(item.get(count ? "numerator" : "value").doubleValue())
          .as(row[1])
          .isCloseTo(Double.parseDouble(row[3]), within(5e-7));
      assertThat(item.get("denominator").asInt()).as(row[1]).isEqualTo(Integer.parseInt(row[4]));
    }
    JsonNode stayed = items(api, "retention", january).get(0);
    assertThat(stayed.get("value").doubleValue()).isCloseTo(100 - 26.536987, within(5e-7));
    assertThat(stayed.get("numerator").asInt()).isEqualTo(7_043 - 1_869);
    assertThat(items(api, "active-customers", january).get(0).get("value").intValue())
        .isEqualTo(7_043);
    assertThat(
            items(api, "churn", "from=2026-02-01&to=2026-02-28").get(0).get("settling").asBoolean())
        .as("nothing is known of February")
        .isTrue();
  }

  private static JsonNode items(Api api, String metric, String question) {
    Api.Answer answer = api.get("/metrics/" + metric + "/readings?" + question);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().get("items");
  }

  /** Rows of the table of expected values; the segment may hold a comma in quotes. */
  private static List<String[]> expected(String dataset) {
    try (var stream =
        CustomerSamplesTest.class.getResourceAsStream("/measurement/expected-open.csv")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(dataset + ","))
          .map(
              line -> {
                String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
                cells[1] = cells[1].replace("\"", "");
                return cells;
              })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
