package org.waymark.library.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.waymark.library.Function;
import org.waymark.library.Industry;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.metrics.Metrics;
import org.waymark.people.Units;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.workspace.Area;
import org.waymark.workspace.Areas;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;
import org.waymark.workspace.Workspaces;

/** What can be chosen in the forms of the library. */
@Component
class LibraryChoices {
  private final Cycles cycles;
  private final Units units;
  private final Areas areas;
  private final Metrics metrics;
  private final Workspaces workspaces;
  private final Clock clock;

  LibraryChoices(
      Cycles cycles,
      Units units,
      Areas areas,
      Metrics metrics,
      Workspaces workspaces,
      Clock clock) {
    this.cycles = cycles;
    this.units = units;
    this.areas = areas;
    this.metrics = metrics;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  List<Option> functions(Frame frame) {
    return Arrays.stream(Function.values())
        .map(one -> new Option(one.code(), frame.t().of("library.function." + one.code())))
        .toList();
  }

  List<Option> industries(Frame frame) {
    return Arrays.stream(Industry.values())
        .map(one -> new Option(one.code(), frame.t().of("library.industry." + one.code())))
        .toList();
  }

  /** The latest first. */
  List<Option> cycles() {
    return Cursor.everything("cycles", cycles::list).stream()
        .sorted(Comparator.comparing(Cycle::from).reversed().thenComparing(Cycle::to))
        .map(cycle -> new Option(cycle.code(), cycle.name()))
        .toList();
  }

  /** The shortest that runs today. */
  Optional<String> cycleOfToday() {
    LocalDate today = workspaces.current().today(clock);
    return Cursor.everything("cycles", cycles::list).stream()
        .filter(cycle -> cycle.contains(today))
        .min(Comparator.comparing(Cycle::to).thenComparing(Cycle::code))
        .map(Cycle::code);
  }

  List<Option> units() {
    var tree = units.tree();
    return tree.all().stream()
        .map(
            unit ->
                new Option(unit.code(), "– ".repeat(tree.pathTo(unit).size() - 1) + unit.name()))
        .toList();
  }

  /** Each area below the one that contains it. */
  List<Option> areas() {
    List<Area> all = Cursor.everything("areas", areas::list);
    List<Option> options = new ArrayList<>();
    all.stream()
        .filter(area -> area.within() == null)
        .forEach(top -> collect(all, top, "", options));
    return options;
  }

  private static void collect(List<Area> all, Area area, String indent, List<Option> options) {
    options.add(new Option(area.code(), indent + area.name()));
    all.stream()
        .filter(below -> Objects.equals(below.within(), area.code()))
        .forEach(below -> collect(all, below, indent + "– ", options));
  }

  /** What this workspace measures, and what the library knows of besides, by name. */
  List<Option> measures(Frame frame, List<String> known) {
    TreeMap<String, Option> options = new TreeMap<>();
    for (MetricDefinition metric : metrics.all()) {
      Statistic statistic = metric.statistic();
      if (metric.direction(statistic) != Direction.NONE || metric.key().equals("case-volume")) {
        String label = metrics.words(metric, frame.t().locale()).label();
        options.put(label, new Option(metric.key() + " " + statistic.code(), label));
      }
    }
    LibraryWords words = new LibraryWords(frame.t());
    for (String measure : known) {
      String key = measure.split(" ")[0];
      options.putIfAbsent(words.metric(key), new Option(measure, words.metric(key)));
    }
    return List.copyOf(options.values());
  }
}
