package org.waymark.measure.metric;

import org.waymark.measure.fact.Instants;

/** What is added up over the population. */
public sealed interface Measure {

  /** The time from one instant to a later one; what has not got there yet is open, not left out. */
  record Duration(Instants from, Instants to) implements Measure {
    public Duration {
      if (from != Instants.STARTED || (to != Instants.RESPONDED && to != Instants.FINISHED)) {
        throw new IllegalArgumentException(
            "a duration runs from startedAt to respondedAt or finishedAt");
      }
    }
  }

  /** The share of the population for which a condition holds. */
  record Share(Condition of) implements Measure {}

  /** Net promoter score: promoters (9-10) less detractors (0-6), per hundred answers. */
  record Nps() implements Measure {}

  /** Answers on a scale: their mean, and the share in the scale's own top box. */
  record Mean() implements Measure {}

  /** How many there are. */
  record Count() implements Measure {}

  /** The sum of their quantities; an interaction that states none counts as one. */
  record Sum() implements Measure {}

  /** Promises kept: of what had to be finished by now, the share finished by its due instant. */
  record OnTime() implements Measure {}

  /** Whether a reading of this measure can take survey weights into account. */
  default boolean weighs() {
    return switch (this) {
      case Share s -> true;
      case Nps n -> true;
      case Mean m -> true;
      case Duration d -> false;
      case Count c -> false;
      case Sum s -> false;
      case OnTime o -> false;
    };
  }

  /** Whether numbers that arrive already added up can be pooled into this measure. */
  default boolean acceptsTallies() {
    return switch (this) {
      case Share s -> true;
      case Mean m -> true;
      case Count c -> true;
      case OnTime o -> true;
      case Nps n -> false;
      case Duration d -> false;
      case Sum s -> false;
    };
  }

  /** Whether a statistic can be made of this measure. */
  default boolean supports(Statistic statistic) {
    return switch (this) {
      case Duration d ->
          statistic instanceof Statistic.Quantile
              || statistic instanceof Statistic.Within
              || statistic == Statistic.Plain.MEAN;
      case Share s -> statistic == Statistic.Plain.SHARE;
      case Nps n -> statistic == Statistic.Plain.SCORE;
      case Mean m -> statistic == Statistic.Plain.MEAN || statistic == Statistic.Plain.TOP_BOX;
      case Count c -> statistic == Statistic.Plain.COUNT;
      case Sum s -> statistic == Statistic.Plain.SUM;
      case OnTime o -> statistic == Statistic.Plain.SHARE;
    };
  }
}
