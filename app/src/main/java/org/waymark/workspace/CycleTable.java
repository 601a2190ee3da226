package org.waymark.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of cycles. */
@Component
class CycleTable {

  private static final String CYCLE =
      """
      select c.id, c.code, c.name, c.first_day, c.last_day,
             above.code as within, c.version
      from cycle c
      left join cycle above on above.workspace_id = c.workspace_id and above.id = c.within_id
      """;

  private final JdbcClient jdbc;

  CycleTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Cycle> byCode(String code) {
    return jdbc.sql(CYCLE + "where lower(c.code) = :key")
        .param("key", Code.key(code))
        .query(CycleTable::read)
        .optional();
  }

  Optional<Cycle> byId(UUID id) {
    return jdbc.sql(CYCLE + "where c.id = :id").param("id", id).query(CycleTable::read).optional();
  }

  List<Cycle> list(Cursor cursor) {
    return jdbc.sql(CYCLE + "where :after::uuid is null or c.id > :after order by c.id limit :rows")
        .param("after", cursor.after())
        .param("rows", cursor.rows())
        .query(CycleTable::read)
        .list();
  }

  List<Cycle> directlyWithin(UUID id) {
    return jdbc.sql(CYCLE + "where c.within_id = :id order by c.id")
        .param("id", id)
        .query(CycleTable::read)
        .list();
  }

  /** The cycle itself and all that contain it. */
  List<UUID> idsUpFrom(UUID id) {
    return jdbc.sql(
            """
            with recursive up as (
              select id, within_id from cycle where id = :id
              union
              select c.id, c.within_id from cycle c join up on c.id = up.within_id
            )
            select id from up
            """)
        .param("id", id)
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  void insert(Cycle cycle, @Nullable UUID within) {
    jdbc.sql(
            """
            insert into cycle (workspace_id, id, code, name, first_day, last_day, within_id)
            values (current_setting('waymark.workspace')::uuid,
                    :id, :code, :name, :from, :to, :within)
            """)
        .params(row(cycle, within))
        .update();
  }

  void update(Cycle cycle, @Nullable UUID within) {
    jdbc.sql(
            """
            update cycle
            set code = :code, name = :name, first_day = :from, last_day = :to,
                within_id = :within, version = :version
            where id = :id
            """)
        .params(row(cycle, within))
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from cycle where id = :id").param("id", id).update();
  }

  private static Cycle read(ResultSet row, int number) throws SQLException {
    return new Cycle(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("name"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getString("within"),
        row.getInt("version"));
  }

  private static Map<String, @Nullable Object> row(Cycle cycle, @Nullable UUID within) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", cycle.id());
    row.put("code", cycle.code());
    row.put("name", cycle.name());
    row.put("from", cycle.from());
    row.put("to", cycle.to());
    row.put("within", within);
    row.put("version", cycle.version());
    return row;
  }
}
