package org.waymark.intake.web;

import java.util.List;
import org.waymark.intake.SavedMappings;

/** Every saved mapping. */
public record MappingListPage(List<Line> mappings) {

  /**
   * @param maps what it makes of a line, in words
   */
  public record Line(SavedMappings.Kept kept, String maps) {}
}
