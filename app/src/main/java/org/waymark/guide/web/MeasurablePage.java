package org.waymark.guide.web;

import java.util.List;

/**
 * The third step.
 *
 * @param verdict the word of the judgement
 * @param reasons why, each a sentence
 * @param offers sentences with a number that has data
 * @param smart specific, measurable, achievable, relevant, in time; empty while nothing is written
 */
public record MeasurablePage(
    StepPage at,
    String verdict,
    boolean stands,
    String statement,
    List<String> reasons,
    List<Offer> offers,
    List<Marked> smart) {

  /**
   * One of the five marks.
   *
   * @param state good, watch, or unknown where a text cannot tell
   */
  public record Marked(String name, String state, String reason) {}

  /**
   * A sentence that can be taken over.
   *
   * @param measure how its number is asked for
   * @param basis what the number rests on
   */
  public record Offer(String measure, String sentence, String basis) {}
}
