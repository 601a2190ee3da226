package org.waymark.measure;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;

/**
 * How far a number of a period looks: it may change only when an item changes that has one of these
 * instants on one of these local days.
 *
 * @param first first local day
 * @param last last local day, included
 */
public record Sight(Set<Instants> instants, LocalDate first, LocalDate last) {

  /** Before anything that is held: no year before 1900 is taken in. */
  private static final LocalDate EVER = LocalDate.of(1899, 12, 1);

  public Sight {
    instants = Set.copyOf(instants);
  }

  /**
   * What has to be seen for one period of a metric that looks across days.
   *
   * @param cohorts whether customers are told apart by their first visit, whenever that was
   */
  public static Sight of(MetricDefinition metric, LocalDate from, LocalDate to, boolean cohorts) {
    return switch (metric.measure()) {
      case Measure.Churn _, Measure.Retention _ -> started(EVER, to);
      case Measure.Distinct _ -> started(lasts(metric.kinds()) ? EVER : from, to);
      case Measure.Rate rate -> started(lasts(rate.over().kinds()) ? EVER : from, to);
      case Measure.Repeat repeat -> started(cohorts ? EVER : repeat.since(from, to), to);
      case Measure.FollowedUp followed -> started(from, after(to, followed.within()));
      case Measure.FirstContact first ->
          new Sight(
              EnumSet.of(Instants.STARTED, Instants.FINISHED, Instants.REOPENED),
              from,
              after(to, first.within()));
      case Measure.Duration _, Measure.Share _, Measure.Nps _, Measure.Mean _, Measure.Count _ ->
          throw fromDays(metric);
      case Measure.Sum _, Measure.OnTime _, Measure.Reopened _ -> throw fromDays(metric);
    };
  }

  /** The instants whose lying in the future would change a number. */
  public static Set<Instants> used(MetricDefinition metric) {
    return switch (metric.measure()) {
      case Measure.FirstContact _ ->
          EnumSet.of(Instants.STARTED, Instants.FINISHED, Instants.REOPENED);
      case Measure.FollowedUp _ -> EnumSet.of(Instants.STARTED, Instants.RESPONDED);
      case Measure.Repeat _ -> EnumSet.of(Instants.STARTED);
      case Measure.Churn _, Measure.Retention _ -> EnumSet.of(Instants.STARTED, Instants.FINISHED);
      case Measure.Distinct _ -> lasting(metric.kinds());
      case Measure.Rate rate -> lasting(rate.over().kinds());
      case Measure.Duration _, Measure.Share _, Measure.Nps _, Measure.Mean _, Measure.Count _ ->
          throw fromDays(metric);
      case Measure.Sum _, Measure.OnTime _, Measure.Reopened _ -> throw fromDays(metric);
    };
  }

  private static Set<Instants> lasting(Set<Kind> kinds) {
    return lasts(kinds)
        ? EnumSet.of(Instants.STARTED, Instants.FINISHED)
        : EnumSet.of(Instants.STARTED);
  }

  /** Whether any of the kinds is there for a time, not at an instant; no kind means every kind. */
  static boolean lasts(Set<Kind> kinds) {
    return kinds.isEmpty() || kinds.contains(Kind.SUBSCRIPTION);
  }

  private static Sight started(LocalDate first, LocalDate last) {
    return new Sight(EnumSet.of(Instants.STARTED), first, last);
  }

  /** The last local day that a time after the end of a day can reach, clocks being changed. */
  private static LocalDate after(LocalDate day, java.time.Duration time) {
    return day.plusDays(time.toDays() + 2);
  }

  private static IllegalArgumentException fromDays(MetricDefinition metric) {
    return new IllegalArgumentException(metric.key() + " adds up from days");
  }
}
