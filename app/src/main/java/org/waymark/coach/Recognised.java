package org.waymark.coach;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What can be filled in from a text. What the text does not say is null.
 *
 * @param metric key of a metric
 * @param baseline in the unit; durations in seconds
 * @param target in the unit; computed where the text names a baseline and a change
 * @param unit percent, points, seconds, money, scale or count
 * @param direction up or down
 * @param due the day in the text, else the last day of the cycle
 * @param changePercent signed change where no level is named: "by 20 %", "halve"
 */
public record Recognised(
    @Nullable String metric,
    @Nullable BigDecimal baseline,
    @Nullable BigDecimal target,
    @Nullable String unit,
    @Nullable String direction,
    @Nullable LocalDate due,
    @Nullable BigDecimal changePercent) {

  static Recognised in(Understood goal) {
    Aim aim = goal.aim();
    KnownMetric metric = goal.metric();
    Quantity from = aim.baseline();
    Quantity to = aim.target();
    Quantity any = to != null ? to : from;
    Dimension dimension =
        any != null && !(any.bare() && metric != null)
            ? any.dimension()
            : metric != null ? metric.dimension() : any != null ? any.dimension() : null;
    @Nullable BigDecimal baseline = from == null ? null : from.value();
    @Nullable BigDecimal target = to == null ? null : to.value();
    String direction = goal.direction();
    Aim.Change change = aim.change();
    @Nullable BigDecimal percent = null;
    BigDecimal size = change == null ? null : change.size();
    if (change != null && size != null && to == null) {
      BigDecimal signed = direction.equals("down") ? size.abs().negate() : size;
      percent = change.percent() ? signed : null;
      if (baseline != null) {
        target =
            change.percent()
                ? baseline.add(baseline.multiply(signed).movePointLeft(2)).stripTrailingZeros()
                : baseline.add(signed);
      }
    }
    return new Recognised(
        metric == null ? null : metric.key(),
        plain(baseline),
        plain(target),
        dimension == null ? null : dimension.code(),
        direction.isEmpty() ? null : direction,
        goal.due(),
        plain(percent));
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
    return value == null ? null : value.scale() < 0 ? value.setScale(0) : value;
  }
}
