package org.waymark.measure.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The clock that runs only while people work: for each moment, how many microseconds have been
 * worked since its schedule became valid. It never goes back and never runs faster than the
 * calendar; what was worked between two moments is the difference of what it shows. Safe for use by
 * several threads.
 */
public final class BusinessClock {

  private final Schedule schedule;
  private volatile Table table;

  public BusinessClock(Schedule schedule) {
    this.schedule = schedule;
    this.table = table(schedule.from());
  }

  public Schedule schedule() {
    return schedule;
  }

  /**
   * A stretch together with what the clock shows when it begins.
   *
   * @param before microseconds worked until then
   */
  public record Tick(long startUs, long endUs, long before) {}

  /** Stretches up to the end of a local day, and what the clock shows when each begins. */
  private record Table(LocalDate last, long[] start, long[] end, long[] before) {}

  /** What the clock shows at a moment; zero before the schedule is valid. */
  public long at(long us) {
    Table known = reaching(us);
    int place = place(known, us);
    return place < 0
        ? 0
        : known.before[place] + Math.min(us, known.end[place]) - known.start[place];
  }

  /**
   * What is needed to read the clock at any moment between two: the first tick begins no later than
   * the first moment.
   */
  public List<Tick> ticks(long firstUs, long lastUs) {
    Table known = reaching(lastUs);
    List<Tick> ticks = new ArrayList<>();
    ticks.add(new Tick(firstUs, firstUs, at(firstUs)));
    for (int i = Math.max(0, place(known, firstUs)); i < known.start.length; i++) {
      if (known.end[i] > firstUs && known.start[i] <= lastUs) {
        long start = Math.max(firstUs, known.start[i]);
        ticks.add(new Tick(start, known.end[i], known.before[i] + start - known.start[i]));
      }
    }
    return ticks;
  }

  /** The last stretch that begins at or before a moment, or -1. */
  private static int place(Table known, long us) {
    int at = Arrays.binarySearch(known.start, us);
    return at >= 0 ? at : -at - 2;
  }

  /** Grows by whole years, so that it seldom has to. */
  private Table reaching(long us) {
    LocalDate day = schedule.day(us);
    Table known = table;
    if (day.isAfter(known.last)) {
      known = table(LocalDate.of(day.getYear(), 12, 31));
      table = known;
    }
    return known;
  }

  private Table table(LocalDate last) {
    List<Schedule.Worked> all = new ArrayList<>();
    schedule.each(schedule.from(), last, all::add);
    long[] start = new long[all.size()];
    long[] end = new long[all.size()];
    long[] before = new long[all.size()];
    long worked = 0;
    for (int i = 0; i < start.length; i++) {
      start[i] = all.get(i).startUs();
      end[i] = all.get(i).endUs();
      before[i] = worked;
      worked += end[i] - start[i];
    }
    return new Table(last, start, end, before);
  }
}
