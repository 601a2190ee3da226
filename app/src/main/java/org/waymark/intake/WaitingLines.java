package org.waymark.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.node.ObjectNode;

/** The refused lines of all imports that nobody has taken up again yet. */
@Component
@Transactional
public class WaitingLines {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Refusals refusals;
  private final SavedMappings mappings;
  private final Access access;

  WaitingLines(
      JdbcClient jdbc, Tenancy tenancy, Refusals refusals, SavedMappings mappings, Access access) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.refusals = refusals;
    this.mappings = mappings;
    this.access = access;
  }

  /**
   * The waiting lines of one import.
   *
   * @param mapped whether they went through a mapping, so that a change of it can help
   * @param anew whether a different mapping has been saved for their source since
   * @param reasons the most frequent first
   */
  public record Waiting(
      UUID id,
      String origin,
      @Nullable String source,
      @Nullable String fileName,
      Instant arrivedAt,
      boolean mapped,
      boolean anew,
      List<Reason> reasons) {

    public long lines() {
      return reasons.stream().mapToLong(Reason::lines).sum();
    }
  }

  /**
   * Lines refused for the same field.
   *
   * @param example what was wrong with one of them
   */
  public record Reason(String field, long lines, String example) {}

  /** By import, the latest first. Only counts and reasons: none of a customer's words. */
  @Transactional(readOnly = true)
  public List<Waiting> list(Caller by) {
    access.require(by, Action.READ_LINES, null);
    Map<UUID, Waiting> found = new LinkedHashMap<>();
    jdbc.sql(
            """
            with waiting as (
              select import_id, field, count(*) as lines, min(left(reason, 400)) as example
              from refusal where workspace_id = :workspace and replayed_by is null
              group by import_id, field
            )
            select i.id, i.origin, i.file_name, i.arrived_at, s.code, i.mapping is not null as mapped,
              coalesce(m.saved_at > i.arrived_at and m.mapping - 'snapshotAt' <> i.mapping - 'snapshotAt', false) as anew,
              w.field, w.lines, w.example
            from waiting w
            join import i on i.workspace_id = :workspace and i.id = w.import_id
              and i.withdrawn_at is null and i.state = 'done'
            left join source s on s.workspace_id = i.workspace_id and s.number = i.source_number
            left join source_mapping m on m.workspace_id = i.workspace_id and m.source_number = i.source_number
              and m.removed_at is null
            order by i.number desc, w.lines desc, w.field
            """)
        .param("workspace", tenancy.current())
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              Waiting waiting = found.get(id);
              if (waiting == null) {
                waiting =
                    new Waiting(
                        id,
                        row.getString("origin"),
                        row.getString("code"),
                        row.getString("file_name"),
                        row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("mapped"),
                        row.getBoolean("anew"),
                        new ArrayList<>());
                found.put(id, waiting);
              }
              waiting
                  .reasons()
                  .add(
                      new Reason(
                          row.getString("field"), row.getLong("lines"), row.getString("example")));
            });
    return List.copyOf(found.values());
  }

  /** How many lines wait, for whoever may only know that they do. */
  @Transactional(readOnly = true)
  public long count(Caller by) {
    access.require(by, Action.READ, null);
    return jdbc.sql(
            """
            select count(*) from refusal r
            join import i on i.workspace_id = r.workspace_id and i.id = r.import_id
            where r.workspace_id = :workspace and r.replayed_by is null and i.withdrawn_at is null and i.state = 'done'
            """)
        .param("workspace", tenancy.current())
        .query(Long.class)
        .single();
  }

  /**
   * Takes all of them up again, each import by itself.
   *
   * @param tolerance for finishes a little before their start, such as {@code PT1M}; null for what
   *     each import had
   * @param anew through the mapping that is saved for their source now
   * @return how many lines are on their way
   * @throws InvalidInput when none waits, or the tolerance is none
   */
  public long takeUp(Caller by, @Nullable String tolerance, boolean anew) {
    access.require(by, Action.IMPORT, null);
    List<Waiting> waiting = list(by);
    if (waiting.isEmpty()) {
      throw InvalidInput.of("", "there is no refused line left to take up again");
    }
    long lines = 0;
    for (Waiting one : waiting.stream().sorted(Comparator.comparing(Waiting::arrivedAt)).toList()) {
      refusals.replay(by, one.id(), changes(one, tolerance, anew), List.of());
      lines += one.lines();
    }
    return lines;
  }

  private @Nullable ObjectNode changes(Waiting one, @Nullable String tolerance, boolean anew) {
    if (!one.mapped()) {
      return null;
    }
    ObjectNode changes = Json.mapper().createObjectNode();
    String source = one.source();
    if (anew && one.anew() && source != null) {
      mappings
          .saved(source)
          .map(saved -> (ObjectNode) saved.mapping().deepCopy())
          .ifPresent(
              saved -> {
                saved.remove("snapshotAt"); // when this file was written has not changed
                changes.setAll(saved);
              });
    }
    if (tolerance != null) {
      changes.put("tolerance", tolerance);
    }
    return changes;
  }
}
