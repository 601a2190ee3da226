package org.waymark.goals.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.CheckIn;
import org.waymark.goals.CheckIns;
import org.waymark.goals.Evidence;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalDesk;
import org.waymark.goals.Goals;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.KeyResults;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Typed;

/** Checking in, with the form that the source of the number asks for. */
@Controller
class CheckInPages {
  private final Goals goals;
  private final KeyResults keyResults;
  private final CheckIns checkIns;
  private final GoalDesk desk;
  private final Access access;

  CheckInPages(
      Goals goals, KeyResults keyResults, CheckIns checkIns, GoalDesk desk, Access access) {
    this.goals = goals;
    this.keyResults = keyResults;
    this.checkIns = checkIns;
    this.desk = desk;
    this.access = access;
  }

  @GetMapping("/key-results/{id}/check-in")
  ModelAndView checkingIn(Caller caller, Frame frame, @PathVariable UUID id) {
    return frame.show("goals/checkin", checkInPage(caller, frame, id, Form.empty()));
  }

  @PostMapping("/key-results/{id}/check-in")
  ModelAndView checkIn(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      Typed typed = new Typed(form);
      CheckIn told =
          checkIns.record(
              caller,
              id,
              new CheckIns.Words(
                  typed.value("value"),
                  typed.count("numerator"),
                  typed.count("denominator"),
                  typed.whole("confidence"),
                  form.optional("note"),
                  form.optional("evidence"),
                  typed.day("on"),
                  form.optional("readBy"),
                  votes(form, typed)));
      return frame.toUndoable(
          "/goals/" + keyResults.get(caller, id).goal(),
          "/check-ins/" + told.id() + "/removal",
          "goals.said.checkin");
    } catch (InvalidInput refused) {
      return frame.refused("goals/checkin", checkInPage(caller, frame, id, form.with(refused)));
    }
  }

  /** The counts of a vote; null where none was typed. */
  private static @Nullable List<@Nullable Integer> votes(Form form, Typed typed) {
    List<String> fields =
        IntStream.rangeClosed(1, 5)
            .mapToObj(place -> "vote" + place)
            .filter(form.values()::containsKey)
            .toList();
    if (fields.stream().allMatch(field -> form.text(field).isEmpty())) {
      return null;
    }
    List<@Nullable Integer> votes = new ArrayList<>();
    fields.forEach(field -> votes.add(typed.whole(field)));
    return votes;
  }

  @PostMapping("/check-ins/{id}/removal")
  ModelAndView takeBack(Caller caller, Frame frame, @PathVariable UUID id) {
    CheckIn back = checkIns.takeBack(caller, id);
    UUID goal = keyResults.get(caller, back.keyResult()).goal();
    return frame.to("/goals/" + goal, "goals.said.taken-back");
  }

  private CheckInPage checkInPage(Caller caller, Frame frame, UUID id, Form form) {
    KeyResultView k = desk.keyResult(caller, id);
    Goal goal = goals.get(caller, k.goal());
    access.require(caller, Action.CHECK_IN, goal);
    boolean told = k.metric() == null && !k.type().equals("milestone");
    Evidence evidence = k.evidence();
    Form shown = form;
    if (form.values().isEmpty() && evidence != null) {
      Map<String, @Nullable Object> known = new LinkedHashMap<>();
      known.put("evidence", evidence.link());
      known.put("readBy", evidence.reader());
      shown = Form.of(known);
    }
    return new CheckInPage(goal, k, told, new GoalPhrases(frame).said(k, k.progress()), shown);
  }
}
