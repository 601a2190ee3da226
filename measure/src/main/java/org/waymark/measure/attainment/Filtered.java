package org.waymark.measure.attainment;

/**
 * A member's state after all readings, and how well it foresaw them.
 *
 * @param a first number of the state
 * @param b second number
 * @param aa relative variance of a
 * @param ab relative covariance
 * @param bb relative variance of b
 * @param surprise sum of squared errors, each over its relative variance
 * @param width sum of the logarithms of those variances
 * @param foreseen how many readings were foreseen: all but the first
 */
record Filtered(
    Member member,
    double a,
    double b,
    double aa,
    double ab,
    double bb,
    double surprise,
    double width,
    int foreseen) {

  /** Degrees of freedom of what nothing was seen of yet, and the standard deviation it expects. */
  private static final double PRIOR_FREEDOM = 1;

  private static final double PRIOR_SPREAD = 0.3;

  /**
   * Runs a member over a series that begins with a reading.
   *
   * @param values scaled readings; what stands at missing ones is not looked at
   * @param rarity for each reading how many times fewer answers it has than usual; 0 for missing
   */
  static Filtered of(Member member, double[] values, double[] rarity) {
    double noise = member.noise() * rarity[0];
    // A mean and a distance: what the first reading sees of both together is certain but for noise.
    double common = member.seen() * member.spread();
    Filtered state =
        new Filtered(member, values[0], 0, noise + common, -common, member.spread(), 0, 0, 0);
    for (int t = 1; t < values.length; t++) {
      state = state.next();
      if (rarity[t] > 0) {
        state = state.corrected(values[t], rarity[t]);
      }
    }
    return state;
  }

  /** A period later. */
  Filtered next() {
    double carry = member.carry();
    double keep = member.keep();
    return new Filtered(
        member,
        a + carry * b,
        keep * b,
        aa + carry * (2 * ab + carry * bb) + member.drift(),
        keep * (ab + carry * bb),
        keep * keep * bb + member.wobble(),
        surprise,
        width,
        foreseen);
  }

  private Filtered corrected(double value, double rarity) {
    double variance = variance(rarity);
    double error = value - mean();
    double gainA = (aa + member.seen() * ab) / variance;
    double gainB = (ab + member.seen() * bb) / variance;
    return new Filtered(
        member,
        a + gainA * error,
        b + gainB * error,
        aa - gainA * gainA * variance,
        ab - gainA * gainB * variance,
        bb - gainB * gainB * variance,
        surprise + error * error / variance,
        width + Math.log(variance),
        foreseen + 1);
  }

  /** A sum of readings to come: its mean and its relative variance. */
  record Sum(double mean, double variance) {}

  /**
   * The sum of the last readings of those to come. What each state adds to it is gathered
   * backwards, from the last reading to the present.
   *
   * @param steps how many are to come
   * @param last how many of them are added up, 1 to {@code steps}
   */
  Sum sum(int steps, int last) {
    double onA = 0;
    double onB = 0;
    double variance = last * member.noise();
    for (int step = steps; step >= 1; step--) {
      if (step > steps - last) {
        onA += 1;
        onB += member.seen();
      }
      variance += onA * onA * member.drift() + onB * onB * member.wobble();
      onB = member.carry() * onA + member.keep() * onB;
    }
    return new Sum(onA * a + onB * b, variance + onA * onA * aa + onB * (2 * onA * ab + onB * bb));
  }

  /** The reading this state expects. */
  double mean() {
    return a + member.seen() * b;
  }

  /** The relative variance of a reading. */
  double variance(double rarity) {
    double seen = member.seen();
    return aa + seen * (2 * ab + seen * bb) + member.noise() * rarity;
  }

  /** Degrees of freedom of what it foresees. */
  double freedom() {
    return foreseen + PRIOR_FREEDOM;
  }

  /** The sum of squares that, over {@link #freedom}, is the variance all others are relative to. */
  double squares() {
    return surprise + PRIOR_FREEDOM * PRIOR_SPREAD * PRIOR_SPREAD;
  }

  /** Logarithm of prior and marginal likelihood together, up to what all members share. */
  double logWeight() {
    return Math.log(member.prior()) - width / 2 - freedom() / 2 * Math.log(squares());
  }
}
