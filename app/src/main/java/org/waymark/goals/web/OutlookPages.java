package org.waymark.goals.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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
import org.waymark.goals.Goal;
import org.waymark.goals.GoalDesk;
import org.waymark.goals.Goals;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.OutlookSaid;
import org.waymark.goals.OutlookWords;
import org.waymark.goals.Outlooks;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Typed;
import tools.jackson.databind.JsonNode;

/** What would be likely with another target or another day: nothing of it is kept. */
@Controller
class OutlookPages {
  private final Outlooks outlooks;
  private final LiveOutlook live;
  private final Goals goals;
  private final GoalDesk desk;
  private final Access access;

  OutlookPages(Outlooks outlooks, LiveOutlook live, Goals goals, GoalDesk desk, Access access) {
    this.outlooks = outlooks;
    this.live = live;
    this.goals = goals;
    this.desk = desk;
    this.access = access;
  }

  /** The part of the form that moves along while a target is typed. */
  @PostMapping("/goals/{id}/key-results/outlook")
  ModelAndView typing(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    Goal goal = goals.get(caller, id);
    access.require(caller, Action.CHANGE_GOAL, goal);
    return frame.show(
        "goals/outlook", live.of(caller, frame, goal, form, new Typed(form).id("keyResult")));
  }

  @GetMapping("/key-results/{id}/what-if")
  ModelAndView whatIf(Caller caller, Frame frame, Form asked, @PathVariable UUID id) {
    KeyResultView k = desk.keyResult(caller, id);
    Goal goal = goals.get(caller, k.goal());
    Form form = asked.values().isEmpty() ? form(k) : LiveOutlook.taken(asked);
    return frame.show(
        "goals/whatif",
        new WhatIfPage(
            goal, k, new GoalPhrases(frame).aim(k), form, said(caller, frame, form, id)));
  }

  /** The same as a part of the goal's page, while somebody types. */
  @PostMapping("/key-results/{id}/outlook")
  ModelAndView supposing(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    access.require(caller, Action.READ, null);
    desk.keyResult(caller, id);
    return frame.show("goals/outlook", said(caller, frame, form, id));
  }

  private OutlookSaid said(Caller caller, Frame frame, Form form, UUID id) {
    return new OutlookWords(frame)
        .of(
            true,
            () -> {
              Typed typed = new Typed(form);
              return outlooks.moved(caller, id, value(typed.value("target")), typed.day("due"));
            });
  }

  /** A number, or a time in seconds. */
  static @Nullable BigDecimal value(@Nullable JsonNode typed) {
    if (typed == null || typed.isNumber()) {
      return typed == null ? null : typed.decimalValue();
    }
    try {
      return BigDecimal.valueOf(Duration.parse(typed.asString()).toMillis(), 3);
    } catch (java.time.format.DateTimeParseException unreadable) {
      throw InvalidInput.of("target", "give a number, or a time with its unit, such as 4 hours");
    }
  }

  /** The target and the day as they are, to be moved. */
  static Form form(KeyResultView k) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("due", k.due());
    if (k.movable() && k.target() instanceof BigDecimal target) {
      boolean whole = target.stripTrailingZeros().scale() <= 0;
      values.put(
          "target",
          k.duration() && whole
              ? Typed.spoken(Duration.ofSeconds(target.longValue()))
              : target.stripTrailingZeros().toPlainString());
    }
    return Form.of(values);
  }
}
