package org.waymark.goals.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.GoalDesk;
import org.waymark.goals.GoalView;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.RollUp;
import org.waymark.goals.State;
import org.waymark.measurement.Measurement;
import org.waymark.web.Frame;

/** Numbers that explain themselves: what each is made of, in its own unit. */
@Controller
class Explanations {
  private final GoalDesk desk;
  private final GoalChoices choices;
  private final Measurement measurement;
  private final Access access;

  Explanations(GoalDesk desk, GoalChoices choices, Measurement measurement, Access access) {
    this.desk = desk;
    this.choices = choices;
    this.measurement = measurement;
    this.access = access;
  }

  @GetMapping("/goals/{id}/contributions")
  ModelAndView goal(Caller caller, Frame frame, @PathVariable UUID id) {
    access.require(caller, Action.READ, null);
    GoalView view = desk.view(caller, id);
    RollUpPhrases phrases = new RollUpPhrases(new GoalPhrases(frame));
    return frame.show(
        "goals/rollup",
        new RollUpPage(
            view.goal(),
            view.keyResults().isEmpty() ? null : phrases.gauge(view, WholeGoal.today(frame)),
            phrases.sum(view, false),
            phrases.changedLater(view) ? phrases.sum(view, true) : null));
  }

  @GetMapping("/key-results/{id}/contributions")
  ModelAndView keyResult(Caller caller, Frame frame, @PathVariable UUID id) {
    access.require(caller, Action.READ, null);
    GoalView view = desk.view(caller, desk.keyResult(caller, id).goal());
    KeyResultView k =
        view.keyResults().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    GoalPhrases phrases = new GoalPhrases(frame);
    ContributionPhrases made =
        new ContributionPhrases(
            phrases,
            choices.names(),
            view.steps(),
            view.goal().state() == State.CLOSED,
            access.can(caller, Action.READ_LINES, null));
    String measure = choices.measures(frame, List.of(k)).get(id);
    return frame.show(
        "goals/contributions",
        new ContributionsPage(
            view.goal(),
            k.name(),
            phrases.aim(k),
            phrases.figure(k, k.progress().reading()),
            phrases.basis(k, k.progress().reading()),
            phrases.change(k),
            phrases.said(k, k.progress()),
            made.metric(k),
            measure,
            k.metric() == null ? null : choices.meaning(frame, k.metric()),
            made.facts(k, measure, measurement.knownUntil().orElse(null)),
            made.behind(k, k.progress().reading()),
            made.scoring(k, weights(view)),
            made.parts(k),
            phrases.later(k)));
  }

  private static double weights(GoalView view) {
    return RollUp.of(view.keyResults(), false).parts().stream()
        .mapToDouble(part -> part.keyResult().weight().doubleValue())
        .sum();
  }
}
