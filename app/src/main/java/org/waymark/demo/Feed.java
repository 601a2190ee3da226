package org.waymark.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * One file as a tool of the company exports it, and how it is to be understood.
 *
 * @param known the day at whose beginning it was exported
 * @param mapping as people write it, in JSON; the moment it was exported is added on loading
 */
record Feed(
    String source,
    String fileName,
    LocalDate known,
    String mapping,
    List<String> header,
    String lines) {

  byte[] bytes() {
    return (String.join(",", header) + "\n" + lines).getBytes(StandardCharsets.UTF_8);
  }

  /** Writes the lines of a file. No cell of the story needs quotes. */
  static final class Lines {
    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean begun;

    Lines cell(String cell) {
      if (begun) {
        text.append(',');
      }
      text.append(cell);
      begun = true;
      return this;
    }

    Lines cell(long number) {
      return cell(Long.toString(number));
    }

    Lines moment(long moment) {
      return cell(Clockwork.text(moment));
    }

    /** A moment that is known only once it lies before another. */
    Lines moment(long moment, long knownUntil) {
      return moment < knownUntil ? moment(moment) : cell("");
    }

    void end() {
      text.append('\n');
      begun = false;
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
