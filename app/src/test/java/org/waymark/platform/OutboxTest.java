package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.TestServer;
import tools.jackson.databind.JsonNode;

class OutboxTest {
  private final Tenancy tenancy = TestServer.bean(Tenancy.class);
  private final JdbcClient jdbc = TestServer.bean(JdbcClient.class);
  private final Outbox outbox = TestServer.bean(Outbox.class);
  private final UUID workspace = TestServer.newWorkspace().id();
  private final String kind = "LanternLit" + Ids.next();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final OutboxWorker worker =
      new OutboxWorker(
          jdbc,
          (JdbcClient) TestServer.bean("lobby"),
          tenancy,
          Clock.systemUTC(),
          TestServer.bean(Wake.class),
          List.of(
              new Outbox.Listener() {
                @Override
                public String kind() {
                  return kind;
                }

                @Override
                public void handle(UUID where, String subject, JsonNode payload) {
                  assertThat(where).isEqualTo(tenancy.current());
                  if (failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("the lamp is wet");
                  }
                  heard.add(subject + payload.get("height").asInt());
                }
              }));

  /** The server's own worker would be faster than a test that looks at each step. */
  @BeforeEach
  void pauseTheServersWorker() {
    TestServer.bean(OutboxWorker.class).stop();
  }

  @AfterEach
  void stop() {
    worker.stop();
    TestServer.bean(OutboxWorker.class).start();
  }

  private void publish(String subject) {
    tenancy.run(workspace, () -> outbox.publish(kind, subject, Map.of("height", 12)));
  }

  private void eventually(Runnable check) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (true) {
      try {
        check.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(20);
      }
    }
  }

  @Test
  void an_announcement_is_heard_after_its_commit_and_never_of_a_change_undone()
      throws InterruptedException {
    assertThatThrownBy(
            () ->
                tenancy.run(
                    workspace,
                    () -> {
                      outbox.publish(kind, "undone", Map.of("height", 1));
                      throw new IllegalStateException("undo");
                    }))
        .hasMessage("undo");
    publish("north");
    worker.start();
    eventually(() -> assertThat(heard).containsExactly("north12"));
    assertThat(waiting()).isZero();
  }

  @Test
  void a_listener_that_fails_is_asked_again_later() {
    failures.set(1);
    publish("west");
    worker.handleOne(workspace);
    assertThat(heard).isEmpty();
    assertThat(waiting()).isEqualTo(1);
    tenancy.run(
        workspace, () -> jdbc.sql("update outbox set due_at = now() - interval '1 hour'").update());
    worker.handleOne(workspace);
    assertThat(heard).containsExactly("west12");
    assertThat(waiting()).isZero();
  }

  @Test
  void what_cannot_be_handled_is_kept_in_sight_and_can_be_revived() {
    failures.set(1);
    publish("east");
    tenancy.run(
        workspace,
        () ->
            jdbc.sql("update outbox set attempts = :most")
                .param("most", OutboxWorker.MAX_ATTEMPTS - 1)
                .update());
    worker.handleOne(workspace);
    var dead = tenancy.in(workspace, outbox::deadLetters);
    assertThat(dead).hasSize(1);
    assertThat(dead.getFirst().trouble()).contains("the lamp is wet");
    assertThat(worker.handleOne(workspace)).isFalse();
    tenancy.run(workspace, () -> outbox.revive(dead.getFirst().id()));
    worker.handleOne(workspace);
    assertThat(heard).containsExactly("east12");
  }

  @Test
  void two_workers_never_take_the_same_announcement() {
    publish("south");
    tenancy.run(
        workspace,
        () -> {
          jdbc.sql("select id from outbox for update")
              .query((row, number) -> row.getString("id"))
              .list();
          Thread other = Thread.ofPlatform().start(() -> worker.handleOne(workspace));
          try {
            other.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    assertThat(heard).isEmpty();
    worker.handleOne(workspace);
    assertThat(heard).containsExactly("south12");
  }

  @Test
  void the_wait_doubles_up_to_an_hour() {
    assertThat(OutboxWorker.wait(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(OutboxWorker.wait(4)).isEqualTo(Duration.ofSeconds(8));
    assertThat(OutboxWorker.wait(40)).isEqualTo(Duration.ofHours(1));
  }

  private int waiting() {
    return tenancy.in(
        workspace,
        () ->
            jdbc.sql("select count(*) as n from outbox where kind = :kind")
                .param("kind", kind)
                .query((row, number) -> row.getInt("n"))
                .single());
  }
}
