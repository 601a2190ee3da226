package org.waymark.schedules;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Public holidays by country and region, observed days taken for the days themselves. Days that are
 * merely observed, or on which only banks are closed, are not among them.
 */
@Component
public class HolidayCalendars {

  private final Map<String, CalendarHierarchy> countries = new ConcurrentHashMap<>();

  /**
   * A calendar that can be chosen.
   *
   * @param code such as gb or gb-eng
   */
  public record HolidayCalendar(String code, String name) {}

  /** Every country, and its regions after it. */
  public List<HolidayCalendar> all(Locale locale) {
    List<HolidayCalendar> all = new ArrayList<>();
    Comparator<CalendarHierarchy> byName =
        Comparator.comparing(one -> one.getDescription(locale), String::compareToIgnoreCase);
    HolidayManager.getSupportedCalendarCodes().stream()
        .map(code -> code.toLowerCase(Locale.ROOT))
        .filter(code -> code.matches("[a-z]{2}"))
        .distinct()
        .map(this::country)
        .sorted(byName)
        .forEach(
            country -> {
              String name = country.getDescription(locale);
              all.add(new HolidayCalendar(country.getId(), name));
              country.getChildren().values().stream()
                  .sorted(byName)
                  .forEach(
                      region ->
                          all.add(
                              new HolidayCalendar(
                                  country.getId() + "-" + region.getId(),
                                  name + ": " + region.getDescription(locale))));
            });
    return all;
  }

  /** Whether there is a calendar with this code. */
  public boolean knows(String code) {
    String[] parts = code.split("-", -1);
    if (!parts[0].matches("[a-z]{2}")
        || parts.length > 2
        || HolidayManager.getSupportedCalendarCodes().stream()
            .noneMatch(parts[0]::equalsIgnoreCase)) {
      return false;
    }
    return parts.length == 1 || country(parts[0]).getChildren().containsKey(parts[1]);
  }

  /** The holidays of a year by their day, each with its name. */
  public SortedMap<LocalDate, String> of(String code, int year, Locale locale) {
    SortedMap<LocalDate, String> names = new TreeMap<>();
    for (Holiday holiday : holidays(code, year)) {
      names.merge(
          holiday.getDate(),
          holiday.getDescription(locale),
          (one, other) -> one.equals(other) ? one : one + ", " + other);
    }
    return names;
  }

  /** The days of all holidays from one year to another, both included. */
  Set<LocalDate> days(@Nullable String code, int from, int to) {
    Set<LocalDate> days = new java.util.HashSet<>();
    for (int year = from; code != null && year <= to; year++) {
      holidays(code, year).forEach(holiday -> days.add(holiday.getDate()));
    }
    return days;
  }

  private static Set<Holiday> holidays(String code, int year) {
    String[] parts = code.split("-");
    String[] region = java.util.Arrays.copyOfRange(parts, 1, parts.length);
    return HolidayManager.getInstance(ManagerParameters.create(parts[0]))
        .getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, region);
  }

  private CalendarHierarchy country(String code) {
    return countries.computeIfAbsent(
        code,
        one -> HolidayManager.getInstance(ManagerParameters.create(one)).getCalendarHierarchy());
  }
}
