package org.waymark.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.workspace.Code;
import org.waymark.workspace.Fields;

/** Rows of units, their versions and their codes. A workspace has tens or hundreds: read whole. */
@Component
class UnitTable {

  private static final String VERSION =
      """
      select v.unit_id, u.number, v.version, v.valid_from, v.code, v.name, v.kind, v.parent_id,
             v.closed_from, v.recorded_at, v.recorded_by
      from unit_version v
      join unit u on u.workspace_id = v.workspace_id and u.id = v.unit_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  UnitTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All versions of all units, earlier versions first. */
  List<UnitVersion> versions() {
    return jdbc.sql(VERSION + "order by u.number, v.version").query(UnitTable::read).list();
  }

  List<UnitVersion> versionsOf(UUID id) {
    return jdbc.sql(VERSION + "where v.unit_id = :id order by v.version")
        .param("id", id)
        .query(UnitTable::read)
        .list();
  }

  Map<String, UUID> codes() {
    Map<String, UUID> codes = new HashMap<>();
    jdbc.sql("select key, unit_id from unit_code")
        .query(
            row -> {
              codes.put(row.getString("key"), row.getObject("unit_id", UUID.class));
            });
    return codes;
  }

  Optional<Integer> numberOf(String code) {
    return jdbc.sql(
            """
            select u.number
            from unit_code c
            join unit u on u.workspace_id = c.workspace_id and u.id = c.unit_id
            where c.key = :key
            """)
        .param("key", Code.key(code.strip()))
        .query((row, number) -> row.getInt("number"))
        .optional();
  }

  void insert(UUID id, int number) {
    jdbc.sql(
            """
            insert into unit (workspace_id, id, number)
            values (current_setting('waymark.workspace')::uuid, :id, :number)
            """)
        .param("id", id)
        .param("number", number)
        .update();
  }

  /** Gives the unit a code for good; nothing happens when it has had it before. */
  void addCode(String code, UUID id) {
    jdbc.sql(
            """
            insert into unit_code (workspace_id, key, unit_id)
            select current_setting('waymark.workspace')::uuid, :key, :id
            where not exists (select from unit_code where key = :key and unit_id = :id)
            """)
        .param("key", Code.key(code))
        .param("id", id)
        .update();
  }

  void addVersion(UUID id, int version, LocalDate from, UnitState state, @Nullable UUID by) {
    jdbc.sql(
            """
            insert into unit_version (workspace_id, unit_id, version, valid_from, code, name, kind,
                                      parent_id, closed_from, recorded_at, recorded_by)
            values (current_setting('waymark.workspace')::uuid, :id, :version, :from, :code, :name,
                    :kind, :parent, :closedFrom, :now, :by)
            """)
        .param("id", id)
        .param("version", version)
        .param("from", from)
        .param("code", state.code())
        .param("name", state.name())
        .param("kind", Fields.word(state.kind()))
        .param("parent", state.parent())
        .param("closedFrom", state.closedFrom())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", by)
        .update();
  }

  private static UnitVersion read(ResultSet row, int number) throws SQLException {
    return new UnitVersion(
        row.getObject("unit_id", UUID.class),
        row.getInt("number"),
        row.getInt("version"),
        row.getObject("valid_from", LocalDate.class),
        row.getString("code"),
        row.getString("name"),
        UnitKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getObject("parent_id", UUID.class),
        row.getObject("closed_from", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_by", UUID.class));
  }
}
