package org.waymark.goals;

/** Chances people have a feeling for: so many in so many. */
public record Odds(int times, int of) {
  private static final int[][] FELT = {
    {1, 100}, {1, 50}, {1, 30}, {1, 20}, {1, 15}, {1, 12}, {1, 10}, {1, 8}, {1, 7}, {1, 6}, {1, 5},
    {1, 4}, {1, 3}, {2, 5}, {1, 2}, {3, 5}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 7}, {7, 8}, {9, 10},
    {11, 12}, {14, 15}, {19, 20}, {29, 30}, {49, 50}, {99, 100}
  };

  /**
   * The nearest by log odds, where 1 and 2 percent lie as far apart as 33 and 50.
   *
   * @param chance between 0 and 1
   */
  public static Odds nearest(double chance) {
    int[] nearest = FELT[0];
    for (int[] odds : FELT) {
      if (distance(odds, chance) < distance(nearest, chance)) {
        nearest = odds;
      }
    }
    return new Odds(nearest[0], nearest[1]);
  }

  private static double distance(int[] odds, double chance) {
    double of = (double) odds[0] / odds[1];
    return Math.abs(Math.log(of / (1 - of)) - Math.log(chance / (1 - chance)));
  }
}
