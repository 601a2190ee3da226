package org.waymark.measurement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.measure.Cell;
import org.waymark.measure.TallyCodec;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.platform.Json;
import org.waymark.platform.Tenancy;

/** The stored day results of the bound workspace, and which of them are still true. */
@Component
class PartialTable {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  PartialTable(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /**
   * A day that holds something.
   *
   * @param no which of the wanted it belongs to
   * @param touch the state of the day's facts now
   * @param clean whether what is stored was made from that state
   * @param latest the latest microsecond that the stored cells used; null when not clean or empty
   */
  record Day(int no, LocalDate day, long touch, boolean clean, @Nullable Long latest) {}

  /** The days of everything wanted, and the stored cells of the clean ones. */
  record Found(List<Day> days, Map<Integer, List<Cell>> cells) {}

  /**
   * One statement, however much is wanted. Each day is looked up by its keys ("offset 0" keeps the
   * planner from anything else): what it costs follows from what is wanted, not from what else is
   * stored, and not from how old the planner's statistics are while an import grows the tables.
   */
  Found find(List<Wanted> wanted) {
    List<Map<String, Object>> questions = new ArrayList<>();
    for (int no = 0; no < wanted.size(); no++) {
      questions.add(question(no, wanted.get(no)));
    }
    List<Day> days = new ArrayList<>();
    Map<Integer, List<Cell>> cells = new LinkedHashMap<>();
    jdbc.sql(
            """
            with wanted as (
              select * from jsonb_to_recordset(:wanted::jsonb)
                as w(no int, key text, version int, slice text, anchors text[],
                     "from" date, "to" date, "values" text[])
            )
            select w.no, s.*
            from wanted w
            cross join lateral (
              select t.day, t.touch, d.touch is not null and d.touch = t.touch as clean, d.latest_us, p.slot, p.value, p.tally
              from (
                select day, sum(touch)::bigint as touch from touched_day
                where workspace_id = :workspace and anchor = any (w.anchors) and day between w."from" and w."to"
                group by day offset 0) t
              left join lateral (
                select touch, latest_us from partial_day
                where workspace_id = :workspace and metric_key = w.key and metric_version = w.version
                  and slice = w.slice and day = t.day offset 0) d on true
              left join lateral (
                select slot, value, tally from partial
                where workspace_id = :workspace and metric_key = w.key and metric_version = w.version
                  and slice = w.slice and day = t.day
                  and d.touch = t.touch and coalesce(cardinality(w."values"), 1) > 0
                  and (w."values" is null or value = any (w."values")) offset 0) p on true) s
            order by w.no, s.day, s.slot
            """)
        .param("wanted", Json.write(questions))
        .param("workspace", tenancy.current())
        .query(
            row -> {
              read(row, days, cells);
            });
    return new Found(days, cells);
  }

  private static void read(ResultSet row, List<Day> days, Map<Integer, List<Cell>> cells)
      throws SQLException {
    int no = row.getInt("no");
    LocalDate day = row.getObject("day", LocalDate.class);
    boolean clean = row.getBoolean("clean");
    if (days.isEmpty() || days.getLast().no() != no || !days.getLast().day().equals(day)) {
      Long latest = clean ? row.getObject("latest_us", Long.class) : null;
      days.add(new Day(no, day, row.getLong("touch"), clean, latest));
    }
    byte[] tally = row.getBytes("tally");
    if (clean && tally != null) {
      cells
          .computeIfAbsent(no, first -> new ArrayList<>())
          .add(new Cell(day, row.getString("value"), TallyCodec.decode(tally)));
    }
  }

  private static Map<String, Object> question(int no, Wanted wanted) {
    MetricDefinition metric = wanted.slice().metric();
    Map<String, Object> question = new LinkedHashMap<>();
    question.put("no", no);
    question.put("key", metric.key());
    question.put("version", metric.version());
    question.put("slice", wanted.slice().name());
    question.put("anchors", metric.instants().stream().map(Instants::name).toList());
    question.put("from", wanted.days().from());
    question.put("to", wanted.days().to());
    if (wanted.values() != null) {
      question.put("values", wanted.values());
    }
    return question;
  }

  /** What was computed for one day, and the state of the facts it was computed from. */
  record Made(LocalDate day, long touch, @Nullable Long latest, List<Cell> cells) {}

  /**
   * Keeps days of a slice, unless somebody has meanwhile kept the same or a later state of them.
   * Days in ascending order, so that two writers never wait for each other in a circle.
   *
   * @return the days kept
   */
  Set<LocalDate> keep(Slice slice, Collection<Made> days) {
    List<Made> inOrder = days.stream().sorted(java.util.Comparator.comparing(Made::day)).toList();
    Set<LocalDate> kept = new HashSet<>(keepDays(slice, inOrder));
    jdbc.sql(
            """
            delete from partial
            where workspace_id = :workspace and metric_key = :key and metric_version = :version
              and slice = :slice and day = any (:days::date[])
            """)
        .param("workspace", tenancy.current())
        .param("key", slice.metric().key())
        .param("version", slice.metric().version())
        .param("slice", slice.name())
        .param("days", texts(kept))
        .update();
    insertCells(slice, inOrder.stream().filter(made -> kept.contains(made.day())).toList());
    return kept;
  }

  private List<LocalDate> keepDays(Slice slice, List<Made> inOrder) {
    return jdbc.sql(
            """
            insert into partial_day (workspace_id, metric_key, metric_version, slice, day, touch, latest_us)
            select :workspace, :key, :version, :slice, d.day, d.touch, d.latest
            from unnest(:days::date[], :touches::bigint[], :latest::bigint[]) as d(day, touch, latest)
            order by d.day
            on conflict (workspace_id, metric_key, metric_version, slice, day)
            do update set touch = excluded.touch, latest_us = excluded.latest_us
            where partial_day.touch < excluded.touch
            returning day
            """)
        .param("workspace", tenancy.current())
        .param("key", slice.metric().key())
        .param("version", slice.metric().version())
        .param("slice", slice.name())
        .param("days", texts(inOrder.stream().map(Made::day).toList()))
        .param("touches", inOrder.stream().map(Made::touch).toArray(Long[]::new))
        .param("latest", inOrder.stream().map(Made::latest).toArray(Long[]::new))
        .query((row, number) -> row.getObject("day", LocalDate.class))
        .list();
  }

  private void insertCells(Slice slice, List<Made> days) {
    List<LocalDate> day = new ArrayList<>();
    List<Integer> slot = new ArrayList<>();
    List<@Nullable String> value = new ArrayList<>();
    List<byte[]> tally = new ArrayList<>();
    for (Made made : days) {
      for (int i = 0; i < made.cells().size(); i++) {
        day.add(made.day());
        slot.add(i);
        value.add(made.cells().get(i).value());
        tally.add(TallyCodec.encode(made.cells().get(i).tally()));
      }
    }
    if (day.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into partial (workspace_id, metric_key, metric_version, slice, day, slot, value, tally)
            select :workspace, :key, :version, :slice, c.day, c.slot, c.value, c.tally
            from unnest(:days::date[], :slots::int[], :values::text[], :tallies::bytea[])
              as c(day, slot, value, tally)
            """)
        .param("workspace", tenancy.current())
        .param("key", slice.metric().key())
        .param("version", slice.metric().version())
        .param("slice", slice.name())
        .param("days", texts(day))
        .param("slots", slot.toArray(Integer[]::new))
        .param("values", value.toArray(String[]::new))
        .param("tallies", tally.toArray(byte[][]::new))
        .update();
  }

  /** Dates as the driver can send them in an array. */
  private static String[] texts(Collection<LocalDate> days) {
    return days.stream().map(LocalDate::toString).toArray(String[]::new);
  }

  /** Forgets everything stored; readings compute it again. */
  void forget() {
    jdbc.sql("delete from partial_day where workspace_id = :workspace")
        .param("workspace", tenancy.current())
        .update();
    jdbc.sql("delete from period_result where workspace_id = :workspace")
        .param("workspace", tenancy.current())
        .update();
  }

  /**
   * Forgets what was made by other hours than those that hold now; nobody asks for it again.
   *
   * @param timetable name of the hours that hold now
   */
  void forgetOtherHours(String timetable) {
    jdbc.sql(
            """
            delete from partial_day
            where workspace_id = :workspace and slice like :hours || '%'
              and slice not like :hours || :timetable || ' %'
            """)
        .param("workspace", tenancy.current())
        .param("hours", Slice.HOURS)
        .param("timetable", timetable)
        .update();
  }

  /** The slices that somebody has asked for, of one metric version. */
  Set<String> slices(MetricDefinition metric) {
    return jdbc.sql(
            """
            select distinct slice from partial_day
            where workspace_id = :workspace and metric_key = :key and metric_version = :version
            """)
        .param("workspace", tenancy.current())
        .param("key", metric.key())
        .param("version", metric.version())
        .query((row, number) -> row.getString("slice"))
        .set();
  }

  /** The first day that holds anything the metric may count, if there is one. */
  Optional<LocalDate> firstDay(MetricDefinition metric) {
    return jdbc.sql(
            """
            select min(day) as day from touched_day
            where workspace_id = :workspace and anchor = any (:anchors) having min(day) is not null
            """)
        .param("workspace", tenancy.current())
        .param("anchors", metric.instants().stream().map(Instants::name).toArray(String[]::new))
        .query(LocalDate.class)
        .optional();
  }

  /**
   * The last day up to a limit that holds anything the metric may count by another instant than its
   * anchor, such as numbers that arrived already added up, if there is one.
   */
  Optional<LocalDate> lastAddedUp(MetricDefinition metric, LocalDate limit) {
    return jdbc.sql(
            """
            select max(day) as day from touched_day
            where workspace_id = :workspace and anchor = any (:anchors) and day <= :limit
            having max(day) is not null
            """)
        .param("workspace", tenancy.current())
        .param("anchors", metric.instants().stream().map(Instants::name).toArray(String[]::new))
        .param("limit", limit)
        .query(LocalDate.class)
        .optional();
  }

  /** The last day up to a limit on which an item has the metric's anchor, if there is one. */
  Optional<LocalDate> lastDay(MetricDefinition metric, LocalDate limit) {
    return jdbc.sql(
            """
            select max(day) as day from touched_day
            where workspace_id = :workspace and anchor = :anchor and day <= :limit
            having max(day) is not null
            """)
        .param("workspace", tenancy.current())
        .param("anchor", metric.anchor().name())
        .param("limit", limit)
        .query(LocalDate.class)
        .optional();
  }
}
