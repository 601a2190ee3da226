package org.waymark.goals;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
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

  void add(UUID workspace, Snapshot snapshot, String because, @Nullable UUID act) {
    ProgressView progress = snapshot.progress();
    ProgressView.ReadingView reading = progress.reading();
    jdbc.sql(
            """
            insert into key_result_snapshot (workspace_id, id, key_result_id, key_result_version, as_of, because, act_id,
              definition_version, state, from_day, to_day, reading, value, n, numerator, denominator, baseline, target,
              raw, score, low, high, met)
            values (:workspace, :id, :keyResult, :version, :asOf, :because, :act,
              :definition, :state, :from, :to, :reading::jsonb, :value, :n, :numerator, :denominator, :baseline, :target,
              :raw, :score, :low, :high, :met)
            """)
        .param("workspace", workspace)
        .param("id", Ids.next())
        .param("keyResult", snapshot.keyResult())
        .param("version", snapshot.version())
        .param("asOf", GoalTable.utc(progress.asOf()))
        .param("because", because)
        .param("act", act)
        .param("definition", snapshot.definition())
        .param("state", progress.state())
        .param("from", progress.window() == null ? null : progress.window().from())
        .param("to", progress.window() == null ? null : progress.window().to())
        .param("reading", Json.write(reading))
        .param("value", reading.value())
        .param("n", reading.n())
        .param("numerator", reading.numerator())
        .param("denominator", reading.denominator())
        .param("baseline", snapshot.baseline())
        .param("target", snapshot.target())
        .param("raw", progress.raw())
        .param("score", progress.score())
        .param("low", progress.low())
        .param("high", progress.high())
        .param("met", progress.met())
        .update();
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
    return new Snapshot(
        row.getObject("key_result_id", UUID.class),
        row.getInt("key_result_version"),
        row.getObject("definition_version", Integer.class),
        row.getBigDecimal("baseline"),
        row.getBigDecimal("target"),
        new ProgressView(
            Json.read(row.getString("reading"), ProgressView.ReadingView.class),
            row.getObject("raw", Double.class),
            row.getObject("score", Double.class),
            row.getObject("low", Double.class),
            row.getObject("high", Double.class),
            row.getString("state"),
            row.getObject("met", Boolean.class),
            from == null
                ? null
                : new ProgressView.Window(from, row.getObject("to_day", LocalDate.class)),
            GoalTable.instant(row, "as_of")));
  }
}
