package org.waymark.goals.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalHistory;
import org.waymark.goals.GoalList;
import org.waymark.goals.KeyResultType;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.State;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measurement.MeasureChoices;
import org.waymark.metrics.Metrics;
import org.waymark.people.Member;
import org.waymark.people.Members;
import org.waymark.people.Role;
import org.waymark.people.UnitTree;
import org.waymark.people.Units;
import org.waymark.web.Choices;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.workspace.Areas;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Cycles;

/** What can be chosen in the forms of goals. */
@Component
class GoalChoices {

  private final Cycles cycles;
  private final Areas areas;
  private final Units units;
  private final Members members;
  private final Metrics metrics;
  private final MeasureChoices measures;
  private final GoalList goals;
  private final Choices organisation;

  GoalChoices(
      Cycles cycles,
      Areas areas,
      Units units,
      Members members,
      Metrics metrics,
      MeasureChoices measures,
      GoalList goals,
      Choices organisation) {
    this.cycles = cycles;
    this.areas = areas;
    this.units = units;
    this.members = members;
    this.metrics = metrics;
    this.measures = measures;
    this.goals = goals;
    this.organisation = organisation;
  }

  /** Cycles, areas, units and people. */
  Choices organisation() {
    return organisation;
  }

  /** Every metric with each of its statistics. */
  List<Option> measures(Frame frame) {
    return measures.all(frame);
  }

  /** Everyone and every unit, read once for a page that needs them more than once. */
  Everyone everyone() {
    return new Everyone(Cursor.everything("members", members::list), units.tree());
  }

  /** The members of a workspace, those who left included, and its units as they stand today. */
  record Everyone(List<Member> members, UnitTree tree) {

    /** Those who can answer, who have not left. */
    List<Option> people() {
      return members.stream()
          .filter(member -> member.state() != Member.State.LEFT)
          .filter(member -> member.role() != Role.VIEWER)
          .map(member -> new Option(member.email(), member.called()))
          .toList();
    }

    List<Option> active() {
      return Choices.members(members, Set.of());
    }

    /** Codes of the units that this caller belongs to. */
    List<String> unitsOf(Caller caller) {
      return members.stream()
          .filter(member -> member.id().equals(caller.member()))
          .flatMap(member -> member.units().stream())
          .toList();
    }

    /** Each unit below the one that contains it. */
    List<Option> units() {
      return Choices.units(tree);
    }
  }

  /**
   * Goals that this one could serve, and those that it serves, whatever became of them.
   *
   * @param goal as it stands; null for a new one
   */
  List<Option> goals(Caller caller, Frame frame, @Nullable Goal goal) {
    Set<UUID> served = new LinkedHashSet<>();
    if (goal != null) {
      Stream.of(goal.contributesTo(), goal.drives()).filter(Objects::nonNull).forEach(served::add);
    }
    List<Option> options = new ArrayList<>();
    for (GoalList.Title one : goals.titles(caller)) {
      boolean over = one.state() == State.CLOSED || one.state() == State.WITHDRAWN;
      boolean itself = goal != null && one.id().equals(goal.id());
      if (served.remove(one.id()) || !over && !itself) {
        options.add(new Option(one.id().toString(), shortened(one.statement())));
      }
    }
    for (UUID unseen : served) {
      options.add(new Option(unseen.toString(), frame.t().of("goals.unseen")));
    }
    return options;
  }

  /** "Resolution time: median" for each of these that a metric measures, by its id. */
  Map<UUID, String> measures(Frame frame, List<KeyResultView> keyResults) {
    Set<String> keys = new HashSet<>();
    keyResults.stream().map(KeyResultView::metric).filter(Objects::nonNull).forEach(keys::add);
    Map<String, MetricDefinition> known = metrics.of(keys);
    Map<UUID, String> measures = new HashMap<>();
    for (KeyResultView k : keyResults) {
      MetricDefinition metric = k.metric() == null ? null : known.get(k.metric());
      if (metric != null && k.statistic() != null) {
        measures.put(k.id(), this.measures.called(frame, metric, k.statistic()));
      }
    }
    return measures;
  }

  /** "Resolution time: median", for a metric and a statistic by their codes. */
  String measure(Frame frame, String key, String statistic) {
    return measures.called(frame, metrics.get(key), statistic);
  }

  /** What a metric counts, in a sentence. */
  String meaning(Frame frame, String key) {
    return metrics.words(metrics.get(key), frame.t().locale()).definition();
  }

  /** What the metrics of a goal's past are called, by their keys. */
  Map<String, String> labels(Frame frame, List<GoalHistory.Event> events) {
    Set<String> keys = new HashSet<>();
    for (GoalHistory.Event event : events) {
      for (GoalHistory.Change change : event.changes()) {
        if (change.field().equals("metric")) {
          Stream.of(change.before(), change.after())
              .filter(Objects::nonNull)
              .forEach(key -> keys.add(key.asString()));
        }
      }
    }
    Map<String, String> labels = new HashMap<>();
    metrics
        .of(keys)
        .forEach(
            (key, metric) -> labels.put(key, metrics.words(metric, frame.t().locale()).label()));
    return labels;
  }

  /** Members, units, cycles and areas as people call them. */
  GoalNames names() {
    return names(everyone());
  }

  GoalNames names(Everyone everyone) {
    Map<String, String> people = new HashMap<>();
    Set<String> left = new HashSet<>();
    for (Member member : everyone.members()) {
      if (!member.name().isBlank()) {
        people.put(member.email(), member.name());
      }
      if (member.state() == Member.State.LEFT) {
        left.add(member.email());
      }
    }
    Map<String, String> places = new HashMap<>();
    everyone.tree().all().forEach(unit -> places.put(unit.code(), unit.name()));
    Map<String, String> periods = new HashMap<>();
    Cursor.everything("cycles", cycles::list)
        .forEach(cycle -> periods.put(cycle.code(), cycle.name()));
    Map<String, String> subjects = new HashMap<>();
    Cursor.everything("areas", areas::list).forEach(area -> subjects.put(area.code(), area.name()));
    return new GoalNames(people, places, periods, subjects, left);
  }

  List<Option> types(Frame frame) {
    return Arrays.stream(KeyResultType.values())
        .map(type -> new Option(type.code(), frame.t().of("goals.type." + type.code())))
        .toList();
  }

  private static String shortened(String statement) {
    return statement.length() <= 80 ? statement : statement.substring(0, 79) + "…";
  }
}
