package org.waymark.schedules.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.people.UnitTree;
import org.waymark.people.Units;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.schedules.HolidayCalendars;
import org.waymark.schedules.HolidayCalendars.HolidayCalendar;
import org.waymark.schedules.Schedules;
import org.waymark.schedules.WorkSchedule;
import org.waymark.web.Calendars;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.workspace.Workspaces;

/** When units work, in the settings. */
@Controller
class SchedulePages {
  private static final String HERE = "/settings/schedules";

  private final Schedules schedules;
  private final HolidayCalendars calendars;
  private final Units units;
  private final Workspaces workspaces;
  private final Access access;

  SchedulePages(
      Schedules schedules,
      HolidayCalendars calendars,
      Units units,
      Workspaces workspaces,
      Access access) {
    this.schedules = schedules;
    this.calendars = calendars;
    this.units = units;
    this.workspaces = workspaces;
    this.access = access;
  }

  @GetMapping(HERE)
  ModelAndView list(Caller caller, Frame frame) {
    access.require(caller, Action.READ, null);
    return frame.show("schedules/schedules", page(caller, frame, blank(schedules.all().isEmpty())));
  }

  @PostMapping(HERE)
  ModelAndView add(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.CHANGE_SCHEDULES, null);
    try {
      schedules.add(caller, ScheduleForm.wanted(form, frame.t()));
      return frame.to(HERE, "schedules.added");
    } catch (InvalidInput refused) {
      return frame.refused(
          "schedules/schedules", page(caller, frame, ScheduleForm.with(form, refused)));
    }
  }

  @GetMapping(HERE + "/{id}")
  ModelAndView one(Caller caller, Frame frame, @PathVariable UUID id) {
    access.require(caller, Action.READ, null);
    WorkSchedule schedule = schedules.get(id);
    return frame.show(
        "schedules/schedule", page(caller, frame, schedule, ScheduleForm.shown(schedule)));
  }

  @PostMapping(HERE + "/{id}")
  ModelAndView change(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    access.require(caller, Action.CHANGE_SCHEDULES, null);
    WorkSchedule before = schedules.get(id);
    try {
      schedules.replace(caller, id, ScheduleForm.wanted(form, frame.t()), form.version());
      return frame.to(HERE, "schedules.changed");
    } catch (InvalidInput refused) {
      return frame.refused(
          "schedules/schedule", page(caller, frame, before, ScheduleForm.with(form, refused)));
    } catch (Conflict lost) {
      WorkSchedule now = schedules.get(id);
      Map<String, List<String>> mine = new LinkedHashMap<>(form.values());
      mine.put("version", List.of(Integer.toString(now.version())));
      Form again = new Form(mine, List.of()).with("", frame.t().of("schedules.lost"));
      return frame.show("schedules/schedule", page(caller, frame, now, again), HttpStatus.CONFLICT);
    }
  }

  @PostMapping(HERE + "/{id}/removal")
  ModelAndView remove(Caller caller, Frame frame, @PathVariable UUID id) {
    access.require(caller, Action.CHANGE_SCHEDULES, null);
    schedules.remove(caller, id);
    return frame.to(HERE, "schedules.removed");
  }

  /** How far the first hours reach back unless somebody says otherwise: to old data as well. */
  private static final int YEARS = 10;

  /** The hours most people work: the first ones since long ago, others from this year on. */
  private Form blank(boolean first) {
    LocalDate year = workspaces.today().withDayOfYear(1);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("zone", workspaces.current().zone().getId());
    values.put("from", first ? year.minusYears(YEARS) : year);
    for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
      values.put(day, "9:00–17:00");
    }
    return Form.of(values);
  }

  private SchedulePage page(Caller caller, Frame frame, Form form) {
    return page(caller, frame, null, schedules.all(), form);
  }

  private SchedulePage page(Caller caller, Frame frame, WorkSchedule schedule, Form form) {
    return page(caller, frame, schedule.id().toString(), List.of(schedule), form);
  }

  private SchedulePage page(
      Caller caller, Frame frame, @Nullable String id, List<WorkSchedule> shown, Form form) {
    UnitTree tree = units.tree();
    String language = frame.t().locale().getLanguage();
    List<HolidayCalendar> all = calendars.all(frame.t().locale());
    ScheduleWords words =
        new ScheduleWords(
            frame,
            tree,
            all.stream().collect(Collectors.toMap(HolidayCalendar::code, HolidayCalendar::name)));
    return new SchedulePage(
        id,
        shown.stream()
            .map(one -> words.row(one, schedules.upcoming(one, frame.t().locale())))
            .toList(),
        form,
        access.can(caller, Action.CHANGE_SCHEDULES, null),
        tree.all().stream()
            .map(
                unit ->
                    new Option(
                        unit.code(), "\u2003".repeat(tree.pathTo(unit).size() - 1) + unit.name()))
            .toList(),
        Calendars.zones(),
        all.stream().map(one -> new Option(one.code(), one.name(), language)).toList(),
        language);
  }
}
