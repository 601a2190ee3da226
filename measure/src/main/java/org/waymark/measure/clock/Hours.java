package org.waymark.measure.clock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which schedule an item is timed by: the one that its unit had when the item started. What a unit
 * is given later never changes what started before.
 *
 * @param clocks by the number of a schedule, its clock; numbers are positive
 * @param units by unit number, which schedule it had since when, in order
 * @param others the same for items of no unit, and of units that are not named
 */
public record Hours(
    Map<Integer, BusinessClock> clocks, Map<Integer, List<Since>> units, List<Since> others) {

  /** Nobody has said when anybody works. */
  public static final Hours NONE = new Hours(Map.of(), Map.of(), List.of());

  /** The number that stands for no schedule. */
  public static final int UNKNOWN = 0;

  public Hours {
    clocks = Map.copyOf(clocks);
    units = Map.copyOf(units);
    others = List.copyOf(others);
    Map<Integer, BusinessClock> known = clocks;
    units.values().forEach(list -> check(list, known));
    check(others, known);
  }

  /**
   * From a microsecond on, until the next one.
   *
   * @param schedule its number, or {@link #UNKNOWN}
   */
  public record Since(long fromUs, int schedule) {}

  /** One schedule for everything, numbered 1. */
  public static Hours of(Schedule schedule) {
    return new Hours(
        Map.of(1, new BusinessClock(schedule)), Map.of(), List.of(new Since(schedule.fromUs(), 1)));
  }

  /** The number of the schedule of an item, or {@link #UNKNOWN}. */
  public int of(@Nullable Integer unit, long startedUs) {
    int schedule = UNKNOWN;
    for (Since since : unit == null ? others : units.getOrDefault(unit, others)) {
      if (since.fromUs() <= startedUs) {
        schedule = since.schedule();
      }
    }
    return schedule;
  }

  /**
   * The clock of a schedule.
   *
   * @throws IllegalArgumentException when there is none with this number
   */
  public BusinessClock clock(int schedule) {
    @Nullable BusinessClock clock = clocks.get(schedule);
    if (clock == null) {
      throw new IllegalArgumentException("there is no schedule " + schedule);
    }
    return clock;
  }

  private static void check(List<Since> list, Map<Integer, BusinessClock> clocks) {
    long before = Long.MIN_VALUE;
    for (Since since : list) {
      if (since.fromUs() < before) {
        throw new IllegalArgumentException("schedules follow each other");
      }
      @Nullable BusinessClock clock = clocks.get(since.schedule());
      if (since.schedule() != UNKNOWN
          && (clock == null || since.fromUs() < clock.schedule().fromUs())) {
        throw new IllegalArgumentException("a schedule is known, and valid when it begins");
      }
      before = since.fromUs();
    }
  }
}
