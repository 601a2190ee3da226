package org.waymark.web;

import org.jspecify.annotations.Nullable;

/**
 * A score from 0 to 1 against what counts as success. Scores already know their direction, so a
 * gauge never has to: half the way down is 0.5 as half the way up is.
 *
 * @param score null while it cannot be told
 * @param success from where on it is a success: 0.7 of a stretch goal, 1 of a committed one
 * @param figure the score as written
 * @param says the verdict in a word or two
 * @param basis what counts as success, in words
 * @param stage the stage of what is still under way: short of success this is no verdict yet, so
 *     the gauge shows the stage instead; null once it is over
 */
public record ScoreGauge(
    @Nullable Double score,
    double success,
    String figure,
    String says,
    String basis,
    @Nullable String stage) {
  /** What a stretch goal is expected to reach. */
  public static final double STRETCH = 0.7;

  /** What a committed goal is expected to reach. */
  public static final double COMMITTED = 1;

  /** Short of success, from this share of it on, a score is worth watching and not yet bad. */
  private static final double NEARLY = 0.6;

  /** Makes up for what addition of shares loses. */
  private static final double HAIR = 1e-9;

  public ScoreGauge {
    if (success <= 0 || success > 1) {
      throw new IllegalArgumentException("success lies above 0 and at most at 1: " + success);
    }
  }

  /** The gauge of something that is over. */
  public ScoreGauge(
      @Nullable Double score, double success, String figure, String says, String basis) {
    this(score, success, figure, says, basis, null);
  }

  /** Whether this score of a goal with that success is good, worth watching, bad or unknown. */
  public static Verdict verdict(@Nullable Double score, double success) {
    if (score == null) {
      return Verdict.UNKNOWN;
    }
    if (score >= success - HAIR) {
      return Verdict.GOOD;
    }
    return score >= success * NEARLY - HAIR ? Verdict.WATCH : Verdict.BAD;
  }

  public Verdict verdict() {
    return verdict(score, success);
  }

  /** What to show beside the score: a verdict, or the stage while there can be none. */
  public String state() {
    return score == null || stage == null || verdict() == Verdict.GOOD ? verdict().word() : stage;
  }

  public String done() {
    return SvgNumber.of(score == null ? 0 : Math.clamp(score, 0, 1) * 100);
  }

  public String successAt() {
    return SvgNumber.of(success * 100);
  }

  public String successWidth() {
    return SvgNumber.of((1 - success) * 100);
  }

  /** The post of success, kept inside the drawing. */
  public String postAt() {
    return SvgNumber.of(Math.min(success * 100, 99.6));
  }
}
