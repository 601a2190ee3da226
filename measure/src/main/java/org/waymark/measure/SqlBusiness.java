package org.waymark.measure;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.clock.BusinessClock;
import org.waymark.measure.clock.Hours;
import org.waymark.measure.fact.FactFile;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.metric.Measure;

/**
 * Writes the statements of durations in business hours. Each item is joined with the schedule its
 * unit had when it started, and each of its two instants with the last stretch of work that began
 * before it, which carries what the clock showed then. ASOF JOIN is DuckDB's; where it is missing,
 * {@code start_us <= t AND t < } the next start says the same, five to ten times as slowly.
 */
final class SqlBusiness {

  /** Stands for items of no unit, and of units that have no hours of their own. */
  private static final int OTHERS = -1;

  private final Plan plan;
  private final FactFiles files;
  private final SqlCompiler plain;
  private final Measure.Duration duration;
  private final @Nullable Long pausedUntil;

  /**
   * @param pausedUntil what {@link #lastPause} answered; null when no item was paused
   */
  SqlBusiness(
      Plan plan,
      FactFiles files,
      SqlCompiler plain,
      Measure.Duration duration,
      @Nullable Long pausedUntil) {
    this.plan = plan;
    this.files = files;
    this.plain = plain;
    this.duration = duration;
    this.pausedUntil = pausedUntil;
  }

  /** Items that finished: day, value, duration, how many; in rising order. */
  Question finished() {
    return begun()
        .add("SELECT day, value, " + clock("ended_us") + " - start_clock AS took, COUNT(*)")
        .add(" FROM begun b ASOF JOIN ticks k")
        .add(" ON b.schedule = k.schedule AND b.ended_us >= k.start_us")
        .add(" WHERE b.ended_us IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3");
  }

  /** Items still open: day, value, source, schedule, clock at the start, how many; in order. */
  Question open() {
    return begun()
        .add("SELECT day, value, source_no, schedule, start_clock, COUNT(*) FROM begun")
        .add(" WHERE ended_us IS NULL GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5");
  }

  /** Items for which nobody has said when anybody works: day, value, how many. */
  Question untimed() {
    return timed()
        .add("SELECT day, value, COUNT(*) FROM timed WHERE schedule IS NULL OR schedule = ")
        .add(Hours.UNKNOWN + " GROUP BY 1, 2");
  }

  /** The last microsecond of any pause of the plan's items; null when there is none. */
  Question lastPause() {
    return chosen()
        .add(
            "SELECT MAX(CAST(split_part(one, ':', 2) AS BIGINT)) FROM"
                + " (SELECT unnest(string_split(pauses, ',')) AS one FROM chosen"
                + " WHERE pauses IS NOT NULL) AS stops");
  }

  /** Items with what their clock showed at the start, put off by what it was paused since. */
  private Question begun() {
    Question sql = timed().add(ticks());
    if (pausedUntil == null) {
      return sql.add(", begun AS (SELECT t.*, " + clock("started_us") + " AS start_clock")
          .add(" FROM timed t ASOF JOIN ticks k")
          .add(" ON t.schedule = k.schedule AND t.started_us >= k.start_us) ");
    }
    return sql.add(paused())
        .add(", begun AS (SELECT t.*, " + clock("started_us"))
        .add(" + CASE WHEN p.us IS NULL THEN 0 ELSE p.us END AS start_clock")
        .add(" FROM timed t LEFT JOIN paused p ON t.key_no = p.key_no ASOF JOIN ticks k")
        .add(" ON t.schedule = k.schedule AND t.started_us >= k.start_us) ");
  }

  /** By key, what its clock ran during its pauses between its start and its end. */
  private String paused() {
    String ended = plan.asOf() == null ? "to_us" : least("to_us", "" + plan.asOfMicros());
    return (", stops AS (SELECT key_no, schedule, started_us, ended_us,"
            + " unnest(string_split(pauses, ',')) AS one FROM timed WHERE pauses IS NOT NULL),"
            + " told AS (SELECT key_no, schedule, started_us, ended_us,"
            + " CAST(split_part(one, ':', 1) AS BIGINT) AS from_us,"
            + " CAST(split_part(one, ':', 2) AS BIGINT) AS to_us FROM stops),"
            + " cut AS (SELECT key_no, schedule,"
            + " CASE WHEN from_us < started_us THEN started_us ELSE from_us END AS from_us,"
            + " CASE WHEN ended_us IS NULL THEN %s ELSE %s END AS to_us FROM told),"
            + " opened AS (SELECT c.*, %s AS from_clock FROM (SELECT * FROM cut WHERE from_us < to_us) c"
            + " ASOF JOIN ticks k ON c.schedule = k.schedule AND c.from_us >= k.start_us),"
            + " paused AS (SELECT key_no, CAST(SUM(%s - from_clock) AS BIGINT) AS us FROM opened o"
            + " ASOF JOIN ticks k ON o.schedule = k.schedule AND o.to_us >= k.start_us GROUP BY 1)")
        .formatted(ended, least("to_us", "ended_us"), clock("from_us"), clock("to_us"));
  }

  private static String least(String one, String other) {
    return "CASE WHEN %s < %s THEN %s ELSE %s END".formatted(one, other, one, other);
  }

  /** The items of the plan, and the schedule of each. */
  private Question timed() {
    return chosen()
        .add(since())
        .add(", timed AS (SELECT c.*, s.schedule FROM chosen c ASOF LEFT JOIN since s")
        .add(" ON c.unit = s.unit AND c.started_us >= s.from_us) ");
  }

  private Question chosen() {
    String to = duration.to().column();
    String ended =
        plan.asOf() == null
            ? to
            : "CASE WHEN " + to + " <= " + plan.asOfMicros() + " THEN " + to + " ELSE NULL END";
    Question sql =
        plain
            .held()
            .add(", chosen AS (SELECT started_day AS day, " + plain.by() + " AS value, source_no")
            .add(", key_no, pauses, started_us, " + ended + " AS ended_us, " + unit() + " AS unit")
            .add(" FROM held WHERE ");
    plain.population(sql, Instants.STARTED);
    return sql.add(") ");
  }

  private String unit() {
    return plan.hours().units().isEmpty()
        ? String.valueOf(OTHERS)
        : "CASE WHEN unit_no IN (%s) THEN unit_no ELSE %d END"
            .formatted(
                new TreeSet<>(plan.hours().units().keySet())
                    .stream().map(Object::toString).collect(Collectors.joining(", ")),
                OTHERS);
  }

  private String since() {
    List<String> rows = new ArrayList<>();
    plan.hours().others().forEach(since -> rows.add(row(OTHERS, since)));
    new TreeMap<>(plan.hours().units())
        .forEach((unit, list) -> list.forEach(since -> rows.add(row(unit, since))));
    return table("since", "unit, from_us, schedule", 3, rows);
  }

  private static String row(int unit, Hours.Since since) {
    return numbers(unit, since.fromUs(), since.schedule());
  }

  private String ticks() {
    LocalDate before = plan.from().minusDays(1); // a local day begins before its UTC date does
    long first = before.toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC) * 1_000_000;
    long last = Math.max(first, latest());
    List<String> rows = new ArrayList<>();
    new TreeMap<>(plan.hours().clocks())
        .forEach(
            (number, clock) -> {
              for (BusinessClock.Tick tick : clock.ticks(first, last)) {
                rows.add(numbers(number, tick.startUs(), tick.endUs(), tick.before()));
              }
            });
    return table("ticks", "schedule, start_us, end_us, before_us", 4, rows);
  }

  /** The latest instant whose clock has to be read. */
  private long latest() {
    long latest = Long.MIN_VALUE;
    for (FactFile file : files.files()) {
      for (Instants instant : List.of(Instants.STARTED, duration.to())) {
        FactFile.Range range = file.ranges().get(instant);
        latest = range == null ? latest : Math.max(latest, range.max());
      }
    }
    return Math.min(
        pausedUntil == null ? latest : Math.max(latest, pausedUntil), plan.asOfMicros());
  }

  /** What the clock of the tick {@code k} shows at an instant. */
  private static String clock(String us) {
    return "(k.before_us + CASE WHEN %s < k.end_us THEN %s ELSE k.end_us END - k.start_us)"
        .formatted(us, us);
  }

  private static String numbers(long... values) {
    List<String> texts = new ArrayList<>();
    for (long value : values) {
      texts.add(Long.toString(value));
    }
    return String.join(", ", texts);
  }

  /** A table of whole numbers, which may have no rows. */
  private static String table(String name, String columns, int width, List<String> rows) {
    String none = String.join(", ", java.util.Collections.nCopies(width, "CAST(NULL AS BIGINT)"));
    List<String> all = new ArrayList<>(List.of(none));
    all.addAll(rows);
    return ", %s AS (SELECT * FROM (VALUES %s) AS v(%s)) "
        .formatted(name, all.stream().collect(Collectors.joining("), (", "(", ")")), columns);
  }
}
