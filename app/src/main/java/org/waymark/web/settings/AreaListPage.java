package org.waymark.web.settings;

import java.util.List;
import org.waymark.web.Form;
import org.waymark.web.Option;
import org.waymark.workspace.Area;

/**
 * All areas by the catalogue they came from, with a form for one more.
 *
 * @param places the areas it can be a part of
 */
public record AreaListPage(List<Shelf> shelves, Form form, boolean mayChange, List<Option> places) {

  public record Shelf(Area.Catalogue catalogue, List<Branch> areas) {}

  /** An area with its parts. */
  public record Branch(Area area, List<Branch> parts) {}
}
