package org.waymark.today.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Agreements;
import org.waymark.goals.Ask;
import org.waymark.goals.Calls;
import org.waymark.goals.CheckIn;
import org.waymark.goals.CheckInDue;
import org.waymark.goals.CheckIns;
import org.waymark.goals.KeyResults;
import org.waymark.goals.Review;
import org.waymark.goals.Reviews;
import org.waymark.people.Members;
import org.waymark.people.Units;
import org.waymark.platform.Conflict;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.today.Today;
import org.waymark.today.TodayView;
import org.waymark.web.FirstStep;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.HomeNote;
import org.waymark.web.Typed;
import org.waymark.workspace.Cursor;

/** Where a person arrives. A check-in is saved by Enter, and the next one has the focus. */
@Controller
class TodayPages {
  private final Today today;
  private final CheckIns checkIns;
  private final KeyResults keyResults;
  private final Agreements agreements;
  private final Calls calls;
  private final Reviews reviews;
  private final Members members;
  private final Units units;
  private final List<FirstStep> steps;
  private final List<HomeNote> notes;
  private final Access access;

  TodayPages(
      Today today,
      CheckIns checkIns,
      KeyResults keyResults,
      Agreements agreements,
      Calls calls,
      Reviews reviews,
      Members members,
      Units units,
      List<FirstStep> steps,
      List<HomeNote> notes,
      Access access) {
    this.today = today;
    this.checkIns = checkIns;
    this.keyResults = keyResults;
    this.agreements = agreements;
    this.calls = calls;
    this.reviews = reviews;
    this.members = members;
    this.units = units;
    this.steps = steps.stream().sorted(Comparator.comparingInt(FirstStep::order)).toList();
    this.notes = List.copyOf(notes);
    this.access = access;
  }

  /** A page that fetches itself again because something changed has not been looked at. */
  @GetMapping("/")
  ModelAndView today(
      Caller caller,
      Frame frame,
      @RequestHeader(name = "Waymark-Refresh", required = false) @Nullable String refresh) {
    var view = refresh == null ? today.look(caller) : today.view(caller);
    return frame.show("today/today", page(caller, frame, view, "", Form.empty()));
  }

  @PostMapping("/today/key-results/{id}")
  ModelAndView checkIn(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      CheckInDue next = today.next(caller, id);
      CheckIn told = checkIns.record(caller, id, words(form));
      return frame.toUndoable(
          at(next),
          "/today/check-ins/" + told.id() + "/removal",
          "today.said.checkin",
          keyResults.get(caller, id).name());
    } catch (InvalidInput refused) {
      return frame.refused(
          "today/today",
          page(caller, frame, today.view(caller), id + "-", form.with(seen(refused))));
    }
  }

  /** A member's answer to a proposal: a reason where one is needed, and a press. */
  @PostMapping("/today/goals/{id}/agreements")
  ModelAndView answer(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      agreements.answer(
          caller,
          id,
          new Agreements.Words(
              form.optional("answer"),
              form.optional("reason"),
              new Typed(form).whole("version"),
              new Typed(form).whole("keyResultsVersion")));
      return frame.toUndoable(
          "/#asked", "/today/goals/" + id + "/agreements/removal", "today.said.answered");
    } catch (InvalidInput refused) {
      return refused(caller, frame, Ask.What.ANSWER, id, form.with(refused));
    } catch (Conflict changed) {
      return refused(
          caller,
          frame,
          Ask.What.ANSWER,
          id,
          form.with("reason", frame.t().of("goals.answer.changed")));
    }
  }

  @PostMapping("/today/goals/{id}/agreements/removal")
  ModelAndView takeAnswerBack(Caller caller, Frame frame, @PathVariable UUID id) {
    agreements.takeAnswerBack(caller, id);
    return frame.to("/#asked", "today.said.unanswered");
  }

  @PostMapping("/today/goals/{id}/settlement")
  ModelAndView settle(Caller caller, Frame frame, @PathVariable UUID id) {
    agreements.settle(caller, id);
    return frame.toUndoable(
        "/#asked", "/goals/" + id + "/agreements/settlement/removal", "goals.said.settled");
  }

  /** A unit of the member's proposes nothing. */
  @PostMapping("/today/goals/{id}/calls/{called}/refusal")
  ModelAndView refuse(
      Caller caller,
      Frame frame,
      Form form,
      @PathVariable UUID id,
      @PathVariable("called") String unit) {
    try {
      calls.refuse(caller, id, unit, form.optional("reason"));
      return frame.toUndoable(
          "/#asked", "/goals/" + id + "/calls/" + unit + "/refusal/removal", "goals.said.refused");
    } catch (InvalidInput refused) {
      return refused(caller, frame, Ask.What.PROPOSE, id, unit, form.with(refused));
    }
  }

  /** The member has read why a unit proposes nothing. */
  @PostMapping("/today/goals/{id}/calls/{called}/refusal/reading")
  ModelAndView read(
      Caller caller, Frame frame, @PathVariable UUID id, @PathVariable("called") String unit) {
    calls.read(caller, id, unit);
    return frame.to("/#asked");
  }

  @PostMapping("/today/goals/{id}/reviews")
  ModelAndView hold(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      Review.Held held =
          reviews.hold(
              caller,
              id,
              new Reviews.Words(null, form.optional("note"), new Typed(form).day("due")));
      return frame.toUndoable(
          "/#asked", "/reviews/" + held.id() + "/removal", "goals.said.reviewed");
    } catch (InvalidInput refused) {
      return refused(caller, frame, Ask.What.REVIEW, id, form.with(refused));
    } catch (Conflict held) {
      String note = form.text("note");
      String said =
          note.isEmpty()
              ? frame.t().of("today.review.already")
              : frame.t().of("today.review.already.note", note);
      return refused(caller, frame, Ask.What.REVIEW, id, form.with("", said));
    }
  }

  private ModelAndView refused(Caller caller, Frame frame, Ask.What what, UUID goal, Form form) {
    return refused(caller, frame, what, goal, null, form);
  }

  private ModelAndView refused(
      Caller caller, Frame frame, Ask.What what, UUID goal, @Nullable String unit, Form form) {
    return frame.refused(
        "today/today",
        page(caller, frame, today.view(caller), TodayPage.Asked.prefix(what, goal, unit), form));
  }

  @PostMapping("/today/check-ins/{id}/removal")
  ModelAndView takeBack(Caller caller, Frame frame, @PathVariable UUID id) {
    CheckIn back = checkIns.takeBack(caller, id);
    return frame.to(at(today.owed(caller, back.keyResult())), "today.said.taken-back");
  }

  /** The page with the focus where the next value goes. */
  private static String at(@Nullable CheckInDue due) {
    return due == null
        ? "/"
        : "/#" + due.keyResult() + (due.type().equals("binary") ? "-value-1" : "-value");
  }

  private static CheckIns.Words words(Form form) {
    Typed typed = new Typed(form);
    Typed.Share share = typed.share("value");
    return new CheckIns.Words(
        share == null ? typed.value("value") : null,
        share == null ? null : share.numerator(),
        share == null ? null : share.denominator(),
        null,
        form.optional("note"),
        null,
        null);
  }

  /** There is one field for every number. */
  private static List<FieldError> seen(InvalidInput refused) {
    return refused.errors().stream()
        .map(e -> e.field().equals("note") ? e : new FieldError("value", e.reason()))
        .toList();
  }

  /**
   * @param refused the prefix of the form that was; empty when none was
   */
  private TodayPage page(Caller caller, Frame frame, TodayView view, String refused, Form form) {
    Map<String, String> people = new HashMap<>();
    Cursor.everything("members", members::list).stream()
        .filter(member -> !member.name().isBlank())
        .forEach(member -> people.put(member.email(), member.name()));
    Map<String, String> places = new HashMap<>();
    if (view.asked().stream().anyMatch(ask -> ask.unit() != null)) {
      units.tree().all().forEach(unit -> places.put(unit.code(), unit.name()));
    }
    TodayPhrases phrases = new TodayPhrases(frame, people, places);
    List<TodayPage.Group> owed = groups(view.owed(), phrases, refused, form);
    return new TodayPage(
        view,
        view.asked().stream()
            .map(
                ask ->
                    phrases.asked(
                        ask,
                        refused.equals(TodayPage.Asked.prefix(ask.what(), ask.goal(), ask.unit()))
                            ? form
                            : Form.empty(),
                        view.today()))
            .toList(),
        owed,
        refused.isEmpty() ? null : new TodayPage.Wrong(form, refused),
        Stream.concat(
                view.refused().stream().map(phrases::news),
                view.happenings().stream().map(phrases::news))
            .toList(),
        view.goals().stream().map(line -> phrases.line(line, view.today())).toList(),
        new FirstSteps(
            steps.stream()
                .map(
                    step ->
                        new FirstSteps.Step(
                            step.key(),
                            step.address(),
                            access.can(caller, Action.IMPORT, null) ? step.drop() : null,
                            step.done()))
                .toList()),
        notes.stream().flatMap(note -> note.note(caller).stream()).toList(),
        access.can(caller, Action.DRAFT_GOAL, null));
  }

  private static List<TodayPage.Group> groups(
      List<CheckInDue> owed, TodayPhrases phrases, String refused, Form form) {
    Map<UUID, List<TodayPage.Ask>> asks = new LinkedHashMap<>();
    Map<UUID, CheckInDue> goals = new HashMap<>();
    for (CheckInDue due : owed) {
      goals.put(due.goal(), due);
      asks.computeIfAbsent(due.goal(), goal -> new ArrayList<>())
          .add(
              new TodayPage.Ask(
                  due.keyResult(),
                  due.name(),
                  due.type(),
                  due.source(),
                  refused.equals(due.keyResult() + "-") ? form : phrases.first(due),
                  phrases.last(due),
                  due == owed.getFirst()));
    }
    return asks.entrySet().stream()
        .map(
            group -> {
              CheckInDue of = Objects.requireNonNull(goals.get(group.getKey()));
              return new TodayPage.Group(
                  of.goal(), of.statement(), of.kind().code().equals("process"), group.getValue());
            })
        .toList();
  }
}
