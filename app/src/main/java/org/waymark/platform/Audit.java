package org.waymark.platform;

import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who did what. A row is written in the transaction of the change itself and never touched again;
 * the database refuses to. Open pages are told that the thing has changed.
 */
@Component
public class Audit {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Changes changes;
  private final Clock clock;

  Audit(JdbcClient jdbc, Tenancy tenancy, Changes changes, @Qualifier("wall") Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Records a change in the running transaction.
   *
   * @param action a past tense such as "goal.closed"
   * @param before the thing as it was; null when it was made
   * @param after the thing as it is; null when it is gone
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      Actor actor,
      String action,
      String objectKind,
      String objectId,
      @Nullable Object before,
      @Nullable Object after) {
    jdbc.sql(
            """
            insert into audit (workspace_id, id, at, member, through, action, object_kind, object_id, before, after)
            values (:workspace, :id, :at, :member, :through, :action, :kind, :object, :before::jsonb, :after::jsonb)
            """)
        .param("workspace", tenancy.current())
        .param("id", Ids.next())
        .param("at", Timestamp.from(clock.instant()))
        .param("member", actor.member())
        .param("through", actor.through())
        .param("action", action)
        .param("kind", objectKind)
        .param("object", objectId)
        .param("before", before == null ? null : Json.write(before))
        .param("after", after == null ? null : Json.write(after))
        .update();
    changes.tell(tenancy.current(), objectKind, objectId);
  }
}
