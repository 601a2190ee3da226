package org.waymark.measure;

import java.time.Duration;
import org.waymark.measure.fact.Instants;

/**
 * When something was done, as far as a plan knows: at its finish, or, where it is open again, when
 * it was reopened. {@link Population#done} says the same in Java.
 */
final class SqlDone {
  private SqlDone() {}

  /** The local day; null for what has not been done. */
  static String day(Plan plan) {
    return either(plan, Instants.FINISHED.dayColumn(), Instants.REOPENED.dayColumn());
  }

  /** The microsecond; null for what has not been done. */
  static String us(Plan plan) {
    return either(plan, Instants.FINISHED.column(), Instants.REOPENED.column());
  }

  /** 1 for what was reopened, else 0. */
  static String reopened(Plan plan) {
    return "CASE WHEN " + happened(plan, Instants.REOPENED) + " THEN 1 ELSE 0 END";
  }

  /** 1 for what was reopened within a time of its finish, else 0. */
  static String reopenedWithin(Plan plan, Duration within) {
    long micros = Math.multiplyExact(within.toMillis(), 1_000L);
    return "CASE WHEN NOT (%s) THEN 0 WHEN %s AND reopened_us - finished_us > %d THEN 0 ELSE 1 END"
        .formatted(happened(plan, Instants.REOPENED), happened(plan, Instants.FINISHED), micros);
  }

  private static String either(Plan plan, String finished, String reopened) {
    return "CASE WHEN %s THEN %s WHEN %s THEN %s ELSE NULL END"
        .formatted(
            happened(plan, Instants.FINISHED),
            finished,
            happened(plan, Instants.REOPENED),
            reopened);
  }

  /** Whether an instant has come; true or false, never null. */
  static String happened(Plan plan, Instants instant) {
    String column = instant.column();
    return column
        + " IS NOT NULL"
        + (plan.asOf() == null ? "" : " AND " + column + " <= " + plan.asOfMicros());
  }
}
