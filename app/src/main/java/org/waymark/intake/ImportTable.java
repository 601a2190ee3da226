package org.waymark.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.platform.Tenancy;

/** Tables import, import_source and refusal. */
@Component
class ImportTable {
  private static final String COLUMNS =
      """
      select i.*, s.code as source from import i
      left join source s on s.workspace_id = i.workspace_id and s.number = i.source_number
      """;

  /** Longer original lines are cut, saying so: the file itself is with its sender. */
  static final int LONGEST_ORIGINAL = 1_000_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate arrays;
  private final Tenancy tenancy;
  private final Clock clock;

  ImportTable(JdbcClient jdbc, DataSource source, Tenancy tenancy, Clock clock) {
    this.jdbc = jdbc;
    this.arrays = new JdbcTemplate(source);
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** What is known of an import when it arrives. */
  record Arrival(
      UUID id,
      long number,
      String origin,
      @Nullable Integer source,
      @Nullable String fileName,
      @Nullable Long fileBytes,
      @Nullable String sha256,
      @Nullable String mapping,
      @Nullable String mappingHash,
      @Nullable String layout,
      Instant knownAt,
      @Nullable UUID by,
      @Nullable UUID replayOf) {}

  void insert(Arrival arrival) {
    jdbc.sql(
            """
            insert into import (workspace_id, id, number, origin, source_number, file_name, file_bytes, sha256, mapping, mapping_hash, layout,
              state, known_at, arrived_at, arrived_by, replay_of)
            values (:workspace, :id, :number, :origin, :source, :fileName, :fileBytes, :sha256, :mapping::jsonb, :hash, :layout::jsonb,
              'running', :knownAt, :now, :by, :replayOf)
            """)
        .param("workspace", tenancy.current())
        .param("id", arrival.id())
        .param("number", arrival.number())
        .param("origin", arrival.origin())
        .param("source", arrival.source())
        .param("fileName", arrival.fileName())
        .param("fileBytes", arrival.fileBytes())
        .param("sha256", arrival.sha256())
        .param("mapping", arrival.mapping())
        .param("hash", arrival.mappingHash())
        .param("layout", arrival.layout())
        .param("knownAt", at(arrival.knownAt()))
        .param("now", at(clock.instant()))
        .param("by", arrival.by())
        .param("replayOf", arrival.replayOf())
        .update();
  }

  Optional<ImportRow> find(UUID id) {
    return jdbc.sql(COLUMNS + " where i.workspace_id = :workspace and i.id = :id")
        .param("workspace", tenancy.current())
        .param("id", id)
        .query((row, n) -> row(row))
        .optional();
  }

  /** Newest first, below a number. */
  List<ImportRow> list(long below, int limit) {
    return jdbc.sql(
            COLUMNS
                + " where i.workspace_id = :workspace and i.number < :below order by i.number desc limit :limit")
        .param("workspace", tenancy.current())
        .param("below", below)
        .param("limit", limit)
        .query((row, n) -> row(row))
        .list();
  }

  List<ImportRow> running() {
    return jdbc.sql(
            COLUMNS
                + " where i.workspace_id = :workspace and i.state = 'running' order by i.number")
        .param("workspace", tenancy.current())
        .query((row, n) -> row(row))
        .list();
  }

  /**
   * The import that brought this file in this way and still counts. After a withdrawal the lines
   * are looked at again: what was a repeat then may be missing now.
   */
  Optional<ImportRow> same(String sha256, String mappingHash) {
    return jdbc.sql(
            COLUMNS
                + """
                 where i.workspace_id = :workspace and i.sha256 = :sha and i.mapping_hash = :hash
                  and i.state = 'done' and i.withdrawn_at is null and i.same_as is null
                  and not exists (select 1 from import w where w.workspace_id = i.workspace_id and w.withdrawn_at >= i.arrived_at)
                order by i.number limit 1
                """)
        .param("workspace", tenancy.current())
        .param("sha", sha256)
        .param("hash", mappingHash)
        .query((row, n) -> row(row))
        .optional();
  }

  void keepCounts(UUID id, Counts counts) {
    jdbc.sql(
            """
            update import set lines = :lines, accepted = :accepted, corrected = :corrected, repeated = :repeated, refused = :refused,
              skipped = :skipped, rounded_weights = :rounded, ambiguous_times = :ambiguous, tolerated = :tolerated
            where workspace_id = :workspace and id = :id
            """)
        .param("lines", counts.lines)
        .param("accepted", counts.accepted)
        .param("corrected", counts.corrected)
        .param("repeated", counts.repeated)
        .param("refused", counts.refused)
        .param("skipped", counts.skipped)
        .param("rounded", counts.roundedWeights)
        .param("ambiguous", counts.ambiguousTimes)
        .param("tolerated", counts.tolerated)
        .param("workspace", tenancy.current())
        .param("id", id)
        .update();
  }

  void finish(UUID id, String state, @Nullable String trouble) {
    jdbc.sql(
            """
            update import set state = :state, trouble = :trouble, finished_at = :now
            where workspace_id = :workspace and id = :id
            """)
        .param("state", state)
        .param("trouble", trouble)
        .param("now", at(clock.instant()))
        .param("workspace", tenancy.current())
        .param("id", id)
        .update();
  }

  void sameAs(UUID id, UUID first) {
    jdbc.sql("update import set same_as = :first where workspace_id = :workspace and id = :id")
        .param("first", first)
        .param("workspace", tenancy.current())
        .param("id", id)
        .update();
  }

  /** Says until when an import knows its sources, and adds what it has brought of each. */
  void known(long number, Map<Integer, SourceTally> sources, long knownUs) {
    sources.forEach(
        (source, brought) ->
            jdbc.sql(
                    """
                    insert into import_source as held
                      (workspace_id, import_number, source_number, known_us, accepted, corrected, repeated, refused)
                    values (:workspace, :number, :source, :known, :accepted, :corrected, :repeated, :refused)
                    on conflict (workspace_id, import_number, source_number) do update set
                      accepted = held.accepted + excluded.accepted, corrected = held.corrected + excluded.corrected,
                      repeated = held.repeated + excluded.repeated, refused = held.refused + excluded.refused
                    """)
                .param("workspace", tenancy.current())
                .param("number", number)
                .param("source", source)
                .param("known", knownUs)
                .param("accepted", brought.accepted)
                .param("corrected", brought.corrected)
                .param("repeated", brought.repeated)
                .param("refused", brought.refused)
                .update());
  }

  void refuse(UUID id, List<Batch.Refusal> refusals) {
    if (refusals.isEmpty()) {
      return;
    }
    int size = refusals.size();
    Long[] lines = new Long[size];
    Integer[] parts = new Integer[size];
    @Nullable String[] originals = new @Nullable String[size];
    @Nullable String[] ids = new @Nullable String[size];
    @Nullable String[] fields = new @Nullable String[size];
    @Nullable String[] reasons = new @Nullable String[size];
    for (int i = 0; i < size; i++) {
      Batch.Refusal refusal = refusals.get(i);
      lines[i] = refusal.line();
      parts[i] = refusal.part();
      originals[i] = storable(refusal.original());
      ids[i] = refusal.id() == null ? null : storable(refusal.id());
      fields[i] = storable(refusal.field());
      reasons[i] = storable(refusal.reason());
    }
    arrays.execute(
        (Connection connection) -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  insert into refusal (workspace_id, import_id, line, part, original, item_id, field, reason)
                  select ?, ?, n.* from unnest(?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[]) as n
                  on conflict do nothing
                  """)) {
            insert.setObject(1, tenancy.current());
            insert.setObject(2, id);
            insert.setArray(3, connection.createArrayOf("int8", lines));
            insert.setArray(4, connection.createArrayOf("int4", parts));
            insert.setArray(5, connection.createArrayOf("text", originals));
            insert.setArray(6, connection.createArrayOf("text", ids));
            insert.setArray(7, connection.createArrayOf("text", fields));
            insert.setArray(8, connection.createArrayOf("text", reasons));
            return insert.executeUpdate();
          }
        });
  }

  /** A text as PostgreSQL can hold it: NUL and half characters made visible, at most so long. */
  static String storable(String text) {
    String held =
        text.length() > LONGEST_ORIGINAL
            ? text.substring(0, LONGEST_ORIGINAL) + " ... (cut: " + text.length() + " characters)"
            : text;
    StringBuilder clean = null;
    for (int i = 0; i < held.length(); i++) {
      char c = held.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < held.length()
              && Character.isLowSurrogate(held.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        clean = clean == null ? new StringBuilder(held) : clean;
        clean.setCharAt(i, c == 0 ? '\u2400' : '\uFFFD');
      }
    }
    return clean == null ? held : clean.toString();
  }

  static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static ImportRow row(ResultSet row) throws SQLException {
    String state = row.getString("state");
    return new ImportRow(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getString("origin"),
        row.getString("source"),
        row.getString("file_name"),
        row.getObject("file_bytes", Long.class),
        row.getString("mapping"),
        row.getString("layout"),
        state,
        row.getString("trouble"),
        row.getLong("lines"),
        row.getLong("accepted"),
        row.getLong("corrected"),
        row.getLong("repeated"),
        row.getLong("refused"),
        row.getLong("skipped"),
        row.getLong("rounded_weights"),
        row.getLong("ambiguous_times"),
        row.getLong("tolerated"),
        state.equals("running") ? 0 : 100,
        instant(row, "known_at"),
        instant(row, "arrived_at"),
        instantOrNull(row, "finished_at"),
        instantOrNull(row, "withdrawn_at"),
        row.getObject("replay_of", UUID.class),
        row.getObject("same_as", UUID.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
