package org.waymark.intake;

import java.util.List;

/**
 * Something a file does not tell by itself, to be asked of whoever brings it.
 *
 * @param about what is asked: one of the names below
 * @param columns the columns it is about, or that can be chosen
 */
public record Doubt(String about, List<String> columns) {
  /** Day or month first. */
  public static final String ORDER = "order";

  /** Year and month of a column that holds only the day. */
  public static final String MONTH = "month";

  /** Which column, or which day, is when it happened. */
  public static final String WHEN = "when";

  /** Which columns tell the lines apart. */
  public static final String ID = "id";

  /** When the source wrote the file. */
  public static final String WRITTEN = "written";

  /** Which columns with scores are worth keeping. */
  public static final String QUESTIONS = "questions";

  public Doubt {
    columns = List.copyOf(columns);
  }
}
