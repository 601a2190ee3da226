package org.waymark.web.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.people.Unit;
import org.waymark.people.UnitKind;
import org.waymark.people.UnitTree;
import org.waymark.people.UnitVersion;
import org.waymark.people.Units;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.workspace.Workspaces;

/**
 * The tree of units on any day, and the page of one unit: rename, move, close, and how it came to
 * be.
 */
@Controller
class UnitPages {
  private final Units units;
  private final Workspaces workspaces;
  private final Access access;

  UnitPages(Units units, Workspaces workspaces, Access access) {
    this.units = units;
    this.workspaces = workspaces;
    this.access = access;
  }

  @GetMapping("/organisation")
  ModelAndView tree(Caller caller, Frame frame, @RequestParam @Nullable String on) {
    access.require(caller, Action.READ, null);
    return frame.show(
        "organisation/units", treePage(caller, frame, Form.of(Map.of("kind", "department")), on));
  }

  @PostMapping("/organisation/units")
  ModelAndView add(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.CHANGE_UNITS, null);
    try {
      var wanted =
          new Units.NewUnit(
              form.optional("code"),
              form.optional("name"),
              form.optional("kind"),
              form.optional("parent"));
      return frame.to("/organisation", "organisation.unit.added", units.add(caller, wanted).name());
    } catch (InvalidInput refused) {
      return frame.refused("organisation/units", treePage(caller, frame, form.with(refused), null));
    }
  }

  @GetMapping("/organisation/units/{id}")
  ModelAndView unit(Caller caller, Frame frame, @PathVariable UUID id) {
    access.require(caller, Action.READ, null);
    var unit = units.get(id);
    return frame.show("organisation/unit", unitPage(caller, frame, unit, shown(unit)));
  }

  @PostMapping("/organisation/units/{id}")
  ModelAndView change(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    access.require(caller, Action.CHANGE_UNITS, null);
    try {
      var change =
          new Units.UnitChange(
              form.text("code"),
              form.text("name"),
              form.optional("kind"),
              form.text("parent"),
              from(form));
      var changed = units.change(caller, id, change, form.version());
      return frame.to("/organisation/units/" + id, "organisation.unit.changed", changed.name());
    } catch (InvalidInput refused) {
      return frame.refused(
          "organisation/unit", unitPage(caller, frame, units.get(id), form.with(refused)));
    } catch (Conflict lost) {
      var now = units.get(id);
      return frame.show(
          "organisation/unit",
          unitPage(caller, frame, now, lost(frame, form, now)),
          HttpStatus.CONFLICT);
    }
  }

  @PostMapping("/organisation/units/{id}/closure")
  ModelAndView close(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    access.require(caller, Action.CHANGE_UNITS, null);
    var closed = units.close(caller, id, form.version(), null);
    return frame.to("/organisation/units/" + id, "organisation.unit.closed", closed.name());
  }

  @PostMapping("/organisation/units/{id}/reopening")
  ModelAndView reopen(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    access.require(caller, Action.CHANGE_UNITS, null);
    var opened = units.reopen(caller, id, form.version());
    return frame.to("/organisation/units/" + id, "organisation.unit.reopened", opened.name());
  }

  private UnitTreePage treePage(Caller caller, Frame frame, Form form, @Nullable String on) {
    var settings = workspaces.current();
    var today = workspaces.today();
    var day = day(on, today);
    var tree = units.tree(day);
    return new UnitTreePage(
        tree.roots().stream().map(root -> branch(tree, root, day)).toList(),
        form,
        access.can(caller, Action.CHANGE_UNITS, null),
        parents(units.tree(today), null),
        kinds(frame),
        day,
        day.equals(today),
        settings.mission(),
        settings.vision(),
        access.can(caller, Action.CHANGE_WORKSPACE, null));
  }

  private static UnitBranch branch(UnitTree tree, Unit unit, LocalDate day) {
    return new UnitBranch(
        unit,
        unit.openOn(day),
        tree.childrenOf(unit).stream().map(below -> branch(tree, below, day)).toList());
  }

  private UnitPage unitPage(Caller caller, Frame frame, Unit unit, Form form) {
    var tree = units.tree();
    return new UnitPage(
        unit,
        tree.pathTo(unit),
        form,
        access.can(caller, Action.CHANGE_UNITS, null),
        unit.openOn(workspaces.today()),
        parents(tree, unit),
        kinds(frame),
        history(frame, tree, unit.id()));
  }

  private List<UnitPage.Past> history(Frame frame, UnitTree tree, UUID id) {
    var past = new ArrayList<UnitPage.Past>();
    for (UnitVersion version : units.history(id).reversed()) {
      var since =
          version.from().equals(UnitVersion.ALWAYS)
              ? frame.t().of("organisation.unit.always")
              : frame.w().date(version.from());
      var parent =
          version.parent() == null
              ? null
              : tree.byId(version.parent()).map(Unit::name).orElse(null);
      past.add(
          new UnitPage.Past(
              since,
              version.name(),
              version.code(),
              version.kind(),
              parent,
              frame.w().instant(version.recordedAt())));
    }
    return past;
  }

  private static List<Option> parents(UnitTree tree, @Nullable Unit self) {
    var within = self == null ? java.util.Set.<Integer>of() : tree.numbersWithin(self.code());
    return tree.all().stream()
        .filter(unit -> !within.contains(unit.number()))
        .map(
            unit ->
                new Option(
                    unit.code(), "\u2003".repeat(tree.pathTo(unit).size() - 1) + unit.name()))
        .toList();
  }

  private static List<Option> kinds(Frame frame) {
    return Arrays.stream(UnitKind.values())
        .map(kind -> new Option(kind.word(), frame.t().of("organisation.kind." + kind.word())))
        .toList();
  }

  private static Form shown(Unit unit) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    values.put("name", unit.name());
    values.put("code", unit.code());
    values.put("kind", unit.kind().word());
    values.put("parent", unit.parent());
    values.put("version", unit.version());
    return Form.of(values);
  }

  /** What was typed stays, the newer version is taken along, and the newer state is named. */
  private static Form lost(Frame frame, Form form, Unit now) {
    var values = new LinkedHashMap<>(form.values());
    values.put("version", List.of(Integer.toString(now.version())));
    return new Form(values, List.of())
        .with("", frame.t().of("organisation.unit.lost", now.name(), now.code()));
  }

  private static @Nullable LocalDate from(Form form) {
    if (form.checked("always")) {
      return UnitVersion.ALWAYS;
    }
    var text = form.optional("from");
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw InvalidInput.of("from", "give a day as year-month-day, such as 2026-01-31");
    }
  }

  private static LocalDate day(@Nullable String on, LocalDate today) {
    try {
      return on == null || on.isBlank() ? today : LocalDate.parse(on);
    } catch (DateTimeParseException unreadable) {
      return today;
    }
  }
}
