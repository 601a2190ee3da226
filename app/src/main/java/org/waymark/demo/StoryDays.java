package org.waymark.demo;

import java.time.LocalDate;

/**
 * The calendar of the story, told from today, so that it never looks dead: eighteen months end
 * yesterday, and today lies in the middle month of the third quarter of the company's year.
 */
record StoryDays(LocalDate today) {

  /** The first day of which anything is told. */
  LocalDate first() {
    return today.minusMonths(18);
  }

  LocalDate yesterday() {
    return today.minusDays(1);
  }

  /** The first day of the company's year. */
  LocalDate year() {
    return today.withDayOfMonth(1).minusMonths(7);
  }

  LocalDate yearEnd() {
    return year().plusYears(1).minusDays(1);
  }

  /** The first day of a quarter of the year, 1 to 4; the third is running. */
  LocalDate quarter(int number) {
    return year().plusMonths(3L * (number - 1));
  }

  LocalDate quarterEnd(int number) {
    return quarter(number).plusMonths(3).minusDays(1);
  }

  /** When goals of a cycle are looked at together: a week after it has ended. */
  LocalDate review(String cycle) {
    LocalDate end = cycle.equals("year") ? yearEnd() : quarterEnd(cycle.charAt(1) - '0');
    return end.plusDays(7);
  }

  /**
   * The first day of the bad month, in the middle of the second quarter: sales promised five days
   * to everyone while the new cutting table stood still.
   */
  LocalDate badMonth() {
    return quarter(2).plusMonths(1);
  }

  /** From then on sales asks the workshop before it promises a rush order. */
  LocalDate promiseChecks() {
    return badMonth().plusMonths(1);
  }

  /** From then on the fitters call an hour ahead. */
  LocalDate callsAhead() {
    return year().plusMonths(1);
  }

  /** From then on awnings are sold; there are few of them so far. */
  LocalDate awnings() {
    return quarter(3).plusDays(10);
  }

  /** Up to here, not included, the large first files tell; the week after comes in a second one. */
  LocalDate lastWeek() {
    return today.minusDays(7);
  }

  boolean inBadMonth(LocalDate day) {
    return !day.isBefore(badMonth()) && day.isBefore(badMonth().plusMonths(1));
  }
}
