package org.waymark.goals;

import java.util.Arrays;
import java.util.Optional;

/** What a key result asks of its number. The code is the word used in the API. */
public enum KeyResultType {
  /** From the baseline up to the target. */
  INCREASE("increase"),
  /** From the baseline down to the target; lower is better. */
  DECREASE("decrease"),
  /** Stay at or above the target, week after week. */
  KEEP_ABOVE("keep-above"),
  /** Stay at or below the target, week after week. */
  KEEP_BELOW("keep-below"),
  /** Stay between two values, both included, week after week. */
  KEEP_WITHIN("keep-within"),
  /** Reached or not; there is no half of it. */
  THRESHOLD("threshold"),
  /** The weight of the milestones that are done. */
  MILESTONE("milestone"),
  /** Done (1) or not done (0). */
  BINARY("binary"),
  /** Everything counted since the cycle began, against the target. */
  CUMULATIVE("cumulative");

  private final String code;

  KeyResultType(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** Progress is the share of the way from a baseline to the target. */
  public boolean meansChange() {
    return this == INCREASE || this == DECREASE;
  }

  /** Progress is the share of due readings that lie where they should. */
  public boolean keeps() {
    return this == KEEP_ABOVE || this == KEEP_BELOW || this == KEEP_WITHIN;
  }

  /** People say what is done; no metric can. */
  public boolean onlyByHand() {
    return this == MILESTONE || this == BINARY;
  }

  public static Optional<KeyResultType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }
}
