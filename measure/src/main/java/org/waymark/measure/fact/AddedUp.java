package org.waymark.measure.fact;

/**
 * What a tally brings: numbers already added up elsewhere, in whole millionths.
 *
 * @param metric key of the metric the numbers belong to
 * @param numerator for a share what was met, for a count the count
 * @param denominator for a share all that counted
 */
public record AddedUp(String metric, long numerator, long denominator) {
  public AddedUp {
    if (numerator < 0 || denominator < 0) {
      throw new IllegalArgumentException("a tally holds no negative numbers");
    }
  }
}
