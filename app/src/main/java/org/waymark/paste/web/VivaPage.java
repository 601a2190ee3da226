package org.waymark.paste.web;

import java.util.List;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * An export of Viva Goals to be brought over, and what it would become.
 *
 * @param periods each with a field of its own; empty while no file was read
 */
public record VivaPage(
    Form form,
    List<Period> periods,
    List<Planned> goals,
    List<Refused> refused,
    int keyResults,
    int leftOut) {

  /**
   * A period and where its goals may go.
   *
   * @param field name of its field
   */
  public record Period(String field, String label, List<Option> cycles) {}

  /** One objective as it would arrive. */
  public record Planned(
      int line,
      String statement,
      String owner,
      String period,
      String serves,
      List<String> keyResults,
      List<String> notes) {}

  /** A line that is not taken. */
  public record Refused(int line, String what, String reason) {}

  /** Whether a file was read. */
  public boolean read() {
    return !periods.isEmpty() || !refused.isEmpty();
  }
}
