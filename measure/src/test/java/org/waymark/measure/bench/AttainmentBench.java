package org.waymark.measure.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.waymark.measure.attainment.Aim;
import org.waymark.measure.attainment.ChanceLabel;
import org.waymark.measure.attainment.Outlook;
import org.waymark.measure.attainment.Quantity;
import org.waymark.measure.attainment.Series;
import org.waymark.measure.calibration.Reliability;
import org.waymark.measure.calibration.Resolved;
import org.waymark.measure.calibration.Scores;

/**
 * How right forecasts are on published series, and how long one takes; prints the tables of
 * docs/attainment.md. Not part of the test run; see there for the command.
 */
class AttainmentBench {

  private static final Path SAMPLES = Path.of("../samples");

  private static final int[] HISTORIES = {13, 26, 52};
  private static final int[] AHEAD = {4, 8};
  private static final int POINTS = 100;

  @Test
  void how_right() throws IOException {
    say("| series | history | ahead | windows | targets | reached | forecast | log | pace light |");
    say(" base rate | less than pace | within 80 %% | within 95 %% | off by |%n");
    say("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |%n");
    List<OpenSeries> emergencies = OpenSeries.emergencies(SAMPLES);
    List<OpenSeries> arrivals = OpenSeries.arrivals(SAMPLES);
    for (int ahead : AHEAD) {
      for (int history : HISTORIES) {
        row("emergency departments", emergencies, history, ahead);
        row("arrivals", arrivals, history, ahead);
      }
    }
    labels(emergencies, arrivals);
  }

  private static void row(String name, List<OpenSeries> series, int history, int ahead) {
    if (series.stream().noneMatch(one -> one.readings().size() >= history + ahead)) {
      return;
    }
    Held.Outcome held = new Held(history, ahead).over(series);
    Reliability reliability = Reliability.of(held.forecast());
    say("| %s | %d | %d | %,d |", name, history, ahead, held.windows());
    say(" %,d | %.2f |", held.forecast().size(), reliability.baseRate());
    say(" **%.3f** | %.3f |", held.brier(), Scores.logarithmic(held.forecast()));
    say(" %.3f | %.3f |", held.pace(), held.base());
    say(" **%.0f %%** |", 100 * (1 - held.brier() / held.pace()));
    say(" %.2f | **%.3f** |", held.within80(), held.within95());
    say(" %.3f |%n", reliability.meanDistance());
  }

  /** What came of targets of each label, over the longest of the windows both have. */
  private static void labels(List<OpenSeries> emergencies, List<OpenSeries> arrivals) {
    List<Resolved> all = new ArrayList<>(new Held(26, 8).over(emergencies).forecast());
    all.addAll(new Held(26, 8).over(arrivals).forecast());
    say("%n| label | targets | said | reached |%n| --- | --- | --- | --- |%n");
    for (ChanceLabel label : ChanceLabel.values()) {
      List<Resolved> own = all.stream().filter(one -> ChanceLabel.of(one.said()) == label).toList();
      if (!own.isEmpty()) {
        double said = own.stream().mapToDouble(one -> one.said().raw()).average().orElseThrow();
        say("| %s | %,d |", label.name().toLowerCase(Locale.ROOT), own.size());
        say(" %.2f | %.2f |%n", said, Scores.baseRate(own));
      }
    }
  }

  /**
   * A series of a hundred readings: fitted, both ranges, the chance, and the one-in-three value.
   */
  @Test
  void how_long() {
    double[] values = new double[POINTS];
    Random random = new Random(1);
    for (int i = 1; i < POINTS; i++) {
      values[i] = values[i - 1] + random.nextGaussian();
    }
    Series series = Series.of(values);
    List<Double> times = new ArrayList<>();
    double heard = 0;
    for (int round = 0; round < 3000; round++) {
      long start = System.nanoTime();
      heard += everything(series, values[POINTS - 1] + round % 5);
      times.add((System.nanoTime() - start) / 1e6);
    }
    List<Double> warm = new ArrayList<>(times.subList(1000, times.size()));
    Collections.sort(warm);
    double middle = warm.get(warm.size() / 2);
    double late = warm.get(warm.size() * 95 / 100);
    say("%none forecast of %d readings: middle %.3f ms, p95 %.3f ms%n", POINTS, middle, late);
    assertThat(heard).isFinite();
    assertThat(middle).isLessThan(1);
  }

  private static double everything(Series series, double target) {
    Aim aim = new Aim.AtLeast(target);
    return switch (Outlook.of(series, Quantity.SCORE, 13)) {
      case Outlook.Known known ->
          known.forecast().chance(aim).raw()
              + known.forecast().likely(0.8).low()
              + known.forecast().likely(0.95).high()
              + known.forecast().reachedOneTimeInThree(aim).orElseThrow();
      case Outlook.TooFewReadings few -> throw new IllegalStateException(few.toString());
      case Outlook.TooFarAhead far -> throw new IllegalStateException(far.toString());
    };
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
