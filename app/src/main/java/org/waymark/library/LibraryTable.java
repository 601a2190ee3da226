package org.waymark.library;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.access.Caller;
import org.waymark.platform.Ids;

/** What a workspace wrote in its library: every version of every entry it touched. */
@Repository
class LibraryTable {
  private static final String NEWEST =
      """
      select distinct on (e.code) e.*, a.code as area
      from library_entry e
      left join area a on a.workspace_id = e.workspace_id and a.id = e.area_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  LibraryTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The newest version of each. */
  List<LibraryEntry> all() {
    return jdbc.sql(NEWEST + " order by e.code, e.version desc").query(LibraryTable::entry).list();
  }

  Optional<LibraryEntry> find(String code) {
    return jdbc.sql(NEWEST + " where e.code = :code order by e.code, e.version desc")
        .param("code", code)
        .query(LibraryTable::entry)
        .optional();
  }

  /** Takes every version of an entry back and keeps them aside. */
  void remove(Caller by, String code) {
    jdbc.sql(
            """
            insert into library_removal (workspace_id, id, code, at, by_email, versions)
            select :workspace, :id, :code, :at, :by, jsonb_agg(to_jsonb(e) order by e.version)
            from library_entry e where e.code = :code
            """)
        .param("workspace", by.workspace())
        .param("id", Ids.next())
        .param("code", code)
        .param("at", now())
        .param("by", by.email())
        .update();
    jdbc.sql("delete from library_entry where code = :code").param("code", code).update();
  }

  /** What was taken back last under this code and is not there again. */
  Optional<UUID> removal(String code) {
    return jdbc.sql(
            """
            select id from library_removal where code = :code and restored_at is null
            order by at desc, id desc limit 1
            """)
        .param("code", code)
        .query(UUID.class)
        .optional();
  }

  /** Puts every version back; an area that is no more is left out. */
  void restore(UUID removal) {
    jdbc.sql(
            """
            insert into library_entry
            select (jsonb_populate_record(e, jsonb_build_object('area_id', (
              select a.id from area a where a.workspace_id = e.workspace_id and a.id = e.area_id)))).*
            from library_removal r
            cross join lateral jsonb_populate_recordset(null::library_entry, r.versions) e
            where r.id = :id
            """)
        .param("id", removal)
        .update();
    jdbc.sql("update library_removal set restored_at = :at where id = :id")
        .param("at", now())
        .param("id", removal)
        .update();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  void add(Caller by, LibraryEntry entry, @Nullable UUID area) {
    jdbc.sql(
            """
            insert into library_entry (workspace_id, code, version, at, by_email, hidden, functions, industries, area_id,
              statement, why, result, metric, statistic, up, band, low, high, process, done, actions)
            values (:workspace, :code, :version, :at, :by, :hidden, string_to_array(:functions, ','),
              string_to_array(:industries, ','), :area, :statement, :why, :result, :metric, :statistic, :up, :band, :low,
              :high, :process, :done, :actions)
            """)
        .param("workspace", by.workspace())
        .param("code", entry.code())
        .param("version", entry.version())
        .param("at", now())
        .param("by", by.email())
        .param("hidden", entry.hidden())
        .param("functions", joined(entry.functions()))
        .param("industries", joined(entry.industries()))
        .param("area", area)
        .param("statement", entry.statement())
        .param("why", entry.why())
        .param("result", entry.result())
        .param("metric", entry.metric())
        .param("statistic", entry.statistic())
        .param("up", entry.up())
        .param("band", entry.band().kind().code())
        .param("low", entry.band().low())
        .param("high", entry.band().high())
        .param("process", entry.process())
        .param("done", entry.done())
        .param("actions", entry.actions())
        .update();
  }

  private static String joined(Collection<? extends Enum<?>> words) {
    return words.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
  }

  private static LibraryEntry entry(ResultSet row, int n) throws SQLException {
    String code = row.getString("code");
    return new LibraryEntry(
        code,
        row.getInt("version"),
        Shipped.has(code),
        row.getBoolean("hidden"),
        words(row.getArray("functions"), Function.class),
        words(row.getArray("industries"), Industry.class),
        row.getString("area"),
        row.getString("statement"),
        row.getString("why"),
        row.getString("result"),
        row.getString("metric"),
        row.getString("statistic"),
        row.getBoolean("up"),
        new Band(
            Band.Kind.valueOf(row.getString("band").toUpperCase(Locale.ROOT)),
            row.getBigDecimal("low").stripTrailingZeros(),
            row.getBigDecimal("high").stripTrailingZeros()),
        row.getString("process"),
        row.getString("done"),
        row.getInt("actions"));
  }

  private static <E extends Enum<E>> Set<E> words(Array array, Class<E> type) throws SQLException {
    EnumSet<E> all = EnumSet.noneOf(type);
    Arrays.stream((String[]) array.getArray())
        .filter(word -> !word.isEmpty())
        .forEach(word -> all.add(Enum.valueOf(type, word)));
    return all;
  }
}
