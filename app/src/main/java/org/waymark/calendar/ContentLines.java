package org.waymark.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Content lines of iCalendar (RFC 5545, section 3.1): each ends with CR LF and is folded so that no
 * line is longer than 75 octets, never within a character.
 */
final class ContentLines {
  private static final int LONGEST = 75;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();

  /** A line whose value needs no escaping. */
  ContentLines line(String name, String value) {
    int octets = 0;
    String line = name + ":" + value;
    for (int at = 0; at < line.length(); ) {
      int point = line.codePointAt(at);
      String character = Character.toString(point);
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LONGEST) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(character);
      octets += size;
      at += character.length();
    }
    text.append("\r\n");
    return this;
  }

  /** A line whose value is what people wrote. */
  ContentLines text(String name, String value) {
    return line(name, escaped(value));
  }

  ContentLines day(String name, LocalDate day) {
    return line(name + ";VALUE=DATE", DAY.format(day));
  }

  ContentLines moment(String name, Instant moment) {
    return line(name, MOMENT.format(moment));
  }

  ContentLines number(String name, int number) {
    return line(name, Integer.toString(number));
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Section 3.3.11: what means something else is escaped, and what is no text is left out. */
  private static String escaped(String value) {
    StringBuilder escaped = new StringBuilder();
    value
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '\\' -> escaped.append("\\\\");
                case ';' -> escaped.append("\\;");
                case ',' -> escaped.append("\\,");
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append('\t');
                default -> {
                  if (!Character.isISOControl(point)) {
                    escaped.appendCodePoint(point);
                  }
                }
              }
            });
    return escaped.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
