package org.waymark.goals;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a proposal lacks to be agreed.
 *
 * @param members e-mails of whom it is about
 * @param reason why somebody cannot support the goal
 * @param have how many there are of what is counted: answers, or answers that agree
 * @param of how many there would have to be of them, or out of how many
 */
public record Missing(What what, List<String> members, @Nullable String reason, int have, int of) {

  /** Of a hundred answers so many must agree, with a concern or without. */
  static final int SHARE = 80;

  public Missing {
    members = List.copyOf(members);
  }

  /** The things that can be missing. */
  public enum What {
    /** Nobody was invited, so nobody can agree. */
    INVITATIONS,
    /** Whoever was invited has not been asked yet: the goal is a draft. */
    PROPOSAL,
    /** {@code members} have not answered: {@code have} of {@code of} have. */
    ANSWERS,
    /** One member cannot support it, for the {@code reason}, and does not take it as settled. */
    SUPPORT,
    /** All have answered, and {@code have} of {@code of} agree: less than four fifths. */
    SHARE;

    @JsonValue
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What is missing; nothing once a goal is agreed, and of what is over. */
  static List<Missing> of(State state, List<Act.Agreement> agreements) {
    if (state != State.DRAFT && state != State.PROPOSED) {
      return List.of();
    }
    if (agreements.isEmpty()) {
      return List.of(new Missing(What.INVITATIONS, List.of(), null, 0, 0));
    }
    if (state == State.DRAFT) {
      return List.of(
          new Missing(
              What.PROPOSAL,
              agreements.stream().map(Act.Agreement::member).toList(),
              null,
              0,
              agreements.size()));
    }
    List<Missing> missing = new ArrayList<>();
    List<String> silent =
        agreements.stream().filter(one -> one.answer() == null).map(Act.Agreement::member).toList();
    int answered = agreements.size() - silent.size();
    if (!silent.isEmpty()) {
      missing.add(new Missing(What.ANSWERS, silent, null, answered, agreements.size()));
    }
    agreements.stream()
        .filter(Act.Agreement::objects)
        .forEach(
            one ->
                missing.add(new Missing(What.SUPPORT, List.of(one.member()), one.reason(), 0, 0)));
    int agree = (int) agreements.stream().filter(Act.Agreement::agrees).count();
    if (missing.isEmpty() && 100 * agree < SHARE * answered) {
      missing.add(new Missing(What.SHARE, List.of(), null, agree, answered));
    }
    return List.copyOf(missing);
  }
}
