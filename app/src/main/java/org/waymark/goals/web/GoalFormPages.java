package org.waymark.goals.web;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.waymark.goals.GoalWords;
import org.waymark.goals.Goals;
import org.waymark.goals.MeasureAsked;
import org.waymark.goals.State;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Choices;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Typed;

/**
 * Writing a goal down on one screen, and changing it without overwriting what somebody else wrote.
 */
@Controller
class GoalFormPages {
  private final Goals goals;
  private final GoalChoices choices;
  private final MeasuredStart start;
  private final Access access;

  GoalFormPages(Goals goals, GoalChoices choices, MeasuredStart start, Access access) {
    this.goals = goals;
    this.choices = choices;
    this.start = start;
    this.access = access;
  }

  @GetMapping("/goals/new")
  ModelAndView blank(Caller caller, Frame frame, Form asked) {
    access.require(caller, Action.DRAFT_GOAL, null);
    Map<String, @Nullable Object> first = new LinkedHashMap<>();
    first.put("owner", caller.email());
    first.put("kind", asked.text("kind").equals("process") ? "process" : "outcome");
    first.put("ambition", "committed");
    for (String field :
        List.of(
            "statement", "why", "strategy", "area", "contributesTo", "drives", "cycle", "unit")) {
      first.put(field, asked.optional(field));
    }
    MeasureAsked measure = MeasureAsked.of(asked);
    if (measure != null) {
      first.put("unit", measure.unit());
      first.put("measure", measure.query());
    }
    return frame.show("goals/form", page(caller, frame, null, Form.of(first), null));
  }

  @PostMapping("/goals")
  ModelAndView create(Caller caller, Frame frame, Form form) {
    try {
      Goal goal = goals.create(caller, words(form));
      MeasureAsked measure = MeasureAsked.ofQuery(form.text("measure"));
      if (measure != null) {
        String next = "/goals/" + goal.id() + "/key-results/new?" + measure.query();
        return frame.to(next, "goals.said.created.measured");
      }
      return frame.to("/goals/" + goal.id(), "goals.said.created");
    } catch (InvalidInput refused) {
      return frame.refused("goals/form", page(caller, frame, null, form.with(refused), null));
    }
  }

  @GetMapping("/goals/{id}/edit")
  ModelAndView edit(Caller caller, Frame frame, @PathVariable UUID id) {
    Goal goal = goals.get(caller, id);
    access.require(caller, Action.CHANGE_GOAL, goal);
    return frame.show("goals/form", page(caller, frame, id, shown(goal), null));
  }

  @PostMapping("/goals/{id}/edit")
  ModelAndView change(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      Integer version = new Typed(form).whole("version");
      goals.change(caller, id, words(form), version == null ? 0 : version);
      return frame.to("/goals/" + id, "goals.said.changed");
    } catch (InvalidInput refused) {
      return frame.refused("goals/form", page(caller, frame, id, form.with(refused), null));
    } catch (Conflict lost) {
      Goal theirs = goals.get(caller, id);
      if (theirs.state() == State.CLOSED || theirs.state() == State.WITHDRAWN) {
        throw lost;
      }
      Map<String, List<String>> mine = new LinkedHashMap<>(form.values());
      mine.put("version", List.of(Integer.toString(theirs.version())));
      Form again = new Form(mine, List.of()).with("", frame.t().of("goals.conflict.short"));
      return frame.show("goals/form", page(caller, frame, id, again, theirs), HttpStatus.CONFLICT);
    }
  }

  private GoalFormPage page(
      Caller caller, Frame frame, @Nullable UUID id, Form form, @Nullable Goal theirs) {
    Goal now = id == null || theirs != null ? theirs : goals.get(caller, id);
    return new GoalFormPage(
        id,
        form,
        choices.organisation().cycles(),
        choices.organisation().areas(),
        choices.organisation().units(),
        now == null ? choices.organisation().members() : choices.organisation().members(named(now)),
        choices.goals(caller, frame, now),
        Choices.words(frame, "goals.kind.", "outcome", "process"),
        Choices.words(frame, "goals.ambition.", "committed", "stretch"),
        start.words(frame, MeasureAsked.ofQuery(form.text("measure"))),
        theirs);
  }

  private static Set<String> named(Goal goal) {
    String person = goal.person();
    return person == null ? Set.of(goal.owner()) : new HashSet<>(List.of(goal.owner(), person));
  }

  private static GoalWords words(Form form) {
    Typed typed = new Typed(form);
    return new GoalWords(
        form.optional("statement"),
        form.optional("why"),
        form.optional("strategy"),
        form.optional("kind"),
        form.optional("area"),
        form.optional("cycle"),
        form.optional("unit"),
        form.optional("person"),
        form.optional("owner"),
        typed.id("contributesTo"),
        typed.id("drives"),
        form.optional("ambition"),
        typed.day("reviewOn"),
        typed.number("hoursPerWeek"),
        form.optional("resources"),
        form.optional("recordedIn"),
        form.optional("overruled"));
  }

  private static Form shown(Goal goal) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("statement", goal.statement());
    values.put("why", goal.why());
    values.put("strategy", goal.strategy());
    values.put("kind", goal.kind().code());
    values.put("area", goal.area());
    values.put("cycle", goal.cycle());
    values.put("unit", goal.unit());
    values.put("person", goal.person());
    values.put("owner", goal.owner());
    values.put("contributesTo", goal.contributesTo());
    values.put("drives", goal.drives());
    values.put("ambition", goal.ambition().code());
    values.put("reviewOn", goal.reviewOn());
    BigDecimal hours = goal.hoursPerWeek();
    values.put("hoursPerWeek", hours == null ? null : hours.toPlainString());
    values.put("resources", goal.resources());
    values.put("recordedIn", goal.recordedIn());
    values.put("overruled", goal.overruled());
    values.put("version", goal.version());
    return Form.of(values);
  }
}
