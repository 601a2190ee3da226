package org.waymark.measurement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.intake.Facts;
import org.waymark.measure.Cell;
import org.waymark.measure.PeriodPlan;
import org.waymark.measure.Plan;
import org.waymark.measure.Sight;
import org.waymark.measure.fact.FactFile;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measurement.PeriodTable.Made;
import org.waymark.measurement.PeriodTable.Place;
import org.waymark.platform.Tenancy;

/**
 * The cells of whole periods: what is stored where that is still true, computed from the facts
 * where it is not, all periods of one question in one scan. A stored result is true while nothing
 * has touched the days it looks at, sources are known as far as they were or to its end, and
 * nothing it used lies after the moment asked about.
 */
@Component
class Periods {
  private final PeriodTable table;
  private final Facts facts;
  private final EngineRoom engine;
  private final Keeping keeping;
  private final Tenancy tenancy;
  private final Map<Turn, ReentrantLock> turns = new ConcurrentHashMap<>();

  Periods(PeriodTable table, Facts facts, EngineRoom engine, Keeping keeping, Tenancy tenancy) {
    this.table = table;
    this.facts = facts;
    this.engine = engine;
    this.keeping = keeping;
    this.tenancy = tenancy;
  }

  /**
   * Periods that a question needs.
   *
   * @param cohorts empty unless the slice is cut by them
   * @param asOf microsecond: nothing later counts
   */
  record Asked(Slice slice, List<Period> periods, List<Period> cohorts, long asOf) {
    Place place(Period days) {
      String cohorts =
          this.cohorts.isEmpty()
              ? ""
              : " from " + this.cohorts.getFirst().from() + " by " + this.cohorts.getFirst().days();
      return new Place(
          slice.metric().key(), slice.metric().version(), slice.name() + cohorts, days);
    }

    Sight sight(Period days) {
      return Sight.of(slice.metric(), days.from(), days.to(), !cohorts.isEmpty());
    }
  }

  private record Turn(UUID workspace, String metric, int version, String slice) {}

  /** The cells of everything asked, in the same order. */
  List<List<Cell>> cells(List<Asked> all, ZoneId zone, Refreshing.Keep keep) {
    Map<Asked, Map<Period, List<Cell>>> found = stored(all, zone);
    for (Asked asked : all) {
      Map<Period, List<Cell>> its = Objects.requireNonNull(found.get(asked));
      if (its.size() < asked.periods().size()) {
        boolean kept = asked.slice().plain() || keep == Refreshing.Keep.ALL;
        its.putAll(kept ? inTurn(asked, zone) : computed(asked, missing(asked, its), zone, false));
      }
    }
    List<List<Cell>> answers = new ArrayList<>();
    for (Asked asked : all) {
      Map<Period, List<Cell>> its = Objects.requireNonNull(found.get(asked));
      answers.add(
          asked.periods().stream()
              .flatMap(days -> its.getOrDefault(days, List.of()).stream())
              .toList());
    }
    return answers;
  }

  /** The cells of a question that nobody will ask again. */
  List<Cell> once(Asked asked, ZoneId zone) {
    return computed(asked, asked.periods(), zone, false).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  /** One at a time per workspace and slice, so that many readers of a fresh import compute once. */
  private Map<Period, List<Cell>> inTurn(Asked asked, ZoneId zone) {
    MetricDefinition metric = asked.slice().metric();
    ReentrantLock turn =
        turns.computeIfAbsent(
            new Turn(tenancy.current(), metric.key(), metric.version(), asked.slice().name()),
            first -> new ReentrantLock());
    turn.lock();
    try {
      Map<Period, List<Cell>> its = Objects.requireNonNull(stored(List.of(asked), zone).get(asked));
      its.putAll(computed(asked, missing(asked, its), zone, true));
      return its;
    } finally {
      turn.unlock();
    }
  }

  private static List<Period> missing(Asked asked, Map<Period, List<Cell>> found) {
    return asked.periods().stream().filter(days -> !found.containsKey(days)).toList();
  }

  private Map<Asked, Map<Period, List<Cell>>> stored(List<Asked> all, ZoneId zone) {
    Set<Place> places =
        all.stream()
            .flatMap(asked -> asked.periods().stream().map(asked::place))
            .collect(Collectors.toSet());
    record Held(States states, Map<Place, Made> made, Map<Integer, Long> known) {}
    Held held =
        tenancy.in(
            tenancy.current(), () -> new Held(states(all), table.find(places), facts.knownUntil()));
    Map<Asked, Map<Period, List<Cell>>> found = new HashMap<>();
    for (Asked asked : all) {
      Map<Period, List<Cell>> its = new HashMap<>();
      for (Period days : asked.periods()) {
        Made made = held.made().get(asked.place(days));
        if (made != null
            && made.state() == held.states().of(asked.sight(days))
            && (made.latest() == null || made.latest() <= asked.asOf())
            && made.known().equals(known(asked, days, held.known(), zone))) {
          its.put(days, made.cells());
        }
      }
      found.put(asked, its);
    }
    return found;
  }

  private Map<Period, List<Cell>> computed(
      Asked asked, List<Period> periods, ZoneId zone, boolean kept) {
    if (periods.isEmpty()) {
      return Map.of();
    }
    MetricDefinition metric = asked.slice().metric();
    // Touches before files: a batch that commits in between makes what is kept stale, never wrong.
    States states = tenancy.in(tenancy.current(), () -> states(List.of(asked)));
    Source source = tenancy.in(tenancy.current(), () -> source(asked, periods));
    @Nullable Long latest = latest(metric, source.files());
    boolean told = latest == null || latest <= asked.asOf();
    Plan items =
        new Plan(
            metric,
            periods.getFirst().from(),
            periods.getLast().to(),
            asked.slice().by(),
            asked.slice().where(),
            told ? null : Moment.instant(asked.asOf()),
            capped(source.knownUntil(), asked.asOf()),
            source.withdrawn());
    Map<LocalDate, List<Cell>> byDay = new TreeMap<>();
    List<PeriodPlan.Days> there = days(periods, zone);
    if (!there.isEmpty()
        && asked.cohorts().isEmpty() != Dimension.COHORT.equals(asked.slice().by())) {
      PeriodPlan plan = PeriodPlan.of(items, there, days(asked.cohorts(), zone), zone);
      for (Cell cell : engine.compute(plan, source.files()).cells()) {
        byDay.computeIfAbsent(cell.day(), first -> new ArrayList<>()).add(cell);
      }
    }
    Map<Period, List<Cell>> cells = new LinkedHashMap<>();
    periods.forEach(days -> cells.put(days, byDay.getOrDefault(days.from(), List.of())));
    if (kept && told) {
      Map<Place, Made> made = new LinkedHashMap<>();
      cells.forEach(
          (days, its) ->
              made.put(
                  asked.place(days),
                  new Made(
                      states.of(asked.sight(days)),
                      known(asked, days, source.knownUntil(), zone),
                      latest,
                      its)));
      keeping.keep(() -> table.keep(made));
    }
    return cells;
  }

  /** Those that last: an island that crosses the date line leaves a day out. */
  private static List<PeriodPlan.Days> days(Collection<Period> periods, ZoneId zone) {
    return periods.stream()
        .filter(
            days ->
                days.from().atStartOfDay(zone).isBefore(days.to().plusDays(1).atStartOfDay(zone)))
        .map(days -> new PeriodPlan.Days(days.from(), days.to()))
        .toList();
  }

  /** What the facts of some periods are read from. */
  private record Source(FactFiles files, Map<Integer, Long> knownUntil, Set<Long> withdrawn) {}

  private Source source(Asked asked, List<Period> periods) {
    List<Sight> sights = periods.stream().map(asked::sight).toList();
    LocalDate first = sights.stream().map(Sight::first).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = sights.stream().map(Sight::last).max(LocalDate::compareTo).orElseThrow();
    return new Source(
        facts.files(sights.getFirst().instants(), first, last),
        facts.knownUntil(),
        facts.withdrawnImports());
  }

  private static @Nullable Long latest(MetricDefinition metric, FactFiles files) {
    @Nullable Long latest = null;
    for (FactFile file : files.files()) {
      for (Instants instant : Sight.used(metric)) {
        FactFile.Range range = file.ranges().get(instant);
        if (range != null) {
          latest = latest == null ? range.max() : Math.max(latest, range.max());
        }
      }
    }
    return latest;
  }

  private static Map<Integer, Long> capped(Map<Integer, Long> known, long asOf) {
    Map<Integer, Long> capped = new HashMap<>();
    known.forEach((source, until) -> capped.put(source, Math.min(until, asOf)));
    return capped;
  }

  /**
   * How far sources are known, as far as that can matter to a period: nothing once all of them are
   * known beyond its end and what it waits for after that.
   */
  private static String known(Asked asked, Period days, Map<Integer, Long> known, ZoneId zone) {
    java.time.@Nullable Duration after = asked.slice().metric().measure().settlesAfter();
    long end = Moment.micros(days.to().plusDays(1).atStartOfDay(zone).toInstant());
    long enough = end + (after == null ? 0 : after.toMillis() * 1_000);
    StringBuilder name = new StringBuilder();
    new TreeMap<>(capped(known, asked.asOf()))
        .forEach(
            (source, until) -> {
              if (until < enough) {
                name.append(source).append('=').append(until).append(' ');
              }
            });
    return Names.bounded(name.toString());
  }

  /** The states of the facts by instant, added up from the first day on. */
  private record States(Map<Instants, TreeMap<LocalDate, Long>> until) {
    long of(Sight sight) {
      long sum = 0;
      for (Instants instant : sight.instants()) {
        TreeMap<LocalDate, Long> its = until.getOrDefault(instant, new TreeMap<>());
        sum += upTo(its, sight.last()) - upTo(its, sight.first().minusDays(1));
      }
      return sum;
    }

    private static long upTo(TreeMap<LocalDate, Long> sums, LocalDate day) {
      Map.Entry<LocalDate, Long> entry = sums.floorEntry(day);
      return entry == null ? 0 : entry.getValue();
    }
  }

  private States states(List<Asked> all) {
    EnumSet<Instants> instants = EnumSet.of(Instants.STARTED);
    for (Asked asked : all) {
      asked.periods().stream()
          .limit(1)
          .forEach(days -> instants.addAll(asked.sight(days).instants()));
    }
    Map<Instants, TreeMap<LocalDate, Long>> sums = table.touches(instants);
    for (TreeMap<LocalDate, Long> its : sums.values()) {
      long sum = 0;
      for (Map.Entry<LocalDate, Long> day : its.entrySet()) {
        sum += day.getValue();
        day.setValue(sum);
      }
    }
    return new States(sums);
  }
}
