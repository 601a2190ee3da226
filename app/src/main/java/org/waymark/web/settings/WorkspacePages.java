package org.waymark.web.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Calendars;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.web.Texts;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/** Name, time zone, week, fiscal year and language: read by everybody, changed by owners. */
@Controller
class WorkspacePages {
  private final Workspaces workspaces;
  private final Access access;

  WorkspacePages(Workspaces workspaces, Access access) {
    this.workspaces = workspaces;
    this.access = access;
  }

  @GetMapping("/settings")
  ModelAndView settings(Caller caller, Frame frame) {
    access.require(caller, Action.READ, null);
    var now = workspaces.current();
    return frame.show("settings/workspace", page(caller, frame, now, shown(now)));
  }

  @PostMapping("/settings")
  ModelAndView change(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.CHANGE_WORKSPACE, null);
    try {
      workspaces.change(caller, wanted(form), form.version());
      return frame.to("/settings", "settings.workspace.changed");
    } catch (InvalidInput refused) {
      return frame.refused(
          "settings/workspace", page(caller, frame, workspaces.current(), form.with(refused)));
    } catch (Conflict lost) {
      var now = workspaces.current();
      var values = new LinkedHashMap<>(form.values());
      values.put("version", List.of(Integer.toString(now.version())));
      var told =
          new Form(values, List.of()).with("", frame.t().of("settings.workspace.lost", now.name()));
      return frame.show("settings/workspace", page(caller, frame, now, told), HttpStatus.CONFLICT);
    }
  }

  private static Workspaces.WorkspaceChange wanted(Form form) {
    return new Workspaces.WorkspaceChange(
        form.text("name"),
        form.text("zone"),
        form.text("weekStart"),
        form.text("fiscalYearStart"),
        form.text("locale"),
        null,
        null);
  }

  private WorkspacePage page(Caller caller, Frame frame, WorkspaceSettings now, Form form) {
    return new WorkspacePage(
        facts(frame, now),
        form,
        access.can(caller, Action.CHANGE_WORKSPACE, null),
        Calendars.zones(),
        Calendars.weekStarts(frame),
        Calendars.months(frame),
        locales(now.locale()));
  }

  private static List<Fact> facts(Frame frame, WorkspaceSettings now) {
    return List.of(
        new Fact(frame.t().of("settings.workspace.name"), now.name()),
        new Fact(frame.t().of("settings.workspace.zone"), frame.w().zoneName()),
        new Fact(frame.t().of("settings.workspace.weekStart"), frame.w().day(now.weekStart())),
        new Fact(
            frame.t().of("settings.workspace.fiscalYearStart"),
            frame.w().month(now.fiscalYearStart())),
        new Fact(
            frame.t().of("settings.workspace.locale"), now.locale().getDisplayName(now.locale())));
  }

  /**
   * Those the product speaks, each in its own words, and the one the workspace was given through
   * the API.
   */
  private static List<Option> locales(Locale now) {
    return Stream.concat(Texts.LOCALES.stream(), Stream.of(now))
        .distinct()
        .map(one -> new Option(one.toLanguageTag(), one.getDisplayName(one), one.toLanguageTag()))
        .toList();
  }

  private static Form shown(WorkspaceSettings now) {
    return Form.of(
        Map.of(
            "name", now.name(),
            "zone", now.zone().getId(),
            "weekStart", Calendars.word(now.weekStart()),
            "fiscalYearStart", Calendars.word(now.fiscalYearStart()),
            "locale", now.locale().toLanguageTag(),
            "version", now.version()));
  }
}
