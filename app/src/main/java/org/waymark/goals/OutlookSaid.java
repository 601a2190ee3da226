package org.waymark.goals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Likelihood;

/**
 * How likely a target is, in words, beside the form in which it is being set.
 *
 * @param scale easy to moonshot; absent while there is no chance to tell
 * @param says the chance if nothing changes, or why there is none
 * @param language of what it says; null where that is the person's own
 * @param lacking what something that changes would have to bring; absent where history suffices
 * @param planned the chance with what people say will be different; absent where they said nothing
 *     of what that is worth
 * @param third what history alone reaches one time in three; absent where there is none
 * @param stretch the same as a target to take; absent where it leads nowhere
 * @param asks kind questions about committing to it
 * @param different whether to ask what will be different
 */
public record OutlookSaid(
    @Nullable Likelihood scale,
    String says,
    @Nullable String language,
    @Nullable String lacking,
    @Nullable String planned,
    @Nullable String third,
    @Nullable Stretch stretch,
    List<String> asks,
    boolean different) {

  public OutlookSaid {
    asks = List.copyOf(asks);
  }

  /**
   * A target that stretches.
   *
   * @param typed the value as a person would type it
   * @param label what taking it is called
   */
  public record Stretch(String typed, String label) {}

  /** Only a sentence. */
  static OutlookSaid only(String says) {
    return only(says, null);
  }

  /** Only the reason why a question was refused, which is English for everybody. */
  static OutlookSaid refused(String reason) {
    return only(reason, "en");
  }

  private static OutlookSaid only(String says, @Nullable String language) {
    return new OutlookSaid(null, says, language, null, null, null, null, List.of(), false);
  }
}
