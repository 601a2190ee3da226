package org.waymark.goals.web;

import java.math.BigDecimal;
import java.time.Duration;
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
import org.waymark.goals.Evidence;
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
import org.waymark.platform.Json;
import org.waymark.web.Choices;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Typed;
import tools.jackson.databind.JsonNode;

/** Key results and steps as forms. */
@Controller
class KeyResultPages {
  private final Goals goals;
  private final KeyResults keyResults;
  private final Steps steps;
  private final GoalDesk desk;
  private final GoalChoices choices;
  private final MeasuredStart start;
  private final Access access;

  KeyResultPages(
      Goals goals,
      KeyResults keyResults,
      Steps steps,
      GoalDesk desk,
      GoalChoices choices,
      MeasuredStart start,
      Access access) {
    this.goals = goals;
    this.keyResults = keyResults;
    this.steps = steps;
    this.desk = desk;
    this.choices = choices;
    this.start = start;
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
        ? frame.show("goals/keyresult", page(frame, goal, null, Form.of(first), null, null))
        : frame.show(
            "goals/keyresult", page(frame, goal, null, begun.form(), null, begun.baseline()));
  }

  @PostMapping("/goals/{id}/key-results")
  ModelAndView add(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      keyResults.add(caller, id, words(form, null), form.optional("reason"));
      return frame.to("/goals/" + id, "goals.said.keyresult");
    } catch (InvalidInput refused) {
      return frame.refused(
          "goals/keyresult",
          page(frame, goals.get(caller, id), null, form.with(refused), null, null));
    }
  }

  @GetMapping("/key-results/{id}")
  ModelAndView edit(Caller caller, Frame frame, @PathVariable UUID id) {
    KeyResultView k = desk.keyResult(caller, id);
    Goal goal = goals.get(caller, k.goal());
    access.require(caller, Action.CHANGE_GOAL, goal);
    return frame.show("goals/keyresult", page(frame, goal, id, shown(caller, k), null, null));
  }

  @PostMapping("/key-results/{id}")
  ModelAndView change(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    Goal goal = goals.get(caller, keyResults.get(caller, id).goal());
    try {
      Integer version = new Typed(form).whole("version");
      KeyResultWords words = words(form, keyResults.get(caller, id).evidence());
      keyResults.change(caller, id, words, version == null ? 0 : version);
      return frame.to("/goals/" + goal.id(), "goals.said.changed");
    } catch (InvalidInput refused) {
      return frame.refused(
          "goals/keyresult", page(frame, goal, id, form.with(refused), null, null));
    } catch (Conflict lost) {
      KeyResultView theirs = desk.keyResult(caller, id);
      Map<String, List<String>> mine = new LinkedHashMap<>(form.values());
      mine.put("version", List.of(Integer.toString(theirs.version())));
      Form again = new Form(mine, List.of()).with("", String.valueOf(lost.getMessage()));
      return frame.show(
          "goals/keyresult", page(frame, goal, id, again, theirs, null), HttpStatus.CONFLICT);
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

  private KeyResultFormPage page(
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
        theirs);
  }

  /**
   * @param evidence where its number came from before; a metric that is chosen now takes its place
   */
  private static KeyResultWords words(Form form, @Nullable Evidence evidence) {
    Typed typed = new Typed(form);
    String measure = form.optional("measure");
    String[] parts = measure == null ? new String[0] : measure.split(" ", 2);
    String within = typed.time("within");
    var from = typed.day("baselineFrom");
    var to = typed.day("baselineTo");
    BigDecimal weight = typed.number("weight");
    return new KeyResultWords(
        form.optional("name"),
        parts.length == 0 ? null : parts[0],
        parts.length == 0 ? null : within == null ? parts[1] : "within:" + within,
        Only.filter(form),
        form.optional("unit"),
        form.optional("type"),
        typed.value("baseline"),
        from == null && to == null ? null : new KeyResultWords.Days(from, to),
        target(form, typed),
        typed.day("due"),
        weight == null ? null : Json.mapper().valueToTree(weight),
        form.optional("window"),
        measure == null ? evidence : null);
  }

  private static @Nullable JsonNode target(Form form, Typed typed) {
    BigDecimal change = typed.number("change");
    if (change != null) {
      return Json.mapper().valueToTree(Map.of("changePercent", change));
    }
    JsonNode low = typed.value("low");
    JsonNode high = typed.value("high");
    if (form.text("type").equals("keep-within") && low != null && high != null) {
      return Json.mapper().valueToTree(Map.of("low", low, "high", high));
    }
    return typed.value("target");
  }

  private Form shown(Caller caller, KeyResultView k) {
    KeyResultWords words = desk.words(keyResults.get(caller, k.id()));
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", k.name());
    String statistic = k.statistic();
    if (statistic != null) {
      boolean within = statistic.startsWith("within:");
      values.put("measure", k.metric() + " " + (within ? "p90" : statistic));
      values.put(
          "within",
          within ? Typed.spoken(Duration.parse(statistic.substring("within:".length()))) : null);
    }
    values.put("unit", k.unit());
    values.put("type", k.type());
    values.put("baseline", plain(words.baseline()));
    if (words.baselineWindow() != null) {
      values.put("baselineFrom", words.baselineWindow().from());
      values.put("baselineTo", words.baselineWindow().to());
    }
    values.put("change", k.changePercent());
    if (k.target() instanceof KeyResultView.Band band) {
      values.put("low", band.low());
      values.put("high", band.high());
    } else if (k.changePercent() == null) {
      values.put("target", plain(words.target()));
    }
    values.put("due", k.due());
    values.put("weight", k.weight().toPlainString());
    values.put("window", k.window());
    values.put("version", k.version());
    return Only.form(values, k.filter());
  }

  private static @Nullable String plain(@Nullable JsonNode value) {
    return value == null || !value.isNumber() ? null : value.decimalValue().toPlainString();
  }
}
