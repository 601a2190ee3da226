package org.waymark.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of something to be imported, in order. */
interface Lines extends Closeable {
  List<String> header();

  /** From now on only these columns are read; gives the place of each in {@link Line#cells()}. */
  Map<String, Integer> read(Set<String> columns);

  /** The next line, or null after the last. */
  @Nullable Line next() throws IOException;

  /**
   * One line.
   *
   * @param number where it starts in the file; the header is in line 1
   * @param original as it was written
   * @param cells the texts of the columns asked for, trimmed; null when the line is broken
   * @param broken why it cannot be read
   */
  record Line(
      long number,
      String original,
      @Nullable String @Nullable [] cells,
      @Nullable Refused broken) {}
}
