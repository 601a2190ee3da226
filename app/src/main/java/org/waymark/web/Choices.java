package org.waymark.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.people.Member;
import org.waymark.people.Members;
import org.waymark.people.UnitTree;
import org.waymark.people.Units;
import org.waymark.workspace.Area;
import org.waymark.workspace.Areas;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;
import org.waymark.workspace.Workspaces;

/** What of the organisation can be chosen in forms: cycles, areas, units and people. */
@Component
public class Choices {
  private final Cycles cycles;
  private final Areas areas;
  private final Units units;
  private final Members members;
  private final Workspaces workspaces;
  private final Clock clock;

  Choices(
      Cycles cycles,
      Areas areas,
      Units units,
      Members members,
      Workspaces workspaces,
      Clock clock) {
    this.cycles = cycles;
    this.areas = areas;
    this.units = units;
    this.members = members;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /** The latest first. */
  public List<Option> cycles() {
    return Cursor.everything("cycles", cycles::list).stream()
        .sorted(Comparator.comparing(Cycle::from).reversed().thenComparing(Cycle::to))
        .map(cycle -> new Option(cycle.code(), cycle.name()))
        .toList();
  }

  /** The shortest that runs today, which is the one that people mean most often. */
  public Optional<String> cycleOfToday() {
    LocalDate today = workspaces.current().today(clock);
    return Cursor.everything("cycles", cycles::list).stream()
        .filter(cycle -> cycle.contains(today))
        .min(Comparator.comparing(Cycle::to).thenComparing(Cycle::code))
        .map(Cycle::code);
  }

  /** Each area below the one that contains it. */
  public List<Option> areas() {
    List<Area> all = Cursor.everything("areas", areas::list);
    List<Option> options = new ArrayList<>();
    all.stream()
        .filter(area -> area.within() == null)
        .forEach(top -> collect(all, top, "", options));
    return options;
  }

  /** As they stand today, each below the one that contains it. */
  public List<Option> units() {
    return units(units.tree());
  }

  /** Each unit of a tree below the one that contains it. */
  public static List<Option> units(UnitTree tree) {
    return tree.all().stream()
        .map(
            unit ->
                new Option(unit.code(), "– ".repeat(tree.pathTo(unit).size() - 1) + unit.name()))
        .toList();
  }

  /** Those who have not left. */
  public List<Option> members() {
    return members(Set.of());
  }

  /** Those who have not left, and these, whom a thing names already. */
  public List<Option> members(Set<String> named) {
    return members(Cursor.everything("members", members::list), named);
  }

  /** Those of these members who have not left, and whom a thing names already. */
  public static List<Option> members(List<Member> all, Set<String> named) {
    return all.stream()
        .filter(member -> member.state() != Member.State.LEFT || named.contains(member.email()))
        .map(member -> new Option(member.email(), member.called()))
        .toList();
  }

  /** One option for each code, in the words of a bundle. */
  public static List<Option> words(Frame frame, String key, String... codes) {
    return Arrays.stream(codes).map(code -> new Option(code, frame.t().of(key + code))).toList();
  }

  private static void collect(List<Area> all, Area area, String indent, List<Option> options) {
    options.add(new Option(area.code(), indent + area.name()));
    all.stream()
        .filter(below -> Objects.equals(below.within(), area.code()))
        .forEach(below -> collect(all, below, indent + "– ", options));
  }
}
