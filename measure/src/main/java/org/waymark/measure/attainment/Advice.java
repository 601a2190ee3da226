package org.waymark.measure.attainment;

import java.util.ArrayList;
import java.util.List;

/** What a chance gives reason to ask before a target is committed to. */
public enum Advice {
  /** Below 50 percent: history alone does not get there, so what will be different? */
  SAY_WHAT_WILL_CHANGE,
  /** Below 5 percent: set out to learn how, before setting out to get there. */
  SET_A_LEARNING_GOAL,
  /** Committed to, and yet less likely than not. */
  COMMITTED_BUT_UNLIKELY,
  /** Meant to stretch, and yet above 80 percent if nothing changes. */
  STRETCH_BUT_EASY;

  /**
   * Everything there is to ask.
   *
   * @param committed true for a target that is promised, false for one that stretches
   */
  public static List<Advice> on(Chance chance, boolean committed) {
    List<Advice> advice = new ArrayList<>();
    boolean unlikely = chance.raw() < 0.5;
    if (unlikely) {
      advice.add(SAY_WHAT_WILL_CHANGE);
    }
    if (ChanceLabel.of(chance) == ChanceLabel.MOONSHOT) {
      advice.add(SET_A_LEARNING_GOAL);
    }
    if (committed && unlikely) {
      advice.add(COMMITTED_BUT_UNLIKELY);
    }
    if (!committed && ChanceLabel.of(chance) == ChanceLabel.EASY) {
      advice.add(STRETCH_BUT_EASY);
    }
    return List.copyOf(advice);
  }
}
