package org.waymark.today;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When members looked at Today, in the database. */
@Repository
class LookTable {
  /** Coming back sooner than this is still the same look: the news stay while one checks in. */
  static final Duration ONE_LOOK = Duration.ofMinutes(30);

  private final JdbcClient jdbc;

  LookTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Since when things are news to this member; nothing if they never looked. */
  Optional<Instant> since(UUID member, Instant now) {
    return jdbc.sql(
            """
            select case when looked_at < :before then looked_at else news_since end as since
            from member_look where member_id = :member
            """)
        .param("member", member)
        .param("before", utc(now.minus(ONE_LOOK)))
        .query((row, n) -> row.getObject("since", OffsetDateTime.class).toInstant())
        .optional();
  }

  /** They looked: after a while away, news begin where they looked before. */
  void looked(UUID workspace, UUID member, Instant now, Instant first) {
    jdbc.sql(
            """
            insert into member_look (workspace_id, member_id, news_since, looked_at)
            values (:workspace, :member, :first, :now)
            on conflict (workspace_id, member_id) do update set
              news_since = case when member_look.looked_at < :before then member_look.looked_at
                else member_look.news_since end,
              looked_at = greatest(member_look.looked_at, excluded.looked_at)
            """)
        .param("workspace", workspace)
        .param("member", member)
        .param("first", utc(first))
        .param("now", utc(now))
        .param("before", utc(now.minus(ONE_LOOK)))
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
