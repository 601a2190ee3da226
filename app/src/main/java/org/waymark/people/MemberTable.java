package org.waymark.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Fields;

/** Rows of members. */
@Component
class MemberTable {

  private static final String MEMBER =
      """
      select m.id, m.email, m.name, m.role, m.version,
             case when m.left_at is not null then 'LEFT'
                  when m.joined_at is not null then 'ACTIVE'
                  else 'INVITED' end as state,
             array(select (select v.code from unit_version v
                           where v.workspace_id = mu.workspace_id and v.unit_id = mu.unit_id
                             and v.valid_from <= (now() at time zone w.zone)::date
                           order by v.valid_from desc, v.version desc limit 1)
                   from member_unit mu
                   where mu.workspace_id = m.workspace_id and mu.member_id = m.id
                   order by mu.unit_id) as units
      from member m
      join workspace w on w.id = m.workspace_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  MemberTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Member> byEmail(String email) {
    return jdbc.sql(MEMBER + "where m.email = :email")
        .param("email", email)
        .query(MemberTable::read)
        .optional();
  }

  Optional<Member> byId(UUID id) {
    return jdbc.sql(MEMBER + "where m.id = :id")
        .param("id", id)
        .query(MemberTable::read)
        .optional();
  }

  List<Member> list(Cursor cursor) {
    return jdbc.sql(
            MEMBER + "where :after::uuid is null or m.id > :after order by m.id limit :rows")
        .param("after", cursor.after())
        .param("rows", cursor.rows())
        .query(MemberTable::read)
        .list();
  }

  int activeOwners() {
    return jdbc.sql(
            """
            select count(*) from member
            where role = 'owner' and joined_at is not null and left_at is null
            """)
        .query((row, number) -> row.getInt(1))
        .single();
  }

  void insert(UUID id, String email, String name, Role role) {
    jdbc.sql(
            """
            insert into member (workspace_id, id, email, name, role)
            values (current_setting('waymark.workspace')::uuid, :id, :email, :name, :role)
            """)
        .param("id", id)
        .param("email", email)
        .param("name", name)
        .param("role", Fields.word(role))
        .update();
  }

  void update(UUID id, String name, Role role) {
    jdbc.sql(
            """
            update member set name = :name, role = :role, version = version + 1 where id = :id
            """)
        .param("id", id)
        .param("name", name)
        .param("role", Fields.word(role))
        .update();
  }

  /** Puts a member into exactly these units. */
  void putInto(UUID id, List<UUID> units) {
    jdbc.sql("delete from member_unit where member_id = :id").param("id", id).update();
    jdbc.sql(
            """
            insert into member_unit (workspace_id, member_id, unit_id)
            select current_setting('waymark.workspace')::uuid, :id, unit
            from unnest(:units::uuid[]) as unit
            """)
        .param("id", id)
        .param("units", units.toArray(UUID[]::new))
        .update();
  }

  void join(UUID id, @Nullable UUID account) {
    jdbc.sql(
            """
            update member
            set account_id = :account, joined_at = :now, left_at = null, left_by = null,
                version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("account", account)
        .param("now", now())
        .update();
  }

  void leave(UUID id, @Nullable UUID by) {
    jdbc.sql(
            """
            update member set left_at = :now, left_by = :by, version = version + 1 where id = :id
            """)
        .param("id", id)
        .param("now", now())
        .param("by", by)
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Member read(ResultSet row, int number) throws SQLException {
    Array units = row.getArray("units");
    return new Member(
        row.getObject("id", UUID.class),
        row.getString("email"),
        row.getString("name"),
        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        List.of((String[]) units.getArray()),
        Member.State.valueOf(row.getString("state")),
        row.getInt("version"));
  }
}
