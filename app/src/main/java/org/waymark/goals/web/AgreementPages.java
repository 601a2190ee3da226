package org.waymark.goals.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Caller;
import org.waymark.goals.Agreements;
import org.waymark.goals.Calls;
import org.waymark.goals.Comment;
import org.waymark.goals.Comments;
import org.waymark.goals.Goals;
import org.waymark.goals.State;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Typed;

/** Asking for support and answering, as forms on a goal's page. */
@Controller
class AgreementPages {
  private final Agreements agreements;
  private final Calls calls;
  private final Comments comments;
  private final Goals goals;
  private final WholeGoal whole;

  AgreementPages(
      Agreements agreements, Calls calls, Comments comments, Goals goals, WholeGoal whole) {
    this.agreements = agreements;
    this.calls = calls;
    this.comments = comments;
    this.goals = goals;
    this.whole = whole;
  }

  /** Whom a form names: members and a unit. */
  static Agreements.Asked asked(Form form) {
    return new Agreements.Asked(filled(form, "invite"), filled(form, "units"));
  }

  private static List<String> filled(Form form, String field) {
    return form.all(field).stream().filter(value -> !value.isBlank()).toList();
  }

  @PostMapping("/goals/{id}/invitations")
  ModelAndView invite(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      agreements.invite(caller, id, asked(form));
      boolean draft = goals.get(caller, id).state() == State.DRAFT;
      return frame.to(at(id), draft ? "goals.said.invited.draft" : "goals.said.invited");
    } catch (InvalidInput refused) {
      return refused(caller, frame, id, form.with(refused));
    }
  }

  @PostMapping("/goals/{id}/invitations/{invited}/removal")
  ModelAndView takeInvitationBack(
      Caller caller, Frame frame, @PathVariable UUID id, @PathVariable String invited) {
    agreements.takeInvitationBack(caller, id, invited);
    return frame.to(at(id), "goals.said.uninvited");
  }

  @PostMapping("/goals/{id}/agreements")
  ModelAndView answer(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      agreements.answer(caller, id, words(form));
      return frame.toUndoable(
          at(id), "/goals/" + id + "/agreements/removal", "goals.said.answered");
    } catch (InvalidInput refused) {
      return refused(caller, frame, id, form.with(refused));
    } catch (Conflict changed) {
      return refused(caller, frame, id, form.with("", frame.t().of("goals.answer.changed")));
    }
  }

  /** What somebody answers, to the goal as they had it before their eyes. */
  static Agreements.Words words(Form form) {
    return new Agreements.Words(
        form.optional("answer"),
        form.optional("reason"),
        new Typed(form).whole("version"),
        new Typed(form).whole("keyResultsVersion"));
  }

  @PostMapping("/goals/{id}/agreements/removal")
  ModelAndView takeAnswerBack(Caller caller, Frame frame, @PathVariable UUID id) {
    agreements.takeAnswerBack(caller, id);
    return frame.to(at(id), "goals.said.unanswered");
  }

  @PostMapping("/goals/{id}/agreements/settlement")
  ModelAndView settle(Caller caller, Frame frame, @PathVariable UUID id) {
    agreements.settle(caller, id);
    return frame.toUndoable(
        at(id), "/goals/" + id + "/agreements/settlement/removal", "goals.said.settled");
  }

  @PostMapping("/goals/{id}/agreements/settlement/removal")
  ModelAndView unsettle(Caller caller, Frame frame, @PathVariable UUID id) {
    agreements.unsettle(caller, id);
    return frame.to(at(id), "goals.said.unsettled");
  }

  /** A reply to what somebody has against the goal. */
  @PostMapping("/goals/{id}/replies")
  ModelAndView reply(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      Comment said =
          comments.add(
              caller,
              id,
              new Comments.Words(form.optional("reply"), new Typed(form).id("answer-id")));
      return frame.toUndoable(
          at(id), "/comments/" + said.id() + "/withdrawal", "goals.said.replied");
    } catch (InvalidInput refused) {
      String reason = refused.errors().getFirst().reason();
      return refused(caller, frame, id, form.with("reply-" + form.text("answer-id"), reason));
    }
  }

  @PostMapping("/goals/{id}/calls")
  ModelAndView call(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      calls.call(
          caller, id, new Calls.CallWords(filled(form, "called"), form.optional("callNote")));
      return frame.to("/goals/" + id + "#calls", "goals.said.called");
    } catch (InvalidInput refused) {
      return refused(caller, frame, id, form.with("called", refused.errors().getFirst().reason()));
    }
  }

  @PostMapping("/goals/{id}/calls/{called}/removal")
  ModelAndView takeCallBack(
      Caller caller, Frame frame, @PathVariable UUID id, @PathVariable("called") String unit) {
    calls.takeBack(caller, id, unit);
    return frame.to("/goals/" + id, "goals.said.uncalled");
  }

  /** A unit says that it proposes nothing; the reason belongs to the field of that unit. */
  @PostMapping("/goals/{id}/calls/{called}/refusal")
  ModelAndView refuse(
      Caller caller,
      Frame frame,
      Form form,
      @PathVariable UUID id,
      @PathVariable("called") String unit) {
    try {
      calls.refuse(caller, id, unit, form.optional("refusal-" + unit));
      return frame.toUndoable(
          "/goals/" + id + "#calls",
          "/goals/" + id + "/calls/" + unit + "/refusal/removal",
          "goals.said.refused");
    } catch (InvalidInput refused) {
      String reason = refused.errors().getFirst().reason();
      return refused(caller, frame, id, form.with("refusal-" + unit, reason));
    }
  }

  @PostMapping("/goals/{id}/calls/{called}/refusal/removal")
  ModelAndView takeRefusalBack(
      Caller caller, Frame frame, @PathVariable UUID id, @PathVariable("called") String unit) {
    calls.takeRefusalBack(caller, id, unit);
    return frame.to("/goals/" + id + "#calls", "goals.said.unrefused");
  }

  private ModelAndView refused(Caller caller, Frame frame, UUID id, Form form) {
    return frame.refused("goals/goal", whole.of(caller, frame, id, form));
  }

  private static String at(UUID id) {
    return "/goals/" + id + "#agreement";
  }
}
