package org.waymark.intake.web;

import java.util.List;
import org.waymark.intake.Previews;
import org.waymark.intake.Uploads;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * A first file as it is understood, with what has to be asked about it.
 *
 * @param form the answers so far
 * @param feeds the metrics that its first lines tell something of
 */
public record FirstFilePage(
    Uploads.Waiting file,
    Previews.Preview preview,
    PreviewTable table,
    Form form,
    List<Option> kinds,
    List<Question> questions,
    List<Feed> feeds) {

  /**
   * One thing the file does not tell.
   *
   * @param columns the columns it is about, in words
   */
  public record Question(String about, List<Option> choices, String columns) {}

  /** A metric that these lines tell something of. */
  public record Feed(String label, String definition, long lines) {}

  /** What is wrong with the mapping although every question is answered. */
  public boolean stuck() {
    return preview.accepted() == 0 && !asks();
  }

  /** Whether an answer is needed before anything can be understood. */
  public boolean asks() {
    return questions.stream()
        .anyMatch(
            question ->
                switch (question.about()) {
                  case "order", "month", "when" -> form.text(question.about()).isEmpty();
                  default -> false;
                });
  }
}
