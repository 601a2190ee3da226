package org.waymark.measure.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.measure.attainment.Aim;
import org.waymark.measure.attainment.Chance;
import org.waymark.measure.attainment.Forecast;
import org.waymark.measure.attainment.Outlook;
import org.waymark.measure.attainment.Pace;
import org.waymark.measure.attainment.Point.Read;
import org.waymark.measure.attainment.Quantity;
import org.waymark.measure.attainment.Series;
import org.waymark.measure.calibration.Reliability;
import org.waymark.measure.calibration.Resolved;
import org.waymark.measure.calibration.Scores;
import org.waymark.measure.calibration.TrafficLight;

/**
 * Forecasts from part of a published series against the months that followed, held back.
 *
 * <p>Every stretch of {@code history + ahead} months stands for a key result on a cycle of {@link
 * #CYCLE} months of which {@code ahead} are still to come. Its baseline is what the four months
 * before the cycle pooled to; targets lie half, once and twice the usual monthly change above and
 * below it, as could have been set on the cycle's first day.
 */
final class Held {

  static final int CYCLE = 13;
  private static final int BASELINE = 4;
  private static final double[] SIZES = {-2, -1, -0.5, 0.5, 1, 2};

  private final int history;
  private final int ahead;
  private final List<Resolved> forecast = new ArrayList<>();
  private final List<Resolved> paceOfLast = new ArrayList<>();
  private final List<Resolved> paceOfLevel = new ArrayList<>();
  private int windows;
  private int within80;
  private int within95;

  Held(int history, int ahead) {
    this.history = history;
    this.ahead = ahead;
  }

  /** What came out; the pace rule is told by the kinder of two ways to read the present. */
  record Outcome(
      int windows, List<Resolved> forecast, double pace, double within80, double within95) {

    double brier() {
      return Scores.brier(forecast);
    }

    /** Brier score of always saying the share that was reached. */
    double base() {
      return Reliability.of(forecast).uncertainty();
    }
  }

  Outcome over(List<OpenSeries> all) {
    for (OpenSeries series : all) {
      for (int from = 0; from + history + ahead <= series.readings().size(); from++) {
        look(series, from);
      }
    }
    return new Outcome(
        windows,
        List.copyOf(forecast),
        Math.min(Scores.brier(paceOfLast), Scores.brier(paceOfLevel)),
        (double) within80 / windows,
        (double) within95 / windows);
  }

  private void look(OpenSeries series, int from) {
    List<Read> seen = series.readings().subList(from, from + history);
    if (usualChange(seen) == 0) {
      return; // A department that always sees everybody in time has nothing to foretell.
    }
    forecast(series, from)
        .ifPresent(
            known -> {
              double actual = series.readings().get(from + history + ahead - 1).value();
              windows++;
              within80 += known.likely(0.8).contains(actual) ? 1 : 0;
              within95 += known.likely(0.95).contains(actual) ? 1 : 0;
              aim(known, seen, actual);
            });
  }

  private Optional<Forecast> forecast(OpenSeries series, int from) {
    Series seen = Series.monthly(series.part(from, from + history));
    return switch (Outlook.of(seen, Quantity.SHARE, ahead)) {
      case Outlook.Known known -> Optional.of(known.forecast());
      case Outlook.TooFewReadings few -> Optional.empty();
      case Outlook.TooFarAhead far -> Optional.empty();
    };
  }

  private void aim(Forecast known, List<Read> seen, double actual) {
    int elapsed = CYCLE - ahead;
    List<Read> before = seen.subList(0, seen.size() - elapsed);
    double baseline = pooled(before.subList(before.size() - BASELINE, before.size()));
    double expected = new Pace.Straight().at((double) elapsed / CYCLE);
    double last = seen.getLast().value();
    double level = pooled(seen.subList(seen.size() - Math.min(BASELINE, elapsed), seen.size()));
    for (double size : SIZES) {
      double way = size * usualChange(before);
      double target = baseline + way;
      if (way != 0 && target > 0 && target < 100) {
        Aim aim = way > 0 ? new Aim.AtLeast(target) : new Aim.AtMost(target);
        boolean reached = aim.isMetBy(actual);
        forecast.add(new Resolved(known.chance(aim), reached));
        paceOfLast.add(new Resolved(light((last - baseline) / way, expected), reached));
        paceOfLevel.add(new Resolved(light((level - baseline) / way, expected), reached));
      }
    }
  }

  private static Chance light(double progress, double expected) {
    return TrafficLight.of(progress, expected).chance();
  }

  /** Root mean square of the changes from month to month. */
  private static double usualChange(List<Read> readings) {
    double squares = 0;
    for (int i = 1; i < readings.size(); i++) {
      double change = readings.get(i).value() - readings.get(i - 1).value();
      squares += change * change;
    }
    return Math.sqrt(squares / (readings.size() - 1));
  }

  private static double pooled(List<Read> readings) {
    double answers = readings.stream().mapToDouble(Read::answers).sum();
    return readings.stream().mapToDouble(one -> one.value() * one.answers()).sum() / answers;
  }
}
