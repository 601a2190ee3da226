package org.waymark.library;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import org.waymark.workspace.Fields;

/**
 * How far to aim from one's own baseline; a proposal, no benchmark.
 *
 * @param low the modest end, above 0
 * @param high the far end
 */
public record Band(Kind kind, BigDecimal low, BigDecimal high) {

  /** What the ends are counted in. */
  public enum Kind {
    /** Percent of the baseline, for times and counts. */
    PERCENT,
    /** Points of the metric itself, for shares and scores. */
    POINTS;

    @JsonValue
    public String code() {
      return Fields.word(this);
    }
  }

  public Band {
    if (low.signum() <= 0 || high.compareTo(low) < 0) {
      throw new IllegalArgumentException("a band lies above 0, its low end first");
    }
  }

  /** The modest end as a target, from a baseline in the metric's unit. */
  BigDecimal from(BigDecimal baseline, boolean up) {
    BigDecimal step = kind == Kind.POINTS ? low : baseline.abs().multiply(low).movePointLeft(2);
    return (up ? baseline.add(step) : baseline.subtract(step)).stripTrailingZeros();
  }
}
