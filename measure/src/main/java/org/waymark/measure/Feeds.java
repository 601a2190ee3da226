package org.waymark.measure;

import org.waymark.measure.fact.AddedUp;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.metric.ClockKind;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;

/** Which metrics an interaction has something to tell. */
public final class Feeds {
  private Feeds() {}

  /**
   * Whether the interaction belongs to the metric's population and carries what is measured: an
   * open case counts in a duration, but tells nothing of it yet. Numbers already added up tell the
   * metric that they name.
   */
  public static boolean tells(MetricDefinition metric, Fact fact) {
    AddedUp added = fact.addedUp();
    if (added != null) {
      return !Fact.WITHDRAWN.equals(fact.status())
          && added.metric().equals(metric.key())
          && metric.measure().acceptsTallies();
    }
    return !Fact.WITHDRAWN.equals(fact.status())
        && (Population.has(metric, fact) ? says(metric, fact) : isDividedBy(metric, fact));
  }

  private static boolean isDividedBy(MetricDefinition metric, Fact fact) {
    return metric.measure() instanceof Measure.Rate rate
        && rate.over().kinds().contains(fact.kind())
        && Population.holds(rate.over().where(), fact)
        && (!rate.over().customers() || fact.customerNo() != null);
  }

  private static boolean says(MetricDefinition metric, Fact fact) {
    return switch (metric.measure()) {
      case Measure.Duration duration ->
          duration.clock() == ClockKind.CALENDAR // nobody may have said when anybody works
              && fact.at(duration.to()) != null;
      case Measure.OnTime onTime -> fact.due() != null;
      case Measure.Nps _, Measure.Mean _ -> fact.score() != null;
      case Measure.Share _, Measure.Count _, Measure.Sum _, Measure.FollowedUp _ -> true;
      case Measure.Rate rate -> Population.holds(rate.of(), fact);
      case Measure.Reopened _ -> fact.finished() != null || fact.reopened() != null;
      case Measure.FirstContact _ ->
          fact.customerNo() != null && (fact.finished() != null || fact.reopened() != null);
      case Measure.Distinct _, Measure.Churn _, Measure.Retention _, Measure.Repeat _ ->
          fact.customerNo() != null;
    };
  }
}
