package org.waymark.guide.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.coach.Advice;
import org.waymark.coach.Finding;
import org.waymark.coach.Severity;
import org.waymark.web.Frame;

/** Says in a person's language what the coach found, with the words it means. */
record CoachPhrases(Frame frame) {
  /** Sentences of a description and of a strategy. */
  static final int MOST = 2;

  /** Letters shown on each side of the words that are meant. */
  private static final int AROUND = 40;

  /**
   * @param advice null where only sentences are counted
   */
  Coached of(String text, int sentences, @Nullable Advice advice) {
    if (text.isBlank()) {
      return new Coached("", false, List.of());
    }
    return new Coached(
        frame.t().of("guide.sentences", sentences),
        sentences > MOST,
        advice == null
            ? List.of()
            : advice.findings().stream().map(finding -> said(text, finding)).toList());
  }

  private Coached.Finding said(String text, Finding finding) {
    Object[] arguments = finding.arguments().toArray();
    boolean whole = finding.start() == 0 && finding.end() >= text.length();
    String before = text.substring(0, finding.start());
    String after = text.substring(finding.end());
    return new Coached.Finding(
        finding.severity() == Severity.WARNING,
        whole ? "" : before.length() > AROUND ? "…" + tail(before) : before,
        whole ? "" : text.substring(finding.start(), finding.end()),
        whole ? "" : after.length() > AROUND ? head(after) + "…" : after,
        frame.t().of(finding.texts() + ".reason", arguments),
        frame.t().of(finding.texts() + ".offer", arguments));
  }

  private static String tail(String text) {
    return text.substring(text.offsetByCodePoints(text.length(), -AROUND / 2));
  }

  private static String head(String text) {
    return text.substring(0, text.offsetByCodePoints(0, AROUND / 2));
  }
}
