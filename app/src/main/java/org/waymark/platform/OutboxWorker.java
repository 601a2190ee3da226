package org.waymark.platform;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Handles what the outbox holds. Several servers may do so at once: each announcement is locked by
 * the one that handles it ({@code SKIP LOCKED}), and its row goes in the same transaction as its
 * effect.
 */
@Component
class OutboxWorker implements SmartLifecycle {
  static final int MAX_ATTEMPTS = 12;

  private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final JdbcClient lobby;
  private final Tenancy tenancy;
  private final Clock clock;
  private final Wake wake;
  private final Map<String, List<Outbox.Listener>> listeners;
  private volatile @Nullable Thread thread;

  OutboxWorker(
      JdbcClient jdbc,
      @Qualifier("lobby") JdbcClient lobby,
      Tenancy tenancy,
      Clock clock,
      Wake wake,
      List<Outbox.Listener> listeners) {
    this.jdbc = jdbc;
    this.lobby = lobby;
    this.tenancy = tenancy;
    this.clock = clock;
    this.wake = wake;
    this.listeners = listeners.stream().collect(Collectors.groupingBy(Outbox.Listener::kind));
  }

  private record Letter(UUID id, String kind, String subject, String payload, int attempts) {}

  private void work() {
    while (thread == Thread.currentThread()) {
      try {
        for (UUID workspace : withDueWork()) {
          while (thread == Thread.currentThread() && handleOne(workspace)) {
            // the next one
          }
        }
        wake.sleep(POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("The outbox cannot be read right now: {}", e.toString());
        try {
          Thread.sleep(POLL);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  private List<UUID> withDueWork() {
    return lobby
        .sql("select id from workspaces_with_due_work() as id")
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Handles one announcement; false when the workspace has no more of them. */
  boolean handleOne(UUID workspace) {
    Letter[] claimed = new Letter[1];
    try {
      return tenancy.in(
          workspace,
          () -> {
            Optional<Letter> next = claim(workspace);
            if (next.isEmpty()) {
              return false;
            }
            claimed[0] = next.get();
            deliver(workspace, next.get());
            jdbc.sql("delete from outbox where workspace_id = :workspace and id = :id")
                .param("workspace", workspace)
                .param("id", next.get().id())
                .update();
            return true;
          });
    } catch (RuntimeException e) {
      if (claimed[0] == null) {
        throw e;
      }
      postpone(workspace, claimed[0], e);
      return true;
    }
  }

  private Optional<Letter> claim(UUID workspace) {
    return jdbc.sql(
            """
            select id, kind, subject, payload, attempts from outbox
            where workspace_id = :workspace and dead_at is null and due_at <= :now
            order by due_at, id limit 1 for update skip locked
            """)
        .param("workspace", workspace)
        .param("now", Timestamp.from(clock.instant()))
        .query(
            (row, number) ->
                new Letter(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getString("subject"),
                    row.getString("payload"),
                    row.getInt("attempts")))
        .optional();
  }

  private void deliver(UUID workspace, Letter letter) {
    JsonNode payload = Json.mapper().readTree(letter.payload());
    for (Outbox.Listener listener : listeners.getOrDefault(letter.kind(), List.of())) {
      listener.handle(workspace, letter.subject(), payload);
    }
  }

  private void postpone(UUID workspace, Letter letter, RuntimeException trouble) {
    int attempts = letter.attempts() + 1;
    boolean dead = attempts >= MAX_ATTEMPTS;
    Instant now = clock.instant();
    if (dead) {
      LOG.error(
          "{} of {} is given up after {} attempts.",
          letter.kind(),
          letter.subject(),
          attempts,
          trouble);
    } else {
      LOG.warn("{} of {} comes again: {}", letter.kind(), letter.subject(), trouble.toString());
    }
    tenancy.run(
        workspace,
        () ->
            jdbc.sql(
                    """
                    update outbox set attempts = :attempts, due_at = :due, trouble = :trouble, dead_at = :dead
                    where workspace_id = :workspace and id = :id
                    """)
                .param("attempts", attempts)
                .param("due", Timestamp.from(now.plus(wait(attempts))))
                .param("trouble", trouble.toString())
                .param("dead", dead ? Timestamp.from(now) : null)
                .param("workspace", workspace)
                .param("id", letter.id())
                .update());
  }

  /** One second, then twice as long each time, up to an hour. */
  static Duration wait(int attempts) {
    Duration wait = Duration.ofSeconds(1L << Math.min(attempts - 1, 12));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  @Override
  public void start() {
    Thread worker = Thread.ofPlatform().name("outbox").daemon(true).unstarted(this::work);
    thread = worker;
    worker.start();
  }

  @Override
  public void stop() {
    Thread worker = thread;
    thread = null;
    wake.now();
    if (worker != null) {
      try {
        worker.join(Duration.ofSeconds(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
