package org.waymark.firstuse.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.firstuse.Candidate;
import org.waymark.firstuse.CandidateWords;
import org.waymark.firstuse.CycleChoice;
import org.waymark.firstuse.FirstGoal;
import org.waymark.intake.ImportRow;
import org.waymark.intake.Imports;
import org.waymark.metrics.Metrics;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Typed;
import tools.jackson.databind.JsonNode;

/**
 * From the first file on its way in to a first goal: while lines are being read the page shows how
 * far they are, then what they measure, and the goal proposed from it.
 */
@Controller
class FirstGoalPages {
  private final FirstGoal firstGoal;
  private final Imports imports;
  private final Metrics metrics;
  private final Access access;

  FirstGoalPages(FirstGoal firstGoal, Imports imports, Metrics metrics, Access access) {
    this.firstGoal = firstGoal;
    this.imports = imports;
    this.metrics = metrics;
    this.access = access;
  }

  @GetMapping("/first/imports/{id}")
  ModelAndView arriving(
      Caller caller, Frame frame, @PathVariable UUID id, @RequestParam @Nullable String about) {
    access.require(caller, Action.IMPORT, null);
    ImportRow row = imports.get(caller, id);
    return frame.show(
        "first/goal", page(caller, frame, row, firstGoal.cycles(caller), about, Form.empty()));
  }

  @GetMapping("/first/goal")
  ModelAndView propose(Caller caller, Frame frame, @RequestParam @Nullable String about) {
    access.require(caller, Action.DRAFT_GOAL, null);
    return frame.show(
        "first/goal", page(caller, frame, null, firstGoal.cycles(caller), about, Form.empty()));
  }

  @PostMapping("/first/goal")
  ModelAndView make(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.DRAFT_GOAL, null);
    // asked before anything is made: a cycle that a refusal takes back must not be offered
    List<CycleChoice> cycles = firstGoal.cycles(caller);
    try {
      return frame.to(
          "/goals/" + firstGoal.make(caller, wanted(caller, frame, cycles, form)).id(),
          "first.said.made");
    } catch (InvalidInput refused) {
      return frame.refused(
          "first/goal",
          page(caller, frame, null, cycles, form.optional("about"), form.with(refused)));
    }
  }

  private FirstGoal.Wanted wanted(Caller caller, Frame frame, List<CycleChoice> cycles, Form form) {
    JsonNode target = new Typed(form).value("target");
    if (target == null) {
      throw InvalidInput.of("target", "say where the number is to be");
    }
    Candidate candidate =
        firstGoal.candidates(caller).stream()
            .filter(one -> one.firm() && one.code().equals(form.text("about")))
            .findFirst()
            .orElseThrow(
                () -> InvalidInput.of("about", "no baseline can be measured for this any more"));
    CycleChoice cycle =
        cycles.stream()
            .filter(one -> one.code().equals(form.text("cycle")))
            .findFirst()
            .orElseThrow(() -> InvalidInput.of("cycle", "choose when the goal runs"));
    CandidateWords words = new CandidateWords(frame, metrics);
    return new FirstGoal.Wanted(
        candidate.code(),
        cycle.code(),
        frame.w().period(cycle.from(), cycle.to()),
        words.statement(candidate, value(target), cycle.to()),
        words.title(candidate),
        target);
  }

  /** A number as it is, a time in seconds. */
  private static BigDecimal value(JsonNode target) {
    return target.isNumber()
        ? target.decimalValue()
        : BigDecimal.valueOf(Duration.parse(target.asString()).toMillis(), 3);
  }

  private FirstGoalPage page(
      Caller caller,
      Frame frame,
      @Nullable ImportRow row,
      List<CycleChoice> cycles,
      @Nullable String about,
      Form form) {
    return new FirstGoalWords(frame, metrics)
        .page(
            row,
            row != null && row.running() ? List.of() : firstGoal.candidates(caller),
            cycles,
            about,
            form);
  }
}
