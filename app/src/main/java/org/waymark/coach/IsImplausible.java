package org.waymark.coach;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that the metric cannot take, or a fall by more than everything. */
final class IsImplausible implements Rule {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  @Override
  public String name() {
    return "IMPLAUSIBLE";
  }

  @Override
  public boolean needsWords() {
    return false;
  }

  @Override
  public List<Finding> check(Understood goal) {
    List<Finding> findings = new ArrayList<>();
    KnownMetric metric = goal.metric();
    Aim aim = goal.aim();
    if (metric != null) {
      level(goal, metric, aim.baseline(), findings);
      level(goal, metric, aim.target(), findings);
    }
    Aim.Change change = aim.change();
    BigDecimal size = change == null ? null : change.size();
    if (change != null && size != null && change.percent() && size.negate().compareTo(ALL) > 0) {
      findings.add(
          goal.finding(
              name(),
              Severity.WARNING,
              "fall",
              change.first(),
              change.last() + 1,
              goal.quote(change.first(), change.last() + 1)));
    }
    return findings;
  }

  private void level(
      Understood goal, KnownMetric metric, @Nullable Quantity one, List<Finding> findings) {
    if (one == null || one.value() == null || !metric.dimension().takes(one.dimension())) {
      return;
    }
    BigDecimal low = metric.low();
    BigDecimal high = metric.high();
    boolean below = low != null && one.value().compareTo(low) < 0;
    boolean above = high != null && one.value().compareTo(high) > 0;
    boolean counted = one.bare() && metric.dimension() == Dimension.PERCENT;
    if ((below || above) && !counted) {
      findings.add(
          goal.finding(
              name(),
              Severity.WARNING,
              below ? "below" : "above",
              one.first(),
              one.last() + 1,
              goal.quote(one.first(), one.last() + 1),
              goal.metricWords(),
              (below ? low : high) instanceof BigDecimal bound ? bound : ALL));
    }
  }
}
