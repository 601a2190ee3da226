package org.waymark.schedules.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.schedules.ClosedDay;
import org.waymark.schedules.Schedules;
import org.waymark.schedules.Week;
import org.waymark.schedules.WorkSchedule;
import org.waymark.web.Calendars;
import org.waymark.web.Form;
import org.waymark.web.Texts;

/** A schedule as fields of a form, and back: one line of hours for each day of the week. */
final class ScheduleForm {
  private static final Pattern STRETCH =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*[-–—]\\s*(\\d{1,2})(?:[:.](\\d{2}))?");
  private static final Pattern CLOSED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[\\s,;:]*(.*)");

  private ScheduleForm() {}

  /**
   * What was typed.
   *
   * @throws InvalidInput naming the fields that cannot be read
   */
  static Schedules.NewSchedule wanted(Form form, Texts texts) {
    List<FieldError> errors = new ArrayList<>();
    Map<DayOfWeek, List<Week.Stretch>> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      String field = Calendars.word(day);
      @Nullable List<Week.Stretch> stretches = stretches(form.text(field));
      if (stretches == null) {
        errors.add(new FieldError(field, texts.of("schedules.unreadable")));
      } else if (!stretches.isEmpty()) {
        days.put(day, stretches);
      }
    }
    @Nullable List<ClosedDay> closed = closed(form.text("closed"));
    if (closed == null) {
      errors.add(new FieldError("closed", texts.of("schedules.unreadable.closed")));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return new Schedules.NewSchedule(
        form.optional("unit"),
        day(form.text("from")),
        form.optional("zone"),
        Week.of(days),
        form.optional("holidays"),
        closed);
  }

  /** Null when it cannot be read. */
  private static @Nullable List<Week.Stretch> stretches(String typed) {
    List<Week.Stretch> stretches = new ArrayList<>();
    for (String part : typed.split("[,;]")) {
      if (part.isBlank()) {
        continue;
      }
      Matcher matcher = STRETCH.matcher(part.strip());
      if (!matcher.matches()) {
        return null;
      }
      stretches.add(
          new Week.Stretch(
              time(matcher.group(1), matcher.group(2)), time(matcher.group(3), matcher.group(4))));
    }
    return stretches;
  }

  private static String time(String hour, @Nullable String minute) {
    return (hour.length() == 1 ? "0" + hour : hour) + ":" + (minute == null ? "00" : minute);
  }

  private static @Nullable List<ClosedDay> closed(String typed) {
    List<ClosedDay> closed = new ArrayList<>();
    for (String line : typed.lines().toList()) {
      if (line.isBlank()) {
        continue;
      }
      Matcher matcher = CLOSED.matcher(line.strip());
      @Nullable LocalDate day = matcher.matches() ? day(matcher.group(1)) : null;
      if (day == null) {
        return null;
      }
      closed.add(new ClosedDay(day, matcher.group(2)));
    }
    return closed;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  /** The form with what was found wrong, each beside the field it was typed into. */
  static Form with(Form form, InvalidInput refused) {
    return form.with(
        refused.errors().stream()
            .map(error -> new FieldError(input(error.field()), error.reason()))
            .distinct()
            .toList());
  }

  private static String input(String place) {
    if (place.startsWith("week.")) {
      return place.replaceFirst("week\\.([a-z]+).*", "$1");
    }
    return place.equals("week") ? "monday" : place.replaceFirst("[.\\[].*", "");
  }

  /** A schedule to be corrected. */
  static Form shown(WorkSchedule schedule) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("unit", schedule.unit());
    values.put("from", schedule.from());
    values.put("zone", schedule.zone().getId());
    for (DayOfWeek day : DayOfWeek.values()) {
      values.put(
          Calendars.word(day),
          schedule.week().on(day).stream()
              .map(one -> one.from() + "–" + one.to())
              .collect(Collectors.joining(", ")));
    }
    values.put("holidays", schedule.holidays());
    values.put(
        "closed",
        schedule.closed().stream()
            .map(one -> one.day() + (one.name() == null ? "" : " " + one.name()))
            .collect(Collectors.joining("\n")));
    values.put("version", schedule.version());
    return Form.of(values);
  }
}
