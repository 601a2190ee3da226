package org.waymark.paste.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.waymark.goals.KeyResultType;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.metrics.Metrics;
import org.waymark.people.Member;
import org.waymark.people.Members;
import org.waymark.people.Units;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;
import org.waymark.workspace.Workspaces;

/** What can be chosen where pasted goals are put right. */
@Component
class PasteChoices {
  private final Cycles cycles;
  private final Units units;
  private final Members members;
  private final Metrics metrics;
  private final Workspaces workspaces;
  private final Clock clock;

  PasteChoices(
      Cycles cycles,
      Units units,
      Members members,
      Metrics metrics,
      Workspaces workspaces,
      Clock clock) {
    this.cycles = cycles;
    this.units = units;
    this.members = members;
    this.metrics = metrics;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /** The latest first. */
  List<Option> cycles() {
    return Cursor.everything("cycles", cycles::list).stream()
        .sorted(Comparator.comparing(Cycle::from).reversed().thenComparing(Cycle::to))
        .map(cycle -> new Option(cycle.code(), cycle.name()))
        .toList();
  }

  /** The shortest that runs today, which is the one that people mean most often. */
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

  List<Option> members() {
    return Cursor.everything("members", members::list).stream()
        .filter(member -> member.state() != Member.State.LEFT)
        .map(member -> new Option(member.email(), member.called()))
        .toList();
  }

  /** Every metric with each of its statistics, sent as {@code key statistic}. */
  List<Option> measures(Frame frame) {
    List<Option> options = new ArrayList<>();
    for (MetricDefinition metric : metrics.all()) {
      String label = metrics.words(metric, frame.t().locale()).label();
      for (Statistic statistic : metric.statistics()) {
        options.add(
            new Option(
                metric.key() + " " + statistic.code(),
                metric.statistics().size() == 1 ? label : label + ": " + said(frame, statistic)));
      }
    }
    return options;
  }

  List<Option> types(Frame frame) {
    return Arrays.stream(KeyResultType.values())
        .filter(type -> type != KeyResultType.KEEP_WITHIN && type != KeyResultType.MILESTONE)
        .map(type -> new Option(type.code(), frame.t().of("goals.type." + type.code())))
        .toList();
  }

  private static String said(Frame frame, Statistic statistic) {
    String key = "metrics.statistic." + statistic.code();
    return frame.t().has(key)
        ? frame.t().of(key)
        : statistic instanceof Statistic.Quantile quantile
            ? frame.t().of("metrics.statistic.quantile", quantile.percent())
            : statistic.code();
  }
}
