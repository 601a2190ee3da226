package org.waymark.coach;

import java.util.List;

/** Says reduce while the target is higher, or moves a metric the way that is worse. */
final class PointsTheOtherWay implements Rule {
  @Override
  public String name() {
    return "DIRECTION";
  }

  @Override
  public List<Finding> check(Understood goal) {
    Lead lead = goal.lead();
    Quantity from = goal.aim().baseline();
    Quantity to = goal.aim().target();
    String said = goal.said();
    if (lead == null) {
      return List.of();
    }
    String words = goal.quote(lead.first(), lead.end());
    boolean levels =
        from != null
            && to != null
            && from.value() != null
            && to.value() != null
            && from.dimension() == to.dimension();
    boolean against = levels && !said.isEmpty() && !goal.direction().equals(said);
    if (against && from != null && to != null) {
      return List.of(
          goal.finding(
              name(),
              Severity.WARNING,
              "",
              lead.first(),
              lead.end(),
              words,
              goal.quote(from.first(), from.last() + 1),
              goal.quote(to.first(), to.last() + 1)));
    }
    KnownMetric metric = goal.metric();
    boolean worse =
        metric != null
            && goal.leads(VerbClass.UP, VerbClass.DOWN)
            && goal.metricsNamed().size() == 1
            && goal.metricsNamed().getFirst().first() - lead.end() <= 3
            && !metric.better().equals("none")
            && !metric.better().equals(said);
    return worse
        ? List.of(goal.finding(name(), Severity.HINT, "worse", lead.first(), lead.end(), words))
        : List.of();
  }
}
