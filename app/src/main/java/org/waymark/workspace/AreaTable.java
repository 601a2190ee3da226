package org.waymark.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rows of areas. */
@Component
class AreaTable {

  private static final String AREA =
      """
      select a.id, a.code, a.name, above.code as within, a.catalogue, a.version
      from area a
      left join area above on above.workspace_id = a.workspace_id and above.id = a.within_id
      """;

  private final JdbcClient jdbc;

  AreaTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Area> byCode(String code) {
    return jdbc.sql(AREA + "where lower(a.code) = :key")
        .param("key", Code.key(code))
        .query(AreaTable::read)
        .optional();
  }

  Optional<Area> byId(UUID id) {
    return jdbc.sql(AREA + "where a.id = :id").param("id", id).query(AreaTable::read).optional();
  }

  List<Area> list(Cursor cursor) {
    return jdbc.sql(AREA + "where :after::uuid is null or a.id > :after order by a.id limit :rows")
        .param("after", cursor.after())
        .param("rows", cursor.rows())
        .query(AreaTable::read)
        .list();
  }

  /** The area itself and all that it is a part of. */
  List<UUID> idsUpFrom(UUID id) {
    return jdbc.sql(
            """
            with recursive up as (
              select id, within_id from area where id = :id
              union
              select a.id, a.within_id from area a join up on a.id = up.within_id
            )
            select id from up
            """)
        .param("id", id)
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  void insert(Area area, @Nullable UUID within) {
    jdbc.sql(
            """
            insert into area (workspace_id, id, code, name, within_id, catalogue)
            values (current_setting('waymark.workspace')::uuid,
                    :id, :code, :name, :within, :catalogue)
            """)
        .params(row(area, within))
        .update();
  }

  void update(Area area, @Nullable UUID within) {
    jdbc.sql(
            """
            update area set code = :code, name = :name, within_id = :within, version = :version
            where id = :id
            """)
        .params(row(area, within))
        .update();
  }

  /** In a savepoint of its own: when something still needs the area, only this is undone. */
  @Transactional(propagation = Propagation.NESTED)
  void delete(UUID id) {
    jdbc.sql("delete from area where id = :id").param("id", id).update();
  }

  private static Map<String, @Nullable Object> row(Area area, @Nullable UUID within) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", area.id());
    row.put("code", area.code());
    row.put("name", area.name());
    row.put("within", within);
    row.put("catalogue", Fields.word(area.catalogue()));
    row.put("version", area.version());
    return row;
  }

  private static Area read(ResultSet row, int number) throws SQLException {
    return new Area(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("name"),
        row.getString("within"),
        Area.Catalogue.valueOf(
            row.getString("catalogue").replace('-', '_').toUpperCase(Locale.ROOT)),
        row.getInt("version"));
  }
}
