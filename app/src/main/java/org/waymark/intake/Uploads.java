package org.waymark.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.Ids;
import org.waymark.platform.Json;
import org.waymark.platform.NotFound;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Workspaces;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Files uploaded by page, while a person looks at how they will be understood. */
@Component
@Transactional
public class Uploads {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Spool spool;
  private final Previews previews;
  private final Imports imports;
  private final SavedMappings mappings;
  private final Workspaces workspaces;
  private final Access access;
  private final Clock clock;

  Uploads(
      JdbcClient jdbc,
      Tenancy tenancy,
      Spool spool,
      Previews previews,
      Imports imports,
      SavedMappings mappings,
      Workspaces workspaces,
      Access access,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.spool = spool;
    this.previews = previews;
    this.imports = imports;
    this.mappings = mappings;
    this.workspaces = workspaces;
    this.access = access;
    this.clock = clock;
  }

  /** A file that waits. */
  public record Waiting(
      UUID id, String fileName, long bytes, String sha256, @Nullable String mapping) {}

  /** Keeps a file that has arrived until it is imported or put away. */
  public UUID keep(Caller by, String fileName, Spool.Spooled file) {
    access.require(by, Action.IMPORT, null);
    previews.preview(by, fileName, file.path(), null); // refuses at once what can never be read
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into pending_upload (workspace_id, id, file_name, bytes, sha256, arrived_at)
            values (:workspace, :id, :name, :bytes, :sha, :now)
            """)
        .param("workspace", tenancy.current())
        .param("id", id)
        .param("name", fileName)
        .param("bytes", file.bytes())
        .param("sha", file.sha256())
        .param("now", ImportTable.at(clock.instant()))
        .update();
    spool.rename(file.path(), spool.of(id));
    return id;
  }

  @Transactional(readOnly = true)
  public Waiting get(Caller by, UUID id) {
    access.require(by, Action.IMPORT, null);
    return jdbc.sql(
            "select id, file_name, bytes, sha256, mapping from pending_upload where workspace_id = :workspace and id = :id")
        .param("workspace", tenancy.current())
        .param("id", id)
        .query(Waiting.class)
        .optional()
        .orElseThrow(() -> new NotFound("upload"));
  }

  /** The file that has waited for the shortest time; null when none waits. */
  @Transactional(readOnly = true)
  public @Nullable Waiting latest(Caller by) {
    access.require(by, Action.IMPORT, null);
    return jdbc.sql(
            """
            select id, file_name, bytes, sha256, mapping from pending_upload
            where workspace_id = :workspace order by arrived_at desc limit 1
            """)
        .param("workspace", tenancy.current())
        .query(Waiting.class)
        .optional()
        .orElse(null);
  }

  /** Leaves of many questions only those about the whole, for somebody who sees the file first. */
  public void begin(Caller by, UUID id) {
    Previews.Beginning beginning = previews.beginning(get(by, id).fileName(), spool.of(id));
    if (beginning.origin().equals("proposed")) {
      correct(by, id, Answers.first(beginning.mapping(), beginning.doubts()));
    }
  }

  /**
   * Keeps with the file what was answered about it.
   *
   * @param given by the name of each {@link Doubt}
   * @throws org.waymark.platform.InvalidInput naming each that is left open
   */
  public void answer(Caller by, UUID id, Map<String, List<String>> given) {
    Previews.Beginning beginning = previews.beginning(get(by, id).fileName(), spool.of(id));
    correct(
        by,
        id,
        Answers.put(beginning.mapping(), beginning.doubts(), given, workspaces.current().zone()));
  }

  /** What has been answered so far, by the name of each {@link Doubt}. */
  @Transactional(readOnly = true)
  public Map<String, List<String>> answered(Caller by, UUID id) {
    return Answers.in(look(by, id).mapping(), workspaces.current().zone());
  }

  /** The file's first lines as they would be understood now. */
  @Transactional(readOnly = true)
  public Previews.Preview look(Caller by, UUID id) {
    Waiting file = get(by, id);
    String mapping = file.mapping();
    return previews.lenient(
        by,
        file.fileName(),
        spool.of(id),
        mapping == null ? null : Json.mapper().readTree(mapping));
  }

  /**
   * Keeps a corrected mapping with the file, sensible or not: the page says what is wrong with it.
   */
  public void correct(Caller by, UUID id, ObjectNode mapping) {
    get(by, id);
    jdbc.sql(
            "update pending_upload set mapping = :mapping::jsonb where workspace_id = :workspace and id = :id")
        .param("mapping", Json.write(mapping))
        .param("workspace", tenancy.current())
        .param("id", id)
        .update();
  }

  /** Takes the file in as it would be understood now, and remembers the mapping for its source. */
  public ImportRow take(Caller by, UUID id) {
    Waiting file = get(by, id);
    Previews.Preview preview = look(by, id);
    JsonNode mapping = preview.mapping();
    String source = MappingJson.read(mapping).source();
    Path path = spool.of(id);
    ImportRow row =
        imports.upload(
            by, file.fileName(), new Spool.Spooled(path, file.bytes(), file.sha256()), mapping);
    if (source != null) {
      mappings.save(by, source, mapping, preview.header(), null);
    }
    forget(id);
    return row;
  }

  /** Puts a file away without importing it. */
  public void putAway(Caller by, UUID id) {
    get(by, id);
    forget(id);
    Spool.delete(spool.of(id));
  }

  private void forget(UUID id) {
    jdbc.sql("delete from pending_upload where workspace_id = :workspace and id = :id")
        .param("workspace", tenancy.current())
        .param("id", id)
        .update();
  }
}
