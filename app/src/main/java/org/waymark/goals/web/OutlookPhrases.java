package org.waymark.goals.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Foretold;
import org.waymark.goals.KeyResultView;

/** Says in words how likely a key result is to be reached if nothing changes. */
record OutlookPhrases(GoalPhrases phrases) {

  /** Chances people have a feeling for: so many in so many. */
  private static final int[][] ODDS = {
    {1, 100}, {1, 50}, {1, 30}, {1, 20}, {1, 15}, {1, 12}, {1, 10}, {1, 8}, {1, 7}, {1, 6}, {1, 5},
    {1, 4}, {1, 3}, {2, 5}, {1, 2}, {3, 5}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 7}, {7, 8}, {9, 10},
    {11, 12}, {14, 15}, {19, 20}, {29, 30}, {49, 50}, {99, 100}
  };

  GoalPage.@Nullable Outlook of(KeyResultView k) {
    Foretold said = k.forecast();
    if (said == null) {
      return null;
    }
    Integer needed = said.needed();
    Double chance = said.chance();
    if (chance != null) {
      return known(k, said, chance);
    }
    if (said.state().equals("tooFarAhead")) {
      return new GoalPage.Outlook(null, phrases.text("goals.outlook.far"), null);
    }
    return said.readings() == 0 || needed == null
        ? null
        : new GoalPage.Outlook(
            null, phrases.text("goals.outlook.few", said.readings(), needed), null);
  }

  private GoalPage.Outlook known(KeyResultView k, Foretold said, double chance) {
    int[] odds = odds(chance);
    String about = phrases.text("goals.outlook.odds", odds[0], odds[1]);
    String percent = phrases.frame().w().share(chance);
    String due = phrases.frame().w().date(k.due());
    Double low = said.low();
    Double high = said.high();
    Double third = said.oneInThree();
    String unit = GoalPhrases.unit(k);
    String says =
        k.rule().equals("kept")
            ? phrases.text("goals.outlook.keep", about, percent, due)
            : low == null || high == null
                ? phrases.text("goals.outlook.count", about, percent, due, target(k))
                : phrases.text(
                    "goals.outlook.reach",
                    about,
                    percent,
                    due,
                    phrases.frame().w().interval(low, high, unit));
    return new GoalPage.Outlook(
        phrases.text("goals.outlook.label." + said.label()),
        says,
        third == null
            ? null
            : phrases.text("goals.outlook.third", phrases.frame().w().value(third, unit)));
  }

  private String target(KeyResultView k) {
    return k.target() instanceof BigDecimal target ? phrases.target(k, target) : "–";
  }

  /** The nearest by log odds, where 1 and 2 percent lie as far apart as 33 and 50. */
  static int[] odds(double chance) {
    int[] nearest = ODDS[0];
    for (int[] odds : ODDS) {
      if (distance(odds, chance) < distance(nearest, chance)) {
        nearest = odds;
      }
    }
    return nearest;
  }

  private static double distance(int[] odds, double chance) {
    double of = (double) odds[0] / odds[1];
    return Math.abs(Math.log(of / (1 - of)) - Math.log(chance / (1 - chance)));
  }
}
