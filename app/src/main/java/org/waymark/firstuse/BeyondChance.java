package org.waymark.firstuse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.Unit;

/**
 * The nearest round value that lies beyond chance: if as many answers come in again, a smaller
 * change could be nothing but luck. The margin is the half of the 95 % interval on the better side
 * times the square root of two, which is the half of the interval of a difference between two
 * readings of that size. It says what can be told apart, nothing of how hard it is to reach.
 *
 * @param target in the reading's own unit
 * @param margin the smallest change that is not luck, likewise
 */
public record BeyondChance(BigDecimal target, double margin) {

  /** Nothing where the reading has no interval, or nothing better lies within the unit's range. */
  static Optional<BeyondChance> of(Reading.Measured now, Unit unit, Direction better) {
    Double low = now.low();
    Double high = now.high();
    if (low == null || high == null || better == Direction.NONE) {
      return Optional.empty();
    }
    boolean up = better == Direction.UP;
    double margin = Math.sqrt(2) * (up ? high - now.value() : now.value() - low);
    if (!(margin > 0)) {
      return Optional.empty();
    }
    BigDecimal step = step(unit, now.value(), margin);
    BigDecimal target =
        BigDecimal.valueOf(up ? now.value() + margin : now.value() - margin)
            .divide(step, 0, up ? RoundingMode.CEILING : RoundingMode.FLOOR)
            .multiply(step)
            .stripTrailingZeros();
    return possible(unit, target)
        ? Optional.of(new BeyondChance(target, margin))
        : Optional.empty();
  }

  /** A whole one of what people count in, a tenth of it where chance is smaller than that. */
  private static BigDecimal step(Unit unit, double value, double margin) {
    BigDecimal one =
        switch (unit) {
          case SECONDS ->
              BigDecimal.valueOf(
                  value >= 2 * 86_400
                      ? 86_400
                      : value >= 2 * 3_600 ? 3_600 : value >= 120 ? 60 : 1);
          case SCALE, RATE -> BigDecimal.valueOf(1, 1);
          case PERCENT, POINTS, COUNT, QUANTITY -> BigDecimal.ONE;
        };
    return margin >= one.doubleValue() ? one : one.movePointLeft(1);
  }

  private static boolean possible(Unit unit, BigDecimal target) {
    return switch (unit) {
      case PERCENT -> target.signum() > 0 && target.compareTo(BigDecimal.valueOf(100)) <= 0;
      case POINTS -> target.abs().compareTo(BigDecimal.valueOf(100)) <= 0;
      case SECONDS, COUNT, QUANTITY, RATE -> target.signum() > 0;
      case SCALE -> false; // how far its scale reaches is not known here
    };
  }
}
