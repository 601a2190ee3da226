package org.waymark.goals.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Act;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalDesk;
import org.waymark.goals.GoalHistory;
import org.waymark.goals.GoalVerbs;
import org.waymark.goals.GoalView;
import org.waymark.goals.Goals;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.State;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/** One goal whole, and what can be decided about it. */
@Controller
class GoalPages {
  private final Goals goals;
  private final GoalDesk desk;
  private final GoalHistory history;
  private final GoalVerbs verbs;
  private final GoalChoices choices;
  private final Access access;

  GoalPages(
      Goals goals,
      GoalDesk desk,
      GoalHistory history,
      GoalVerbs verbs,
      GoalChoices choices,
      Access access) {
    this.goals = goals;
    this.desk = desk;
    this.history = history;
    this.verbs = verbs;
    this.choices = choices;
    this.access = access;
  }

  @GetMapping("/goals/{id}")
  ModelAndView goal(Caller caller, Frame frame, @PathVariable UUID id) {
    access.require(caller, Action.READ, null);
    return frame.show("goals/goal", page(caller, frame, id, Form.empty()));
  }

  @PostMapping("/goals/{id}/start")
  ModelAndView start(Caller caller, Frame frame, @PathVariable UUID id) {
    verbs.start(caller, id);
    return frame.to("/goals/" + id, "goals.said.started");
  }

  @PostMapping("/goals/{id}/proposal")
  ModelAndView propose(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    verbs.propose(
        caller,
        id,
        form.all("invite").stream().filter(email -> !email.isBlank()).toList(),
        form.optional("reason"));
    return frame.to("/goals/" + id, "goals.said.proposed");
  }

  @PostMapping("/goals/{id}/agreements")
  ModelAndView answer(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      verbs.answer(caller, id, form.optional("answer"), form.optional("reason"));
      return frame.to("/goals/" + id, "goals.said.answered");
    } catch (InvalidInput refused) {
      return frame.refused("goals/goal", page(caller, frame, id, form.with(refused)));
    }
  }

  @PostMapping("/goals/{id}/commitment")
  ModelAndView commit(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      verbs.commit(caller, id, form.optional("reason"));
      return frame.to("/goals/" + id, "goals.said.committed");
    } catch (InvalidInput refused) {
      return frame.refused("goals/goal", page(caller, frame, id, form.with(refused)));
    }
  }

  @PostMapping("/goals/{id}/withdrawal")
  ModelAndView withdraw(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    verbs.withdraw(caller, id, form.optional("reason"));
    return frame.to("/goals/" + id, "goals.said.withdrawn");
  }

  /** Takes the latest decision back. */
  @PostMapping("/goals/{id}/taking-back")
  ModelAndView takeBack(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    access.require(caller, Action.DECIDE_GOAL, goals.get(caller, id));
    for (Act.Verb verb : Act.Verb.values()) {
      if (verb.code().equals(form.text("verb"))) {
        verbs.takeBack(caller, id, verb);
        return frame.to("/goals/" + id, "goals.said.taken-back");
      }
    }
    throw InvalidInput.of("verb", "name the decision that is to be taken back");
  }

  @GetMapping("/goals/{id}/close")
  ModelAndView closing(Caller caller, Frame frame, @PathVariable UUID id) {
    return frame.show("goals/close", closePage(caller, frame, id, Form.empty()));
  }

  @PostMapping("/goals/{id}/close")
  ModelAndView close(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      verbs.close(caller, id, form.optional("outcome"), form.optional("learning"));
      return frame.to("/goals/" + id, "goals.said.closed");
    } catch (InvalidInput refused) {
      return frame.refused("goals/close", closePage(caller, frame, id, form.with(refused)));
    }
  }

  private ClosePage closePage(Caller caller, Frame frame, UUID id, Form form) {
    GoalPage page = page(caller, frame, id, Form.empty());
    access.require(caller, Action.DECIDE_GOAL, page.view().goal());
    return new ClosePage(page, form, choices.words(frame, "goals.outcome.", "met", "missed"));
  }

  private GoalPage page(Caller caller, Frame frame, UUID id, Form stepForm) {
    GoalView view = desk.view(caller, id);
    Goal goal = view.goal();
    GoalPhrases phrases = new GoalPhrases(frame);
    boolean over = goal.state() == State.CLOSED || goal.state() == State.WITHDRAWN;
    GoalNames names = choices.names();
    HistoryPhrases past = new HistoryPhrases(phrases, names, choices, view.keyResults());
    return new GoalPage(
        view,
        phrases.bar(view.progress()),
        phrases.overall(view.progress()),
        view.wouldNowBe() == null ? null : phrases.overall(view.wouldNowBe()),
        facts(frame, goal, names),
        view.keyResults().stream().map(k -> keyResult(frame, phrases, view, k)).toList(),
        history.of(caller, id).reversed().stream().map(past::told).toList(),
        choices.members(),
        names,
        stepForm,
        new GoalPage.Rights(
            !over && access.can(caller, Action.CHANGE_GOAL, goal),
            access.can(caller, Action.DECIDE_GOAL, goal),
            !over && access.can(caller, Action.CHECK_IN, goal),
            goal.invited().contains(caller.member())
                && (goal.state() == State.PROPOSED || goal.state() == State.AGREED)));
  }

  private GoalPage.KeyResult keyResult(
      Frame frame, GoalPhrases phrases, GoalView view, KeyResultView k) {
    String risk =
        view.risks().stream()
            .filter(one -> one.keyResult().equals(k.id()))
            .map(one -> phrases.text("goals.risk." + one.reason()))
            .findFirst()
            .orElse(null);
    return new GoalPage.KeyResult(
        k,
        phrases.aim(k),
        phrases.bar(k),
        phrases.figure(k, k.progress().reading()),
        phrases.basis(k, k.progress().reading()),
        phrases.said(k, k.progress()),
        k.metric() == null || k.statistic() == null
            ? null
            : choices.measure(frame, k.metric(), k.statistic()),
        k.wouldNowBe() == null ? null : phrases.later(k, k.wouldNowBe()),
        risk,
        phrases.chart(k, view.goal().days().from()),
        k.checkIns().reversed().stream()
            .map(checkIn -> new GoalPage.Told(checkIn, phrases.told(k, checkIn)))
            .toList());
  }

  private static List<Fact> facts(Frame frame, Goal goal, GoalNames names) {
    List<Fact> facts = new ArrayList<>();
    fact(frame, facts, "cycle", frame.w().period(goal.days().from(), goal.days().to()));
    fact(frame, facts, "area", goal.area());
    fact(frame, facts, "unit", goal.unit() == null ? null : names.unit(goal.unit()));
    fact(frame, facts, "person", goal.person() == null ? null : names.member(goal.person()));
    fact(frame, facts, "owner", names.member(goal.owner()));
    fact(frame, facts, "kind", frame.t().of("goals.kind." + goal.kind().code()));
    fact(frame, facts, "ambition", frame.t().of("goals.ambition." + goal.ambition().code()));
    fact(
        frame, facts, "reviewOn", goal.reviewOn() == null ? null : frame.w().date(goal.reviewOn()));
    return facts;
  }

  private static void fact(Frame frame, List<Fact> facts, String key, @Nullable String says) {
    if (says != null) {
      facts.add(new Fact(frame.t().of("goals.field." + key), says));
    }
  }
}
