package org.waymark.measurement.web;

import org.jspecify.annotations.Nullable;
import org.waymark.measure.Difference;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.Direction;
import org.waymark.measurement.Period;
import org.waymark.measurement.Readings;
import org.waymark.web.Change;
import org.waymark.web.Frame;

/**
 * How a number moved against as many days right before. Whether that is more than noise is said
 * only where the statistic has a formula for it; otherwise the two numbers stand side by side.
 *
 * @param now the number
 * @param before the same question for the days before
 * @param days the days before
 */
record Moved(Frame f, Readings now, Readings before, Period days) {

  /** As many days right before these. */
  static Period before(Period days) {
    return new Period(days.from().minusDays(days.days()), days.from().minusDays(1));
  }

  /** The difference with its arrow; null where nothing can be judged. */
  @Nullable Change change() {
    if (!(now.single() instanceof Reading.Measured after)
        || !(before.single() instanceof Reading.Measured earlier)) {
      return null;
    }
    Difference difference = difference(earlier, after);
    if (difference == Difference.UNTOLD) {
      return null;
    }
    boolean judged = difference == Difference.SURE && now.direction() != Direction.NONE;
    double moved = after.value() - earlier.value();
    String says = f.w().change(moved, now.unit().code());
    return Change.of(moved, now.direction() == Direction.DOWN, judged, says);
  }

  /** "The 28 days before: 84.0 %, from 1,100 answers. The difference is no more than noise." */
  String says() {
    Said said = Said.of(f, before, before.single());
    String period = f.w().period(days.from(), days.to());
    if (said.figure() == null) {
      return f.t().of("metrics.moved.nothing", days.days(), period, said.basis());
    }
    String earlier =
        said.range() == null
            ? f.t().of("metrics.moved.was", days.days(), period, said.figure(), said.basis())
            : f.t()
                .of(
                    "metrics.moved.was.range",
                    days.days(),
                    period,
                    said.figure(),
                    said.range(),
                    said.basis());
    return now.single() instanceof Reading.Measured after
            && before.single() instanceof Reading.Measured was
        ? f.t().of("metrics.moved." + difference(was, after), earlier)
        : earlier;
  }

  private Difference difference(Reading.Measured was, Reading.Measured after) {
    return Difference.between(now.metric(), now.statistic(), was, after);
  }
}
