package org.waymark.goals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.measurement.Period;

/**
 * Over which days a key result pools its reading: the last complete weeks, four unless it asks
 * otherwise, or the whole cycle so far. Complete weeks hold each weekday equally often, so a Monday
 * is never compared with a weekend.
 */
public sealed interface Span {
  Span FOUR_WEEKS = new Weeks(4);
  Span ONE_WEEK = new Weeks(1);
  Span CYCLE = new Cycle();
  Pattern WEEKS = Pattern.compile("P([1-9][0-9]?)W");

  /** The word in the API: {@code P4W}, {@code P1W}, {@code cycle}. */
  String code();

  /** The last complete weeks. */
  record Weeks(int number) implements Span {
    public Weeks {
      if (number < 1 || number > 53) {
        throw new IllegalArgumentException("1 to 53 weeks");
      }
    }

    @Override
    public String code() {
      return "P" + number + "W";
    }
  }

  /** From the cycle's first day. */
  record Cycle() implements Span {
    @Override
    public String code() {
      return "cycle";
    }
  }

  static Optional<Span> of(String code) {
    if (code.equals("cycle")) {
      return Optional.of(CYCLE);
    }
    Matcher weeks = WEEKS.matcher(code);
    if (!weeks.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(weeks.group(1));
    return number > 53 ? Optional.empty() : Optional.of(new Weeks(number));
  }

  /** So many complete weeks, the last of which ends on the day or before it. */
  static Period completeWeeks(int number, LocalDate until, DayOfWeek weekStart) {
    LocalDate end = until.with(TemporalAdjusters.previousOrSame(weekStart.minus(1)));
    return new Period(end.minusWeeks(number).plusDays(1), end);
  }

  /** Every complete week between two days, both included, in order. */
  static List<Period> weeksWithin(LocalDate from, LocalDate to, DayOfWeek weekStart) {
    List<Period> weeks = new ArrayList<>();
    LocalDate start = from.with(TemporalAdjusters.nextOrSame(weekStart));
    while (!start.plusDays(6).isAfter(to)) {
      weeks.add(new Period(start, start.plusDays(6)));
      start = start.plusWeeks(1);
    }
    return weeks;
  }
}
