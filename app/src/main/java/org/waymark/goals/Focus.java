package org.waymark.goals;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.access.Via;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.workspace.Area;
import org.waymark.workspace.Areas;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Fields;
import org.waymark.workspace.Turns;

/**
 * Keeps a workspace to few goals at once. A limit never forbids: whoever goes beyond it says why,
 * and the reason stays with the goal for everybody to read. A draft counts for nothing, so limits
 * are asked about when a goal is published or started, and when a key result is added to one that
 * is. The usual limits, which nobody chose, are asked about on pages only: they stop no program.
 */
@Component
@Transactional
public class Focus {
  private final FocusTable table;
  private final Goals goals;
  private final Areas areas;
  private final Access access;
  private final Audit audit;
  private final Turns turns;
  private final Clock clock;

  Focus(
      FocusTable table,
      Goals goals,
      Areas areas,
      Access access,
      Audit audit,
      Turns turns,
      Clock clock) {
    this.table = table;
    this.goals = goals;
    this.areas = areas;
    this.access = access;
    this.audit = audit;
    this.turns = turns;
    this.clock = clock;
  }

  /** Limits as they shall be; null is none. */
  public record Wanted(
      @Nullable Boolean hotSpots,
      @Nullable Integer perSubArea,
      @Nullable Integer atOnce,
      @Nullable Integer objectives,
      @Nullable Integer keyResults,
      @Nullable Integer version) {}

  /** What holds now. */
  @Transactional(readOnly = true)
  public FocusLimits limits() {
    return table.limits().orElse(FocusLimits.USUAL);
  }

  /**
   * Sets the limits anew.
   *
   * @throws Conflict when they have changed since they were read
   */
  public FocusLimits change(Caller caller, Wanted wanted) {
    access.require(caller, Action.CHANGE_WORKSPACE, null);
    turns.take("focus");
    FocusLimits before = limits();
    Fields fields = new Fields();
    Integer version = wanted.version();
    if (version == null) {
      fields.refuse("version", "give the version that was read");
    }
    limit(fields, "perSubArea", wanted.perSubArea());
    limit(fields, "atOnce", wanted.atOnce());
    limit(fields, "objectives", wanted.objectives());
    limit(fields, "keyResults", wanted.keyResults());
    fields.check();
    if (version == null || version != before.version()) {
      throw new Conflict("The limits were changed by someone else since you read them.", before);
    }
    FocusLimits after =
        new FocusLimits(
            Boolean.TRUE.equals(wanted.hotSpots()),
            wanted.perSubArea(),
            wanted.atOnce(),
            wanted.objectives(),
            wanted.keyResults(),
            before.version() + 1);
    table.keep(caller.workspace(), after);
    audit.record(
        caller, "focus.changed", "workspace", caller.workspace().toString(), before, after);
    return after;
  }

  private static void limit(Fields fields, String field, @Nullable Integer most) {
    if (most != null && (most < 1 || most > 1000)) {
      fields.refuse(field, "must be 1 to 1000, or nothing for no limit");
    }
  }

  /** Which limits a goal went beyond, and why, oldest first. */
  @Transactional(readOnly = true)
  public List<FocusCrossing> crossings(Caller caller, UUID goal) {
    return table.of(goals.get(caller, goal).id());
  }

  /**
   * Nothing, when the goal may become one of those that count, or reasons are given.
   *
   * @throws InvalidInput naming every limit that it crosses, when no reason is given
   */
  void entering(Caller caller, Goal goal, int keyResults, Reasons reasons) {
    FocusLimits limits = limits();
    List<Crossed> crossed = new ArrayList<>();
    if (goal.kind() == GoalKind.OUTCOME) {
      turns.take("focus");
      List<FocusTable.Counted> beside = table.beside(goal.id());
      add(
          crossed,
          "objectives",
          limits.objectives(),
          beside.stream().filter(FocusTable.Counted::mine).count(),
          whose(goal) + " in this cycle");
      if (limits.hotSpots()) {
        hotSpots(crossed, limits, goal, beside);
      }
    }
    add(crossed, "key-results", limits.keyResults(), keyResults - 1L, "this goal");
    ask(caller, goal, limits, crossed, reasons);
  }

  /** The same for one more key result of a goal that counts already. */
  void addingTo(Caller caller, Goal goal, int keyResults, @Nullable String reason) {
    if (goal.state() == State.DRAFT) {
      return;
    }
    FocusLimits limits = limits();
    List<Crossed> crossed = new ArrayList<>();
    add(crossed, "key-results", limits.keyResults(), keyResults, "this goal");
    ask(caller, goal, limits, crossed, new Reasons(reason, null));
  }

  /**
   * Why a goal goes beyond limits.
   *
   * @param any what is said of all of them
   * @param beside why it stands beside another goal of its sub-area, where that was said already
   */
  record Reasons(@Nullable String any, @Nullable String beside) {
    @Nullable String of(Crossed crossed) {
      String reason = crossed.limit().equals("sub-area") && Goals.given(beside) ? beside : any;
      return Goals.given(reason) ? reason : null;
    }
  }

  /**
   * A limit that is full.
   *
   * @param has what fills it, in words
   */
  private record Crossed(String limit, int most, String has) {
    String said() {
      String things = limit.equals("key-results") ? "key results" : "goals";
      return has + " has its " + most + " " + things + " already (limit " + limit + ")";
    }
  }

  private static void add(
      List<Crossed> crossed, String limit, @Nullable Integer most, long already, String has) {
    if (most != null && already >= most) {
      crossed.add(new Crossed(limit, most, has));
    }
  }

  private void hotSpots(
      List<Crossed> crossed, FocusLimits limits, Goal goal, List<FocusTable.Counted> beside) {
    Map<String, String> subAreas = subAreas();
    String mine = goal.area() == null ? null : subAreas.get(goal.area());
    if (mine == null) {
      return;
    }
    List<String> others =
        beside.stream()
            .map(one -> one.area() == null ? null : subAreas.get(one.area()))
            .filter(Objects::nonNull)
            .toList();
    long same = others.stream().filter(mine::equals).count();
    add(crossed, "sub-area", limits.perSubArea(), same, "the sub-area " + mine + " in this cycle");
    add(crossed, "at-once", limits.atOnce(), others.size(), "this cycle");
  }

  /**
   * The sub-area of the hot spots that each area belongs to; a hot spot itself stands for its own.
   */
  private Map<String, String> subAreas() {
    Map<String, Area> all = new HashMap<>();
    Cursor.everything("areas", areas::list).stream()
        .filter(area -> area.catalogue() == Area.Catalogue.HOT_SPOTS)
        .forEach(area -> all.put(area.code(), area));
    Map<String, String> subAreas = new HashMap<>();
    for (Area area : all.values()) {
      Area at = area;
      while (at.within() != null
          && all.get(at.within()) != null
          && Objects.requireNonNull(all.get(at.within())).within() != null) {
        at = Objects.requireNonNull(all.get(at.within()));
      }
      subAreas.put(area.code(), at.code());
    }
    return subAreas;
  }

  private static String whose(Goal goal) {
    return goal.unit() != null
        ? "the unit " + goal.unit()
        : goal.person() != null ? goal.person() : "the whole workspace";
  }

  private void ask(
      Caller caller, Goal goal, FocusLimits limits, List<Crossed> crossed, Reasons reasons) {
    Map<String, List<Crossed>> said = new LinkedHashMap<>();
    List<Crossed> unsaid = new ArrayList<>();
    for (Crossed one : crossed) {
      String reason = reasons.of(one);
      if (reason == null) {
        unsaid.add(one);
      } else {
        said.computeIfAbsent(reason.strip(), words -> new ArrayList<>()).add(one);
      }
    }
    if (!unsaid.isEmpty() && (limits.chosen() || caller.via() == Via.SESSION)) {
      String full = unsaid.stream().map(Crossed::said).collect(Collectors.joining("; "));
      throw InvalidInput.of("reason", full + "; say why this one is needed nevertheless");
    }
    said.forEach((reason, limit) -> keep(caller, goal, limit, reason));
  }

  private void keep(Caller caller, Goal goal, List<Crossed> crossed, String reason) {
    if (reason.length() > Goals.LONGEST_TEXT) {
      throw InvalidInput.of("reason", "must be at most " + Goals.LONGEST_TEXT + " characters");
    }
    for (Crossed one : crossed) {
      table.crossed(caller, goal.id(), one.limit(), one.most(), reason, clock.instant());
    }
    audit.record(
        caller,
        "goal.beyond-limit",
        "goal",
        goal.id().toString(),
        null,
        Map.of("limits", crossed.stream().map(Crossed::limit).toList(), "reason", reason));
  }
}
