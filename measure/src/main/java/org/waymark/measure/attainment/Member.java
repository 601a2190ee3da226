package org.waymark.measure.attainment;

import java.util.ArrayList;
import java.util.List;

/**
 * One model of a series: a hidden state of two numbers (a level and how it moves, or a mean and the
 * distance from it) that is read with noise. All variances are relative to one unknown variance,
 * which the filter integrates out.
 *
 * <p>From one period to the next the state (a, b) becomes (a + carry b, keep b), each with noise; a
 * reading is a + seen b + noise. J. Durbin and S. J. Koopman, Time Series Analysis by State Space
 * Methods (2012), 4.3.
 *
 * @param prior how likely it is before anything was read
 * @param noise variance of a reading around the state
 * @param carry share of b that is added to a
 * @param keep share of b that remains
 * @param seen 1 when a reading sees b, else 0
 * @param drift variance added to a each period
 * @param wobble variance added to b each period
 * @param spread variance of b at the first reading
 */
record Member(
    double prior,
    double noise,
    double carry,
    double keep,
    double seen,
    double drift,
    double wobble,
    double spread) {

  /** Six levels, twelve damped trends, four that return to a mean; their priors add up to 1. */
  static final List<Member> GRID = grid();

  private static List<Member> grid() {
    List<Member> grid = new ArrayList<>();
    double[][] levels = {{1, 0}, {1, 0.05}, {1, 0.2}, {1, 0.8}, {1, 4}, {0, 1}};
    for (double[] one : levels) {
      grid.add(level(0.45 / 6, one[0], one[1]));
    }
    double[][] trends = {{1, 0}, {1, 0.2}, {0, 1}};
    double[][] slopes = {{0.15, 0}, {0.4, 0.01}};
    for (double[] one : trends) {
      for (double damping : new double[] {0.85, 0.97}) {
        for (double[] slope : slopes) {
          grid.add(trend(0.35 / 12, one[0], one[1], damping, slope[0], slope[1]));
        }
      }
    }
    for (double persistence : new double[] {0.4, 0.7, 0.9}) {
      grid.add(returning(0.20 / 4, 0, persistence));
    }
    grid.add(returning(0.20 / 4, 0.5, 0.8));
    return List.copyOf(grid);
  }

  /** A level that wanders. */
  private static Member level(double prior, double noise, double drift) {
    return new Member(prior, noise, 0, 0, 0, drift, 0, 0);
  }

  /** A level with a slope that dies away. */
  private static Member trend(
      double prior, double noise, double drift, double damping, double first, double wobble) {
    double size = 0.5 * noise + drift;
    return new Member(
        prior, noise, damping, damping, 0, drift, wobble * size, first * first * size);
  }

  /** A fixed mean and a distance from it that dies away and is renewed. */
  private static Member returning(double prior, double noise, double persistence) {
    double spread = 1 / (1 - persistence * persistence);
    return new Member(prior, noise, 0, persistence, 1, 0, 1, spread);
  }
}
