package org.waymark.web;

/**
 * How a figure moved between two periods. The arrow follows the number, the colour follows what
 * people want: a resolution time that falls points down and is good.
 *
 * @param way above zero when the number rose, below when it fell
 * @param verdict whether that is good; unknown when the difference may be chance
 * @param says the difference in words, its meaning included: "−2.1 hours, better"
 */
public record Change(int way, Verdict verdict, String says) {

  /**
   * A change of a metric that has a favourable direction.
   *
   * @param change with its sign, in the metric's unit
   * @param lowerIsBetter whether people want less of it
   * @param sure whether the difference is more than chance
   */
  public static Change of(double change, boolean lowerIsBetter, boolean sure, String says) {
    var way = (int) Math.signum(change);
    var better = lowerIsBetter ? way < 0 : way > 0;
    var verdict = !sure || way == 0 ? Verdict.UNKNOWN : better ? Verdict.GOOD : Verdict.BAD;
    return new Change(way, verdict, says);
  }
}
