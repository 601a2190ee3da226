package org.waymark.goals.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Goal;
import org.waymark.goals.Goals;
import org.waymark.goals.Review;
import org.waymark.goals.Reviews;
import org.waymark.goals.State;
import org.waymark.platform.Conflict;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Typed;

/** When a goal is looked at together, as forms on its page. */
@Controller
class ReviewPages {
  private final Reviews reviews;
  private final Goals goals;
  private final WholeGoal whole;
  private final Access access;

  ReviewPages(Reviews reviews, Goals goals, WholeGoal whole, Access access) {
    this.reviews = reviews;
    this.goals = goals;
    this.whole = whole;
    this.access = access;
  }

  @PostMapping("/goals/{id}/review")
  ModelAndView plan(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    access.require(caller, Action.CHANGE_GOAL, goals.get(caller, id));
    try {
      Typed typed = new Typed(form);
      reviews.plan(
          caller, id, new Reviews.Plan(typed.day("on"), every(form), typed.whole("version")));
      return frame.to("/goals/" + id + "#review", "goals.said.review");
    } catch (InvalidInput refused) {
      return frame.refused("goals/goal", whole.of(caller, frame, id, form.with(seen(refused))));
    } catch (Conflict lost) {
      Goal theirs = goals.get(caller, id);
      if (theirs.state() == State.WITHDRAWN || theirs.state() == State.CLOSED) {
        throw lost;
      }
      Form again = beside(frame, form, theirs);
      return frame.show("goals/goal", whole.of(caller, frame, id, again), HttpStatus.CONFLICT);
    }
  }

  /** One's own plan once more, with what is settled now beside it. */
  private static Form beside(Frame frame, Form mine, Goal theirs) {
    Map<String, List<String>> values = new LinkedHashMap<>(mine.values());
    values.put("version", List.of(Integer.toString(theirs.version())));
    String day = frame.w().date(theirs.reviewOn());
    String every = ReviewPhrases.every(frame, theirs.reviewEvery());
    String now = every == null ? day : frame.t().of("goals.review.series", day, every);
    return new Form(values, List.of()).with("on", frame.t().of("goals.review.conflict", now));
  }

  /** There are two fields for how often it comes back; a mistake is shown at the first. */
  private static List<FieldError> seen(InvalidInput refused) {
    return refused.errors().stream()
        .map(e -> e.field().equals("every") ? new FieldError("everyCount", e.reason()) : e)
        .toList();
  }

  /** "P90D"; null when it does not come back. */
  private static @Nullable String every(Form form) {
    String count = form.optional("everyCount");
    return count == null ? null : "P" + count + form.text("everyUnit");
  }

  @PostMapping("/goals/{id}/reviews")
  ModelAndView hold(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      Review.Held held =
          reviews.hold(
              caller,
              id,
              new Reviews.Words(null, form.optional("reviewNote"), new Typed(form).day("due")));
      return frame.toUndoable(
          "/goals/" + id + "#review", "/reviews/" + held.id() + "/removal", "goals.said.reviewed");
    } catch (InvalidInput refused) {
      return frame.refused(
          "goals/goal",
          whole.of(
              caller, frame, id, form.with("reviewNote", refused.errors().getFirst().reason())));
    } catch (Conflict held) {
      Form kept = form.with("reviewNote", frame.t().of("goals.review.already"));
      return frame.show("goals/goal", whole.of(caller, frame, id, kept), HttpStatus.CONFLICT);
    }
  }

  @PostMapping("/reviews/{id}/removal")
  ModelAndView takeBack(Caller caller, Frame frame, @PathVariable UUID id) {
    return frame.to("/goals/" + reviews.takeBack(caller, id) + "#review", "goals.said.unreviewed");
  }
}
