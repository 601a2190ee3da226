package org.waymark.measure.metric;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;

/** What is added up over the population. */
public sealed interface Measure {

  /**
   * The time from one instant to a later one; what has not got there yet is open, not left out.
   *
   * @param clock by business hours, items for which nobody has said when anybody works are left out
   */
  record Duration(Instants from, Instants to, ClockKind clock) implements Measure {
    /** By the calendar. */
    public Duration(Instants from, Instants to) {
      this(from, to, ClockKind.CALENDAR);
    }

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

  /**
   * How many of the population a condition holds for, per so many of something else, both by the
   * day of their start.
   *
   * @param per 1 to 1,000,000
   */
  record Rate(Condition of, int per, Over over) implements Measure {
    public Rate {
      if (per < 1 || per > 1_000_000) {
        throw new IllegalArgumentException("a rate is per 1 to 1,000,000");
      }
    }
  }

  /**
   * What a rate is of.
   *
   * @param kinds at least one
   * @param customers whether their customers are counted, each once, instead of the items; see
   *     {@link Distinct}
   */
  record Over(Set<Kind> kinds, Condition where, boolean customers) {
    public Over {
      kinds = Set.copyOf(kinds);
      if (kinds.isEmpty() || kinds.contains(Kind.TALLY)) {
        throw new IllegalArgumentException("a rate is over kinds of interaction, not over tallies");
      }
    }
  }

  /**
   * Of what was finished, the share that was reopened within a time of its finish. What is open
   * again had been finished: it counts on the day it was reopened. What was finished again after it
   * was reopened counts as reopened, for its first finish is no longer told.
   */
  record Reopened(java.time.Duration within) implements Measure {
    public Reopened {
      positive(within);
    }
  }

  /**
   * Of what was finished for a customer, the share that needed one contact, was not reopened, and
   * after which the customer did not begin another of the same topic within a time. What was
   * finished and is open again counts on the day it was reopened.
   */
  record FirstContact(java.time.Duration within) implements Measure {
    public FirstContact {
      positive(within);
    }
  }

  /**
   * Of some survey answers, the share after which a case about them was begun and responded to
   * within a time of the answer.
   */
  record FollowedUp(java.time.Duration within) implements Measure {
    public FollowedUp {
      positive(within);
    }
  }

  /**
   * How many different customers have something in the period: a subscription that was in force in
   * it, anything else that started in it.
   */
  record Distinct() implements Measure {}

  /**
   * Of the customers with a subscription in force at the start of the period, the share with none
   * in force at its end. In force at a midnight is what started before it and did not finish before
   * it.
   */
  record Churn() implements Measure {}

  /** A hundred less the {@link Churn}. */
  record Retention() implements Measure {}

  /**
   * Of the customers with something in the time before the period, the share with something in the
   * period again.
   *
   * @param before how long the time before is; null for as long as the period itself
   */
  record Repeat(java.time.@Nullable Period before) implements Measure {
    private static final java.time.Period LONGEST = java.time.Period.ofYears(10);

    public Repeat {
      LocalDate day = LocalDate.EPOCH;
      if (before != null
          && (before.isNegative()
              || before.isZero()
              || day.plus(before).isAfter(day.plus(LONGEST)))) {
        throw new IllegalArgumentException("the time before is a day to ten years long");
      }
    }

    /** The one whose time before is as long as the period itself. */
    public static Repeat afterAsLong() {
      return new Repeat(null);
    }

    /**
     * The first day of the time before a period; its last is the day before the period begins.
     * Whole months of the calendar follow as many whole months, everything else as many days.
     */
    public LocalDate since(LocalDate from, LocalDate to) {
      if (before != null) {
        return from.minus(before);
      }
      LocalDate next = to.plusDays(1);
      return from.getDayOfMonth() == 1 && next.getDayOfMonth() == 1
          ? from.minusMonths(ChronoUnit.MONTHS.between(from, next))
          : from.minusDays(ChronoUnit.DAYS.between(from, next));
    }
  }

  /**
   * Whether a number of a period has to be made from the interactions of that period and around it,
   * customer by customer: what single days add up to would count customers twice.
   */
  default boolean acrossDays() {
    return switch (this) {
      case Distinct _, Churn _, Retention _, Repeat _, FirstContact _, FollowedUp _ -> true;
      case Rate rate -> rate.over().customers();
      case Duration _, Share _, Nps _, Mean _, Count _, Sum _, OnTime _, Reopened _ -> false;
    };
  }

  /**
   * Whether the number depends on how long its period is, so that weeks and months cannot be
   * compared: what adds up, and what is told of customers from one end of a period to the other.
   */
  default boolean growsWithDays() {
    return switch (this) {
      case Count _, Sum _, Distinct _, Churn _, Retention _, Repeat _ -> true;
      case Rate rate -> rate.over().customers();
      case Duration _, Share _, Nps _, Mean _, OnTime _, Reopened _, FirstContact _, FollowedUp _ ->
          false;
    };
  }

  /**
   * How long after the end of a period its number may still move without anything arriving late;
   * null when it never does.
   */
  default java.time.@Nullable Duration settlesAfter() {
    return switch (this) {
      case Reopened reopened -> reopened.within();
      case FirstContact first -> first.within();
      case FollowedUp followed -> followed.within();
      case Churn _, Retention _, Repeat _ -> java.time.Duration.ZERO;
      case Duration _, Share _, Nps _, Mean _, Count _, Sum _, OnTime _, Rate _, Distinct _ -> null;
    };
  }

  /** The only instant it can be anchored at; null when the definition chooses. */
  default @Nullable Instants anchor() {
    return switch (this) {
      case OnTime _ -> Instants.DUE;
      case Duration duration -> duration.from();
      case Reopened _, FirstContact _ -> Instants.FINISHED;
      case Rate _, FollowedUp _, Distinct _, Churn _, Retention _, Repeat _ -> Instants.STARTED;
      case Share _, Nps _, Mean _, Count _, Sum _ -> null;
    };
  }

  /** The only kinds of which it can be told; empty when the definition chooses. */
  default Set<Kind> kinds() {
    return switch (this) {
      case Churn _, Retention _ -> Set.of(Kind.SUBSCRIPTION);
      case FollowedUp _ -> Set.of(Kind.SURVEY);
      case Duration _, Share _, Nps _, Mean _, Count _, Sum _, OnTime _ -> Set.of();
      case Rate _, Reopened _, FirstContact _, Distinct _, Repeat _ -> Set.of();
    };
  }

  /**
   * Whether its numbers can be told for each value of a dimension: cohorts are those of repeated
   * purchases, and a rate has only what both its sides carry.
   */
  default boolean canBeCutBy(Dimension dimension) {
    return switch (this) {
      case Repeat _ -> true;
      case Rate _ ->
          !(dimension instanceof Dimension.ByText text && ONE_SIDED.contains(text.field()))
              && !dimension.equals(Dimension.COHORT);
      case Duration _, Share _, Nps _, Mean _, Count _, Sum _, OnTime _, Reopened _ ->
          !dimension.equals(Dimension.COHORT);
      case FirstContact _, FollowedUp _, Distinct _, Churn _, Retention _ ->
          !dimension.equals(Dimension.COHORT);
    };
  }

  /** Words that surveys or cases carry, or that differ by their nature, and orders do not. */
  Set<Field.Text> ONE_SIDED =
      Set.of(
          Field.Word.KIND,
          Field.Word.QUESTION,
          Field.Word.SCALE,
          Field.Word.TOUCHPOINT,
          Field.Word.HANDLED_BY);

  /** Whether its number depends on when people work. */
  default boolean byBusinessHours() {
    return this instanceof Duration duration && duration.clock() == ClockKind.BUSINESS;
  }

  /** Whether a reading of this measure can take survey weights into account. */
  default boolean weighs() {
    return switch (this) {
      case Share _, Nps _, Mean _ -> true;
      case Duration _, Count _, Sum _, OnTime _, Rate _, Reopened _ -> false;
      case FirstContact _, FollowedUp _, Distinct _, Churn _, Retention _, Repeat _ -> false;
    };
  }

  /** Whether numbers that arrive already added up can be pooled into this measure. */
  default boolean acceptsTallies() {
    return switch (this) {
      case Share _, Mean _, Count _, OnTime _ -> true;
      case Nps _, Duration _, Sum _, Rate _, Reopened _ -> false;
      case FirstContact _, FollowedUp _, Distinct _, Churn _, Retention _, Repeat _ -> false;
    };
  }

  /** Whether a statistic can be made of this measure. */
  default boolean supports(Statistic statistic) {
    return switch (this) {
      case Duration d ->
          statistic instanceof Statistic.Quantile
              || statistic instanceof Statistic.Within
              || statistic == Statistic.Plain.MEAN;
      case Nps n -> statistic == Statistic.Plain.SCORE;
      case Mean m -> statistic == Statistic.Plain.MEAN || statistic == Statistic.Plain.TOP_BOX;
      case Count _, Distinct _ -> statistic == Statistic.Plain.COUNT;
      case Sum s -> statistic == Statistic.Plain.SUM;
      case Rate rate -> statistic.equals(new Statistic.Per(rate.per()));
      case Share _, OnTime _, Reopened _, FirstContact _, FollowedUp _ ->
          statistic == Statistic.Plain.SHARE;
      case Churn _, Retention _, Repeat _ -> statistic == Statistic.Plain.SHARE;
    };
  }

  private static void positive(java.time.Duration within) {
    if (within.isNegative()
        || within.isZero()
        || within.compareTo(java.time.Duration.ofDays(3_660)) > 0) {
      throw new IllegalArgumentException("the time is above zero and at most ten years");
    }
  }
}
