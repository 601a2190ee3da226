package org.waymark.goals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.waymark.workspace.Fields;
import tools.jackson.databind.JsonNode;

/**
 * What will be different from now on, in the words of those who aim for what history alone does not
 * reach.
 *
 * @param worth how far towards the target that takes the number by the due date, above 0, in the
 *     metric's unit; absent where nobody dares to say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Different(String what, @Nullable BigDecimal worth) {
  private static final int LONGEST = 2000;

  /**
   * As somebody writes it down.
   *
   * @param worth a number, or a duration such as "PT4H"
   */
  @Schema(name = "DifferentWords")
  public record Words(@Nullable String what, @Nullable JsonNode worth) {}

  /**
   * Understands what was said; null where nothing was.
   *
   * @param worth what it is worth as it was read; null where that was not said
   */
  static @Nullable Different read(
      Fields fields,
      Different.@Nullable Words words,
      KeyResultType type,
      @Nullable BigDecimal worth) {
    if (words == null) {
      return null;
    }
    String what = Goals.blankToNull(words.what());
    Goals.atMost(fields, "different.what", what, LONGEST);
    if (worth != null && worth.signum() <= 0) {
      fields.refuse("different.worth", "is how far it leads towards the target, so above 0");
    } else if (worth != null && (type == KeyResultType.KEEP_WITHIN || type.onlyByHand())) {
      fields.refuse("different.worth", "there is no one way to the target of a " + type.code());
    } else if (worth != null && what == null) {
      fields.refuse("different.what", "say what it is that is worth this much");
    }
    return what == null ? null : new Different(what, worth);
  }
}
