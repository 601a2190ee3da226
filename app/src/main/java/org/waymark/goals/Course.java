package org.waymark.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.measurement.Period;

/**
 * A key result on its way: where it has been week by week, and where it is to be by when. It is
 * what somebody needs who wants to say whether it will get there.
 *
 * @param unit percent, points, seconds, count and so on; absent for told values
 * @param counted whether the number is an amount that weeks add to
 * @param grows whether the number of a longer time is another one than that of its weeks
 * @param told by people, not measured by a metric
 * @param upwards whether a higher number is wanted
 * @param target absent where it is a band, or depends on a baseline that is not known
 * @param band for what is to be kept within two values
 * @param worth how far towards the target people think that what will be different leads; absent
 *     where they said nothing of it
 * @param weeks complete ones only, oldest first, up to yesterday or the due date
 * @param now the number that counts now
 * @param raw progress now, which may leave 0 to 1; absent where it cannot be told
 * @param broken something that was to be kept was not, so that it cannot be met any more
 */
public record Course(
    UUID keyResult,
    int version,
    KeyResultType type,
    Period cycle,
    LocalDate due,
    LocalDate today,
    Span span,
    @Nullable String unit,
    boolean counted,
    boolean grows,
    boolean told,
    boolean upwards,
    @Nullable BigDecimal target,
    Target.@Nullable Band band,
    @Nullable BigDecimal worth,
    List<Week> weeks,
    @Nullable Double now,
    @Nullable Double raw,
    boolean broken) {

  public Course {
    weeks = List.copyOf(weeks);
  }

  /** Seven days and what was to be seen of them. */
  public record Week(Period days, Seen seen) {}

  /**
   * @param cycle the days of its goal's cycle
   * @param today in the workspace's zone
   */
  static Course of(Period cycle, LocalDate today, Assessments.Assessed one) {
    KeyResult k = one.keyResult();
    Assessment assessment = one.assessment();
    Assessment.Baseline baseline = assessment.baseline();
    BigDecimal start = baseline == null ? null : baseline.value();
    return new Course(
        k.id(),
        k.version(),
        k.type(),
        cycle,
        k.due(),
        today,
        k.span(),
        KeyResultView.unit(one),
        k.type() == KeyResultType.CUMULATIVE,
        one.metric() != null && one.metric().measure().growsWithDays(),
        k.measured() == null,
        KeyResultView.direction(one, start, assessment.target()).equals("up"),
        assessment.target(),
        k.target() instanceof Target.Band band ? band : null,
        k.different() == null ? null : k.different().worth(),
        one.history().stream().map(past -> new Week(past.days(), past.seen())).toList(),
        assessment.seen() instanceof Seen.Number number ? number.level().value() : null,
        assessment.progress() instanceof Progress.Scored scored ? scored.raw() : null,
        assessment.stretches().stream()
            .anyMatch(stretch -> !Boolean.TRUE.equals(stretch.inside())));
  }
}
