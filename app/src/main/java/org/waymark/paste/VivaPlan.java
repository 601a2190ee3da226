package org.waymark.paste;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an export would become. Nothing is kept yet.
 *
 * @param periods of the goals, each with the cycle it goes to
 * @param refused lines that are not taken, and why
 * @param leftOut how many lines were ended there and are not wanted here
 */
public record VivaPlan(
    List<PlannedGoal> goals,
    List<Period> periods,
    List<String> header,
    List<VivaFile.Refused> refused,
    int leftOut) {

  /** Instead of the code of a cycle: one is to be made. */
  public static final String MAKE = "+";

  public VivaPlan {
    goals = List.copyOf(goals);
    periods = List.copyOf(periods);
    header = List.copyOf(header);
    refused = List.copyOf(refused);
  }

  /**
   * A period of the export.
   *
   * @param name as it was called there; empty for goals without one
   * @param from the first day of its goals; null when none names any
   * @param to the last day of its goals
   * @param cycle code of the cycle here, {@link #MAKE}, or null while nobody has chosen
   */
  public record Period(
      String name, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String cycle) {

    /** Whether its days say enough to make a cycle of it. */
    public boolean canBeMade() {
      return !name.isBlank() && from != null && to != null && !to.isBefore(from);
    }
  }

  /**
   * One objective.
   *
   * @param owner e-mail of a member; null when nobody here is called so
   * @param unit code of the unit that is called like its team
   * @param serves Id of the objective above it, which is among these
   */
  public record PlannedGoal(
      VivaRow row,
      @Nullable String owner,
      @Nullable String unit,
      @Nullable String serves,
      List<PlannedKeyResult> keyResults,
      List<Note> notes) {
    public PlannedGoal {
      keyResults = List.copyOf(keyResults);
      notes = List.copyOf(notes);
    }
  }

  /**
   * One key result.
   *
   * @param told the latest value; null when none can be said
   */
  public record PlannedKeyResult(
      VivaRow row, String name, String type, @Nullable BigDecimal told, List<Note> notes) {
    public PlannedKeyResult {
      notes = List.copyOf(notes);
    }
  }

  /** How many key results there are in all. */
  public int keyResults() {
    return goals.stream().mapToInt(goal -> goal.keyResults().size()).sum();
  }
}
