package org.waymark.organisation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.platform.Page;
import org.waymark.schedules.ClosedDay;
import org.waymark.schedules.HolidayCalendars;
import org.waymark.schedules.Schedules;
import org.waymark.schedules.Week;
import org.waymark.schedules.WorkSchedule;
import org.waymark.workspace.Workspaces;

/** {@code /api/v1/schedules}: when units work, and the calendars of holidays they may keep. */
@RestController
@RequestMapping("/api/v1")
class SchedulesApi {

  private final Schedules schedules;
  private final HolidayCalendars calendars;
  private final Workspaces workspaces;
  private final Access access;

  SchedulesApi(
      Schedules schedules, HolidayCalendars calendars, Workspaces workspaces, Access access) {
    this.schedules = schedules;
    this.calendars = calendars;
    this.workspaces = workspaces;
    this.access = access;
  }

  /** A schedule as a whole, with the version it replaces. */
  @Schema(name = "ScheduleReplacement")
  record Replacement(
      @Nullable String unit,
      @Nullable LocalDate from,
      @Nullable String zone,
      @Nullable Week week,
      @Nullable String holidays,
      @Nullable List<ClosedDay> closed,
      @Nullable Integer version) {}

  @GetMapping("/schedules")
  Page<WorkSchedule> list(Caller caller) {
    access.require(caller, Action.READ, null);
    return Page.all(schedules.all());
  }

  @GetMapping("/schedules/{schedule}")
  ResponseEntity<WorkSchedule> one(@PathVariable String schedule, Caller caller) {
    access.require(caller, Action.READ, null);
    WorkSchedule found = schedules.get(id(schedule));
    return Answers.versioned(found, found.version());
  }

  @PostMapping("/schedules")
  ResponseEntity<WorkSchedule> add(@RequestBody Schedules.NewSchedule wanted, Caller caller) {
    access.require(caller, Action.CHANGE_SCHEDULES, null);
    WorkSchedule added = schedules.add(caller, wanted);
    return Answers.created("schedules", added.id(), added, added.version());
  }

  @PutMapping("/schedules/{schedule}")
  ResponseEntity<WorkSchedule> replace(
      @PathVariable String schedule,
      @RequestBody Replacement wanted,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      Caller caller) {
    access.require(caller, Action.CHANGE_SCHEDULES, null);
    WorkSchedule replaced =
        schedules.replace(
            caller,
            id(schedule),
            new Schedules.NewSchedule(
                wanted.unit(),
                wanted.from(),
                wanted.zone(),
                wanted.week(),
                wanted.holidays(),
                wanted.closed()),
            Answers.version(wanted.version(), ifMatch));
    return Answers.versioned(replaced, replaced.version());
  }

  @DeleteMapping("/schedules/{schedule}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String schedule, Caller caller) {
    access.require(caller, Action.CHANGE_SCHEDULES, null);
    schedules.remove(caller, id(schedule));
  }

  @GetMapping("/holiday-calendars")
  Page<HolidayCalendars.HolidayCalendar> calendars(Caller caller) {
    access.require(caller, Action.READ, null);
    return Page.all(calendars.all(workspaces.current().locale()));
  }

  /** A public holiday, or the day on which it is observed. */
  @Schema(name = "Holiday")
  record Holiday(LocalDate day, String name) {}

  @GetMapping("/holidays")
  Page<Holiday> holidays(
      @RequestParam String calendar,
      @RequestParam(required = false) @Nullable Integer year,
      Caller caller) {
    access.require(caller, Action.READ, null);
    if (!calendars.knows(calendar)) {
      throw InvalidInput.of(
          "calendar", "there is none such: GET /api/v1/holiday-calendars lists them");
    }
    int wanted = year == null ? workspaces.today().getYear() : year;
    if (wanted < 1900 || wanted > 2100) {
      throw InvalidInput.of("year", "must lie between 1900 and 2100");
    }
    return Page.all(
        calendars.of(calendar, wanted, workspaces.current().locale()).entrySet().stream()
            .map(one -> new Holiday(one.getKey(), one.getValue()))
            .toList());
  }

  private static UUID id(String path) {
    return Answers.id(path, none -> java.util.Optional.empty(), new NotFound("schedule"));
  }
}
