package org.waymark.goals;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.measurement.Period;
import org.waymark.platform.Json;
import tools.jackson.core.type.TypeReference;

/** Key results in the database: versions are added, nothing is overwritten. */
@Repository
class KeyResultTable {
  private static final String SELECT =
      """
      select k.*, said.evidence, said.different, u.code as unit
      from key_result_now k
      join key_result_version said
        on said.workspace_id = k.workspace_id and said.key_result_id = k.id and said.version = k.version
      left join lateral (
        select n.code from unit_version n
        where n.workspace_id = k.workspace_id and n.unit_id = k.unit_id and n.valid_from <= current_date
        order by n.valid_from desc, n.version desc limit 1) u on true
      where not k.removed
      """;

  private final JdbcClient jdbc;

  KeyResultTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<KeyResult> find(UUID id) {
    return jdbc.sql(SELECT + " and k.id = :id")
        .param("id", id)
        .query(KeyResultTable::keyResult)
        .optional();
  }

  List<KeyResult> of(UUID goal) {
    return jdbc.sql(SELECT + " and k.goal_id = :goal order by k.created_at, k.id")
        .param("goal", goal)
        .query(KeyResultTable::keyResult)
        .list();
  }

  /**
   * Those that live: of goals that are neither closed nor withdrawn, by metric when one is named.
   */
  List<KeyResult> living(@Nullable String metric) {
    return jdbc.sql(
            SELECT
                + """
                 and (:metric::text is null or k.metric = :metric)
                  and (select g.state from goal_now g where g.workspace_id = k.workspace_id and g.id = k.goal_id)
                    not in ('closed', 'withdrawn')
                order by k.goal_id, k.created_at, k.id
                """)
        .param("metric", metric)
        .query(KeyResultTable::keyResult)
        .list();
  }

  /** Those of any goal, closed ones too. */
  List<KeyResult> measuredBy(String metric) {
    return jdbc.sql(SELECT + " and k.metric = :metric order by k.created_at, k.id")
        .param("metric", metric)
        .query(KeyResultTable::keyResult)
        .list();
  }

  void add(UUID workspace, KeyResult keyResult, UUID by, Instant at) {
    jdbc.sql(
            """
            insert into key_result (workspace_id, id, goal_id, version, created_at)
            values (:workspace, :id, :goal, 1, :at)
            """)
        .param("workspace", workspace)
        .param("id", keyResult.id())
        .param("goal", keyResult.goal())
        .param("at", GoalTable.utc(at))
        .update();
    addVersion(workspace, keyResult, false, by, at);
  }

  /** Moves the key result on to the next version; false when somebody else was first. */
  boolean moveOn(UUID id, int version) {
    return jdbc.sql(
                "update key_result set version = version + 1 where id = :id and version = :version")
            .param("id", id)
            .param("version", version)
            .update()
        == 1;
  }

  void addVersion(UUID workspace, KeyResult k, boolean removed, UUID by, Instant at) {
    KeyResult.MeasuredBy measured = k.measured();
    Target target = k.target();
    jdbc.sql(
            """
            insert into key_result_version (workspace_id, key_result_id, version, valid_from, changed_by, removed, name,
              metric, statistic, filter, unit_id, type, baseline, baseline_from, baseline_to, target, target_low,
              target_high, change_percent, duration, due, weight, span, evidence, different)
            values (:workspace, :id, :version, :at, :by, :removed, :name,
              :metric, :statistic, :filter::jsonb, :unit, :type, :baseline, :baselineFrom, :baselineTo, :target, :low,
              :high, :change, :duration, :due, :weight, :span, :evidence::jsonb, :different::jsonb)
            """)
        .param("workspace", workspace)
        .param("id", k.id())
        .param("version", k.version())
        .param("at", GoalTable.utc(at))
        .param("by", by)
        .param("removed", removed)
        .param("name", k.name())
        .param("metric", measured == null ? null : measured.metric())
        .param("statistic", measured == null ? null : measured.statistic())
        .param("filter", measured == null ? "{}" : Json.write(measured.filter()))
        .param("unit", k.unit() == null ? null : k.unit().id())
        .param("type", k.type().code())
        .param("baseline", k.baseline())
        .param("baselineFrom", k.baselineDays() == null ? null : k.baselineDays().from())
        .param("baselineTo", k.baselineDays() == null ? null : k.baselineDays().to())
        .param("target", target instanceof Target.Level level ? level.value() : null)
        .param("low", target instanceof Target.Band band ? band.low() : null)
        .param("high", target instanceof Target.Band band ? band.high() : null)
        .param("change", target instanceof Target.Change change ? change.percent() : null)
        .param("duration", k.duration())
        .param("due", k.due())
        .param("weight", k.weight())
        .param("span", k.span().code())
        .param("evidence", k.evidence() == null ? null : Json.write(k.evidence()))
        .param("different", k.different() == null ? null : Json.write(k.different()))
        .update();
  }

  /** Keeps the pooled baseline and the target it makes; the first to settle a version wins. */
  void settle(UUID workspace, KeyResult keyResult, KeyResult.Settled settled) {
    jdbc.sql(
            """
            insert into key_result_baseline (workspace_id, key_result_id, version, value, n, from_day, to_day, target,
              settled_at)
            values (:workspace, :id, :version, :value, :n, :from, :to, :target, :at)
            on conflict do nothing
            """)
        .param("workspace", workspace)
        .param("id", keyResult.id())
        .param("version", keyResult.version())
        .param("value", settled.baseline())
        .param("n", settled.n())
        .param("from", settled.days().from())
        .param("to", settled.days().to())
        .param("target", settled.target())
        .param("at", GoalTable.utc(settled.at()))
        .update();
  }

  static KeyResult keyResult(ResultSet row, int n) throws SQLException {
    String metric = row.getString("metric");
    UUID unit = row.getObject("unit_id", UUID.class);
    return new KeyResult(
        row.getObject("id", UUID.class),
        row.getObject("goal_id", UUID.class),
        row.getInt("version"),
        row.getString("name"),
        metric == null
            ? null
            : new KeyResult.MeasuredBy(
                metric, row.getString("statistic"), filter(row.getString("filter"))),
        unit == null ? null : new KeyResult.UnitName(unit, row.getString("unit")),
        KeyResultType.of(row.getString("type")).orElseThrow(),
        row.getBigDecimal("baseline"),
        period(row, "baseline_from", "baseline_to"),
        target(row),
        row.getBoolean("duration"),
        row.getObject("due", LocalDate.class),
        row.getBigDecimal("weight"),
        Span.of(row.getString("span")).orElseThrow(),
        evidence(row.getString("evidence")),
        different(row.getString("different")),
        settled(row));
  }

  private static @Nullable Evidence evidence(@Nullable String json) {
    return json == null ? null : Json.read(json, Evidence.class);
  }

  private static @Nullable Different different(@Nullable String json) {
    return json == null ? null : Json.read(json, Different.class);
  }

  private static Map<String, List<String>> filter(String json) {
    return Json.mapper().readValue(json, new TypeReference<Map<String, List<String>>>() {});
  }

  private static Target target(ResultSet row) throws SQLException {
    BigDecimal level = row.getBigDecimal("target");
    BigDecimal change = row.getBigDecimal("change_percent");
    BigDecimal low = row.getBigDecimal("target_low");
    if (level != null) {
      return new Target.Level(level);
    }
    if (change != null) {
      return new Target.Change(change);
    }
    return low == null ? new Target.Done() : new Target.Band(low, row.getBigDecimal("target_high"));
  }

  private static KeyResult.@Nullable Settled settled(ResultSet row) throws SQLException {
    Instant at = GoalTable.instantOrNull(row, "settled_at");
    Period days = period(row, "settled_from", "settled_to");
    return at == null || days == null
        ? null
        : new KeyResult.Settled(
            row.getBigDecimal("settled_baseline"),
            row.getObject("settled_n", Long.class),
            days,
            row.getBigDecimal("settled_target"),
            at);
  }

  private static @Nullable Period period(ResultSet row, String from, String to)
      throws SQLException {
    LocalDate first = row.getObject(from, LocalDate.class);
    return first == null ? null : new Period(first, row.getObject(to, LocalDate.class));
  }
}
