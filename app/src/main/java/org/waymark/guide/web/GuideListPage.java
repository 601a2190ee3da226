package org.waymark.guide.web;

import java.util.List;
import java.util.UUID;

/** What one has begun and not published. */
public record GuideListPage(List<Line> lines) {

  /**
   * @param title the statement, or that there is none yet
   * @param step the step to go on with
   */
  public record Line(UUID id, String title, String step, String label, String changed) {}
}
