package org.waymark.coach;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every, always, never, 100 %: one exception and it is missed. */
final class IsAbsolute implements Rule {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  @Override
  public String name() {
    return "ABSOLUTE";
  }

  @Override
  public List<Finding> check(Understood goal) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < goal.tokens().size(); i++) {
      Phrases.@Nullable Found<String> word = goal.pack().phrases("absolute").at(goal.tokens(), i);
      if (word != null
          && !goal.pack().phrases("not absolute").startsAt(goal.tokens(), i)
          && !goal.tokens().at(i).is("24")) {
        findings.add(finding(goal, word.first(), word.end()));
      }
    }
    for (Quantity one : goal.aim().all()) {
      boolean share =
          goal.tokens().at(one.last() + 1).is("of") && !goal.tokens().at(one.first() - 1).is("by");
      boolean level = share || goal.aim().change() == null;
      if (one.dimension() == Dimension.PERCENT
          && level
          && one.value() != null
          && one.value().compareTo(ALL) == 0) {
        findings.add(finding(goal, one.first(), one.last() + 1));
      }
    }
    return findings;
  }

  private Finding finding(Understood goal, int first, int end) {
    return goal.finding(name(), Severity.HINT, "", first, end, goal.quote(first, end));
  }
}
