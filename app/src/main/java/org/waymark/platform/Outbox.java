package org.waymark.platform;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * What has to happen after a change is committed: it is announced in the transaction of the change
 * and handled at least once, so a listener's own effect must be unique by kind, subject and period.
 */
@Component
public class Outbox {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;
  private final Wake wake;

  Outbox(JdbcClient jdbc, Tenancy tenancy, Clock clock, Wake wake) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
    this.wake = wake;
  }

  /** A bean that handles what is announced under one kind; several may listen to the same. */
  public interface Listener {
    String kind();

    /** Runs inside a transaction of the workspace; an exception makes it come again later. */
    void handle(UUID workspace, String subject, JsonNode payload);
  }

  /** An announcement nobody could handle, given up after many attempts. */
  public record DeadLetter(
      UUID id, String kind, String subject, int attempts, String trouble, Instant deadAt) {}

  /**
   * Announces in the running transaction.
   *
   * @param kind a past tense such as "MetricMeasured"
   * @param subject what it is about, such as an id or a key
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(String kind, String subject, Object payload) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            insert into outbox (workspace_id, id, kind, subject, payload, published_at, due_at)
            values (:workspace, :id, :kind, :subject, :payload::jsonb, :now, :now)
            """)
        .param("workspace", tenancy.current())
        .param("id", Ids.next())
        .param("kind", kind)
        .param("subject", subject)
        .param("payload", Json.write(payload))
        .param("now", now)
        .update();
    Tenancy.afterCommit(wake::now);
  }

  /** What was given up in the bound workspace, newest first. */
  @Transactional(readOnly = true)
  public List<DeadLetter> deadLetters() {
    return jdbc.sql(
            """
            select id, kind, subject, attempts, trouble, dead_at from outbox
            where workspace_id = :workspace and dead_at is not null order by dead_at desc limit 500
            """)
        .param("workspace", tenancy.current())
        .query(
            (row, number) ->
                new DeadLetter(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getString("subject"),
                    row.getInt("attempts"),
                    row.getString("trouble"),
                    row.getTimestamp("dead_at").toInstant()))
        .list();
  }

  /** Has a dead letter tried again from the beginning. */
  @Transactional
  public void revive(UUID id) {
    int found =
        jdbc.sql(
                """
                update outbox set dead_at = null, attempts = 0, due_at = :now
                where workspace_id = :workspace and id = :id and dead_at is not null
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("workspace", tenancy.current())
            .param("id", id)
            .update();
    if (found == 0) {
      throw new NotFound("dead letter");
    }
    wake.now();
  }
}
