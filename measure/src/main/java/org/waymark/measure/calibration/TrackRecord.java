package org.waymark.measure.calibration;

import java.util.List;
import java.util.OptionalDouble;
import org.waymark.measure.attainment.Chance;

/** How right forecasts have been, beside simpler rules, once enough of them have resolved. */
public sealed interface TrackRecord {

  /** With fewer than this even chances twice too sure would go unnoticed more often than not. */
  int NEEDED = 50;

  /**
   * One key result that has closed.
   *
   * @param forecast the chance that was told
   * @param pace what the pace rule said at the same moment
   */
  record Closed(Chance forecast, TrafficLight pace, boolean reached) {}

  /**
   * Not enough to say anything.
   *
   * @param resolved how many have closed
   * @param needed how many are needed
   */
  record TooFew(int resolved, int needed) implements TrackRecord {}

  /**
   * Scores over all that closed.
   *
   * @param baseRate always saying the share that was reached, which nobody knew beforehand
   * @param sureness Spiegelhalter's z, when it can be told
   */
  record Kept(
      int resolved,
      Score forecast,
      Score pace,
      Score baseRate,
      Reliability reliability,
      OptionalDouble sureness)
      implements TrackRecord {}

  /** Both scores of one rule; lower is better. */
  record Score(double brier, double logarithmic) {
    static Score of(List<Resolved> resolved) {
      return new Score(Scores.brier(resolved), Scores.logarithmic(resolved));
    }
  }

  /**
   * The record of all that closed.
   *
   * @param closed one for each key result, so that one with many forecasts does not count for many
   */
  static TrackRecord of(List<Closed> closed) {
    return closed.size() < NEEDED ? new TooFew(closed.size(), NEEDED) : kept(closed);
  }

  private static Kept kept(List<Closed> closed) {
    List<Resolved> forecast =
        closed.stream().map(one -> new Resolved(one.forecast, one.reached)).toList();
    List<Resolved> pace =
        closed.stream().map(one -> new Resolved(one.pace.chance(), one.reached)).toList();
    Chance share = new Chance(Scores.baseRate(forecast));
    List<Resolved> base = closed.stream().map(one -> new Resolved(share, one.reached)).toList();
    return new Kept(
        closed.size(),
        Score.of(forecast),
        Score.of(pace),
        Score.of(base),
        Reliability.of(forecast),
        Scores.spiegelhalter(forecast));
  }
}
