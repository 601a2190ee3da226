package org.waymark.web.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.web.Frame;
import org.waymark.workspace.Area;
import org.waymark.workspace.Areas;
import org.waymark.workspace.Cursor;

/** What goals can be about: both catalogues and what the workspace added. */
@Controller
class AreaPages {
  private final Areas areas;
  private final Access access;

  AreaPages(Areas areas, Access access) {
    this.areas = areas;
    this.access = access;
  }

  @GetMapping("/organisation/areas")
  ModelAndView list(Caller caller, Frame frame) {
    access.require(caller, Action.READ, null);
    var all = areas.list(Cursor.most("areas")).items();
    var catalogues =
        Arrays.stream(Area.Catalogue.values())
            .map(catalogue -> new AreaListPage.Shelf(catalogue, within(all, catalogue)))
            .filter(shelf -> !shelf.areas().isEmpty())
            .toList();
    return frame.show("organisation/areas", new AreaListPage(catalogues));
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
