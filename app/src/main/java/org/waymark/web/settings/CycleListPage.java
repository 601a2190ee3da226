package org.waymark.web.settings;

import java.util.List;
import org.waymark.web.Form;
import org.waymark.web.Option;
import org.waymark.workspace.Cycle;

/** All cycles, each below the one that contains it, with a form for one more. */
public record CycleListPage(List<Row> rows, Form form, boolean mayChange, List<Option> cycles) {

  /**
   * @param depth how many cycles contain it
   * @param now whether it runs today
   */
  public record Row(Cycle cycle, int depth, boolean now) {}
}
