package org.waymark.goals.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.goals.Aiming;
import org.waymark.goals.Goal;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.State;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measurement.Aims;
import org.waymark.web.Frame;
import org.waymark.web.LineChart.Stop;

/** Tells the page of a metric which goals use it and where they want it to be. */
@Component
class GoalAims implements Aims {
  private final Aiming aiming;

  GoalAims(Aiming aiming) {
    this.aiming = aiming;
  }

  @Override
  public List<Aim> at(Caller caller, Frame frame, MetricDefinition metric) {
    GoalPhrases phrases = new GoalPhrases(frame);
    return aiming.at(caller, metric.key()).stream()
        .map(one -> aim(phrases, metric, one.goal(), one.keyResult()))
        .toList();
  }

  private static Aim aim(GoalPhrases phrases, MetricDefinition metric, Goal goal, KeyResultView k) {
    String code = k.statistic();
    String state = goal.state().code();
    return new Aim(
        goal.statement(),
        "/goals/" + goal.id(),
        state,
        phrases.text("goals.state." + state),
        phrases.text("goals.aim.of", k.name(), phrases.aim(k)),
        code == null ? metric.statistic() : Statistic.of(code),
        filters(k),
        goal.state() == State.RUNNING,
        lines(phrases, goal, k));
  }

  /** What counts for a key result, in the words of a reading's question. */
  static Map<String, List<String>> filters(KeyResultView k) {
    Map<String, List<String>> filters = new HashMap<>(k.filter());
    if (k.unit() != null) {
      filters.put("unit", List.of(k.unit()));
    }
    return filters;
  }

  private static List<Line> lines(GoalPhrases phrases, Goal goal, KeyResultView k) {
    if (k.target() instanceof KeyResultView.Band band) {
      return List.of(line(phrases, goal, k, band.low()), line(phrases, goal, k, band.high()));
    }
    // What is counted up over the whole cycle is no level that a single period could reach.
    return k.target() instanceof BigDecimal target && !k.type().equals("cumulative")
        ? List.of(line(phrases, goal, k, target))
        : List.of();
  }

  private static Line line(GoalPhrases phrases, Goal goal, KeyResultView k, BigDecimal target) {
    LocalDate from = goal.firstDay().isBefore(k.due()) ? goal.firstDay() : k.due().minusDays(1);
    double level = target.doubleValue();
    return new Line(
        phrases.target(k, target), List.of(new Stop(from, level), new Stop(k.due(), level)));
  }
}
