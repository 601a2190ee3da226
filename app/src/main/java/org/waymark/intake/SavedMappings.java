package org.waymark.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/** How the files of each source are understood, kept for the next one. */
@Component
@Transactional
public class SavedMappings {
  private static final int LONGEST_NAME = 80;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Book book;
  private final KeyTable keys;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  SavedMappings(
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

  /** A saved mapping as programs see it. */
  public record SavedMapping(
      JsonNode mapping, List<String> header, int version, @Nullable String name) {}

  /**
   * A saved mapping as people choose it.
   *
   * @param name what people call it; the source's code unless they gave it one
   * @param columns how many columns the file has that it was made for
   * @param files how many files of this source have come
   * @param lastUsed when the latest of them came
   */
  public record Kept(
      UUID id,
      String source,
      String name,
      JsonNode mapping,
      int columns,
      Instant savedAt,
      long files,
      @Nullable Instant lastUsed) {}

  private static final String KEPT =
      """
      select m.id, s.code, coalesce(m.name, s.code) as name, m.mapping, cardinality(m.header) as columns, m.saved_at,
        (select count(*) from import i where i.workspace_id = s.workspace_id and i.source_number = s.number
          and i.origin = 'file') as files,
        (select max(i.arrived_at) from import i where i.workspace_id = s.workspace_id and i.source_number = s.number
          and i.origin = 'file') as last_used
      from source_mapping m
      join source s on s.workspace_id = m.workspace_id and s.number = m.source_number
      where m.workspace_id = :workspace and m.removed_at is null
      """;

  /** All of them, by name. */
  @Transactional(readOnly = true)
  public List<Kept> list(Caller by) {
    access.require(by, Action.READ, null);
    return jdbc.sql(KEPT + " order by name, s.code")
        .param("workspace", tenancy.current())
        .query((row, n) -> kept(row))
        .list();
  }

  /**
   * One of them.
   *
   * @throws NotFound when there is none, or it was taken away
   */
  @Transactional(readOnly = true)
  public Kept kept(Caller by, UUID id) {
    access.require(by, Action.READ, null);
    return jdbc.sql(KEPT + " and m.id = :id")
        .param("workspace", tenancy.current())
        .param("id", id)
        .query((row, n) -> kept(row))
        .optional()
        .orElseThrow(() -> new NotFound("saved mapping"));
  }

  /** The one that is saved for a source. */
  @Transactional(readOnly = true)
  public Kept of(Caller by, String source) {
    return list(by).stream()
        .filter(kept -> kept.source().equals(source))
        .findFirst()
        .orElseThrow(() -> new NotFound("saved mapping"));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    OffsetDateTime used = row.getObject("last_used", OffsetDateTime.class);
    return new Kept(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("name"),
        Json.mapper().readTree(row.getString("mapping")),
        row.getInt("columns"),
        row.getObject("saved_at", OffsetDateTime.class).toInstant(),
        row.getLong("files"),
        used == null ? null : used.toInstant());
  }

  @Transactional(readOnly = true)
  public SavedMapping get(Caller by, String source) {
    access.require(by, Action.READ, null);
    return saved(source).orElseThrow(() -> new NotFound("saved mapping"));
  }

  Optional<SavedMapping> saved(String source) {
    return jdbc.sql(
            """
            select m.mapping, m.header, m.version, m.name from source_mapping m
            join source s on s.workspace_id = m.workspace_id and s.number = m.source_number
            where m.workspace_id = :workspace and s.code = :code and m.removed_at is null
            """)
        .param("workspace", tenancy.current())
        .param("code", source)
        .query(
            (row, n) ->
                new SavedMapping(
                    Json.mapper().readTree(row.getString(1)),
                    List.of((String[]) row.getArray(2).getArray()),
                    row.getInt(3),
                    row.getString(4)))
        .optional();
  }

  /**
   * The mapping saved for files with exactly this header, without the moment the earlier file was
   * written: this one has its own.
   */
  Optional<ObjectNode> savedFor(List<String> header) {
    Optional<ObjectNode> saved =
        jdbc.sql(
                """
                select mapping from source_mapping
                where workspace_id = :workspace and header = :header::text[] and removed_at is null
                order by saved_at desc limit 1
                """)
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
              saved_at = excluded.saved_at, version = source_mapping.version + 1, removed_at = null
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

  /** Gives it a name of its own; an empty one takes the source's code again. */
  public void rename(Caller by, UUID id, String name) {
    access.require(by, Action.IMPORT, null);
    String wanted = name.strip();
    if (wanted.length() > LONGEST_NAME) {
      throw InvalidInput.of("name", "must be at most " + LONGEST_NAME + " characters");
    }
    if (wanted.indexOf(0) >= 0) {
      throw InvalidInput.of("name", "must not hold a NUL character");
    }
    Kept before = kept(by, id);
    change("former_name = name, name = :name", id, wanted.isEmpty() ? null : wanted);
    audit.record(by, "mapping.renamed", "source", before.source(), before.name(), wanted);
  }

  /** Gives it the name back that it had before the last change. */
  public void renameBack(Caller by, UUID id) {
    access.require(by, Action.IMPORT, null);
    Kept before = kept(by, id);
    change("name = former_name, former_name = name", id, null);
    audit.record(
        by, "mapping.renamed", "source", before.source(), before.name(), kept(by, id).name());
  }

  /** Takes it away: the next file of this kind gets a fresh proposal. What was imported stays. */
  public void remove(Caller by, UUID id) {
    access.require(by, Action.IMPORT, null);
    Kept before = kept(by, id);
    change("removed_at = :now", id, null);
    audit.record(by, "mapping.removed", "source", before.source(), before.mapping(), null);
  }

  /** Brings a removed one back. */
  public void bringBack(Caller by, UUID id) {
    access.require(by, Action.IMPORT, null);
    change("removed_at = null", id, null);
    Kept after = kept(by, id);
    audit.record(by, "mapping.saved", "source", after.source(), null, after.mapping());
  }

  private void change(String how, UUID id, @Nullable String name) {
    jdbc.sql("update source_mapping set " + how + " where workspace_id = :workspace and id = :id")
        .param("name", name)
        .param("now", ImportTable.at(clock.instant()))
        .param("workspace", tenancy.current())
        .param("id", id)
        .update();
  }
}
