package org.waymark.measure;

import org.waymark.measure.fact.AddedUp;
import org.waymark.measure.fact.Fact;
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
        && Population.has(metric, fact)
        && switch (metric.measure()) {
          case Measure.Duration duration -> fact.at(duration.to()) != null;
          case Measure.OnTime onTime -> fact.due() != null;
          case Measure.Nps nps -> fact.score() != null;
          case Measure.Mean mean -> fact.score() != null;
          case Measure.Share share -> true;
          case Measure.Count count -> true;
          case Measure.Sum sum -> true;
        };
  }
}
