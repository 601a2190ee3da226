package org.waymark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.measure.Reading.AtLeast;
import org.waymark.measure.Reading.Measured;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.measure.metric.Statistic;

/**
 * A year of real service requests against arithmetic done elsewhere: {@code boston-months.csv} was
 * computed from the same file by a short Python script that counts and multiplies row by row.
 */
class BostonTest {

  private static final ZoneId BOSTON = ZoneId.of("America/New_York");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);
  private static final Map<Integer, Long> KNOWN =
      Map.of(1, Moment.micros(Instant.parse("2016-01-13T03:30:00Z")));

  @TempDir Path home;

  @Test
  void every_month_agrees_with_arithmetic_done_elsewhere() throws IOException {
    FactStore.OnDisk store = new FactStore.OnDisk(home);
    FactFiles files = store.write(List.of(cases()));
    assertThat(files.rows()).isEqualTo(120_948);
    try (DuckDbEngine engine = DuckDbEngine.open(store.facts(), store.limits())) {
      Year volume = new Year(engine, files, ShippedMetrics.CASE_VOLUME);
      Year time = new Year(engine, files, ShippedMetrics.RESOLUTION_TIME);
      Year onTime = new Year(engine, files, ShippedMetrics.ON_TIME_SHARE);
      for (String line : expected()) {
        String[] cell = line.split(",", -1);
        YearMonth month = YearMonth.parse(cell[0]);
        long cases = Long.parseLong(cell[1]);
        long open = Long.parseLong(cell[2]);
        assertThat(((Measured) volume.reading(month, "count")).value()).isEqualTo(cases);
        Measured median = (Measured) time.reading(month, "p50");
        assertThat(median.value()).isEqualTo(Double.parseDouble(cell[3]));
        assertThat(median.n()).isEqualTo(cases);
        assertThat(median.open()).isEqualTo(open);
        assertThat(cell[4]).as("more than a tenth of each month is still open").isEmpty();
        assertThat(time.reading(month, "p90"))
            .isEqualTo(new AtLeast(Double.parseDouble(cell[6]), cases, open, false));
        assertThat(((Measured) time.reading(month, "within:PT72H")).value())
            .isCloseTo(Double.parseDouble(cell[5]), within(1e-9));
        Measured share = (Measured) onTime.reading(month, "share");
        assertThat(share.n()).isEqualTo(Long.parseLong(cell[7]));
        assertThat(Objects.requireNonNull(share.numerator()).longValueExact())
            .isEqualTo(Long.parseLong(cell[8]));
        assertThat(share.without()).isEqualTo(Long.parseLong(cell[9]));
      }
    }
  }

  private record Year(MetricDefinition metric, Cells cells) {
    Year(DuckDbEngine engine, FactFiles files, MetricDefinition metric) {
      this(
          metric,
          engine.compute(
              Plan.of(metric, LocalDate.of(2015, 1, 1), LocalDate.of(2015, 12, 31), KNOWN), files));
    }

    Reading reading(YearMonth month, String statistic) {
      return Finisher.finish(
          metric,
          Statistic.of(statistic),
          cells.pooled(month.atDay(1), month.atEndOfMonth()).orElse(null),
          false,
          Known.of(null, KNOWN));
    }
  }

  private static List<String> expected() throws IOException {
    try (InputStream in = BostonTest.class.getResourceAsStream("/boston-months.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }

  private static List<Fact> cases() throws IOException {
    List<Fact> cases = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(Path.of("../samples/boston311-2015.csv.gz"))),
                StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // The columns that are read stand before the first one that may hold a comma.
        String[] cell = line.split(",", 5);
        Moment opened = Objects.requireNonNull(moment(cell[1]));
        Moment closed = moment(cell[3]);
        if (closed != null && closed.us() < opened.us()) {
          continue;
        }
        cases.add(
            Fact.at(cases.size(), 1, 1, 1, Kind.CASE, cell[0], opened)
                .due(moment(cell[2]))
                .finished(closed)
                .build());
      }
    }
    return cases;
  }

  private static @Nullable Moment moment(String text) {
    return text.isBlank()
        ? null
        : Moment.of(LocalDateTime.parse(text, FORMAT).atZone(BOSTON).toInstant(), BOSTON);
  }
}
