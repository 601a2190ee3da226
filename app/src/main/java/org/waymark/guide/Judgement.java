package org.waymark.guide;

import org.jspecify.annotations.Nullable;
import org.waymark.coach.Advice;

/**
 * Whether a description can be measured, together with the key metric it has or has not.
 *
 * @param advice what the coach finds in the words; null while there are none
 */
public record Judgement(Verdict verdict, @Nullable Advice advice) {

  /** What the coach makes of it. */
  public enum Verdict {
    /** Nothing is written yet. */
    EMPTY,
    /** The words themselves can be measured. */
    MEASURABLE,
    /** A key metric with a target measures what the words mean. */
    BY_KEY_METRIC,
    /** An objective that may inspire and waits for its key metric. */
    INSPIRES,
    NOT_YET,
    /** A person said why it stands nevertheless. */
    OVERRULED,
    /** The words of this language are not known to the coach: people decide. */
    UNREAD
  }

  /** Whether the goal can be published as it is. */
  public boolean stands() {
    return switch (verdict) {
      case MEASURABLE, BY_KEY_METRIC, OVERRULED, UNREAD -> true;
      case EMPTY, INSPIRES, NOT_YET -> false;
    };
  }
}
