package org.waymark.goals;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.platform.Ids;
import org.waymark.platform.Json;

/** Measurements of key results as they were known at a moment; they are only ever added to. */
@Repository
class SnapshotTable {
  private final JdbcClient jdbc;

  SnapshotTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One measurement.
   *
   * @param definition version of the metric's definition; absent for what people told
   */
  record Snapshot(
      UUID keyResult,
      int version,
      @Nullable Integer definition,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal target,
      ProgressView progress) {}

  /** All in one statement. */
  void add(UUID workspace, List<Snapshot> snapshots, String because, @Nullable UUID act) {
    if (snapshots.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into key_result_snapshot (workspace_id, id, key_result_id, key_result_version, as_of, because, act_id,
              definition_version, state, from_day, to_day, seen, value, n, seen_low, seen_high, indicative, numerator, denominator,
              still_open, needed, baseline, target, raw, score, low, high, met)
            select :workspace, s.id, s."keyResult", s.version, s."asOf", :because, :act,
              s.definition, s.state, s."from", s."to", s.seen, s.value, s.n, s."seenLow", s."seenHigh", s.indicative, s.numerator,
              s.denominator, s.open, s.needed, s.baseline, s.target, s.raw, s.score, s.low, s.high, s.met
            from jsonb_to_recordset(:snapshots::jsonb) as s(id uuid, "keyResult" uuid, version int, "asOf" timestamptz,
              definition int, state text, "from" date, "to" date, seen text, value double precision, n bigint,
              "seenLow" double precision, "seenHigh" double precision, indicative boolean, numerator numeric,
              denominator numeric, open bigint, needed bigint, baseline numeric, target numeric, raw double precision,
              score double precision, low double precision, high double precision, met boolean)
            """)
        .param("workspace", workspace)
        .param("because", because)
        .param("act", act)
        .param("snapshots", Json.write(snapshots.stream().map(SnapshotTable::row).toList()))
        .update();
  }

  private static Map<String, @Nullable Object> row(Snapshot snapshot) {
    ProgressView progress = snapshot.progress();
    ProgressView.ReadingView reading = progress.reading();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", Ids.next());
    row.put("keyResult", snapshot.keyResult());
    row.put("version", snapshot.version());
    row.put("asOf", GoalTable.utc(progress.asOf()));
    row.put("definition", snapshot.definition());
    row.put("state", progress.state());
    row.put("from", progress.window() == null ? null : progress.window().from());
    row.put("to", progress.window() == null ? null : progress.window().to());
    row.put("seen", reading.state());
    row.put("value", reading.value());
    row.put("n", reading.n());
    row.put("seenLow", reading.low());
    row.put("seenHigh", reading.high());
    row.put("indicative", reading.indicative());
    row.put("numerator", reading.numerator());
    row.put("denominator", reading.denominator());
    row.put("open", reading.open());
    row.put("needed", reading.needed());
    row.put("baseline", snapshot.baseline());
    row.put("target", snapshot.target());
    row.put("raw", progress.raw());
    row.put("score", progress.score());
    row.put("low", progress.low());
    row.put("high", progress.high());
    row.put("met", progress.met());
    return row;
  }

  /** The newest of each. */
  Map<UUID, Snapshot> newest(Collection<UUID> keyResults) {
    return byKeyResult(
        jdbc.sql(
                """
                select distinct on (s.key_result_id) s.* from key_result_snapshot s
                where s.key_result_id = any(:ids) order by s.key_result_id, s.as_of desc, s.id desc
                """)
            .param("ids", keyResults.toArray(UUID[]::new))
            .query(SnapshotTable::snapshot)
            .list());
  }

  /** Those a closure kept. */
  Map<UUID, Snapshot> of(UUID act) {
    return byKeyResult(
        jdbc.sql("select * from key_result_snapshot where act_id = :act order by key_result_id, id")
            .param("act", act)
            .query(SnapshotTable::snapshot)
            .list());
  }

  private static Map<UUID, Snapshot> byKeyResult(List<Snapshot> snapshots) {
    Map<UUID, Snapshot> all = new HashMap<>();
    snapshots.forEach(snapshot -> all.put(snapshot.keyResult(), snapshot));
    return all;
  }

  static Snapshot snapshot(ResultSet row, int n) throws SQLException {
    LocalDate from = row.getObject("from_day", LocalDate.class);
    LocalDate to = row.getObject("to_day", LocalDate.class);
    return new Snapshot(
        row.getObject("key_result_id", UUID.class),
        row.getInt("key_result_version"),
        row.getObject("definition_version", Integer.class),
        row.getBigDecimal("baseline"),
        row.getBigDecimal("target"),
        new ProgressView(
            reading(row, from, to),
            row.getObject("raw", Double.class),
            row.getObject("score", Double.class),
            row.getObject("low", Double.class),
            row.getObject("high", Double.class),
            row.getString("state"),
            row.getObject("met", Boolean.class),
            from == null ? null : new ProgressView.Window(from, to),
            GoalTable.instant(row, "as_of")));
  }

  private static ProgressView.ReadingView reading(
      ResultSet row, @Nullable LocalDate from, @Nullable LocalDate to) throws SQLException {
    return new ProgressView.ReadingView(
        from,
        to,
        row.getString("seen"),
        row.getObject("value", Double.class),
        row.getObject("n", Long.class),
        row.getObject("seen_low", Double.class),
        row.getObject("seen_high", Double.class),
        row.getObject("indicative", Boolean.class),
        row.getBigDecimal("numerator"),
        row.getBigDecimal("denominator"),
        row.getObject("still_open", Long.class),
        row.getObject("needed", Long.class));
  }
}
