package org.waymark.intake;

/**
 * The scale a score stands on.
 *
 * @param code {@code nps-0-10}, {@code csat-1-5}, {@code ces-1-7} or {@code custom}
 * @param min lowest score, in millionths
 * @param max highest score, in millionths
 * @param top lowest score that counts as a good one, in millionths
 * @param wholeOnly whether only whole scores exist
 */
record Scale(String code, long min, long max, long top, boolean wholeOnly) {
  static final long ONE = 1_000_000;
  static final Scale NPS = new Scale("nps-0-10", 0, 10 * ONE, 9 * ONE, true);
  static final Scale CSAT = new Scale("csat-1-5", ONE, 5 * ONE, 4 * ONE, true);
  static final Scale CES = new Scale("ces-1-7", ONE, 7 * ONE, 5 * ONE, true);

  Scale {
    if (min >= max || top <= min || top > max) {
      throw new Refused(
          "scale", "needs min < top <= max, for example {\"min\": 1, \"max\": 10, \"top\": 9}");
    }
  }

  static Scale custom(long min, long max, long top) {
    return new Scale("custom", min, max, top, false);
  }

  static Scale named(String code) {
    return switch (code) {
      case "nps-0-10" -> NPS;
      case "csat-1-5" -> CSAT;
      case "ces-1-7" -> CES;
      default ->
          throw new Refused(
              "scale",
              Refused.quote(code)
                  + " is not a scale: use nps-0-10, csat-1-5, ces-1-7 or {\"min\", \"max\", \"top\"}");
    };
  }

  /** Checks that a score in millionths can be given on this scale. */
  void check(long score, String shown) {
    if (wholeOnly && score % ONE != 0) {
      throw new Refused("score", shown + " is not a whole number, which " + code + " asks for");
    }
    if (score < min || score > max) {
      throw new Refused(
          "score",
          shown
              + " is outside "
              + Numbers.shown(min)
              + " to "
              + Numbers.shown(max)
              + (code.equals("custom") ? "" : ", the scale " + code)
              + ": correct the score or name the scale it was given on");
    }
  }
}
