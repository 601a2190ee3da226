package org.waymark.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of sessions; they belong to an account, not to a workspace. */
@Component
class SessionTable {

  /** A session nobody uses ends after this long. */
  static final Duration IDLE = Duration.ofDays(7);

  /** No session lives longer than this. */
  static final Duration LONGEST = Duration.ofDays(30);

  private final JdbcClient lobby;

  SessionTable(@Qualifier("lobby") JdbcClient lobby) {
    this.lobby = lobby;
  }

  void insert(UUID id, byte[] hash, UUID account, @Nullable UUID entered, Instant now) {
    lobby
        .sql(
            """
            insert into session (id, hash, account_id, entered, made_at, seen_at, expires_at)
            values (:id, :hash, :account, :entered, :now, :now, :expiresAt)
            """)
        .param("id", id)
        .param("hash", hash)
        .param("account", account)
        .param("entered", entered)
        .param("now", utc(now))
        .param("expiresAt", utc(now.plus(IDLE)))
        .update();
  }

  void seen(UUID id, Instant now) {
    lobby
        .sql(
            """
            update session set seen_at = :now, expires_at = least(:idleOut, made_at + :longest)
            where id = :id
            """)
        .param("id", id)
        .param("now", utc(now))
        .param("idleOut", utc(now.plus(IDLE)))
        .param("longest", LONGEST.toDays() + " days")
        .update();
  }

  void enter(UUID id, UUID workspace) {
    lobby
        .sql("update session set entered = :workspace where id = :id")
        .param("workspace", workspace)
        .param("id", id)
        .update();
  }

  void end(UUID id, UUID account, Instant now) {
    lobby
        .sql(
            """
            update session set ended_at = :now
            where id = :id and account_id = :account and ended_at is null
            """)
        .param("now", utc(now))
        .param("id", id)
        .param("account", account)
        .update();
  }

  void endAllBut(@Nullable UUID kept, UUID account, Instant now) {
    lobby
        .sql(
            """
            update session set ended_at = :now
            where account_id = :account and ended_at is null
              and (:kept::uuid is null or id <> :kept)
            """)
        .param("now", utc(now))
        .param("account", account)
        .param("kept", kept)
        .update();
  }

  List<Sessions.OpenSession> open(UUID account, Instant now) {
    return lobby
        .sql(
            """
            select id, made_at, seen_at from session
            where account_id = :account and ended_at is null and expires_at > :now
            order by seen_at desc, id
            """)
        .param("account", account)
        .param("now", utc(now))
        .query(
            (row, number) ->
                new Sessions.OpenSession(
                    row.getObject("id", UUID.class),
                    row.getObject("made_at", OffsetDateTime.class).toInstant(),
                    row.getObject("seen_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Forgets what has been over for as long as a session can live. */
  void forget(Instant now) {
    lobby
        .sql("delete from session where expires_at < :past or ended_at < :past")
        .param("past", utc(now.minus(LONGEST)))
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
