package org.waymark.coach;

import java.time.Month;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text to judge and what is known around it.
 *
 * @param language of the text
 * @param period the cycle it runs in, null when none is attached
 * @param fiscalYearStart the month in which quarter 1 begins
 * @param control what the team answered, null when not asked yet
 * @param keyResults how many key results it has or is to have; those listed in the text count too
 * @param jargon words that the workspace does not want in goals
 * @param own metrics that the workspace defined itself
 */
public record Statement(
    String text,
    Kind kind,
    Locale language,
    @Nullable Period period,
    Month fiscalYearStart,
    @Nullable Control control,
    int keyResults,
    List<String> jargon,
    List<KnownMetric> own) {

  public Statement {
    jargon = List.copyOf(jargon);
    own = List.copyOf(own);
  }

  /** An English statement with nothing around it but perhaps a cycle. */
  public static Statement of(String text, Kind kind, @Nullable Period period) {
    return new Statement(
        text, kind, Locale.ENGLISH, period, Month.JANUARY, null, 0, List.of(), List.of());
  }
}
