package org.waymark.goals.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalForest;
import org.waymark.web.Form;
import org.waymark.web.Option;
import org.waymark.web.ProgressBar;

/**
 * The goals a person may see, narrowed as they asked.
 *
 * @param top the goal whose branches these are; null for all
 * @param narrowed something was asked for, so that an empty list means "none like that"
 * @param address of this page with what was asked for, for its next page
 */
public record GoalListPage(
    List<Branch> branches,
    @Nullable Goal top,
    Form form,
    List<Option> cycles,
    List<Option> units,
    List<Option> areas,
    List<Option> states,
    List<Option> owners,
    GoalNames names,
    boolean mayDraft,
    boolean narrowed,
    String address,
    @Nullable String next) {

  /**
   * One goal with what is below it.
   *
   * @param bar its progress; absent while nothing of it is measured
   * @param ownerless its owner has left
   * @param open what is below it is seen without asking
   */
  public record Branch(
      GoalForest.Tree tree,
      @Nullable ProgressBar bar,
      String measured,
      boolean ownerless,
      boolean open,
      List<Branch> below) {}

  /** This page with only what is below one goal. */
  public String below(UUID goal) {
    String others =
        address.startsWith("/goals?")
            ? address.substring("/goals?".length()).replaceAll("(^|&)below=[^&]*", "")
            : "";
    return "/goals?below="
        + goal
        + (others.isEmpty() || others.startsWith("&") ? others : "&" + others);
  }
}
