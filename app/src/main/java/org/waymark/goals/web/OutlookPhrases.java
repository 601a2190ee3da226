package org.waymark.goals.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Ambition;
import org.waymark.goals.Different;
import org.waymark.goals.Foretold;
import org.waymark.goals.Goal;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.OutlookWords;
import org.waymark.goals.State;
import org.waymark.measure.attainment.Advice;
import org.waymark.measure.attainment.Chance;

/** Says in words how likely a key result is to be reached if nothing changes. */
record OutlookPhrases(GoalPhrases phrases) {

  GoalPage.@Nullable Outlook of(KeyResultView k, Goal goal) {
    Foretold said = k.forecast();
    if (said == null) {
      return null;
    }
    Double chance = said.chance();
    if (chance != null) {
      return known(k, goal, said, chance);
    }
    return said.readings() == 0 && said.state().equals("tooFewReadings")
        ? null
        : new GoalPage.Outlook(null, words().silence(said), List.of(), asks(goal, null));
  }

  private GoalPage.Outlook known(KeyResultView k, Goal goal, Foretold said, double chance) {
    String about = words().odds(chance);
    String percent = phrases.frame().w().share(chance);
    String due = phrases.frame().w().date(k.due());
    Double low = said.low();
    Double high = said.high();
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
                    phrases.frame().w().interval(low, high, GoalPhrases.unit(k)));
    return new GoalPage.Outlook(
        phrases.text("goals.outlook.label." + said.label()),
        says,
        more(k, said),
        asks(goal, chance));
  }

  /** What will be different with its chance, and what history alone reaches one time in three. */
  private List<String> more(KeyResultView k, Foretold said) {
    List<String> more = new ArrayList<>();
    Double then = said.withDifference();
    if (then != null) {
      more.add(
          phrases.text(
              "goals.outlook.planned", words().odds(then), phrases.frame().w().share(then)));
    }
    Double third = said.oneInThree();
    if (third != null) {
      more.add(
          phrases.text(
              "goals.outlook.third", phrases.frame().w().value(third, GoalPhrases.unit(k))));
    }
    return more;
  }

  /** What to ask before a goal runs; afterwards nobody is asked whether they mean it. */
  private List<String> asks(Goal goal, @Nullable Double chance) {
    boolean early =
        goal.state() == State.DRAFT
            || goal.state() == State.PROPOSED
            || goal.state() == State.AGREED;
    if (!early || chance == null) {
      return List.of();
    }
    return Advice.on(new Chance(chance), goal.ambition() == Ambition.COMMITTED).stream()
        .filter(one -> one != Advice.SAY_WHAT_WILL_CHANGE)
        .map(one -> phrases.text("goals.outlook.ask." + one.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** "What will be different: two more people on Mondays"; null where nobody said. */
  @Nullable String different(KeyResultView k) {
    Different said = k.different();
    if (said == null) {
      return null;
    }
    BigDecimal worth = said.worth();
    return worth == null
        ? phrases.text("goals.different.said", said.what())
        : phrases.text(
            "goals.different.said.worth",
            said.what(),
            phrases.frame().w().change(worth.doubleValue(), GoalPhrases.unit(k)).replace("+", ""));
  }

  private String target(KeyResultView k) {
    return k.target() instanceof BigDecimal target ? phrases.target(k, target) : "–";
  }

  private OutlookWords words() {
    return new OutlookWords(phrases.frame());
  }
}
