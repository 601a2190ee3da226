package org.waymark.intake;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.platform.NotFound;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where interactions come from, and how the files of each source are understood. */
@Component
@Transactional
public class Sources {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Book book;
  private final KeyTable keys;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  Sources(
      JdbcClient jdbc,
      Tenancy tenancy,
      Book book,
      KeyTable keys,
      Access access,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.book = book;
    this.keys = keys;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A source as it stands.
   *
   * @param held how many interactions are held of it
   * @param imports how many arrivals brought some that count
   * @param refused how many of their lines are refused and not taken up again
   * @param knownUntil its latest snapshot or arrival; null when all was withdrawn
   */
  public record Source(
      String code,
      long held,
      long imports,
      long refused,
      @Nullable Instant lastArrival,
      @Nullable Instant knownUntil,
      boolean mapped) {}

  /** A saved mapping. */
  public record SavedMapping(JsonNode mapping, List<String> header, int version) {}

  @Transactional(readOnly = true)
  public List<Source> list(Caller by) {
    access.require(by, Action.READ, null);
    return jdbc.sql(
            """
            with told as (
              select s.source_number, count(*) as imports, max(i.arrived_at) as last_arrival, max(s.known_us) as known_us
              from import_source s
              join import i on i.workspace_id = s.workspace_id and i.number = s.import_number and i.withdrawn_at is null
              where s.workspace_id = :workspace group by s.source_number
            ),
            live as (
              select p.source_number, p.import_number, p.key_count
              from key_run_part p
              join import i on i.workspace_id = p.workspace_id and i.number = p.import_number and i.withdrawn_at is null
              where p.workspace_id = :workspace
            ),
            held as (
              select source_number, sum(keys)::bigint as held from (
                select source_number, key_count as keys from live
                union all
                select source_number, count(*) as keys from interaction_key k
                where k.workspace_id = :workspace
                  and (k.shadows is null or k.shadows not in (select import_number from live))
                group by source_number
              ) of_place group by source_number
            ),
            refused as (
              select i.source_number, count(*) as refused
              from refusal r join import i on i.workspace_id = r.workspace_id and i.id = r.import_id
              where r.workspace_id = :workspace and r.replayed_by is null and i.withdrawn_at is null
              group by i.source_number
            )
            select s.code, coalesce(h.held, 0) as held, coalesce(t.imports, 0) as imports, coalesce(r.refused, 0) as refused,
              t.last_arrival, t.known_us, m.source_number is not null as mapped
            from source s
            left join told t on t.source_number = s.number
            left join held h on h.source_number = s.number
            left join refused r on r.source_number = s.number
            left join source_mapping m on m.workspace_id = s.workspace_id and m.source_number = s.number
            where s.workspace_id = :workspace order by t.last_arrival desc nulls last, s.code
            """)
        .param("workspace", tenancy.current())
        .query(
            (row, n) ->
                new Source(
                    row.getString("code"),
                    row.getLong("held"),
                    row.getLong("imports"),
                    row.getLong("refused"),
                    instant(row.getObject("last_arrival", OffsetDateTime.class)),
                    known(row),
                    row.getBoolean("mapped")))
        .list();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static @Nullable Instant known(java.sql.ResultSet row) throws SQLException {
    long us = row.getLong("known_us");
    return row.wasNull() ? null : Moments.of(us);
  }

  @Transactional(readOnly = true)
  public Source get(Caller by, String code) {
    return list(by).stream()
        .filter(s -> s.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NotFound("source"));
  }

  @Transactional(readOnly = true)
  public SavedMapping mapping(Caller by, String code) {
    access.require(by, Action.READ, null);
    return saved(code).orElseThrow(() -> new NotFound("saved mapping"));
  }

  private Optional<SavedMapping> saved(String code) {
    return jdbc.sql(
            """
            select m.mapping, m.header, m.version from source_mapping m
            join source s on s.workspace_id = m.workspace_id and s.number = m.source_number
            where m.workspace_id = :workspace and s.code = :code
            """)
        .param("workspace", tenancy.current())
        .param("code", code)
        .query(
            (row, n) ->
                new SavedMapping(
                    Json.mapper().readTree(row.getString(1)),
                    List.of((String[]) row.getArray(2).getArray()),
                    row.getInt(3)))
        .optional();
  }

  /**
   * The mapping saved for files with exactly this header, without the moment the earlier file was
   * written: this one has its own.
   */
  Optional<ObjectNode> savedFor(List<String> header) {
    Optional<ObjectNode> saved =
        jdbc.sql(
                "select mapping from source_mapping where workspace_id = :workspace and header = :header::text[] order by saved_at desc limit 1")
            .param("workspace", tenancy.current())
            .param("header", header.toArray(String[]::new))
            .query((row, n) -> (ObjectNode) Json.mapper().readTree(row.getString(1)))
            .optional();
    saved.ifPresent(mapping -> mapping.remove("snapshotAt"));
    return saved;
  }

  /**
   * Saves how the files of a source are understood, for next time.
   *
   * @param header column names of the file it was made for
   * @param version of the mapping that was seen; null when none was
   * @throws Conflict when it has changed since
   */
  public SavedMapping save(
      Caller by,
      String code,
      @Nullable JsonNode mapping,
      List<String> header,
      @Nullable Integer version) {
    access.require(by, Action.IMPORT, null);
    if (mapping == null) {
      throw InvalidInput.of("mapping", "is missing");
    }
    MappingJson.read(mapping);
    try {
      SourceCode.check(code);
    } catch (Refused e) {
      throw InvalidInput.of(e.field(), e.reason());
    }
    keys.takeTurn();
    Optional<SavedMapping> before = saved(code);
    if (before.isPresent() && version != null && before.get().version() != version) {
      throw new Conflict(
          "This mapping has been saved by somebody else since you looked.", before.get());
    }
    jdbc.sql(
            """
            insert into source_mapping (workspace_id, source_number, mapping, header, saved_at)
            values (:workspace, :source, :mapping::jsonb, :header::text[], :now)
            on conflict (workspace_id, source_number) do update set mapping = excluded.mapping, header = excluded.header,
              saved_at = excluded.saved_at, version = source_mapping.version + 1
            """)
        .param("workspace", tenancy.current())
        .param("source", book.source(code))
        .param("mapping", Json.write(mapping))
        .param("header", header.toArray(String[]::new))
        .param("now", ImportTable.at(clock.instant()))
        .update();
    SavedMapping after = saved(code).orElseThrow();
    audit.record(
        by,
        "mapping.saved",
        "source",
        code,
        before.map(SavedMapping::mapping).orElse(null),
        mapping);
    return after;
  }
}
