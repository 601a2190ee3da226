package org.waymark.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.attainment.Advice;

/**
 * What there is to say of a target while it is only thought about. Nothing of it is kept.
 *
 * @param metric key of the metric that measures it; absent where people tell the number
 * @param statistic of that metric
 * @param unit percent, points, seconds, count and so on; absent for told values
 * @param upwards whether a higher number is wanted
 * @param baseline where the way begins; absent while it is not known
 * @param target absent where it is a band, or waits for a baseline
 * @param now the number that counts now; absent where there is none
 * @param asks what there is reason to ask before anybody commits to it
 */
public record Outlook(
    KeyResultType type,
    @Nullable String metric,
    @Nullable String statistic,
    @Nullable String unit,
    boolean upwards,
    @Nullable BigDecimal baseline,
    @Nullable BigDecimal target,
    Target.@Nullable Band band,
    LocalDate due,
    @Nullable Double now,
    Foretold foretold,
    List<Advice> asks) {

  public Outlook {
    asks = List.copyOf(asks);
  }

  /**
   * What history alone reaches one time in three, where that can be a target: a change has to lead
   * away from where it begins.
   */
  public @Nullable Double stretch() {
    Double third = foretold.oneInThree();
    if (third == null || baseline == null || !type.meansChange()) {
      return third;
    }
    double way = third - baseline.doubleValue();
    return (upwards ? way : -way) > 0 ? third : null;
  }

  /**
   * How much more than history something has to bring, so that the target is reached as often as
   * not: how far it lies from where the number is expected. Absent where that is nothing, or where
   * no number is expected.
   */
  public @Nullable Double lacking() {
    Double expected = foretold.expected();
    if (expected == null || target == null) {
      return null;
    }
    double lacking = upwards ? target.doubleValue() - expected : expected - target.doubleValue();
    return lacking > 0 ? lacking : null;
  }
}
