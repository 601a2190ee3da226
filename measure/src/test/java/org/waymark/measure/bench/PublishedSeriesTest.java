package org.waymark.measure.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Forecasts of published series against what happened: the windows of docs/attainment.md that take
 * little time.
 */
class PublishedSeriesTest {

  private static final Path SAMPLES = Path.of("../samples");

  @Test
  void emergency_departments_eight_months_ahead() throws IOException {
    assertPromised(OpenSeries.emergencies(SAMPLES), 700);
  }

  @Test
  void arrivals_eight_months_ahead() throws IOException {
    assertPromised(OpenSeries.arrivals(SAMPLES), 1700);
  }

  private static void assertPromised(List<OpenSeries> series, int windows) {
    Held.Outcome held = new Held(26, 8).over(series);
    assertThat(held.windows()).isGreaterThan(windows);
    assertThat(held.brier()).isLessThan(0.7 * held.pace()).isLessThan(held.base());
    assertThat(held.within95()).isGreaterThan(0.92);
  }
}
