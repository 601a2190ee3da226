package org.waymark.web.settings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;
import org.waymark.workspace.Workspaces;

/** The cycles in which goals run, each within the one above it. */
@Controller
class CyclePages {
  private final Cycles cycles;
  private final Workspaces workspaces;
  private final Access access;

  CyclePages(Cycles cycles, Workspaces workspaces, Access access) {
    this.cycles = cycles;
    this.workspaces = workspaces;
    this.access = access;
  }

  @GetMapping("/settings/cycles")
  ModelAndView list(Caller caller, Frame frame) {
    access.require(caller, Action.READ, null);
    return frame.show("settings/cycles", page(caller, Form.empty()));
  }

  @PostMapping("/settings/cycles")
  ModelAndView add(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.CHANGE_CYCLES, null);
    try {
      var wanted =
          new Cycles.NewCycle(
              form.optional("code"),
              form.optional("name"),
              day(form, "from"),
              day(form, "to"),
              form.optional("within"));
      return frame.to(
          "/settings/cycles", "settings.cycle.added", cycles.add(caller, wanted).name());
    } catch (InvalidInput refused) {
      return frame.refused("settings/cycles", page(caller, form.with(refused)));
    }
  }

  @GetMapping("/settings/cycles/{id}")
  ModelAndView cycle(Caller caller, Frame frame, @PathVariable UUID id) {
    access.require(caller, Action.READ, null);
    var cycle = cycles.get(id);
    return frame.show("settings/cycle", cyclePage(caller, cycle, shown(cycle)));
  }

  @PostMapping("/settings/cycles/{id}")
  ModelAndView change(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    access.require(caller, Action.CHANGE_CYCLES, null);
    try {
      var change =
          new Cycles.CycleChange(
              form.text("code"),
              form.text("name"),
              day(form, "from"),
              day(form, "to"),
              form.text("within"));
      var changed = cycles.change(caller, id, change, form.version());
      return frame.to("/settings/cycles", "settings.cycle.changed", changed.name());
    } catch (InvalidInput refused) {
      return frame.refused("settings/cycle", cyclePage(caller, cycles.get(id), form.with(refused)));
    } catch (Conflict lost) {
      var now = cycles.get(id);
      var values = new LinkedHashMap<>(form.values());
      values.put("version", List.of(Integer.toString(now.version())));
      var told =
          new Form(values, List.of())
              .with(
                  "",
                  frame
                      .t()
                      .of(
                          "settings.cycle.lost",
                          now.name(),
                          frame.w().date(now.from()),
                          frame.w().date(now.to())));
      return frame.show("settings/cycle", cyclePage(caller, now, told), HttpStatus.CONFLICT);
    }
  }

  private CycleListPage page(Caller caller, Form form) {
    var all = all();
    var rows = new ArrayList<CycleListPage.Row>();
    all.stream()
        .filter(cycle -> cycle.within() == null)
        .forEach(top -> collect(all, top, 0, workspaces.today(), rows));
    return new CycleListPage(
        rows, form, access.can(caller, Action.CHANGE_CYCLES, null), options(all, null));
  }

  private static void collect(
      List<Cycle> all, Cycle cycle, int depth, LocalDate today, List<CycleListPage.Row> rows) {
    rows.add(new CycleListPage.Row(cycle, depth, cycle.contains(today)));
    all.stream()
        .filter(below -> Objects.equals(below.within(), cycle.code()))
        .forEach(below -> collect(all, below, depth + 1, today, rows));
  }

  private CyclePage cyclePage(Caller caller, Cycle cycle, Form form) {
    return new CyclePage(
        cycle, form, access.can(caller, Action.CHANGE_CYCLES, null), options(all(), cycle));
  }

  private List<Cycle> all() {
    return Cursor.everything("cycles", cycles::list).stream()
        .sorted(
            Comparator.comparing(Cycle::from).thenComparing(Cycle::to, Comparator.reverseOrder()))
        .toList();
  }

  private static List<Option> options(List<Cycle> all, @Nullable Cycle self) {
    return all.stream()
        .filter(cycle -> self == null || !cycle.id().equals(self.id()))
        .map(cycle -> new Option(cycle.code(), cycle.name()))
        .toList();
  }

  private static Form shown(Cycle cycle) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    values.put("name", cycle.name());
    values.put("code", cycle.code());
    values.put("from", cycle.from());
    values.put("to", cycle.to());
    values.put("within", cycle.within());
    values.put("version", cycle.version());
    return Form.of(values);
  }

  private static @Nullable LocalDate day(Form form, String field) {
    var text = form.optional(field);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw InvalidInput.of(field, "give a day as year-month-day, such as 2026-01-31");
    }
  }
}
