package org.waymark.measurement;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.measure.Cell;
import org.waymark.measure.TallyCodec;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.platform.Json;
import org.waymark.platform.Tenancy;

/** The stored results of whole periods of the bound workspace. */
@Component
class PeriodTable {
  /** Days that most readers ask about end today, so results grow old quickly. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** Of a workspace. */
  private static final int MOST = 50_000;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;

  PeriodTable(JdbcClient jdbc, Tenancy tenancy, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /**
   * Where a result is kept.
   *
   * @param slice the slice's name, with how long cohorts are where it is cut by them
   */
  record Place(String key, int version, String slice, Period days) {}

  /**
   * What is kept of one period.
   *
   * @param state the sum of the touches it was made from
   * @param known how far sources were known; see {@link Periods}
   * @param latest the latest microsecond it used; null when it used none
   */
  record Made(long state, String known, @Nullable Long latest, List<Cell> cells) {}

  /** What is stored at these places, in one statement. */
  Map<Place, Made> find(Collection<Place> places) {
    List<Map<String, Object>> questions = new ArrayList<>();
    for (Place place : places) {
      Map<String, Object> question = new LinkedHashMap<>();
      question.put("key", place.key());
      question.put("version", place.version());
      question.put("slice", place.slice());
      question.put("from", place.days().from());
      question.put("to", place.days().to());
      questions.add(question);
    }
    Map<Place, Made> found = new HashMap<>();
    jdbc.sql(
            """
            select r.metric_key, r.metric_version, r.slice, r.from_day, r.to_day, r.state, r.known,
                   r.latest_us, r.value_of, r.tallies
            from jsonb_to_recordset(:wanted::jsonb)
              as w(key text, version int, slice text, "from" date, "to" date)
            join period_result r
              on r.workspace_id = :workspace and r.metric_key = w.key
              and r.metric_version = w.version and r.slice = w.slice
              and r.from_day = w."from" and r.to_day = w."to"
            """)
        .param("wanted", Json.write(questions))
        .param("workspace", tenancy.current())
        .query(
            row -> {
              Period days =
                  new Period(
                      row.getObject("from_day", LocalDate.class),
                      row.getObject("to_day", LocalDate.class));
              found.put(
                  new Place(
                      row.getString("metric_key"),
                      row.getInt("metric_version"),
                      row.getString("slice"),
                      days),
                  made(row, days));
            });
    return found;
  }

  private static Made made(ResultSet row, Period days) throws SQLException {
    Array values = row.getArray("value_of");
    Array tallies = row.getArray("tallies");
    @Nullable String[] words = (@Nullable String[]) values.getArray();
    byte[][] bytes = (byte[][]) tallies.getArray();
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      cells.add(new Cell(days.from(), words[i], TallyCodec.decode(bytes[i])));
    }
    return new Made(
        row.getLong("state"),
        row.getString("known"),
        row.getObject("latest_us", Long.class),
        List.copyOf(cells));
  }

  /** Keeps results, each in the place of what was there; places in ascending order of days. */
  void keep(Map<Place, Made> all) {
    List<Place> places = new ArrayList<>(all.keySet());
    places.sort(
        java.util.Comparator.comparing((Place place) -> place.days().from())
            .thenComparing(place -> place.days().to()));
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    for (Place place : places) {
      Made made = java.util.Objects.requireNonNull(all.get(place));
      jdbc.sql(
              """
              insert into period_result (workspace_id, metric_key, metric_version, slice, from_day, to_day,
                                         state, known, latest_us, kept_at, value_of, tallies)
              values (:workspace, :key, :version, :slice, :from, :to, :state, :known, :latest, :now,
                      :values::text[], :tallies::bytea[])
              on conflict (workspace_id, metric_key, metric_version, slice, from_day, to_day)
              do update set state = excluded.state, known = excluded.known,
                latest_us = excluded.latest_us, kept_at = excluded.kept_at, value_of = excluded.value_of, tallies = excluded.tallies
              where period_result.state <= excluded.state
              """)
          .param("workspace", tenancy.current())
          .param("key", place.key())
          .param("version", place.version())
          .param("slice", place.slice())
          .param("from", place.days().from())
          .param("to", place.days().to())
          .param("state", made.state())
          .param("known", made.known())
          .param("latest", made.latest())
          .param("now", now)
          .param("values", made.cells().stream().map(Cell::value).toArray(String[]::new))
          .param(
              "tallies",
              made.cells().stream()
                  .map(cell -> TallyCodec.encode(cell.tally()))
                  .toArray(byte[][]::new))
          .update();
    }
  }

  /** Drops results of metrics that are gone, old ones, and the oldest of very many. */
  void sweep(List<String> metrics) {
    jdbc.sql(
            """
            delete from period_result
            where workspace_id = :workspace
              and (metric_key <> all (:metrics) or kept_at < :old
                   or kept_at < (select kept_at from period_result where workspace_id = :workspace
                                 order by kept_at desc offset :most limit 1))
            """)
        .param("workspace", tenancy.current())
        .param("metrics", metrics.toArray(String[]::new))
        .param("old", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
        .param("most", MOST)
        .update();
  }

  /** By instant and local day the state of the facts, from the first day on. */
  Map<Instants, TreeMap<LocalDate, Long>> touches(Set<Instants> instants) {
    Map<Instants, TreeMap<LocalDate, Long>> touches = new EnumMap<>(Instants.class);
    instants.forEach(instant -> touches.put(instant, new TreeMap<>()));
    jdbc.sql(
            """
            select anchor, day, touch from touched_day
            where workspace_id = :workspace and anchor = any (:anchors)
            """)
        .param("workspace", tenancy.current())
        .param("anchors", instants.stream().map(Instants::name).toArray(String[]::new))
        .query(
            row -> {
              touches
                  .computeIfAbsent(
                      Instants.valueOf(row.getString("anchor")), first -> new TreeMap<>())
                  .put(row.getObject("day", LocalDate.class), row.getLong("touch"));
            });
    return touches;
  }

  /** The keys of those metrics whose facts have changed since this was last asked. */
  List<String> changed(List<MetricDefinition> metrics) {
    List<Map<String, Object>> questions = new ArrayList<>();
    for (MetricDefinition metric : metrics) {
      questions.add(Map.of("key", metric.key(), "version", metric.version()));
    }
    return jdbc.sql(
            """
            insert into period_announced (workspace_id, metric_key, metric_version, state)
            select :workspace, w.key, w.version, s.state
            from jsonb_to_recordset(:wanted::jsonb) as w(key text, version int),
              (select sum(touch)::bigint as state from touched_day where workspace_id = :workspace) s
            where s.state is not null
            order by w.key
            on conflict (workspace_id, metric_key, metric_version) do update set state = excluded.state
            where period_announced.state < excluded.state
            returning metric_key
            """)
        .param("workspace", tenancy.current())
        .param("wanted", Json.write(questions))
        .query((row, number) -> row.getString("metric_key"))
        .list();
  }
}
