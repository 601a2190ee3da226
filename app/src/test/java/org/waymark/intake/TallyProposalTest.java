package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Files whose lines are numbers already added up. */
class TallyProposalTest {
  @TempDir Path folder;

  @Test
  void flights_by_month_are_so_many_of_so_many() throws IOException {
    JsonNode mapping = proposed(SampleFilesTest.sample("bts-airline-ontime-monthly.csv.gz"));

    assertThat(mapping.get("kind").asString()).isEqualTo("tally");
    JsonNode fields = mapping.get("fields");
    assertThat(fields.at("/id/template").asString())
        .isEqualTo("{year}:{month}:{carrier}:{airport}");
    assertThat(fields.at("/startedAt/template").asString()).isEqualTo("{year}-{month}-1");
    assertThat(fields.at("/finishedAt/constant").asString()).isEqualTo("P1M");
    assertThat(fields.at("/missed/column").asString()).isEqualTo("arr_del15");
    assertThat(fields.at("/denominator/column").asString()).isEqualTo("arr_flights");
    assertThat(fields.at("/unit/column").asString()).isEqualTo("carrier");
  }

  @Test
  void a_week_of_calls_names_its_team() throws IOException {
    JsonNode fields =
        proposed(
                csv(
                    """
                    week_start,team,calls,answered_within_20s
                    2026-03-02,Sales,812,640
                    2026-03-09,Sales,790,655
                    2026-03-02,Service,1204,1011
                    2026-03-09,Service,1190,1100
                    """))
            .get("fields");

    assertThat(fields.at("/numerator/column").asString()).isEqualTo("answered_within_20s");
    assertThat(fields.at("/denominator/column").asString()).isEqualTo("calls");
    assertThat(fields.at("/finishedAt/constant").asString()).isEqualTo("P7D");
    assertThat(fields.at("/unit/column").asString()).isEqualTo("team");
  }

  @ParameterizedTest
  @CsvSource({
    "satisfied, numerator",
    "dissatisfied, missed",
    "unsatisfied, missed",
    "not_within_sla, missed",
    "not_on_time, missed",
    "out_of_sla, missed",
    "within_sla, numerator",
    "on_time, numerator"
  })
  void a_name_that_denies_is_what_did_not_make_it(String name, String field) throws IOException {
    JsonNode fields =
        proposed(csv("month,responses,%s\n2026-03-01,400,48\n2026-04-01,380,51\n".formatted(name)))
            .get("fields");

    assertThat(fields.at("/" + field + "/column").asString()).isEqualTo(name);
  }

  @Test
  void single_things_stay_single_things() throws IOException {
    assertThat(proposed(SampleFilesTest.sample("boston311-2015.csv.gz")).get("kind").asString())
        .isEqualTo("case");
    assertThat(
            proposed(csv("ticket_id,opened,late,total\n1,2026-03-02,1,1\n2,2026-03-03,0,1\n"))
                .get("kind")
                .asString())
        .as("one of one is a single thing")
        .isEqualTo("case");
    assertThat(
            proposed(csv("day,late,total\n2026-03-02,12,10\n2026-03-03,3,10\n"))
                .get("kind")
                .asString())
        .as("more than all is no share")
        .isEqualTo("case");
  }

  private Path csv(String text) throws IOException {
    return Files.write(folder.resolve("file.csv"), text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode proposed(Path file) throws IOException {
    return MappingProposal.of(
            file.getFileName().toString(),
            Sample.of(file, CsvFile.recognise(file)),
            ZoneOffset.UTC,
            null)
        .mapping();
  }
}
