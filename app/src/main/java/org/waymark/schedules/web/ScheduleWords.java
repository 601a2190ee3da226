package org.waymark.schedules.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.people.Unit;
import org.waymark.people.UnitTree;
import org.waymark.schedules.Upcoming;
import org.waymark.schedules.Week;
import org.waymark.schedules.WorkSchedule;
import org.waymark.web.Frame;

/** A schedule as people say it. */
final class ScheduleWords {
  private final Frame f;
  private final UnitTree tree;
  private final Map<String, String> calendars;

  /**
   * @param calendars by code, the name of a calendar of holidays
   */
  ScheduleWords(Frame f, UnitTree tree, Map<String, String> calendars) {
    this.f = f;
    this.tree = tree;
    this.calendars = calendars;
  }

  SchedulePage.Row row(WorkSchedule schedule, Upcoming upcoming) {
    return new SchedulePage.Row(
        schedule.id().toString(),
        unit(schedule),
        f.w().date(schedule.from()),
        week(schedule.week()),
        schedule.zone().getId().replace('_', ' '),
        schedule.holidays() == null
            ? null
            : calendars.getOrDefault(schedule.holidays(), schedule.holidays()),
        upcoming.day() == null
            ? f.t().of("schedules.next.none")
            : f.t()
                .of(
                    "schedules.next.works",
                    day(upcoming.day()),
                    f.w().date(upcoming.day()),
                    hours(upcoming.hours())),
        upcoming.closed().stream().map(this::closed).toList());
  }

  String unit(WorkSchedule schedule) {
    return schedule.unit() == null
        ? f.t().of("schedules.everybody")
        : tree.byCode(schedule.unit()).map(Unit::name).orElse(schedule.unit());
  }

  /** Days with the same hours that follow each other share a line. */
  private List<String> week(Week week) {
    List<String> lines = new ArrayList<>();
    DayOfWeek[] days = DayOfWeek.values();
    int first = 0;
    while (first < days.length) {
      int last = first;
      while (last + 1 < days.length && week.on(days[last + 1]).equals(week.on(days[first]))) {
        last++;
      }
      if (!week.on(days[first]).isEmpty()) {
        String hours = hours(week.on(days[first]));
        lines.add(
            first == last
                ? f.t().of("schedules.day.hours", f.w().day(days[first]), hours)
                : f.t()
                    .of(
                        "schedules.day.span",
                        f.w().day(days[first]),
                        f.w().day(days[last]),
                        hours));
      }
      first = last + 1;
    }
    return lines;
  }

  private String hours(List<Week.Stretch> stretches) {
    return stretches.stream()
        .map(one -> f.t().of("schedules.stretch", time(one.from()), time(one.to())))
        .collect(Collectors.joining(", "));
  }

  /** 09:00 as 9:00. */
  private static String time(@Nullable String time) {
    return time == null ? "" : time.replaceFirst("^0", "");
  }

  private String closed(Upcoming.Closed one) {
    return one.name() == null
        ? f.t().of("schedules.closed.unnamed", day(one.day()), f.w().date(one.day()))
        : f.t().of("schedules.closed.day", day(one.day()), f.w().date(one.day()), one.name());
  }

  private String day(LocalDate date) {
    return f.w().day(date.getDayOfWeek());
  }
}
