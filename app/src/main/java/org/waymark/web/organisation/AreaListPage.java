package org.waymark.web.organisation;

import java.util.List;
import org.waymark.workspace.Area;

/** All areas by the catalogue they came from. */
public record AreaListPage(List<Shelf> shelves) {

  public record Shelf(Area.Catalogue catalogue, List<Branch> areas) {}

  /** An area with its parts. */
  public record Branch(Area area, List<Branch> parts) {}
}
