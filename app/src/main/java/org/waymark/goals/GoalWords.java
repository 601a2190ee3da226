package org.waymark.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A goal in the words of whoever writes it: units, cycles and areas by code, members by e-mail,
 * other goals by id. What is left out has a default: an outcome, committed, owned by its author,
 * reviewed 90 days from now.
 *
 * @param hoursPerWeek what it takes of everybody together, 0 to 1000
 * @param resources what it takes besides
 * @param recordedIn where its course is written down, in words or as a link
 * @param overruled why it stands although the coach finds nothing measurable in it
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
    @Nullable LocalDate reviewOn,
    @Nullable BigDecimal hoursPerWeek,
    @Nullable String resources,
    @Nullable String recordedIn,
    @Nullable String overruled) {

  /** Of a goal of which nobody said what it takes or where it is recorded. */
  public GoalWords(
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
    this(
        statement,
        why,
        strategy,
        kind,
        area,
        cycle,
        unit,
        person,
        owner,
        contributesTo,
        drives,
        ambition,
        reviewOn,
        null,
        null,
        null,
        null);
  }

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
        goal.reviewOn(),
        goal.hoursPerWeek(),
        goal.resources(),
        goal.recordedIn(),
        goal.overruled());
  }
}
