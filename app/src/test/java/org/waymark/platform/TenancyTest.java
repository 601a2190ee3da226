package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.TestServer;

class TenancyTest {
  private final Tenancy tenancy = TestServer.bean(Tenancy.class);
  private final JdbcClient jdbc = TestServer.bean(JdbcClient.class);

  @Test
  void a_workspace_sees_only_itself() {
    var one = TestServer.newWorkspace();
    var other = TestServer.newWorkspace();
    assertThat(
            tenancy.in(
                one.id(),
                () -> jdbc.sql("select id from workspace").query(java.util.UUID.class).list()))
        .containsExactly(one.id());
    assertThat(tenancy.workspaces()).contains(one.id(), other.id());
  }

  @Test
  void sql_outside_a_workspace_is_refused() {
    assertThatThrownBy(() -> jdbc.sql("select 1").query(Integer.class).single())
        .hasRootCauseMessage(
            "SQL outside a transaction of a workspace: wrap the work in Tenancy.in.");
    var one = TestServer.newWorkspace();
    assertThatThrownBy(
            () -> tenancy.as(one.id(), () -> jdbc.sql("select 1").query(Integer.class).single()))
        .hasRootCauseMessage(
            "SQL outside a transaction of a workspace: wrap the work in Tenancy.in.");
  }

  @Test
  void a_thread_works_for_one_workspace_at_a_time() {
    var one = TestServer.newWorkspace();
    var other = TestServer.newWorkspace();
    assertThatThrownBy(() -> tenancy.run(one.id(), () -> tenancy.run(other.id(), () -> {})))
        .hasMessageContaining("another workspace");
  }
}
