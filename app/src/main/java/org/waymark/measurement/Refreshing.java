package org.waymark.measurement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.intake.Facts;
import org.waymark.measure.Cell;
import org.waymark.measure.Plan;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.Moment;
import org.waymark.measurement.PartialTable.Day;
import org.waymark.measurement.PartialTable.Made;
import org.waymark.platform.Changes;
import org.waymark.platform.Outbox;
import org.waymark.platform.Tenancy;

/**
 * Computes days from the facts and keeps them. Touches are always read before the files: a batch
 * that commits in between makes what is kept stale, never wrong. One at a time per workspace and
 * slice, so that twenty readers of a fresh import compute it once.
 */
@Component
class Refreshing {
  /** Scattered days are computed in at most this many stretches. */
  private static final int MOST_RUNS = 16;

  private final PartialTable table;
  private final Facts facts;
  private final EngineRoom engine;
  private final Tenancy tenancy;
  private final Outbox outbox;
  private final Changes changes;
  private final Keeping keeping;
  private final Map<Turn, ReentrantLock> turns = new ConcurrentHashMap<>();

  Refreshing(
      PartialTable table,
      Facts facts,
      EngineRoom engine,
      Tenancy tenancy,
      Outbox outbox,
      Changes changes,
      Keeping keeping) {
    this.keeping = keeping;
    this.table = table;
    this.facts = facts;
    this.engine = engine;
    this.tenancy = tenancy;
    this.outbox = outbox;
    this.changes = changes;
  }

  /** Which slices are kept for the next question. */
  enum Keep {
    /** The total and each dimension. */
    PLAIN,
    /** Those that were cut for one question as well: it will be asked again and again. */
    ALL
  }

  private record Turn(UUID workspace, String metric, int version, String slice) {}

  /**
   * Computes those of the days that are still stale when its turn comes, and keeps them. A slice
   * that is not kept has no turn to wait for: nobody else would profit.
   *
   * @return what was computed; days that somebody else refreshed meanwhile are not in it
   */
  Map<LocalDate, Made> refresh(Slice slice, NavigableSet<LocalDate> days, Keep keep) {
    if (!slice.plain() && keep == Keep.PLAIN) {
      return compute(slice, stillStale(slice, days));
    }
    ReentrantLock turn =
        turns.computeIfAbsent(
            new Turn(
                tenancy.current(), slice.metric().key(), slice.metric().version(), slice.name()),
            first -> new ReentrantLock());
    turn.lock();
    try {
      Map<LocalDate, Made> made = compute(slice, stillStale(slice, days));
      if (!made.isEmpty()) {
        UUID workspace = tenancy.current();
        keeping.keep(() -> keepNow(workspace, slice, made.values()));
      }
      return made;
    } finally {
      turn.unlock();
    }
  }

  private Map<LocalDate, Long> stillStale(Slice slice, NavigableSet<LocalDate> days) {
    Wanted noCells =
        new Wanted(slice, new Period(days.first(), days.last()), Set.of(), Long.MAX_VALUE);
    Map<LocalDate, Long> touches = new TreeMap<>();
    for (Day day : tenancy.in(tenancy.current(), () -> table.find(List.of(noCells))).days()) {
      if (!day.clean() && days.contains(day.day())) {
        touches.put(day.day(), day.touch());
      }
    }
    return touches;
  }

  private Map<LocalDate, Made> compute(Slice slice, Map<LocalDate, Long> touches) {
    Map<LocalDate, Made> made = new TreeMap<>();
    if (touches.isEmpty()) {
      return made;
    }
    for (Period run : Runs.covering(new TreeSet<>(touches.keySet()), MOST_RUNS)) {
      Source source = source(slice, run);
      Map<LocalDate, List<Cell>> cells = compute(slice, run, source, null);
      Latest latest = Latest.of(slice.metric(), source.files());
      touches.forEach(
          (day, touch) -> {
            if (run.contains(day)) {
              made.put(
                  day, new Made(day, touch, latest.on(day), cells.getOrDefault(day, List.of())));
            }
          });
    }
    return made;
  }

  /** The cells of days as they were known at a moment; never kept. */
  Map<LocalDate, List<Cell>> asOf(Slice slice, NavigableSet<LocalDate> days, long asOf) {
    Map<LocalDate, List<Cell>> cells = new TreeMap<>();
    for (Period run : Runs.covering(days, MOST_RUNS)) {
      cells.putAll(compute(slice, run, source(slice, run), Moment.instant(asOf)));
    }
    return cells;
  }

  /** What the facts of some days are read from. */
  private record Source(FactFiles files, Map<Integer, Long> knownUntil, Set<Long> withdrawn) {}

  private Source source(Slice slice, Period run) {
    return tenancy.in(
        tenancy.current(),
        () ->
            new Source(
                facts.files(slice.metric().instants(), run.from(), run.to()),
                facts.knownUntil(),
                facts.withdrawnImports()));
  }

  private Map<LocalDate, List<Cell>> compute(
      Slice slice, Period run, Source source, @Nullable Instant asOf) {
    Plan plan =
        new Plan(
            slice.metric(),
            run.from(),
            run.to(),
            slice.by(),
            slice.where(),
            asOf,
            source.knownUntil(),
            source.withdrawn(),
            slice.timetable().hours());
    Map<LocalDate, List<Cell>> byDay = new TreeMap<>();
    for (Cell cell : engine.compute(plan, source.files()).cells()) {
      byDay.computeIfAbsent(cell.day(), first -> new ArrayList<>()).add(cell);
    }
    return byDay;
  }

  private void keepNow(UUID workspace, Slice slice, Collection<Made> made) {
    TreeSet<LocalDate> kept = new TreeSet<>(table.keep(slice, made));
    if (slice.total() && !kept.isEmpty()) {
      String key = slice.metric().key();
      outbox.publish(
          MetricMeasured.KIND, key, new MetricMeasured(workspace, key, kept.first(), kept.last()));
      changes.tell(workspace, "metric", key);
    }
  }
}
