package org.waymark.goals.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.CheckIn;
import org.waymark.goals.Focus;
import org.waymark.goals.FocusCrossing;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalDesk;
import org.waymark.goals.GoalHistory;
import org.waymark.goals.GoalKind;
import org.waymark.goals.GoalView;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.State;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.ProgressBar;

/** Puts the page of one goal together. */
@Component
class WholeGoal {
  private final GoalDesk desk;
  private final Focus focus;
  private final GoalHistory history;
  private final GoalChoices choices;
  private final Access access;

  WholeGoal(GoalDesk desk, Focus focus, GoalHistory history, GoalChoices choices, Access access) {
    this.desk = desk;
    this.focus = focus;
    this.history = history;
    this.choices = choices;
    this.access = access;
  }

  /**
   * @param form what was typed into one of the page's forms and refused; empty otherwise
   */
  GoalPage of(Caller caller, Frame frame, UUID id, Form form) {
    GoalView view = desk.view(caller, id);
    Goal goal = view.goal();
    GoalPhrases phrases = new GoalPhrases(frame);
    GoalChoices.Everyone everyone = choices.everyone();
    GoalNames names = choices.names(everyone);
    GoalPage.Rights may = rights(caller, goal);
    List<GoalHistory.Event> events = history.of(caller, id);
    Map<UUID, String> measures = choices.measures(frame, view.keyResults());
    HistoryPhrases past =
        HistoryPhrases.of(phrases, names, view, events, choices.labels(frame, events));
    HappenedPhrases happened =
        new HappenedPhrases(
            phrases,
            names,
            told -> may.checkIn() && (may.change() || told.by().equals(caller.email())),
            comment -> access.can(caller, Action.WITHDRAW_COMMENT, comment));
    GoalView.Related above = view.contributesToGoal();
    GoalView.Related driven = view.drivesGoal();
    return new GoalPage(
        view,
        next(caller, frame, view, may),
        new RollUpPhrases(phrases).stand(view, today(frame)),
        withCrossings(caller, frame, goal, names),
        above == null ? null : other(phrases, above),
        driven == null ? null : other(phrases, driven),
        view.contributing().stream().map(one -> other(phrases, one)).toList(),
        view.drivenBy().stream().map(one -> other(phrases, one)).toList(),
        wanted(caller, view),
        view.keyResults().stream().map(k -> keyResult(phrases, view, k, measures)).toList(),
        distance(frame, view.milestones()),
        happened.of(view),
        events.reversed().stream().map(past::told).toList(),
        everyone.active(),
        new AgreementPhrases(frame, names)
            .of(
                caller,
                view,
                may,
                access.can(caller, Action.DRAFT_GOAL, null),
                everyone.unitsOf(caller),
                everyone.people(),
                everyone.units()),
        new ReviewPhrases(frame, names)
            .of(
                caller,
                view,
                today(frame),
                access.can(caller, Action.HOLD_REVIEW, goal),
                may.change(),
                form),
        names,
        form,
        may);
  }

  /** What is so about the goal, and which limits it went beyond and why. */
  private List<Fact> withCrossings(Caller caller, Frame frame, Goal goal, GoalNames names) {
    List<Fact> facts = new ArrayList<>(facts(frame, goal, names));
    for (FocusCrossing one : focus.crossings(caller, goal.id())) {
      facts.add(
          new Fact(
              frame.t().of("goals.focus.crossed." + one.crossed(), one.most()),
              frame
                  .t()
                  .of(
                      "goals.focus.because",
                      one.reason(),
                      names.member(one.by()),
                      frame.w().instant(one.at()))));
    }
    return facts;
  }

  static LocalDate today(Frame frame) {
    return frame.now().atZone(frame.w().zone()).toLocalDate();
  }

  /** How many days lie between two. */
  static long days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }

  private GoalPage.Rights rights(Caller caller, Goal goal) {
    boolean over = isOver(goal);
    return new GoalPage.Rights(
        !over && access.can(caller, Action.CHANGE_GOAL, goal),
        access.can(caller, Action.DECIDE_GOAL, goal),
        access.can(caller, Action.DECIDE_GOAL, goal) && goal.owner().equals(caller.email()),
        !over && access.can(caller, Action.CHECK_IN, goal),
        goal.invited().contains(caller.member())
            && (goal.state() == State.PROPOSED || goal.state() == State.AGREED),
        access.can(caller, Action.COMMENT, goal),
        access.can(caller, Action.HOLD_REVIEW, goal),
        (goal.state() == State.DRAFT || goal.state() == State.PROPOSED)
            && goal.ownedBy(caller)
            && access.can(caller, Action.CHANGE_GOAL, goal));
  }

  private static boolean isOver(Goal goal) {
    return goal.state() == State.CLOSED || goal.state() == State.WITHDRAWN;
  }

  /** What comes first: an answer that others wait for, then what the stage of the goal asks. */
  private static GoalPage.@Nullable Next next(
      Caller caller, Frame frame, GoalView view, GoalPage.Rights may) {
    Goal goal = view.goal();
    String here = "/goals/" + goal.id();
    boolean bare = view.keyResults().isEmpty();
    boolean waits =
        view.agreements().stream()
            .anyMatch(one -> one.member().equals(caller.email()) && one.answer() == null);
    if (may.answer() && waits && goal.state() == State.PROPOSED) {
      return new GoalPage.Next(frame.t().of("goals.answer.do"), "#answer", false);
    }
    LocalDate review = view.review().next();
    if (may.hold()
        && review != null
        && !review.isAfter(today(frame))
        && (goal.state() == State.RUNNING || goal.state() == State.CLOSED)) {
      return new GoalPage.Next(frame.t().of("goals.review.do"), "#review", false);
    }
    if (bare && may.change()) {
      return new GoalPage.Next(frame.t().of("goals.kr.new"), here + "/key-results/new", false);
    }
    if (mayStart(view, may)) {
      return new GoalPage.Next(frame.t().of("goals.start"), here + "/start", true);
    }
    boolean ended = goal.days().to().isBefore(today(frame));
    if (goal.state() == State.RUNNING && ended && may.decide()) {
      return new GoalPage.Next(frame.t().of("goals.close"), here + "/close", false);
    }
    if (goal.state() == State.RUNNING && may.checkIn() && !bare) {
      return new GoalPage.Next(
          frame.t().of("goals.checkin"),
          "/key-results/" + longestUntold(view).id() + "/check-in",
          false);
    }
    return null;
  }

  /** A draft, or what nobody was asked about, or what they agreed to. */
  static boolean mayStart(GoalView view, GoalPage.Rights may) {
    return may.decide()
        && switch (view.goal().state()) {
          case AGREED -> true;
          case DRAFT, PROPOSED -> view.agreements().isEmpty();
          case RUNNING, CLOSED, WITHDRAWN -> false;
        };
  }

  /** First of all of those that only people can tell. */
  private static KeyResultView longestUntold(GoalView view) {
    Comparator<KeyResultView> toldByPeople =
        Comparator.comparing(k -> k.metric() != null || k.rule().equals("milestones"));
    return view.keyResults().stream()
        .min(
            toldByPeople.thenComparing(
                k ->
                    k.checkIns().stream()
                        .map(CheckIn::on)
                        .max(Comparator.naturalOrder())
                        .orElse(LocalDate.MIN)))
        .orElseThrow();
  }

  private static GoalPage.Other other(GoalPhrases phrases, GoalView.Related goal) {
    return new GoalPage.Other(
        goal.id(),
        goal.statement(),
        goal.state().code(),
        goal.atRisk(),
        phrases.bar(goal.progress()),
        phrases.overall(goal.progress()));
  }

  /** An outcome that nothing in anybody's hands drives asks for a process goal. */
  private @Nullable String wanted(Caller caller, GoalView view) {
    Goal goal = view.goal();
    boolean driven = view.drivenBy().stream().anyMatch(one -> one.state() != State.WITHDRAWN);
    if (goal.kind() != GoalKind.OUTCOME || isOver(goal) || driven) {
      return null;
    }
    if (!access.can(caller, Action.DRAFT_GOAL, null)) {
      return "";
    }
    return "/goals/new?kind=process&drives="
        + goal.id()
        + "&cycle="
        + encoded(goal.cycle())
        + (goal.unit() == null ? "" : "&unit=" + encoded(goal.unit()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static @Nullable ProgressBar distance(Frame frame, GoalView.Milestones marks) {
    if (marks.of() == 0) {
      return null;
    }
    return new ProgressBar(
        (double) marks.done() / marks.of(),
        null,
        null,
        frame.t().of("goals.steps.milestones", marks.done(), marks.of(), marks.toGo()),
        marks.toGo() == 0 ? "good" : "plain");
  }

  private static GoalPage.KeyResult keyResult(
      GoalPhrases phrases, GoalView view, KeyResultView k, Map<UUID, String> measures) {
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
        phrases.change(k),
        phrases.said(k, k.progress()),
        measures.get(k.id()),
        phrases.source(k),
        phrases.later(k),
        risk,
        new OutlookPhrases(phrases).different(k),
        isOver(view.goal()) || k.type().equals("milestone") || k.type().equals("binary")
            ? null
            : OutlookPages.form(k),
        new OutlookPhrases(phrases).of(k, view.goal()),
        new KeyResultChart(phrases).of(k, view.goal().days().from()));
  }

  private static List<Fact> facts(Frame frame, Goal goal, GoalNames names) {
    List<Fact> facts = new ArrayList<>();
    fact(frame, facts, "owner", names.member(goal.owner()));
    fact(frame, facts, "unit", goal.unit() == null ? null : names.unit(goal.unit()));
    fact(frame, facts, "person", goal.person() == null ? null : names.member(goal.person()));
    fact(frame, facts, "cycle", cycle(frame, goal, names));
    fact(frame, facts, "area", goal.area() == null ? null : names.area(goal.area()));
    return facts;
  }

  /** "Quarter 3, 1 Jul to 30 Sep 2026: 12 days left". */
  private static String cycle(Frame frame, Goal goal, GoalNames names) {
    LocalDate today = today(frame);
    String days = frame.w().period(goal.days().from(), goal.days().to());
    String name = names.cycle(goal.cycle());
    String named = name.equals(days) ? name : frame.t().of("goals.cycle.named", name, days);
    if (isOver(goal)) {
      return named;
    }
    String key =
        today.isBefore(goal.days().from())
            ? "goals.days.until"
            : today.isAfter(goal.days().to()) ? "goals.days.over" : "goals.days.left";
    long count =
        switch (key) {
          case "goals.days.until" -> ChronoUnit.DAYS.between(today, goal.days().from());
          case "goals.days.over" -> ChronoUnit.DAYS.between(goal.days().to(), today);
          default -> ChronoUnit.DAYS.between(today, goal.days().to());
        };
    return frame.t().of("goals.cycle.days", named, frame.t().of(key, count));
  }

  private static void fact(Frame frame, List<Fact> facts, String key, @Nullable String says) {
    if (says != null) {
      facts.add(new Fact(frame.t().of("goals.field." + key), says));
    }
  }
}
