package org.waymark.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.goals.Repeat;
import org.waymark.goals.ReviewSeries;

/** What a calendar makes of our rules, by a reader that is not ours, is what we mean by them. */
class RuleTest {

  @Test
  void a_calendar_finds_the_same_days_as_we_do() {
    Random random = new Random(31);
    for (int round = 0; round < 600; round++) {
      LocalDate first = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(800));
      Repeat.Unit unit = Repeat.Unit.values()[random.nextInt(3)];
      Repeat every = new Repeat(1 + random.nextInt(unit == Repeat.Unit.D ? 100 : 4), unit);
      ReviewSeries series = new ReviewSeries(first, every);
      List<LocalDate> ours = new ArrayList<>(List.of(first));
      while (ours.size() < 12) {
        ours.add(next(series, ours.getLast()));
      }
      boolean ends = random.nextBoolean();
      LocalDate last = ends ? ours.get(random.nextInt(11)) : null;
      List<LocalDate> theirs = theirs(first, every, last, 12);
      assertThat(theirs)
          .as(series + " until " + last)
          .isEqualTo(ends ? ours.subList(0, ours.indexOf(last) + 1) : ours);
    }
  }

  private static LocalDate next(ReviewSeries series, LocalDate day) {
    LocalDate next = series.after(day);
    assertThat(next).isNotNull();
    return next == null ? day : next;
  }

  private static List<LocalDate> theirs(
      LocalDate first, Repeat every, @Nullable LocalDate last, int most) {
    ContentLines lines =
        new ContentLines()
            .line("BEGIN", "VCALENDAR")
            .line("VERSION", "2.0")
            .line("BEGIN", "VEVENT")
            .day("DTSTART", first);
    String rule = ReviewCalendar.rule(first, every, last);
    if (rule == null) {
      return List.of(first);
    }
    lines.line("RRULE", rule).line("END", "VEVENT").line("END", "VCALENDAR");
    VEvent event = Biweekly.parse(lines.toString()).first().getEvents().getFirst();
    TimeZone here = TimeZone.getDefault();
    DateIterator days = event.getDateIterator(here);
    List<LocalDate> found = new ArrayList<>();
    while (days.hasNext() && found.size() < most) {
      Date day = days.next();
      found.add(LocalDate.ofInstant(day.toInstant(), here.toZoneId()));
    }
    return found;
  }
}
