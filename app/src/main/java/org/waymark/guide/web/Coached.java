package org.waymark.guide.web;

import java.util.List;

/**
 * What the coach says of a text.
 *
 * @param counted how many sentences it has, in words; empty without a text
 * @param many whether those are more than two
 * @param findings what a judge of the goal would miss
 */
public record Coached(String counted, boolean many, List<Finding> findings) {

  /**
   * One finding.
   *
   * @param before the words before those that are meant, shortened
   * @param marked the words that are meant; empty where the whole is
   * @param after the words after them, shortened
   */
  public record Finding(
      boolean warning, String before, String marked, String after, String reason, String offer) {}
}
