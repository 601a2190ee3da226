package org.waymark.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalLine;
import org.waymark.goals.GoalList;
import org.waymark.goals.State;
import org.waymark.people.Members;
import org.waymark.workspace.Area;
import org.waymark.workspace.Areas;
import org.waymark.workspace.Cursor;

/** Who works on what: the goals of a cycle by their area, and those that one more would crowd. */
@Component
@Transactional(readOnly = true)
public class AreaUses {
  private final Areas areas;
  private final GoalList goals;
  private final Members members;
  private final Access access;

  AreaUses(Areas areas, GoalList goals, Members members, Access access) {
    this.areas = areas;
    this.goals = goals;
    this.members = members;
    this.access = access;
  }

  /**
   * The goals of a cycle that are neither closed nor withdrawn, by the code of their area.
   *
   * @param but the goal that this is about itself
   */
  public Map<String, List<Goal>> in(Caller caller, String cycle, @Nullable UUID but) {
    Map<String, List<Goal>> uses = new HashMap<>();
    if (cycle.isEmpty()) {
      return uses;
    }
    GoalList.Wanted wanted = new GoalList.Wanted(cycle, null, null, null, null, null);
    for (GoalLine line : Cursor.everything("goals", cursor -> goals.list(caller, wanted, cursor))) {
      Goal goal = line.goal();
      boolean over = goal.state() == State.CLOSED || goal.state() == State.WITHDRAWN;
      String area = goal.area();
      if (area != null && !over && !goal.id().equals(but)) {
        uses.computeIfAbsent(area, code -> new ArrayList<>()).add(goal);
      }
    }
    return uses;
  }

  /**
   * The goals of the caller, or of a unit of theirs, in the same sub-area of the hot spots, as far
   * as the caller may give them up: there one goal at a time has the best chance.
   */
  public List<Goal> crowded(Caller caller, String area, Map<String, List<Goal>> uses) {
    List<Area> all = Cursor.everything("areas", areas::list);
    String here = subArea(all, area);
    if (here == null) {
      return List.of();
    }
    List<String> units = members.get(caller.member()).units();
    return uses.entrySet().stream()
        .filter(entry -> here.equals(subArea(all, entry.getKey())))
        .flatMap(entry -> entry.getValue().stream())
        .filter(
            goal ->
                goal.owner().equals(caller.email())
                    || caller.email().equals(goal.person())
                    || goal.unit() != null && units.contains(goal.unit()))
        .filter(goal -> access.can(caller, Action.DECIDE_GOAL, goal))
        .toList();
  }

  /** The area below the top of the hot spots that holds this one; null for any other. */
  private static @Nullable String subArea(List<Area> all, String code) {
    Area area = find(all, code);
    while (area != null && area.catalogue() == Area.Catalogue.HOT_SPOTS) {
      String within = area.within();
      Area above = within == null ? null : find(all, within);
      if (above == null) {
        return null;
      }
      if (above.within() == null) {
        return area.code();
      }
      area = above;
    }
    return null;
  }

  private static @Nullable Area find(List<Area> all, String code) {
    return all.stream().filter(one -> Objects.equals(one.code(), code)).findFirst().orElse(null);
  }
}
