package org.waymark.paste;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.coach.Finding;

/**
 * An objective with its key results as they were understood; nothing is kept yet.
 *
 * @param line where it stands in the text, from 1
 * @param owner e-mail of the member who is named; null when nobody is
 */
public record ReadGoal(
    int line,
    String statement,
    @Nullable String why,
    @Nullable String strategy,
    @Nullable String owner,
    List<Measured> keyResults,
    List<Finding> findings,
    List<Note> notes) {

  public ReadGoal {
    keyResults = List.copyOf(keyResults);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /**
   * A key result as it was understood. What the text does not say is null.
   *
   * @param words the whole line as it was read
   * @param name what to call it
   * @param metric key of a metric that this workspace measures; null when people tell the number
   * @param baseline in the unit; durations in seconds
   * @param changePercent by how much, where no level is named
   * @param duration whether baseline and target are seconds
   */
  public record Measured(
      int line,
      String words,
      String name,
      @Nullable String metric,
      @Nullable String statistic,
      String type,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal target,
      @Nullable BigDecimal changePercent,
      boolean duration,
      @Nullable LocalDate due,
      List<Finding> findings,
      List<Note> notes) {

    public Measured {
      findings = List.copyOf(findings);
      notes = List.copyOf(notes);
    }
  }
}
