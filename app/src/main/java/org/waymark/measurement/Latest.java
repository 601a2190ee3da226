package org.waymark.measurement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.FactFile;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;

/**
 * The latest instant that a day's numbers can have used, told by the manifest without opening a
 * file. Never too early; too late only costs a scan.
 */
final class Latest {
  /** More than any zone is away from UTC, in whole days. */
  private static final long ZONES = 1;

  /**
   * Of the items that are filed under one UTC day: the local days their anchors may lie on, and
   * their latest instant.
   */
  private record Reach(LocalDate first, LocalDate last, long latest) {}

  private final List<Reach> reaches;

  private Latest(List<Reach> reaches) {
    this.reaches = reaches;
  }

  static Latest of(MetricDefinition metric, FactFiles files) {
    Map<LocalDate, Reach> byFileDay = new TreeMap<>();
    for (FactFile file : files.files()) {
      for (Instants anchor : metric.instants()) {
        FactFile.Range range = file.ranges().get(anchor);
        long latest = latest(file, used(metric));
        if (range != null && latest != Long.MIN_VALUE) {
          byFileDay.merge(
              file.fileDay(),
              new Reach(
                  day(range.min()).minusDays(ZONES), day(range.max()).plusDays(ZONES), latest),
              Latest::widest);
        }
      }
    }
    return new Latest(List.copyOf(byFileDay.values()));
  }

  /** In microseconds; null when nothing lies on the day. */
  @Nullable Long on(LocalDate day) {
    Long latest = null;
    for (Reach reach : reaches) {
      if (!day.isBefore(reach.first()) && !day.isAfter(reach.last())) {
        latest = latest == null ? reach.latest() : Math.max(latest, reach.latest());
      }
    }
    return latest;
  }

  /**
   * The instants whose lying in the future changes a number. A promise not yet due is held back by
   * its source anyway.
   */
  private static Set<Instants> used(MetricDefinition metric) {
    EnumSet<Instants> used = EnumSet.of(Instants.STARTED, metric.anchor());
    switch (metric.measure()) {
      case Measure.Duration duration -> used.add(duration.to());
      case Measure.OnTime onTime -> {
        used.add(Instants.FINISHED);
        used.remove(Instants.DUE);
      }
      case Measure.Reopened _ -> used.add(Instants.REOPENED);
      case Measure.Share _, Measure.Nps _, Measure.Mean _, Measure.Count _, Measure.Sum _ -> {}
      case Measure.Rate _, Measure.FirstContact _, Measure.FollowedUp _ -> {}
      case Measure.Distinct _, Measure.Churn _, Measure.Retention _, Measure.Repeat _ -> {}
    }
    return used;
  }

  private static long latest(FactFile file, Set<Instants> used) {
    return used.stream()
        .map(file.ranges()::get)
        .filter(java.util.Objects::nonNull)
        .mapToLong(FactFile.Range::max)
        .max()
        .orElse(Long.MIN_VALUE);
  }

  private static Reach widest(Reach one, Reach other) {
    return new Reach(
        one.first().isBefore(other.first()) ? one.first() : other.first(),
        one.last().isAfter(other.last()) ? one.last() : other.last(),
        Math.max(one.latest(), other.latest()));
  }

  private static LocalDate day(long us) {
    return LocalDate.ofEpochDay(Math.floorDiv(us, 86_400_000_000L));
  }
}
