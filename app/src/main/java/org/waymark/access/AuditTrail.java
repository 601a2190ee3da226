package org.waymark.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.platform.Json;
import org.waymark.platform.Page;
import org.waymark.workspace.Cursor;
import tools.jackson.databind.JsonNode;

/** Reads what was done in the bound workspace, by whom and through what. Only owners may. */
@Component
public class AuditTrail {

  private final JdbcClient jdbc;
  private final Access access;

  AuditTrail(JdbcClient jdbc, Access access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  /**
   * One thing that was done.
   *
   * @param member e-mail address of who did it; null for the server itself
   * @param through session, token or server
   * @param about what the thing was last called; null when it never had a name
   * @param before the thing as it was; null when it was made
   * @param after the thing as it became; null when it went
   */
  public record Entry(
      UUID id,
      Instant at,
      @Nullable String member,
      String through,
      String action,
      String objectKind,
      String objectId,
      @Nullable String about,
      @Nullable JsonNode before,
      @Nullable JsonNode after) {}

  /** What to look for; null looks for all. Instants are inclusive from, exclusive to. */
  public record Filter(
      @Nullable String member,
      @Nullable String action,
      @Nullable String objectKind,
      @Nullable String objectId,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /** What was done, newest first, page by page. */
  @Transactional(readOnly = true)
  public Page<Entry> list(Caller caller, Filter filter, Cursor cursor) {
    access.require(caller, Action.READ_AUDIT, null);
    List<Entry> rows =
        jdbc.sql(
                """
                select a.id, a.at, m.email, a.through, a.action, a.object_kind, a.object_id,
                       a.before::text as before, a.after::text as after, named.about
                from audit a
                left join member m on m.workspace_id = a.workspace_id and m.id = a.member
                left join lateral (
                  select coalesce(b.after ->> 'statement', b.after ->> 'name', b.after ->> 'email') as about
                  from audit b
                  where b.workspace_id = a.workspace_id and b.object_kind = a.object_kind
                    and b.object_id = a.object_id
                    and (b.after ->> 'statement' is not null
                      or a.object_kind <> 'goal'
                        and coalesce(b.after ->> 'name', b.after ->> 'email') is not null)
                  order by b.id desc limit 1) named on true
                where (:after::uuid is null or a.id < :after)
                  and (:member::text is null or m.email = lower(:member))
                  and (:action::text is null or a.action = :action)
                  and (:objectKind::text is null or a.object_kind = :objectKind)
                  and (:objectId::text is null or a.object_id = :objectId)
                  and (:from::timestamptz is null or a.at >= :from)
                  and (:to::timestamptz is null or a.at < :to)
                order by a.id desc limit :rows
                """)
            .param("after", cursor.after())
            .param("member", filter.member())
            .param("action", filter.action())
            .param("objectKind", filter.objectKind())
            .param("objectId", filter.objectId())
            .param("from", utc(filter.from()))
            .param("to", utc(filter.to()))
            .param("rows", cursor.rows())
            .query(
                (row, number) ->
                    new Entry(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("email"),
                        row.getString("through"),
                        row.getString("action"),
                        row.getString("object_kind"),
                        row.getString("object_id"),
                        row.getString("about"),
                        json(row.getString("before")),
                        json(row.getString("after"))))
            .list();
    return cursor.page(rows, Entry::id);
  }

  /** The kinds of things that something was ever done to, in the order of the alphabet. */
  @Transactional(readOnly = true)
  public List<String> kinds(Caller caller) {
    access.require(caller, Action.READ_AUDIT, null);
    return jdbc.sql(
            """
            select distinct object_kind from audit where workspace_id = :workspace
            order by object_kind
            """)
        .param("workspace", caller.workspace())
        .query((row, number) -> row.getString("object_kind"))
        .list();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : Json.mapper().readTree(text);
  }
}
