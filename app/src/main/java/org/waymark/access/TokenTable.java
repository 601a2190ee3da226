package org.waymark.access;

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
import org.waymark.people.Role;
import org.waymark.workspace.Cursor;

/** Rows of tokens. */
@Component
class TokenTable {

  private static final String TOKEN =
      """
      select t.id, t.name, t.member_id, m.email, t.role, t.beginning, t.made_at, t.expires_at,
             t.used_on, t.revoked_at
      from api_token t
      join member m on m.workspace_id = t.workspace_id and m.id = t.member_id
      """;

  private final JdbcClient jdbc;

  TokenTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ApiToken> byId(UUID id) {
    return jdbc.sql(TOKEN + "where t.id = :id").param("id", id).query(TokenTable::read).optional();
  }

  List<ApiToken> list(@Nullable UUID member, Cursor cursor) {
    return jdbc.sql(
            TOKEN
                + """
                where (:member::uuid is null or t.member_id = :member)
                  and (:after::uuid is null or t.id > :after)
                order by t.id limit :rows
                """)
        .param("member", member)
        .param("after", cursor.after())
        .param("rows", cursor.rows())
        .query(TokenTable::read)
        .list();
  }

  void insert(
      UUID id,
      UUID member,
      String name,
      Role role,
      byte[] hash,
      String beginning,
      Instant now,
      @Nullable Instant expiresAt) {
    jdbc.sql(
            """
            insert into api_token (workspace_id, id, member_id, name, role, hash, beginning,
                                   made_at, expires_at)
            values (current_setting('waymark.workspace')::uuid, :id, :member, :name, :role, :hash,
                    :beginning, :now, :expiresAt)
            """)
        .param("id", id)
        .param("member", member)
        .param("name", name)
        .param("role", role.word())
        .param("hash", hash)
        .param("beginning", beginning)
        .param("now", utc(now))
        .param("expiresAt", expiresAt == null ? null : utc(expiresAt))
        .update();
  }

  void revoke(UUID id, UUID by, Instant now) {
    jdbc.sql("update api_token set revoked_at = :now, revoked_by = :by where id = :id")
        .param("now", utc(now))
        .param("by", by)
        .param("id", id)
        .update();
  }

  /** Notes that a token was used on a day. */
  void used(UUID id, LocalDate day) {
    jdbc.sql("update api_token set used_on = :day where id = :id")
        .param("day", day)
        .param("id", id)
        .update();
  }

  private static ApiToken read(ResultSet row, int number) throws SQLException {
    return new ApiToken(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getObject("member_id", UUID.class),
        row.getString("email"),
        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        row.getString("beginning"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        instant(row, "expires_at"),
        row.getObject("used_on", LocalDate.class),
        instant(row, "revoked_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
