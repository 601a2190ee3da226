package org.waymark.goals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.GoalLine;
import org.waymark.web.Form;
import org.waymark.web.Option;
import org.waymark.web.ProgressBar;

/**
 * The goals a person may see, narrowed as they asked.
 *
 * @param narrowed something was asked for, so that an empty list means "none like that"
 * @param address of this page with what was asked for, for its next page
 */
public record GoalListPage(
    List<Row> rows,
    Form form,
    List<Option> cycles,
    List<Option> units,
    List<Option> states,
    GoalNames names,
    boolean mayDraft,
    boolean narrowed,
    String address,
    @Nullable String next) {

  /**
   * One goal.
   *
   * @param bar its progress; absent while nothing of it is measured
   */
  public record Row(GoalLine line, @Nullable ProgressBar bar, String measured) {}
}
