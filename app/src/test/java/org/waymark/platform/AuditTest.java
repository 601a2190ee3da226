package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.TestServer;

class AuditTest {
  private final Tenancy tenancy = TestServer.bean(Tenancy.class);
  private final JdbcClient jdbc = TestServer.bean(JdbcClient.class);
  private final Audit audit = TestServer.bean(Audit.class);
  private final UUID workspace = TestServer.newWorkspace().id();

  private void record() {
    audit.record(Actor.server(), "lantern.lit", "lantern", "7", null, Map.of("height", 12));
  }

  @Test
  void a_change_leaves_its_row() {
    tenancy.run(workspace, this::record);
    String after =
        tenancy.in(
            workspace,
            () ->
                jdbc.sql("select after from audit where action = 'lantern.lit'")
                    .query((row, number) -> row.getString("after"))
                    .single());
    assertThat(after).isEqualTo("{\"height\": 12}");
  }

  @Test
  void a_story_told_of_the_past_is_recorded_when_it_was_really_told() {
    Instant longAgo = Instant.parse("2001-02-03T04:05:06Z");
    Instant before = Instant.now().minusSeconds(1);
    Instant told =
        StoryClock.telling(
            longAgo,
            () -> {
              tenancy.run(workspace, this::record);
              return TestServer.bean(Clock.class).instant();
            });
    Instant at =
        tenancy.in(
            workspace,
            () ->
                jdbc.sql("select max(at) as at from audit where action = 'lantern.lit'")
                    .query((row, number) -> row.getTimestamp("at").toInstant())
                    .single());
    assertThat(told).isEqualTo(longAgo);
    assertThat(at).isAfter(before);
    assertThat(TestServer.bean(Clock.class).instant()).isAfter(before);
  }

  @Test
  void outside_a_transaction_nothing_can_be_recorded() {
    assertThatThrownBy(
            () ->
                tenancy.as(
                    workspace,
                    () -> {
                      record();
                      return true;
                    }))
        .hasMessageContaining("transaction");
  }

  @Test
  void a_row_is_never_changed_by_the_application_nor_by_the_owner() throws SQLException {
    tenancy.run(workspace, this::record);
    for (String attempt : new String[] {"update audit set action = 'x'", "delete from audit"}) {
      assertThatThrownBy(() -> tenancy.run(workspace, () -> jdbc.sql(attempt).update()))
          .hasRootCauseMessage("ERROR: permission denied for table audit");
    }
    Database database = TestServer.bean(Database.class);
    try (var owner =
            DriverManager.getConnection(
                database.url(), database.owner().role(), database.owner().password());
        var statement = owner.createStatement()) {
      assertThatThrownBy(() -> statement.execute("truncate audit"))
          .hasMessageContaining("never changed");
    }
  }
}
