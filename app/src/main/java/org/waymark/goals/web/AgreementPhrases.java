package org.waymark.goals.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.access.Caller;
import org.waymark.goals.Act;
import org.waymark.goals.Call;
import org.waymark.goals.Comment;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalView;
import org.waymark.goals.Missing;
import org.waymark.goals.State;
import org.waymark.web.Frame;
import org.waymark.web.Option;

/** Says in a person's language who supports a goal, and what is lacking for agreement. */
record AgreementPhrases(Frame frame, GoalNames names) {
  private static final int NAMED = 6;

  /**
   * @param mayDraft whether the reader may write goals
   * @param own codes of the units that the reader belongs to
   */
  AgreementPart of(
      Caller caller,
      GoalView view,
      GoalPage.Rights may,
      boolean mayDraft,
      List<String> own,
      List<Option> members,
      List<Option> units) {
    Goal goal = view.goal();
    List<AgreementPart.Voice> voices =
        view.agreements().stream().map(one -> voice(caller, view, one, may)).toList();
    Act.Agreement mine =
        view.agreements().stream()
            .filter(one -> one.member().equals(caller.email()))
            .findFirst()
            .orElse(null);
    Set<String> asked = new HashSet<>();
    view.agreements().forEach(one -> asked.add(one.member()));
    boolean asking = goal.state() == State.DRAFT || goal.state() == State.PROPOSED;
    GoalView.Decision commitment = view.commitment();
    return new AgreementPart(
        !voices.isEmpty() || commitment != null || asking && may.change(),
        view.agreement().missing().stream().map(this::missing).toList(),
        commitment == null ? null : committed(commitment, !voices.isEmpty()),
        mine == null || mine.answer() == null ? null : voice(caller, view, mine, may),
        may.answer() && mine != null && mine.answer() == null,
        voices,
        members.stream().filter(member -> !asked.contains(member.value())).toList(),
        units,
        view.calls().stream().map(call -> called(goal, call, may, mayDraft, own)).toList(),
        may.change() && goal.person() == null && isBuiltUpon(goal));
  }

  /** "2 of 5 have not answered yet: Priya Nair, Sam Abara." */
  String missing(Missing missing) {
    List<String> who = missing.members().stream().map(names::member).toList();
    return switch (missing.what()) {
      case INVITATIONS -> text("goals.missing.invitations");
      case PROPOSAL -> text("goals.missing.proposal", missing.of());
      case ANSWERS ->
          text("goals.missing.answers", missing.of() - missing.have(), missing.of(), listed(who));
      case SUPPORT -> text("goals.missing.support", who.getFirst(), sentence(missing.reason()));
      case SHARE -> text("goals.missing.share", missing.have(), missing.of());
    };
  }

  /** All of a few; of many the first, and how many more there are. */
  private String listed(List<String> who) {
    String first = String.join(text("goals.and"), who.subList(0, Math.min(who.size(), NAMED)));
    return who.size() <= NAMED ? first : text("goals.and.more", first, who.size() - NAMED);
  }

  private AgreementPart.Committed committed(GoalView.Decision commitment, boolean asked) {
    String who = names.member(commitment.by());
    return new AgreementPart.Committed(
        text(
            commitment.reason() != null && asked ? "goals.committed.against" : "goals.committed",
            who),
        frame.w().machine(commitment.at()),
        frame.w().instant(commitment.at()),
        commitment.reason());
  }

  private AgreementPart.Voice voice(
      Caller caller, GoalView view, Act.Agreement one, GoalPage.Rights may) {
    Goal goal = view.goal();
    Instant at = one.at();
    boolean over = goal.state() == State.CLOSED || goal.state() == State.WITHDRAWN;
    boolean asking = goal.state() == State.PROPOSED || goal.state() == State.AGREED;
    List<String> notes = new ArrayList<>();
    if (one.settled() != null) {
      notes.add(text("goals.answer.settled", frame.w().instant(one.settled())));
    }
    if (one.changedSince() && asking) {
      notes.add(text("goals.answer.before"));
    }
    if (one.left()) {
      notes.add(text("goals.answer.left"));
    }
    String unit = one.unit();
    return new AgreementPart.Voice(
        names.member(one.member()),
        mark(one),
        text("goals.answered." + (one.answer() == null ? "none" : one.answer().code())),
        one.reason(),
        unit == null
            ? text("goals.asked", names.member(one.askedBy()), date(one.askedAt()))
            : text(
                "goals.asked.unit",
                names.member(one.askedBy()),
                date(one.askedAt()),
                names.unit(unit)),
        at == null ? null : frame.w().instant(at),
        at == null ? null : frame.w().machine(at),
        notes,
        one.reason() == null ? null : one.id(),
        one.member().equals(caller.email()),
        one.open() && !over,
        may.change() && one.answer() == null
            ? "/goals/" + goal.id() + "/invitations/" + encoded(one.member()) + "/removal"
            : null,
        replies(view, one));
  }

  private static String mark(Act.Agreement one) {
    Act.Answer answer = one.answer();
    if (answer == null) {
      return "unknown";
    }
    return switch (answer) {
      case AGREE -> "good";
      case CONCERN -> one.open() ? "watch" : "good";
      case CANNOT_SUPPORT -> one.open() ? "bad" : "watch";
    };
  }

  /** The first said first. */
  private List<AgreementPart.Reply> replies(GoalView view, Act.Agreement one) {
    return view.comments().reversed().stream()
        .filter(comment -> comment.answer() != null && comment.answer().equals(one.id()))
        .map(this::reply)
        .toList();
  }

  private AgreementPart.Reply reply(Comment said) {
    return new AgreementPart.Reply(
        names.member(said.by()),
        frame.w().instant(said.at()),
        frame.w().machine(said.at()),
        said.text());
  }

  private AgreementPart.Called called(
      Goal goal, Call call, GoalPage.Rights may, boolean mayDraft, List<String> own) {
    Call.Refusal refusal = call.refusal();
    boolean open = !call.answered() && refusal == null;
    boolean speaks = open && mayDraft && own.contains(call.unit()) && isBuiltUpon(goal);
    String stands = open ? "open" : call.answered() ? "answered" : "refused";
    String here = "/goals/" + goal.id() + "/calls/" + encoded(call.unit());
    return new AgreementPart.Called(
        call.unit(),
        names.unit(call.unit()),
        text("goals.called", names.member(call.by()), date(call.at())),
        call.note(),
        call.proposals().stream()
            .map(
                proposed ->
                    new AgreementPart.Proposed(
                        proposed.id(), proposed.statement(), proposed.state().code()))
            .toList(),
        open ? "unknown" : call.answered() ? "good" : "withdrawn",
        text("goals.call." + stands),
        speaks ? propose(goal, call.unit()) : null,
        may.change() ? here + "/removal" : null,
        refusal == null
            ? null
            : new AgreementPart.Refused(
                text("goals.call.refusal", names.member(refusal.by()), date(refusal.at())),
                refusal.reason()),
        speaks ? here + "/refusal" : null);
  }

  /** Whether units may still propose something under it. */
  private static boolean isBuiltUpon(Goal goal) {
    return goal.state() == State.PROPOSED
        || goal.state() == State.AGREED
        || goal.state() == State.RUNNING;
  }

  /** The form for a goal of this unit under that one. */
  private static String propose(Goal goal, String unit) {
    return "/goals/new?contributesTo="
        + goal.id()
        + "&cycle="
        + encoded(goal.cycle())
        + "&unit="
        + encoded(unit);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String date(Instant at) {
    return frame.w().date(at.atZone(frame.w().zone()).toLocalDate());
  }

  private static String sentence(@Nullable String reason) {
    return reason == null ? "" : reason;
  }

  private String text(String key, Object... arguments) {
    return frame.t().of(key, arguments);
  }
}
