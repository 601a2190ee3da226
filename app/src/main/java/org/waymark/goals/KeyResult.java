package org.waymark.goals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.measurement.Period;

/**
 * A number with a baseline, a target and a due date, as it stands.
 *
 * @param measured what computes it; absent when people check in by hand
 * @param unit whose interactions count, those of the units below it included; absent for all
 * @param baseline what was given; absent when it is to be pooled from data
 * @param baselineDays the days to pool the baseline from; absent for the four complete weeks before
 *     the cycle
 * @param duration baseline, target and values are seconds
 * @param evidence where the number comes from when people tell it; absent when a metric measures it
 *     or nobody said
 * @param different what will be different from now on; absent where nobody said
 * @param settled the pooled baseline that holds from now on, once it does
 */
public record KeyResult(
    UUID id,
    UUID goal,
    int version,
    String name,
    @Nullable MeasuredBy measured,
    @Nullable UnitName unit,
    KeyResultType type,
    @Nullable BigDecimal baseline,
    @Nullable Period baselineDays,
    Target target,
    boolean duration,
    LocalDate due,
    BigDecimal weight,
    Span span,
    @Nullable Evidence evidence,
    @Nullable Different different,
    @Nullable Settled settled) {

  /** The same with another target or another day. */
  KeyResult aimedAt(Target other, LocalDate by) {
    return new KeyResult(
        id,
        goal,
        version,
        name,
        measured,
        unit,
        type,
        baseline,
        baselineDays,
        other,
        duration,
        by,
        weight,
        span,
        evidence,
        different,
        settled);
  }

  /**
   * The metric and the part of its interactions that counts.
   *
   * @param filter dimension to values, any of which will do
   */
  public record MeasuredBy(
      String metric, @Nullable String statistic, Map<String, List<String>> filter) {}

  /** A unit by its permanent id and by its code of today. */
  public record UnitName(UUID id, String code) {}

  /**
   * A baseline pooled from data that people have agreed on.
   *
   * @param target what a change in percent came to
   */
  public record Settled(
      BigDecimal baseline,
      @Nullable Long n,
      Period days,
      @Nullable BigDecimal target,
      Instant at) {}
}
