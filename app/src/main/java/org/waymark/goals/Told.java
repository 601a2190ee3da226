package org.waymark.goals;

import java.math.BigDecimal;
import java.util.List;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.statistics.Interval;
import org.waymark.measurement.Period;

/**
 * What people told of a key result, as a source of numbers: the latest check-in is the level; a
 * count is the sum of all. A check-in that comes after the due date still counts, because people
 * report late.
 *
 * @param checkIns oldest first
 */
record Told(KeyResultType type, List<CheckIn> checkIns) implements Assessing.Source {

  @Override
  public Seen now(Period window) {
    return type == KeyResultType.CUMULATIVE ? sum() : latest(checkIns);
  }

  @Override
  public Seen pooled(Period days) {
    return latest(checkIns.stream().filter(checkIn -> days.contains(checkIn.on())).toList());
  }

  @Override
  public List<Seen> each(List<Period> days) {
    return days.stream().map(this::pooled).toList();
  }

  @Override
  public boolean upwards() {
    return true;
  }

  private Seen sum() {
    List<BigDecimal> told =
        checkIns.stream().filter(c -> c.value() != null).map(CheckIn::value).toList();
    return told.isEmpty()
        ? new Seen.Nothing()
        : Seen.Number.told(told.stream().reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue());
  }

  private static Seen latest(List<CheckIn> checkIns) {
    return checkIns.reversed().stream()
        .filter(CheckIn::hasNumber)
        .findFirst()
        .map(Told::number)
        .orElseGet(Seen.Nothing::new);
  }

  /**
   * One check-in's number; a share of few has no more weight here than one measured by a metric.
   */
  static Seen number(CheckIn checkIn) {
    if (checkIn.value() != null) {
      return Seen.Number.told(checkIn.value().doubleValue());
    }
    Long of = checkIn.denominator();
    Long met = checkIn.numerator();
    if (of == null || met == null) {
      return new Seen.Nothing();
    }
    if (of < MetricDefinition.LEAST) {
      return new Seen.TooFew(of, MetricDefinition.LEAST);
    }
    double share = (double) met / of;
    Interval wilson = Interval.wilson(share, of).times(100);
    return new Seen.Number(
        Level.between(100.0 * met / of, wilson.low(), wilson.high()),
        of,
        of < Reading.FIRM,
        BigDecimal.valueOf(met),
        BigDecimal.valueOf(of));
  }
}
