package org.waymark.coach;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days against percent, or a unit that the metric does not have. */
final class MixesUnits implements Rule {
  @Override
  public String name() {
    return "UNIT_MISMATCH";
  }

  @Override
  public boolean needsWords() {
    return false;
  }

  @Override
  public List<Finding> check(Understood goal) {
    Quantity from = goal.aim().baseline();
    Quantity to = goal.aim().target();
    if (to == null) {
      return List.of();
    }
    String target = goal.quote(to.first(), to.last() + 1);
    boolean apart =
        from != null && !from.bare() && !to.bare() && from.dimension() != to.dimension();
    if (apart && from != null) {
      return List.of(
          goal.finding(
              name(),
              Severity.WARNING,
              "",
              Math.min(from.first(), to.first()),
              Math.max(from.last(), to.last()) + 1,
              goal.quote(from.first(), from.last() + 1),
              target));
    }
    KnownMetric metric = goal.metric();
    boolean foreign =
        metric != null
            && goal.metricsNamed().size() == 1
            && !metric.dimension().takes(to.dimension())
            && levelOf(goal, to);
    return foreign && metric != null
        ? List.of(
            goal.finding(
                name(),
                Severity.WARNING,
                "metric." + metric.dimension().code(),
                to.first(),
                to.last() + 1,
                target,
                goal.metricWords()))
        : List.of();
  }

  /** "90 % within 4 hours" of a time is a share; "answer 90 % of chats" is one as well. */
  private static boolean levelOf(Understood goal, @Nullable Quantity to) {
    boolean window =
        goal.quantities().stream().anyMatch(one -> one.dimension() == Dimension.DURATION);
    boolean share = to != null && goal.tokens().at(to.last() + 1).is("of");
    return !window && !share;
  }
}
