package org.waymark.guide;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.access.Caller;
import org.waymark.access.Guarded;
import org.waymark.web.Form;

/**
 * A goal on its way through the ten steps; seen by nobody but its author.
 *
 * @param answers the newest to each step that has one
 * @param turn what became of it last; absent while nothing did
 */
public record Guide(
    UUID id, UUID author, Instant begunAt, Map<GuideStep, Answer> answers, @Nullable Turn turn)
    implements Guarded {

  public Guide {
    answers = Map.copyOf(answers);
  }

  public Answer answer(GuideStep step) {
    return answers.getOrDefault(step, Answer.NONE);
  }

  public boolean answered(GuideStep step) {
    return !answer(step).fields().isEmpty();
  }

  /** Everything that was answered, as one form. */
  public Form form() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    answers.values().forEach(answer -> all.putAll(answer.fields()));
    return new Form(all, List.of());
  }

  /** Whether it is still being written: neither published nor put aside. */
  public boolean open() {
    return turn == null || turn.verb() == Turn.Verb.TAKEN_UP || turn.verb() == Turn.Verb.RESUMED;
  }

  /** The goal it became, also while that is a draft again. */
  public @Nullable UUID goal() {
    return turn == null ? null : turn.goal();
  }

  public Instant changedAt() {
    return answers.values().stream()
        .map(Answer::at)
        .reduce(begunAt, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** The first step that has no answer; the last when all have one. */
  public GuideStep unanswered() {
    for (GuideStep step : GuideStep.values()) {
      if (step != GuideStep.MEASURABLE && !answered(step)) {
        return step;
      }
    }
    return GuideStep.REVIEW;
  }

  @Override
  public boolean visibleTo(Caller caller) {
    return author.equals(caller.member());
  }

  @Override
  public boolean ownedBy(Caller caller) {
    return author.equals(caller.member());
  }
}
