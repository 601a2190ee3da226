package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import tools.jackson.databind.JsonNode;

class SurveyImportTest {
  private final Api api = TestServer.newWorkspace(ZoneId.of("America/Los_Angeles")).api();
  private final IntakeApi intake = new IntakeApi(api);

  @Test
  void several_surveys_of_one_row_come_in_and_rounded_weights_are_counted() {
    for (int year = 2014; year <= 2016; year++) {
      JsonNode state =
          intake.take(SampleFilesTest.sample("sfo-survey-" + year + ".csv.gz"), Mappings.sfo(year));
      assertThat(state.get("state").asString()).as(state.toString()).isEqualTo("done");
      assertThat(state.get("refused").asLong()).as(state.toString()).isZero();
      assertThat(state.get("accepted").asLong()).isGreaterThan(2 * 2000);
      assertThat(state.get("roundedWeights").asLong() > 0).isEqualTo(year != 2015);
    }
  }

  @Test
  void a_page_of_refusals_that_ends_within_a_line_goes_on_within_it() {
    StringBuilder csv = new StringBuilder("id,day,a,b,c\n");
    for (int i = 0; i < 200; i++) {
      csv.append(i).append(",2026-03-02,99,99,99\n");
    }
    String rows =
        Stream.of("a", "b", "c")
            .map(
                question ->
                    "{\"fields\":{\"id\":{\"template\":\"{id}:%1$s\"},\"score\":{\"column\":\"%1$s\"}}}"
                        .formatted(question))
            .collect(Collectors.joining(","));
    JsonNode state =
        intake.take(
            "three-questions.csv",
            csv.toString().getBytes(StandardCharsets.UTF_8),
            """
            {"source":"survey","kind":"survey","formats":{"instant":"yyyy-MM-dd"},
             "fields":{"startedAt":{"column":"day"},"scale":{"constant":"nps-0-10"}},"rows":[%s]}
            """
                .formatted(rows));
    assertThat(state.get("refused").asLong()).as(state.toString()).isEqualTo(600);

    String refusals = "/imports/" + state.get("id").asString() + "/refusals";
    JsonNode first = api.get(refusals).json();
    JsonNode second = api.get(refusals + "?cursor=" + first.get("next").asString()).json();
    Set<String> told = new TreeSet<>();
    for (JsonNode page : List.of(first, second)) {
      page.get("items").forEach(one -> told.add(one.get("line") + "/" + one.get("part")));
    }
    assertThat(told).hasSize(600);
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(api.send(api.request(refusals).header("Accept", "text/csv").GET()).body().lines())
        .hasSize(601);
  }

  @Test
  void a_survey_nobody_has_mapped_gets_one_survey_for_each_question() throws IOException {
    JsonNode preview =
        intake
            .upload(
                "/imports/preview",
                "sfo-survey-2016.csv.gz",
                Files.readAllBytes(SampleFilesTest.sample("sfo-survey-2016.csv.gz")),
                null)
            .json();
    assertThat(preview.at("/mapping/kind").asString()).isEqualTo("survey");
    assertThat(preview.at("/mapping/fields/startedAt/column").asString()).isEqualTo("INTDATE");
    assertThat(preview.at("/mapping/fields/weight/column").asString()).isEqualTo("WEIGHT");
    assertThat(preview.at("/mapping/rows").toString())
        .contains("{*RESPNUM}:q7all")
        .contains("\"q7food\"");
    assertThat(preview.get("accepted").asLong()).isPositive();
  }

  @Test
  void a_day_of_the_month_alone_is_asked_about() throws IOException {
    JsonNode preview =
        intake
            .upload(
                "/imports/preview",
                "sfo-survey-2014.csv.gz",
                Files.readAllBytes(SampleFilesTest.sample("sfo-survey-2014.csv.gz")),
                null)
            .json();
    assertThat(preview.get("notes").toString()).contains("INTDATE looks like a day of the month");
  }

  @Test
  void orders_and_complaints_get_a_sensible_proposal() {
    JsonNode orders =
        preview(
            "online-retail.csv",
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
                + "536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n"
                + "536365,71053,LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom\n");
    assertThat(orders.at("/mapping/kind").asString()).isEqualTo("order");
    assertThat(orders.at("/mapping/fields/id/template").asString())
        .isEqualTo("{InvoiceNo}:{StockCode}");
    assertThat(orders.at("/mapping/fields/startedAt/column").asString()).isEqualTo("InvoiceDate");
    assertThat(orders.at("/mapping/fields/customer/column").asString()).isEqualTo("CustomerID");
    assertThat(orders.get("accepted").asLong()).isEqualTo(2);

    JsonNode complaints =
        preview(
            "complaints.csv",
            "Date received,Product,Issue,Submitted via,Date sent to company,Timely response?\n"
                + "7/29/2013,Consumer Loan,Managing the loan,Phone,7/30/2013,Yes\n"
                + "7/29/2013,Bank account,Using a card,Web,7/31/2013,Yes\n");
    assertThat(complaints.at("/mapping/formats/instant/0").asString()).isEqualTo("MM/dd/yyyy");
    assertThat(complaints.at("/mapping/fields/startedAt/column").asString())
        .isEqualTo("Date received");
    assertThat(complaints.at("/mapping/fields/respondedAt/column").asString())
        .isEqualTo("Date sent to company");
    assertThat(complaints.at("/mapping/fields/channel/column").asString())
        .isEqualTo("Submitted via");
    assertThat(complaints.get("notes").toString()).contains("id");
  }

  @Test
  void dates_that_may_be_either_way_round_are_asked_about() {
    JsonNode preview = preview("a.csv", "id,opened\n1,03/04/2015\n2,05/06/2015\n");
    assertThat(preview.get("notes").toString()).contains("either way round");
    assertThat(preview.get("refused").asLong()).isEqualTo(2);
  }

  private JsonNode preview(String name, String csv) {
    return intake
        .upload("/imports/preview", name, csv.getBytes(StandardCharsets.UTF_8), null)
        .json();
  }
}
