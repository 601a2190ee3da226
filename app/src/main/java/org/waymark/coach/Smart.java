package org.waymark.coach;

import java.util.Set;
import java.util.stream.Collectors;

/** Specific, measurable, achievable, relevant, in time: five marks, never added up. */
public record Smart(
    Mark specific, Mark measurable, Mark achievable, Mark relevant, Mark timeBound) {

  static Smart of(Understood goal, java.util.List<Finding> findings) {
    Set<String> found = findings.stream().map(Finding::rule).collect(Collectors.toSet());
    boolean timed = goal.statement().period() != null || goal.dueInText();
    return new Smart(
        specific(goal, found),
        measurable(goal, found),
        achievable(goal, found),
        new Mark(null, "relevant.asked"),
        timed
            ? new Mark(true, goal.dueInText() ? "timeBound.text" : "timeBound.cycle")
            : goal.pack().speaks() ? new Mark(false, "timeBound.no") : new Mark(null, "unread"));
  }

  private static Mark specific(Understood goal, Set<String> found) {
    if (!goal.pack().speaks()) {
      return new Mark(null, "unread");
    }
    if (found.contains("VAGUE")) {
      return goal.objective()
          ? new Mark(null, "specific.objective")
          : new Mark(false, "specific.vague");
    }
    return found.contains("COMPOUND")
        ? new Mark(false, "specific.compound")
        : new Mark(true, "specific.yes");
  }

  private static Mark measurable(Understood goal, Set<String> found) {
    if (!goal.pack().speaks()) {
      return new Mark(null, "unread");
    }
    if (goal.objective()) {
      return new Mark(null, "measurable.objective");
    }
    if (found.contains("NO_TARGET")) {
      return new Mark(false, "measurable.target");
    }
    return goal.deliverable() && !goal.numeric()
        ? new Mark(true, "measurable.delivered")
        : found.contains("NO_METRIC")
            ? new Mark(true, "measurable.counted")
            : new Mark(true, "measurable.yes");
  }

  private static Mark achievable(Understood goal, Set<String> found) {
    if (found.contains("IMPLAUSIBLE")) {
      return new Mark(false, "achievable.implausible");
    }
    return goal.statement().control() == Control.WATCH
        ? new Mark(false, "achievable.outside")
        : new Mark(null, "achievable.asked");
  }
}
