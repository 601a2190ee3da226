package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The two real data sets that ship, read line by line. */
class SampleFilesTest {
  private record Outcome(
      long lines, List<Interaction> read, Map<String, Integer> refused, Notes notes) {}

  static Path sample(String name) {
    Path here = Path.of("samples", name);
    return Files.exists(here) ? here : Path.of("..", "samples", name);
  }

  private static Outcome read(String file, String json) throws IOException {
    Mapping mapping = Mappings.read(json);
    Notes notes = new Notes();
    List<Interaction> read = new ArrayList<>();
    Map<String, Integer> refused = new TreeMap<>();
    long count = 0;
    try (CsvLines lines =
        CsvFile.open(
            sample(file), mapping.encoding(), mapping.delimiter(), new CsvFile.Progress())) {
      Map<String, Integer> places = lines.read(mapping.columns());
      List<RowReader> rows =
          mapping.rows().stream()
              .map(
                  row ->
                      new RowReader(
                          mapping, row, ZoneId.of("UTC"), places, notes, new Tallied(List::of)))
              .toList();
      for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
        count++;
        for (RowReader row : rows) {
          try {
            Interaction item = row.read(line.cells());
            if (item != null) {
              read.add(item);
            }
          } catch (Refused e) {
            refused.merge(e.field(), 1, Integer::sum);
          }
        }
      }
    }
    return new Outcome(count, read, refused, notes);
  }

  @Test
  void boston_has_121145_requests_of_which_197_finish_before_they_start() throws IOException {
    Outcome boston = read("boston311-2015.csv.gz", Mappings.BOSTON);
    assertThat(boston.lines()).isEqualTo(121_145);
    assertThat(boston.refused()).isEqualTo(Map.of("finishedAt", 197));
    Interaction first = boston.read().getFirst();
    assertThat(first.id()).isEqualTo("101001240734");
    assertThat(first.startedAt()).hasToString("2015-01-01T05:20:09Z");
    assertThat(first.dueAt()).isNull();
    assertThat(first.channel()).isEqualTo("phone");
    assertThat(first.attributes().json())
        .isEqualTo(
            "{\"TYPE\":\"Notification\",\"neighborhood\":\"Downtown / Financial District\"}");
  }

  @Test
  void a_tolerance_of_a_minute_takes_in_those_that_finish_a_little_early() throws IOException {
    Outcome boston =
        read(
            "boston311-2015.csv.gz",
            Mappings.BOSTON.replace(
                "\"kind\":\"case\"", "\"kind\":\"case\",\"tolerance\":\"PT1M\""));
    assertThat(boston.refused()).isEmpty();
    assertThat(boston.notes().tolerated).isEqualTo(197);
  }

  @Test
  void the_airport_survey_has_the_answers_its_publisher_counts() throws IOException {
    int[] expected = {2677, 2810, 2919};
    for (int year = 2014; year <= 2016; year++) {
      Outcome sfo = read("sfo-survey-" + year + ".csv.gz", Mappings.sfo(year));
      assertThat(sfo.refused()).as("refused in " + year).isEmpty();
      assertThat(sfo.read().stream().filter(item -> "overall".equals(item.question())).count())
          .as("answers in " + year)
          .isEqualTo(expected[year - 2014]);
      assertThat(sfo.read())
          .allMatch(item -> item.startedAt().toString().matches("201[456]-0[45].*"));
      assertThat(sfo.notes().roundedWeights).as("rounded in " + year).isGreaterThanOrEqualTo(0);
    }
  }
}
