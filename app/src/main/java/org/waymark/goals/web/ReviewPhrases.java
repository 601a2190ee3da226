package org.waymark.goals.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.access.Caller;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalView;
import org.waymark.goals.Repeat;
import org.waymark.goals.Review;
import org.waymark.goals.State;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/** Says in a person's language when a goal is looked at together, and when it was. */
record ReviewPhrases(Frame frame, GoalNames names) {

  /**
   * @param mayHold whether the reader may write down that a review took place
   * @param form what was typed into the page's forms and refused; empty otherwise
   */
  ReviewPart of(
      Caller caller,
      GoalView view,
      LocalDate today,
      boolean mayHold,
      boolean mayChange,
      Form form) {
    Goal goal = view.goal();
    Review review = view.review();
    LocalDate next = review.next();
    boolean dated = goal.state() == State.RUNNING || goal.state() == State.CLOSED;
    boolean due = next != null && !next.isAfter(today) && dated;
    return new ReviewPart(
        says(view, today, due),
        due,
        every(frame, review.every()),
        next,
        form.values().containsKey("everyUnit") ? form : plan(goal),
        mayChange && goal.state() != State.WITHDRAWN && goal.state() != State.CLOSED,
        mayHold
            && (next != null || form.error("reviewNote") != null)
            && goal.state() != State.DRAFT,
        review.held().stream().map(held -> held(caller, held, mayHold, mayChange)).toList());
  }

  private String says(GoalView view, LocalDate today, boolean due) {
    Review review = view.review();
    LocalDate next = review.next();
    if (next == null) {
      return text(review.held().isEmpty() ? "goals.review.none" : "goals.review.done");
    }
    String day = frame.w().date(next);
    if (due) {
      return next.equals(today)
          ? text("goals.review.today", day)
          : text("goals.review.due", day, WholeGoal.days(next, today));
    }
    String key =
        review.chosen()
            ? "goals.review.on"
            : view.start() == null ? "goals.review.written" : "goals.review.usual";
    return next.isBefore(today) || next.equals(today)
        ? text(key + ".plain", day)
        : text(key, day, WholeGoal.days(today, next));
  }

  /** "every 90 days". */
  static @Nullable String every(Frame frame, @Nullable String code) {
    return Repeat.of(code)
        .map(repeat -> frame.t().of("goals.review.every." + repeat.unit().name(), repeat.count()))
        .orElse(null);
  }

  private static Form plan(Goal goal) {
    Repeat every = Repeat.of(goal.reviewEvery()).orElse(null);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("on", goal.reviewOn());
    values.put("everyCount", every == null ? null : every.count());
    values.put("everyUnit", every == null ? "D" : every.unit().name());
    values.put("version", goal.version());
    return Form.of(values);
  }

  private ReviewPart.Held held(
      Caller caller, Review.Held held, boolean mayHold, boolean mayChange) {
    boolean own = held.by().equals(caller.email());
    return new ReviewPart.Held(
        held.id(),
        text("goals.review.held", frame.w().date(held.on()), names.member(held.by())),
        held.note(),
        own && mayHold || mayChange ? "/reviews/" + held.id() + "/removal" : null);
  }

  private String text(String key, Object... arguments) {
    return frame.t().of(key, arguments);
  }
}
