package org.waymark.goals;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A goal in the words of whoever writes it: units, cycles and areas by code, members by e-mail,
 * other goals by id. What is left out has a default: an outcome, committed, owned by its author,
 * reviewed 90 days from now.
 */
public record GoalWords(
    @Nullable String statement,
    @Nullable String why,
    @Nullable String strategy,
    @Nullable String kind,
    @Nullable String area,
    @Nullable String cycle,
    @Nullable String unit,
    @Nullable String person,
    @Nullable String owner,
    @Nullable UUID contributesTo,
    @Nullable UUID drives,
    @Nullable String ambition,
    @Nullable LocalDate reviewOn) {

  /** The words of a goal as it stands. */
  public static GoalWords of(Goal goal) {
    return new GoalWords(
        goal.statement(),
        goal.why(),
        goal.strategy(),
        goal.kind().code(),
        goal.area(),
        goal.cycle(),
        goal.unit(),
        goal.person(),
        goal.owner(),
        goal.contributesTo(),
        goal.drives(),
        goal.ambition().code(),
        goal.reviewOn());
  }
}
