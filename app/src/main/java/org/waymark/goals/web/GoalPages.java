package org.waymark.goals.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Act;
import org.waymark.goals.GoalVerbs;
import org.waymark.goals.Goals;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Choices;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/** One goal whole, and what can be decided about it. */
@Controller
class GoalPages {
  private final Goals goals;
  private final WholeGoal whole;
  private final GoalVerbs verbs;
  private final GoalChoices choices;
  private final Access access;

  GoalPages(Goals goals, WholeGoal whole, GoalVerbs verbs, GoalChoices choices, Access access) {
    this.goals = goals;
    this.whole = whole;
    this.verbs = verbs;
    this.choices = choices;
    this.access = access;
  }

  @GetMapping("/goals/{id}")
  ModelAndView goal(Caller caller, Frame frame, @PathVariable UUID id) {
    access.require(caller, Action.READ, null);
    return frame.show("goals/goal", whole.of(caller, frame, id, Form.empty()));
  }

  @PostMapping("/goals/{id}/start")
  ModelAndView start(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      verbs.start(caller, id, form.optional("reason"));
      return frame.to("/goals/" + id, "goals.said.started");
    } catch (InvalidInput refused) {
      return frame.refused(
          "goals/goal", whole.of(caller, frame, id, asking(form, "start", refused)));
    }
  }

  /** The form that was refused, and which decision it was for, so that a reason can be given. */
  private static Form asking(Form form, String decision, InvalidInput refused) {
    Map<String, List<String>> values = new LinkedHashMap<>(form.values());
    values.put("asks", List.of(decision));
    return new Form(values, form.errors()).with(refused);
  }

  @PostMapping("/goals/{id}/proposal")
  ModelAndView propose(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      verbs.propose(
          caller,
          id,
          AgreementPages.asked(form),
          form.optional("proposeReason"),
          form.optional("reason"));
      return frame.to("/goals/" + id + "#agreement", "goals.said.proposed");
    } catch (InvalidInput refused) {
      return frame.refused(
          "goals/goal", whole.of(caller, frame, id, asking(form, "proposal", refused)));
    }
  }

  @PostMapping("/goals/{id}/commitment")
  ModelAndView commit(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      verbs.commit(caller, id, form.optional("commitReason"));
      return frame.to("/goals/" + id, "goals.said.committed");
    } catch (InvalidInput refused) {
      String reason = refused.errors().getFirst().reason();
      return frame.refused(
          "goals/goal", whole.of(caller, frame, id, form.with("commitReason", reason)));
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
    GoalPage page = whole.of(caller, frame, id, Form.empty());
    access.require(caller, Action.DECIDE_GOAL, page.view().goal());
    return new ClosePage(page, form, Choices.words(frame, "goals.outcome.", "met", "missed"));
  }
}
