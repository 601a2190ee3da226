package org.waymark.paste;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalWords;
import org.waymark.goals.Goals;
import org.waymark.goals.KeyResultWords;
import org.waymark.goals.KeyResults;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;

/** Writes several goals with their key results down as drafts: all of them, or none. */
@Component
public class SeveralGoals {
  private final Goals goals;
  private final KeyResults keyResults;
  private final Access access;

  SeveralGoals(Goals goals, KeyResults keyResults, Access access) {
    this.goals = goals;
    this.keyResults = keyResults;
    this.access = access;
  }

  /** One goal and what measures it. */
  public record Wanted(GoalWords goal, List<KeyResultWords> keyResults) {
    public Wanted {
      keyResults = List.copyOf(keyResults);
    }
  }

  /**
   * Writes them down in their order.
   *
   * @throws InvalidInput naming everything that is wrong, as {@code goals[0].keyResults[1].target};
   *     then nothing is kept
   */
  @Transactional
  public List<Goal> create(Caller by, List<Wanted> wanted) {
    access.require(by, Action.DRAFT_GOAL, null);
    if (wanted.isEmpty()) {
      throw InvalidInput.of("goals", "give at least one goal");
    }
    if (wanted.size() > Recognition.MOST_GOALS) {
      throw InvalidInput.of("goals", "must be at most " + Recognition.MOST_GOALS + " at once");
    }
    int keyResultsWanted = wanted.stream().mapToInt(one -> one.keyResults().size()).sum();
    if (keyResultsWanted > Recognition.MOST_KEY_RESULTS) {
      throw InvalidInput.of(
          "goals",
          "must have at most " + Recognition.MOST_KEY_RESULTS + " key results in all at once");
    }
    List<FieldError> errors = new ArrayList<>();
    List<Goal> made = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      one(by, wanted.get(i), "goals[" + i + "].", made, errors);
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return made;
  }

  private void one(
      Caller by, Wanted wanted, String where, List<Goal> made, List<FieldError> errors) {
    @Nullable Goal goal = null;
    try {
      goal = goals.create(by, wanted.goal());
      made.add(goal);
    } catch (InvalidInput refused) {
      errors.addAll(at(where, refused));
    }
    for (int k = 0; k < wanted.keyResults().size() && goal != null; k++) {
      try {
        keyResults.add(by, goal.id(), wanted.keyResults().get(k));
      } catch (InvalidInput refused) {
        errors.addAll(at(where + "keyResults[" + k + "].", refused));
      }
    }
  }

  private static List<FieldError> at(String where, InvalidInput refused) {
    return refused.errors().stream()
        .map(error -> new FieldError(where + error.field(), error.reason()))
        .toList();
  }
}
