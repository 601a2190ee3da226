package org.waymark.intake;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.waymark.measure.fact.FactFile;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Limits;
import org.waymark.platform.Home;
import org.waymark.platform.Tenancy;

/** Table fact_file, the manifest. */
@Component
class FactFileTable {
  private final JdbcTemplate jdbc;
  private final Tenancy tenancy;
  private final Home home;
  private final Clock clock;

  FactFileTable(DataSource source, Tenancy tenancy, Home home, Clock clock) {
    this.jdbc = new JdbcTemplate(source);
    this.tenancy = tenancy;
    this.home = home;
    this.clock = clock;
  }

  /** The folder of the bound workspace's facts. */
  Path folder() {
    return home.facts().resolve(tenancy.current().toString());
  }

  void add(List<FactFile> files) {
    List<Object[]> rows = new ArrayList<>();
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (FactFile file : files) {
      List<@Nullable Object> values = new ArrayList<>();
      values.add(tenancy.current());
      values.add(file.id());
      values.add(file.fileDay());
      values.add(home.facts().relativize(file.path()).toString());
      values.add(file.rows());
      values.add(file.unique());
      values.add(
          file.imports().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
      values.add(file.maxInstant());
      for (Instants instant : Instants.values()) {
        FactFile.Range range = file.ranges().get(instant);
        values.add(range == null ? null : range.min());
        values.add(range == null ? null : range.max());
      }
      values.add(now);
      rows.add(values.toArray());
    }
    jdbc.batchUpdate(
        """
        insert into fact_file (workspace_id, id, file_day, path, row_count, unique_keys, imports, max_instant_us,
          min_started_us, max_started_us, min_responded_us, max_responded_us, min_finished_us, max_finished_us,
          min_reopened_us, max_reopened_us, min_due_us, max_due_us, written_at)
        values (?, ?, ?, ?, ?, ?, ?::bigint[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  /**
   * All files of the days of which a file may hold one of the instants between the microseconds.
   */
  FactFiles holding(Set<Instants> instants, long from, long to) {
    String touches =
        instants.stream()
            .map(Instants::column)
            .map(column -> "(min_%s <= ? and max_%s >= ?)".formatted(column, column))
            .collect(Collectors.joining(" or "));
    List<Object> values = new ArrayList<>();
    values.add(tenancy.current());
    values.add(tenancy.current());
    instants.forEach(instant -> values.addAll(Arrays.asList(to, from)));
    return new FactFiles(
        jdbc.query(
            """
            select * from fact_file f where f.workspace_id = ? and f.file_day in
              (select file_day from fact_file where workspace_id = ? and (%s))
            order by f.file_day, f.id
            """
                .formatted(touches),
            (row, n) -> file(row),
            values.toArray()));
  }

  List<FactFile> ofDay(LocalDate day) {
    return jdbc.query(
        "select * from fact_file where workspace_id = ? and file_day = ?",
        (row, n) -> file(row),
        tenancy.current(),
        day);
  }

  boolean any() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from fact_file where workspace_id = ?)",
            Boolean.class,
            tenancy.current()));
  }

  Set<Path> paths() {
    return new HashSet<>(
        jdbc.query(
            "select path from fact_file where workspace_id = ?",
            (row, n) -> home.facts().resolve(row.getString(1)),
            tenancy.current()));
  }

  private FactFile file(ResultSet row) throws SQLException {
    Map<Instants, FactFile.Range> ranges = new EnumMap<>(Instants.class);
    for (Instants instant : Instants.values()) {
      String stem = instant.name().toLowerCase(Locale.ROOT) + "_us";
      long min = row.getLong("min_" + stem);
      if (!row.wasNull()) {
        ranges.put(instant, new FactFile.Range(min, row.getLong("max_" + stem)));
      }
    }
    Long[] imports = (Long[]) row.getArray("imports").getArray();
    return new FactFile(
        row.getObject("id", UUID.class),
        row.getObject("file_day", LocalDate.class),
        home.facts().resolve(row.getString("path")),
        row.getLong("row_count"),
        row.getBoolean("unique_keys"),
        Set.of(imports),
        ranges,
        row.getLong("max_instant_us"));
  }

  /** What reading and writing facts may use. */
  Limits limits() {
    return new Limits(2, 512L << 20, home.tmp().resolve("spill"), Duration.ofMinutes(10));
  }
}
