package org.waymark.goals;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says why a running key result is at risk, from what is certain today; how it will end is for a
 * forecast to say, not for a pace. The first reason that holds is given.
 */
final class Risks {
  /** A confidence of so much or less is a call for help. */
  static final int LOW_CONFIDENCE = 3;

  private Risks() {}

  /**
   * @param confidence the last one that was reported
   */
  static Optional<String> of(
      ProgressView progress, LocalDate due, @Nullable Integer confidence, LocalDate today) {
    if (due.isBefore(today) && Boolean.FALSE.equals(progress.met())) {
      return Optional.of("past-due");
    }
    if (confidence != null && confidence <= LOW_CONFIDENCE) {
      return Optional.of("low-confidence");
    }
    boolean surelyBehind =
        progress.raw() != null
            && progress.raw() < 0
            && progress.high() != null
            && progress.high() == 0;
    return surelyBehind ? Optional.of("behind-baseline") : Optional.empty();
  }
}
