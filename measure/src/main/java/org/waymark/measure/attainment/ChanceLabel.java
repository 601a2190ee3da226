package org.waymark.measure.attainment;

/**
 * How much a target asks of history, in a word: the chance of reaching it if nothing changes. A
 * word, never a verdict: nobody is sorted by it.
 */
public enum ChanceLabel {
  /** Above 80 percent. */
  EASY,
  /** From 50 to 80 percent. */
  REALISTIC,
  /** From 20 to below 50 percent. */
  AMBITIOUS,
  /** From 5 to below 20 percent. */
  BOLD,
  /** Below 5 percent. */
  MOONSHOT,
  /** History does not tell. */
  UNKNOWN;

  /** The label of a target, before anybody commits to it. */
  public static ChanceLabel of(Outlook outlook, Aim aim) {
    return switch (outlook) {
      case Outlook.Known known -> of(known.forecast().chance(aim));
      case Outlook.TooFewReadings few -> UNKNOWN;
      case Outlook.TooFarAhead far -> UNKNOWN;
    };
  }

  public static ChanceLabel of(Chance chance) {
    double raw = chance.raw();
    if (raw > 0.8) {
      return EASY;
    }
    if (raw >= 0.5) {
      return REALISTIC;
    }
    if (raw >= 0.2) {
      return AMBITIOUS;
    }
    return raw >= 0.05 ? BOLD : MOONSHOT;
  }
}
