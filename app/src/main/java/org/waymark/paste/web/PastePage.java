package org.waymark.paste.web;

import java.util.List;
import org.waymark.coach.Severity;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * A text to be pasted, and what was read in it.
 *
 * @param goals what was read; empty while nothing was
 * @param remarks about the text as a whole: lines that were not used
 */
public record PastePage(
    Form form,
    List<Option> cycles,
    List<Option> units,
    List<Option> members,
    List<Option> measures,
    List<Option> types,
    List<GoalRead> goals,
    List<String> remarks) {

  /**
   * A goal to be put right.
   *
   * @param prefix of the names of its fields
   * @param line where it stands in the text
   */
  public record GoalRead(
      String prefix,
      int line,
      List<String> notes,
      List<Advised> advice,
      List<Measured> keyResults) {}

  /**
   * A key result to be put right.
   *
   * @param words the line as it was read
   */
  public record Measured(
      String prefix, int line, String words, List<String> notes, List<Advised> advice) {}

  /** What the coach says. */
  public record Advised(Severity severity, String reason, String offer) {}

  /** How many key results there are in all. */
  public int keyResults() {
    return goals.stream().mapToInt(goal -> goal.keyResults().size()).sum();
  }
}
