package org.waymark.goals.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalDesk;
import org.waymark.goals.Goals;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.KeyResultWords;
import org.waymark.goals.KeyResults;
import org.waymark.goals.MeasureAsked;
import org.waymark.goals.Step;
import org.waymark.goals.Steps;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Choices;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Typed;

/** Key results and steps as forms. */
@Controller
class KeyResultPages {
  private final Goals goals;
  private final KeyResults keyResults;
  private final Steps steps;
  private final GoalDesk desk;
  private final GoalChoices choices;
  private final MeasuredStart start;
  private final LiveOutlook outlook;
  private final Access access;

  KeyResultPages(
      Goals goals,
      KeyResults keyResults,
      Steps steps,
      GoalDesk desk,
      GoalChoices choices,
      MeasuredStart start,
      LiveOutlook outlook,
      Access access) {
    this.goals = goals;
    this.keyResults = keyResults;
    this.steps = steps;
    this.desk = desk;
    this.choices = choices;
    this.start = start;
    this.outlook = outlook;
    this.access = access;
  }

  @GetMapping("/goals/{id}/key-results/new")
  ModelAndView blank(Caller caller, Frame frame, Form asked, @PathVariable UUID id) {
    Goal goal = goals.get(caller, id);
    access.require(caller, Action.CHANGE_GOAL, goal);
    Map<String, Object> first = new LinkedHashMap<>();
    first.put("due", goal.days().to());
    first.put("weight", "1");
    first.put("type", "increase");
    first.put("window", "P4W");
    MeasuredStart.Start begun = start.of(frame, goal, MeasureAsked.of(asked), first);
    return begun == null
        ? frame.show("goals/keyresult", page(caller, frame, goal, null, Form.of(first), null, null))
        : frame.show(
            "goals/keyresult",
            page(caller, frame, goal, null, begun.form(), null, begun.baseline()));
  }

  @PostMapping("/goals/{id}/key-results")
  ModelAndView add(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    if (LiveOutlook.asksAlone(form)) {
      Goal goal = goals.get(caller, id);
      access.require(caller, Action.CHANGE_GOAL, goal);
      Form looked = LiveOutlook.taken(form);
      return frame.show("goals/keyresult", page(caller, frame, goal, null, looked, null, null));
    }
    try {
      keyResults.add(caller, id, KeyResultForms.words(form, null), form.optional("reason"));
      return frame.to("/goals/" + id, "goals.said.keyresult");
    } catch (InvalidInput refused) {
      return frame.refused(
          "goals/keyresult",
          page(
              caller,
              frame,
              goals.get(caller, id),
              null,
              KeyResultForms.refused(form, refused),
              null,
              null));
    }
  }

  @GetMapping("/key-results/{id}")
  ModelAndView edit(Caller caller, Frame frame, @PathVariable UUID id) {
    KeyResultView k = desk.keyResult(caller, id);
    Goal goal = goals.get(caller, k.goal());
    access.require(caller, Action.CHANGE_GOAL, goal);
    return frame.show(
        "goals/keyresult", page(caller, frame, goal, id, shown(caller, k), null, null));
  }

  @PostMapping("/key-results/{id}")
  ModelAndView change(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    Goal goal = goals.get(caller, keyResults.get(caller, id).goal());
    if (LiveOutlook.asksAlone(form)) {
      access.require(caller, Action.CHANGE_GOAL, goal);
      Form looked = LiveOutlook.taken(form);
      return frame.show("goals/keyresult", page(caller, frame, goal, id, looked, null, null));
    }
    try {
      Integer version = new Typed(form).whole("version");
      KeyResultWords words = KeyResultForms.words(form, keyResults.get(caller, id).evidence());
      keyResults.change(caller, id, words, version == null ? 0 : version);
      return frame.to("/goals/" + goal.id(), "goals.said.changed");
    } catch (InvalidInput refused) {
      return frame.refused(
          "goals/keyresult",
          page(caller, frame, goal, id, KeyResultForms.refused(form, refused), null, null));
    } catch (Conflict lost) {
      KeyResultView theirs = desk.keyResult(caller, id);
      Map<String, List<String>> mine = new LinkedHashMap<>(form.values());
      mine.put("version", List.of(Integer.toString(theirs.version())));
      Form again = new Form(mine, List.of()).with("", String.valueOf(lost.getMessage()));
      return frame.show(
          "goals/keyresult",
          page(caller, frame, goal, id, again, theirs, null),
          HttpStatus.CONFLICT);
    }
  }

  @PostMapping("/key-results/{id}/removal")
  ModelAndView remove(Caller caller, Frame frame, @PathVariable UUID id) {
    UUID goal = keyResults.get(caller, id).goal();
    keyResults.remove(caller, id);
    return frame.to("/goals/" + goal, "goals.said.removed");
  }

  @PostMapping("/goals/{id}/steps")
  ModelAndView addStep(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      Typed typed = new Typed(form);
      steps.add(
          caller,
          id,
          new Step.Words(
              form.optional("title"),
              form.optional("responsible"),
              typed.day("due"),
              form.checked("milestone"),
              null,
              null));
      return frame.to("/goals/" + id, "goals.said.step");
    } catch (InvalidInput refused) {
      return frame.refused(
          "goals/step",
          new StepPage(
              goals.get(caller, id), null, form.with(refused), choices.organisation().members()));
    }
  }

  @GetMapping("/steps/{id}/completion")
  ModelAndView completing(Caller caller, Frame frame, @PathVariable UUID id) {
    Step step = steps.get(caller, id);
    Goal goal = goals.get(caller, step.goal());
    access.require(caller, Action.CHECK_IN, goal);
    return frame.show("goals/step", new StepPage(goal, step, Form.empty(), List.of()));
  }

  @PostMapping("/steps/{id}/completion")
  ModelAndView complete(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    Step step = steps.get(caller, id);
    try {
      steps.complete(caller, id, form.optional("evidence"));
      return frame.to("/goals/" + step.goal(), "goals.said.done");
    } catch (InvalidInput refused) {
      Goal goal = goals.get(caller, step.goal());
      return frame.refused("goals/step", new StepPage(goal, step, form.with(refused), List.of()));
    }
  }

  @PostMapping("/steps/{id}/reopening")
  ModelAndView open(Caller caller, Frame frame, @PathVariable UUID id) {
    UUID goal = steps.get(caller, id).goal();
    steps.open(caller, id);
    return frame.to("/goals/" + goal, "goals.said.taken-back");
  }

  @PostMapping("/steps/{id}/removal")
  ModelAndView removeStep(Caller caller, Frame frame, @PathVariable UUID id) {
    UUID goal = steps.get(caller, id).goal();
    steps.remove(caller, id);
    return frame.to("/goals/" + goal, "goals.said.removed");
  }

  private Form shown(Caller caller, KeyResultView k) {
    return KeyResultForms.shown(k, desk.words(keyResults.get(caller, k.id())));
  }

  private KeyResultFormPage page(
      Caller caller,
      Frame frame,
      Goal goal,
      @Nullable UUID id,
      Form form,
      @Nullable KeyResultView theirs,
      @Nullable String baseline) {
    return new KeyResultFormPage(
        goal,
        id,
        form,
        choices.measures(frame),
        choices.types(frame),
        choices.organisation().units(),
        Choices.words(frame, "goals.window.", "P4W", "P1W", "cycle"),
        Only.of(frame, form),
        baseline,
        outlook.of(caller, frame, goal, form, id),
        theirs);
  }
}
