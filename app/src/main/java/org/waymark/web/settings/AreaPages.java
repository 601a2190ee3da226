package org.waymark.web.settings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
import org.waymark.workspace.Area;
import org.waymark.workspace.Areas;
import org.waymark.workspace.Cursor;

/** What goals can be about: both catalogues and what the workspace made of them. */
@Controller
class AreaPages {
  private final Areas areas;
  private final Access access;

  AreaPages(Areas areas, Access access) {
    this.areas = areas;
    this.access = access;
  }

  @GetMapping("/settings/areas")
  ModelAndView list(Caller caller, Frame frame) {
    access.require(caller, Action.READ, null);
    return frame.show("settings/areas", page(caller, Form.empty()));
  }

  @PostMapping("/settings/areas")
  ModelAndView add(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.CHANGE_AREAS, null);
    try {
      var wanted =
          new Areas.NewArea(form.optional("code"), form.optional("name"), form.optional("within"));
      return frame.to("/settings/areas", "settings.area.added", areas.add(caller, wanted).name());
    } catch (InvalidInput refused) {
      return frame.refused("settings/areas", page(caller, form.with(refused)));
    }
  }

  @GetMapping("/settings/areas/{id}")
  ModelAndView area(Caller caller, Frame frame, @PathVariable UUID id) {
    access.require(caller, Action.CHANGE_AREAS, null);
    var area = areas.get(id);
    return frame.show("settings/area", areaPage(area, shown(area)));
  }

  @PostMapping("/settings/areas/{id}")
  ModelAndView change(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    access.require(caller, Action.CHANGE_AREAS, null);
    try {
      var change = new Areas.AreaChange(form.text("code"), form.text("name"), form.text("within"));
      var changed = areas.change(caller, id, change, form.version());
      return frame.to("/settings/areas", "settings.area.changed", changed.name());
    } catch (InvalidInput refused) {
      return frame.refused("settings/area", areaPage(areas.get(id), form.with(refused)));
    } catch (Conflict lost) {
      var now = areas.get(id);
      var values = new LinkedHashMap<>(form.values());
      values.put("version", List.of(Integer.toString(now.version())));
      var told =
          new Form(values, List.of()).with("", frame.t().of("settings.area.lost", now.name()));
      return frame.show("settings/area", areaPage(now, told), HttpStatus.CONFLICT);
    }
  }

  @PostMapping("/settings/areas/{id}/removal")
  ModelAndView remove(Caller caller, Frame frame, @PathVariable UUID id) {
    access.require(caller, Action.CHANGE_AREAS, null);
    var area = areas.get(id);
    try {
      areas.remove(caller, id);
      return frame.to("/settings/areas", "settings.area.removed", area.name());
    } catch (Conflict used) {
      var told = shown(area).with("", frame.t().of("settings.area.used"));
      return frame.show("settings/area", areaPage(area, told), HttpStatus.CONFLICT);
    }
  }

  private AreaListPage page(Caller caller, Form form) {
    var all = Cursor.everything("areas", areas::list);
    var shelves =
        Arrays.stream(Area.Catalogue.values())
            .map(catalogue -> new AreaListPage.Shelf(catalogue, within(all, catalogue)))
            .filter(shelf -> !shelf.areas().isEmpty())
            .toList();
    return new AreaListPage(
        shelves, form, access.can(caller, Action.CHANGE_AREAS, null), options(all));
  }

  private AreaPage areaPage(Area area, Form form) {
    var others =
        Cursor.everything("areas", areas::list).stream()
            .filter(other -> !other.id().equals(area.id()))
            .toList();
    return new AreaPage(area, form, options(others));
  }

  private static List<Option> options(List<Area> areas) {
    return areas.stream().map(area -> new Option(area.code(), area.name())).toList();
  }

  private static Form shown(Area area) {
    return Form.of(
        Map.of(
            "name", area.name(),
            "code", area.code(),
            "within", area.within() == null ? "" : area.within(),
            "version", area.version()));
  }

  private static List<AreaListPage.Branch> within(List<Area> all, Area.Catalogue catalogue) {
    return all.stream()
        .filter(area -> area.within() == null && area.catalogue() == catalogue)
        .map(area -> branch(all, area))
        .toList();
  }

  private static AreaListPage.Branch branch(List<Area> all, Area area) {
    return new AreaListPage.Branch(
        area,
        all.stream()
            .filter(below -> Objects.equals(below.within(), area.code()))
            .map(below -> branch(all, below))
            .toList());
  }
}
