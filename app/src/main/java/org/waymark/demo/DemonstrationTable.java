package org.waymark.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a workspace has the demonstration, and what was made for it. */
@Component
class DemonstrationTable {
  private final JdbcClient jdbc;

  DemonstrationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How far it is. */
  enum State {
    LOADING,
    LOADED,
    REMOVING,
    /** The server stopped, or something went wrong, before it was all there. */
    FAILED
  }

  record Row(long seed, LocalDate toldOn, State state, @Nullable Instant loadedAt) {}

  /** A thing that was made for the demonstration; metrics go by their key, all else by id. */
  record Thing(String kind, String id) {}

  Optional<Row> find() {
    return jdbc.sql("select seed, told_on, state, loaded_at from demonstration")
        .query(DemonstrationTable::row)
        .optional();
  }

  /** Begins one; false when the workspace has one already. */
  boolean begin(long seed, LocalDate toldOn, UUID by, Instant at) {
    return jdbc.sql(
                """
                insert into demonstration (workspace_id, seed, told_on, state, begun_at, begun_by)
                values (current_setting('waymark.workspace')::uuid, :seed, :toldOn, 'loading', :at, :by)
                on conflict do nothing
                """)
            .param("seed", seed)
            .param("toldOn", toldOn)
            .param("at", utc(at))
            .param("by", by)
            .update()
        == 1;
  }

  void loaded(Instant at) {
    jdbc.sql("update demonstration set state = 'loaded', loaded_at = :at")
        .param("at", utc(at))
        .update();
  }

  void state(State state) {
    jdbc.sql("update demonstration set state = :state")
        .param("state", state.name().toLowerCase(Locale.ROOT))
        .update();
  }

  void made(String kind, String id) {
    jdbc.sql(
            """
            insert into demonstration_thing (workspace_id, kind, id)
            values (current_setting('waymark.workspace')::uuid, :kind, :id) on conflict do nothing
            """)
        .param("kind", kind)
        .param("id", id)
        .update();
  }

  List<UUID> imports() {
    return jdbc.sql("select id from demonstration_thing where kind = 'import' order by id desc")
        .query((row, n) -> UUID.fromString(row.getString(1)))
        .list();
  }

  /** Codes of the entries that were added to the library. */
  List<String> libraryEntries() {
    return jdbc.sql("select id from demonstration_thing where kind = 'library-entry' order by id")
        .query((row, n) -> row.getString("id"))
        .list();
  }

  /** What has to stay when it is removed. */
  List<Thing> kept(boolean withTouched) {
    return jdbc.sql("select kind, id from demonstration_kept(:withTouched) order by kind, id")
        .param("withTouched", withTouched)
        .query((row, n) -> new Thing(row.getString(1), row.getString(2)))
        .list();
  }

  /** How many of its goals people have taken further. */
  int touched() {
    return jdbc.sql("select count(*) from demonstration_touched")
        .query((row, n) -> row.getInt(1))
        .single();
  }

  void clear(boolean withTouched) {
    jdbc.sql("select clear_demonstration_library()").query((row, n) -> true).list();
    jdbc.sql("select clear_demonstration(:withTouched)")
        .param("withTouched", withTouched)
        .query((row, n) -> true)
        .list();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    OffsetDateTime loaded = row.getObject("loaded_at", OffsetDateTime.class);
    return new Row(
        row.getLong("seed"),
        row.getObject("told_on", LocalDate.class),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        loaded == null ? null : loaded.toInstant());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
