package org.waymark.web;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What people choose from when they settle how their organisation counts days. */
public final class Calendars {
  private Calendars() {}

  /**
   * Places people know, by continent, as the database of time zones calls them; the abbreviations
   * that mean several things are left out.
   */
  public static List<Option> zones() {
    var places =
        ZoneId.getAvailableZoneIds().stream()
            .filter(
                id ->
                    id.contains("/")
                        && !id.startsWith("Etc/")
                        && !id.startsWith("SystemV/")
                        && !id.startsWith("US/"))
            .sorted()
            .map(id -> new Option(id, id.replace('_', ' '), "en"));
    return Stream.concat(Stream.of(new Option("UTC", "UTC", "en")), places).toList();
  }

  /** The days with which weeks begin somewhere. */
  public static List<Option> weekStarts(Frame frame) {
    return Stream.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
        .map(day -> new Option(word(day), frame.w().day(day)))
        .toList();
  }

  /** The months with which a year of business can begin. */
  public static List<Option> months(Frame frame) {
    return Arrays.stream(Month.values())
        .map(month -> new Option(word(month), frame.w().month(month)))
        .toList();
  }

  /** A day or month as the API and the forms write it. */
  public static String word(Enum<?> of) {
    return of.name().toLowerCase(Locale.ROOT);
  }
}
