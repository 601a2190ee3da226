package org.waymark.goals.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.waymark.goals.Ambition;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalProgress;
import org.waymark.goals.GoalView;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.ProgressView;
import org.waymark.goals.RollUp;
import org.waymark.goals.State;
import org.waymark.web.Frame;
import org.waymark.web.ScoreGauge;
import org.waymark.web.Verdict;

/** Says how a goal's progress comes about from its key results, each in its own unit. */
record RollUpPhrases(GoalPhrases phrases) {

  GoalPage.Stand stand(GoalView view, LocalDate today) {
    GoalProgress later = view.wouldNowBe();
    RollUp rollUp = RollUp.of(view.keyResults(), false);
    Double raw = rollUp.raw();
    return new GoalPage.Stand(
        view.keyResults().isEmpty() ? null : gauge(view, today),
        phrases.overall(view.progress()),
        raw == null ? null : text("goals.raw", number(raw)),
        later != null && changedLater(view) ? phrases.overall(later) : null);
  }

  /** Whether later data changed anything about a closed goal. */
  boolean changedLater(GoalView view) {
    return view.keyResults().stream().anyMatch(k -> phrases.later(k) != null);
  }

  /**
   * The mean against what counts as success. Before the goal is over, a score short of success is
   * no verdict: it says only which stage the goal is in.
   */
  ScoreGauge gauge(GoalView view, LocalDate today) {
    Goal goal = view.goal();
    boolean stretch = goal.ambition() == Ambition.STRETCH;
    double success = stretch ? ScoreGauge.STRETCH : ScoreGauge.COMMITTED;
    Double mean = view.progress().complete() ? view.progress().mean() : null;
    boolean over =
        goal.state() == State.CLOSED
            || goal.state() == State.RUNNING && goal.days().to().isBefore(today);
    String figure =
        mean != null
            ? number(mean)
            : text("goals.progress.measured", view.progress().measured(), view.progress().of());
    return new ScoreGauge(
        mean,
        success,
        figure,
        says(goal.state(), ScoreGauge.verdict(mean, success), over),
        text(stretch ? "goals.gauge.stretch" : "goals.gauge.committed", number(success)),
        over ? null : goal.state().code());
  }

  private String says(State state, Verdict verdict, boolean over) {
    if (over || verdict == Verdict.UNKNOWN) {
      return text("goals.gauge." + verdict.word());
    }
    if (verdict == Verdict.GOOD) {
      return text("goals.gauge.good.yet");
    }
    return text(state == State.RUNNING ? "goals.gauge.running" : "goals.state." + state.code());
  }

  /** Every part in its own unit, and the rule that makes one number of them. */
  RollUpPage.Sum sum(GoalView view, boolean asOfNow) {
    RollUp rollUp = RollUp.of(view.keyResults(), asOfNow);
    List<String> terms = new ArrayList<>();
    for (RollUp.Part part : rollUp.parts()) {
      Double score = part.progress().score();
      if (score != null) {
        terms.add(
            text("goals.sum.term", frame().w().number(part.keyResult().weight()), number(score)));
      }
    }
    Double mean = rollUp.progress().mean();
    Double raw = rollUp.raw();
    return new RollUpPage.Sum(
        rollUp.parts().stream().map(this::part).toList(),
        mean == null
            ? null
            : text(
                "goals.sum",
                String.join(" + ", terms),
                frame().w().number(BigDecimal.valueOf(rollUp.weights())),
                number(mean)),
        phrases.overall(rollUp.progress()),
        raw == null ? null : text("goals.raw", number(raw)));
  }

  private RollUpPage.Part part(RollUp.Part part) {
    KeyResultView k = part.keyResult();
    ProgressView p = part.progress();
    String now = phrases.figure(k, p.reading());
    Double raw = p.raw();
    Double share = part.share();
    return new RollUpPage.Part(
        k.name(),
        "/key-results/" + k.id() + "/contributions",
        phrases.from(k),
        now == null ? phrases.seen(k, p.reading()) : now,
        phrases.to(k),
        raw == null ? "–" : number(raw),
        phrases.scored(p),
        frame().w().number(k.weight()),
        share == null ? "–" : number(share));
  }

  private String number(double number) {
    return frame().w().number(number, 2);
  }

  private String text(String key, Object... arguments) {
    return phrases.text(key, arguments);
  }

  private Frame frame() {
    return phrases.frame();
  }
}
