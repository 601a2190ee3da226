package org.waymark.intake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.waymark.measure.fact.Instants;
import org.waymark.platform.Tenancy;

/**
 * Tables interaction_key, superseded_key, touched_day and intake_number. Everything goes in arrays:
 * one statement for a whole batch.
 */
@Component
class KeyTable {
  private static final int AT_ONCE = 10_000;

  private final JdbcTemplate jdbc;
  private final Tenancy tenancy;

  KeyTable(DataSource source, Tenancy tenancy) {
    this.jdbc = new JdbcTemplate(source);
    this.tenancy = tenancy;
  }

  /** A (source, id), with the identity that stands for both. */
  record Key(UUID identity, int sourceNumber, String itemId) {}

  /**
   * A version that was held and has been corrected.
   *
   * @param seenRevision the highest revision that had said the same
   */
  record Superseded(long keyNo, KeyState.Version version, long seenRevision) {}

  /**
   * Takes the workspace's turn to write: until the end of the transaction nobody else decides what
   * is held.
   */
  void takeTurn() {
    jdbc.query(
        "select pg_advisory_xact_lock(hashtextextended(?, 30))",
        row -> {},
        tenancy.current().toString());
  }

  /** Reserves a block of numbers. */
  long reserve(String what, long count) {
    Long next =
        jdbc.queryForObject(
            """
            insert into intake_number (workspace_id, what, next) values (?, ?, ? + 1)
            on conflict (workspace_id, what) do update set next = intake_number.next + excluded.next - 1
            returning next
            """,
            Long.class,
            tenancy.current(),
            what,
            count);
    if (next == null) {
      throw new IllegalStateException("A counter always has a next number");
    }
    return next - count;
  }

  /** Whether any key of a source has a row here. */
  boolean holdsAny(int sourceNumber) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from interaction_key where workspace_id = ? and source_number = ?)",
            Boolean.class,
            tenancy.current(),
            sourceNumber));
  }

  /** What the rows say of these keys, by identity. */
  Map<UUID, KeyState> find(Collection<Key> keys) {
    Map<Integer, Map<String, UUID>> bySource = new LinkedHashMap<>();
    keys.forEach(
        key ->
            bySource
                .computeIfAbsent(key.sourceNumber(), any -> new HashMap<>())
                .put(key.itemId(), key.identity()));
    Map<UUID, KeyState> held = new HashMap<>();
    bySource.forEach(
        (source, identities) ->
            jdbc.execute(
                (Connection connection) -> {
                  try (PreparedStatement query =
                      connection.prepareStatement(
                          """
                          select k.item_id, k.key_no, k.file_day - date '1970-01-01', k.revision, k.seen_revision,
                                 k.content_high, k.content_low, k.import_number,
                                 k.started_day - date '1970-01-01', k.responded_day - date '1970-01-01',
                                 k.finished_day - date '1970-01-01', k.reopened_day - date '1970-01-01',
                                 k.due_day - date '1970-01-01'
                          from unnest(?::text[]) as asked(id)
                          cross join lateral (
                            select * from interaction_key held
                            where held.workspace_id = ? and held.source_number = ? and held.item_id = asked.id
                            limit 1 -- there is at most one; said so that each is looked up by the primary key
                          ) k
                          """)) {
                    query.setArray(
                        1,
                        connection.createArrayOf(
                            "text", identities.keySet().toArray(new String[0])));
                    query.setObject(2, tenancy.current());
                    query.setInt(3, source);
                    try (ResultSet row = query.executeQuery()) {
                      while (row.next()) {
                        String itemId = row.getString(1);
                        KeyState state =
                            state(
                                new Key(
                                    Objects.requireNonNull(identities.get(itemId)), source, itemId),
                                row);
                        held.put(state.identity, state);
                      }
                    }
                  }
                  return true;
                }));
    return held;
  }

  private static KeyState state(Key key, ResultSet row) throws SQLException {
    int[] days = new int[KeyState.ANCHORS.length];
    for (int i = 0; i < days.length; i++) {
      int day = row.getInt(9 + i);
      days[i] = row.wasNull() ? KeyState.NO_DAY : day;
    }
    return new KeyState(
        key.identity(),
        key.sourceNumber(),
        key.itemId(),
        row.getLong(2),
        KeyState.Place.TABLE,
        new KeyState.Version(
            row.getLong(4),
            new UUID(row.getLong(6), row.getLong(7)),
            row.getLong(8),
            row.getInt(3),
            days),
        row.getLong(5));
  }

  /** Says what is held of these from now on, whether or not they have a row. */
  void put(Collection<KeyState> states) {
    List<KeyState> all = List.copyOf(states);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      write(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
  }

  private void write(List<KeyState> states) {
    int size = states.size();
    String[] ids = new String[size];
    int[] sources = new int[size];
    int[] fileDays = new int[size];
    long[][] longs = new long[6][size];
    int[][] days = new int[KeyState.ANCHORS.length][size];
    @Nullable Long[] shadows = new @Nullable Long[size];
    for (int i = 0; i < size; i++) {
      KeyState state = states.get(i);
      KeyState.Version version = state.version;
      ids[i] = state.itemId;
      sources[i] = state.sourceNumber;
      fileDays[i] = version.fileDay();
      longs[0][i] = state.keyNo;
      longs[1][i] = version.revision();
      longs[2][i] = state.seenRevision;
      longs[3][i] = version.content().getMostSignificantBits();
      longs[4][i] = version.content().getLeastSignificantBits();
      longs[5][i] = version.importNumber();
      shadows[i] = state.shadows;
      for (int anchor = 0; anchor < days.length; anchor++) {
        days[anchor][i] = version.days()[anchor];
      }
    }
    jdbc.execute(
        (Connection connection) -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  insert into interaction_key (workspace_id, source_number, item_id, key_no, file_day, revision, seen_revision,
                    content_high, content_low, import_number, started_day, responded_day, finished_day, reopened_day, due_day, shadows)
                  select ?, n.source, n.id, n.key_no, date '1970-01-01' + n.file_day, n.revision, n.seen, n.high, n.low, n.import,
                    date '1970-01-01' + n.d0, date '1970-01-01' + nullif(n.d1, -2147483648), date '1970-01-01' + nullif(n.d2, -2147483648),
                    date '1970-01-01' + nullif(n.d3, -2147483648), date '1970-01-01' + nullif(n.d4, -2147483648), n.shadows
                  from unnest(?::text[], ?::int[], ?::bigint[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::bigint[])
                    as n(id, source, key_no, file_day, revision, seen, high, low, import, d0, d1, d2, d3, d4, shadows)
                  on conflict (workspace_id, source_number, item_id) do update set
                    file_day = excluded.file_day, revision = excluded.revision, seen_revision = excluded.seen_revision,
                    content_high = excluded.content_high, content_low = excluded.content_low, import_number = excluded.import_number,
                    started_day = excluded.started_day, responded_day = excluded.responded_day, finished_day = excluded.finished_day,
                    reopened_day = excluded.reopened_day, due_day = excluded.due_day
                  """)) {
            int at = 1;
            statement.setObject(at++, tenancy.current());
            statement.setArray(at++, connection.createArrayOf("text", ids));
            statement.setArray(at++, ints(connection, sources));
            statement.setArray(at++, longs(connection, longs[0]));
            statement.setArray(at++, ints(connection, fileDays));
            for (int i = 1; i < longs.length; i++) {
              statement.setArray(at++, longs(connection, longs[i]));
            }
            for (int[] day : days) {
              statement.setArray(at++, ints(connection, day));
            }
            statement.setArray(at++, connection.createArrayOf("int8", shadows));
            return statement.executeUpdate();
          }
        });
  }

  private static Array ints(Connection connection, int[] values) throws SQLException {
    return connection.unwrap(org.postgresql.PGConnection.class).createArrayOf("int4", values);
  }

  private static Array longs(Connection connection, long[] values) throws SQLException {
    return connection.unwrap(org.postgresql.PGConnection.class).createArrayOf("int8", values);
  }

  /** Remembers versions that have been corrected. */
  void keep(List<Superseded> versions) {
    List<Object[]> rows = new ArrayList<>();
    for (Superseded old : versions) {
      KeyState.Version version = old.version();
      List<Object> values = new ArrayList<>();
      values.add(tenancy.current());
      values.add(old.keyNo());
      values.add(version.revision());
      values.add(old.seenRevision());
      values.add(version.importNumber());
      values.add(KeyState.date(version.fileDay()));
      values.add(version.content().getMostSignificantBits());
      values.add(version.content().getLeastSignificantBits());
      for (int day : version.days()) {
        values.add(day);
      }
      rows.add(values.toArray());
    }
    jdbc.batchUpdate(
        """
        insert into superseded_key (workspace_id, key_no, revision, seen_revision, import_number, file_day, content_high, content_low,
          started_day, responded_day, finished_day, reopened_day, due_day)
        values (?, ?, ?, ?, ?, ?, ?, ?, date '1970-01-01' + ?::int,
          date '1970-01-01' + nullif(?::int, -2147483648), date '1970-01-01' + nullif(?::int, -2147483648),
          date '1970-01-01' + nullif(?::int, -2147483648), date '1970-01-01' + nullif(?::int, -2147483648))
        on conflict do nothing
        """,
        rows);
  }

  /** A version that counts no more. */
  record Past(long revision, long importNumber, int fileDay) {}

  /** The versions of these keys that count no more, by key. */
  Map<Long, List<Past>> past(Collection<Long> keyNos) {
    Map<Long, List<Past>> versions = new HashMap<>();
    jdbc.query(
        """
        select key_no, revision, import_number, file_day - date '1970-01-01' from superseded_key
        where workspace_id = ? and key_no = any(?)
        """,
        row -> {
          versions
              .computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
              .add(new Past(row.getLong(2), row.getLong(3), row.getInt(4)));
        },
        tenancy.current(),
        keyNos.toArray(Long[]::new));
    return versions;
  }

  /**
   * Raises the touch of each day, in ascending order so that two writers never wait for each other
   * in a circle.
   */
  void touch(TouchedDays touched) {
    for (Instants anchor : KeyState.ANCHORS) {
      int[] days = touched.of(anchor);
      if (days.length == 0) {
        continue;
      }
      jdbc.execute(
          (Connection connection) -> {
            try (PreparedStatement statement =
                connection.prepareStatement(
                    """
                    insert into touched_day (workspace_id, anchor, day, touch)
                    select ?, ?, date '1970-01-01' + n.day, 1 from unnest(?::int[]) as n(day) order by n.day
                    on conflict (workspace_id, anchor, day) do update set touch = touched_day.touch + 1
                    """)) {
              statement.setObject(1, tenancy.current());
              statement.setString(2, anchor.name());
              statement.setArray(3, ints(connection, days));
              return statement.executeUpdate();
            }
          });
    }
  }
}
