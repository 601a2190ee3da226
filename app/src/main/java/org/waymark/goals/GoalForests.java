package org.waymark.goals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Caller;
import org.waymark.people.UnitTree;
import org.waymark.people.Units;
import org.waymark.platform.Bookmark;
import org.waymark.platform.NotFound;

/**
 * Lays goals out by what they serve: the goal they contribute to, or else the one they drive. Every
 * goal that is asked for is looked at, to know what hangs where; only those of one page are
 * measured.
 */
@Component
@Transactional(readOnly = true)
public class GoalForests {
  /** Trees on one page. */
  private static final int MOST_TREES = 50;

  /** Goals on one page; a branch for which there is no room is only counted. */
  private static final int MOST_GOALS = 150;

  /** Goals that are looked at at all: far beyond what an organisation can want at once. */
  private static final int MOST_LOOKED_AT = 10_000;

  private final GoalList list;
  private final GoalTable table;
  private final Units units;

  GoalForests(GoalList list, GoalTable table, Units units) {
    this.list = list;
    this.table = table;
    this.units = units;
  }

  /**
   * The goals this caller may see.
   *
   * @param below only what serves this goal; null for everything
   * @param cursor where a former answer said to go on
   */
  public GoalForest forest(
      Caller caller, GoalList.Wanted wanted, @Nullable UUID below, @Nullable String cursor) {
    UnitTree organisation = units.tree();
    List<Goal> found = new ArrayList<>(list.found(caller, wanted, null, MOST_LOOKED_AT));
    found.sort(Comparator.comparingInt(goal -> height(goal, organisation)));
    Map<UUID, Goal> byId = found.stream().collect(Collectors.toMap(Goal::id, Function.identity()));
    Map<UUID, List<Goal>> serving = new HashMap<>();
    List<Goal> roots = new ArrayList<>();
    for (Goal goal : found) {
      UUID above = served(goal);
      if (above != null) {
        serving.computeIfAbsent(above, id -> new ArrayList<>()).add(goal);
      }
      if (above == null || !byId.containsKey(above)) {
        roots.add(goal);
      }
    }
    Goal top = below == null ? null : top(caller, below);
    List<Goal> all = top == null ? roots : serving.getOrDefault(top.id(), List.of());
    String place = "goals below " + below;
    Integer begin = Bookmark.place(place, cursor, Integer::valueOf);
    int from = begin == null ? 0 : Math.clamp(begin, 0, all.size());
    int to = Math.min(from + MOST_TREES, all.size());
    List<Goal> trees = all.subList(from, to);
    Page page = new Page(serving, organisation, shown(trees, serving), outside(caller, trees, top));
    return new GoalForest(
        top,
        trees.stream().map(page::tree).toList(),
        to < all.size() ? Bookmark.at(place, to) : null);
  }

  /** What of a forest is shown, measured, with the goals that its trees serve elsewhere. */
  private record Page(
      Map<UUID, List<Goal>> serving,
      UnitTree organisation,
      Map<UUID, GoalLine> lines,
      Map<UUID, Goal> outside) {

    GoalForest.Tree tree(Goal goal) {
      List<Goal> below = serving.getOrDefault(goal.id(), List.of());
      boolean room = below.stream().allMatch(one -> lines.containsKey(one.id()));
      UUID served = served(goal);
      Goal above = served == null ? null : outside.get(served);
      return new GoalForest.Tree(
          Objects.requireNonNull(lines.get(goal.id())),
          above == null ? null : new GoalView.Named(above.id(), above.statement(), above.state()),
          goal.contributesTo() == null && goal.drives() != null,
          isStray(goal),
          room ? below.stream().map(this::tree).toList() : List.of(),
          room ? 0 : count(goal) - 1);
    }

    private int count(Goal goal) {
      return 1 + serving.getOrDefault(goal.id(), List.of()).stream().mapToInt(this::count).sum();
    }

    private boolean isStray(Goal goal) {
      return served(goal) == null
          && goal.state() != State.CLOSED
          && goal.state() != State.WITHDRAWN
          && height(goal, organisation) > 0;
    }
  }

  private Goal top(Caller caller, UUID id) {
    return table
        .find(id)
        .filter(goal -> goal.visibleTo(caller))
        .orElseThrow(() -> new NotFound("goal"));
  }

  /** The trees and, level by level, what is below them, as long as whole branches have room. */
  private Map<UUID, GoalLine> shown(List<Goal> trees, Map<UUID, List<Goal>> serving) {
    List<Goal> shown = new ArrayList<>(trees);
    Queue<Goal> waiting = new ArrayDeque<>(trees);
    while (!waiting.isEmpty()) {
      List<Goal> below = serving.getOrDefault(waiting.remove().id(), List.of());
      if (shown.size() + below.size() <= MOST_GOALS) {
        shown.addAll(below);
        waiting.addAll(below);
      }
    }
    Map<UUID, GoalLine> lines = new LinkedHashMap<>();
    list.lines(shown).forEach(line -> lines.put(line.goal().id(), line));
    return lines;
  }

  /** The goals that these serve, as far as the caller may know of them. */
  private Map<UUID, Goal> outside(Caller caller, List<Goal> trees, @Nullable Goal top) {
    Set<UUID> served = new HashSet<>();
    if (top == null) {
      trees.stream().map(GoalForests::served).filter(Objects::nonNull).forEach(served::add);
    }
    return served.isEmpty()
        ? Map.of()
        : table.find(served).stream()
            .filter(goal -> goal.visibleTo(caller))
            .collect(Collectors.toMap(Goal::id, Function.identity()));
  }

  private static @Nullable UUID served(Goal goal) {
    return goal.contributesTo() != null ? goal.contributesTo() : goal.drives();
  }

  /** 0 for the company and the whole workspace, then departments, teams, persons. */
  private static int height(Goal goal, UnitTree organisation) {
    if (goal.person() != null) {
      return 3;
    }
    return goal.unit() == null
        ? 0
        : organisation.byCode(goal.unit()).map(unit -> unit.kind().ordinal()).orElse(0);
  }
}
