package org.waymark.goals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How key results of closed goals ended. */
@Repository
public class Endings {
  private final JdbcClient jdbc;

  Endings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One that ended.
   *
   * @param version which of its versions was scored: another one may have had another target
   * @param halfway the day in the middle between the start of its cycle and its due date
   * @param met whether its target was reached, as it was scored
   */
  public record Ending(UUID keyResult, int version, LocalDate halfway, boolean met) {}

  /** All of which it is known whether they were met, of goals that are closed now. */
  @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
  public List<Ending> all() {
    return jdbc.sql(
            """
            select s.key_result_id as "keyResult", s.key_result_version as version, c.first_day + (k.due - c.first_day) / 2 as halfway, s.met
            from key_result_snapshot s
            join goal_act a on a.workspace_id = s.workspace_id and a.id = s.act_id and a.taken_back_at is null
            join goal_now g on g.workspace_id = a.workspace_id and g.id = a.goal_id
            join cycle c on c.workspace_id = g.workspace_id and c.id = g.cycle_id
            join key_result_now k on k.workspace_id = s.workspace_id and k.id = s.key_result_id
            where s.because = 'closure' and s.met is not null
            order by s.key_result_id
            """)
        .query(
            (row, n) ->
                new Ending(
                    row.getObject("keyResult", UUID.class),
                    row.getInt("version"),
                    row.getObject("halfway", LocalDate.class),
                    row.getBoolean("met")))
        .list();
  }
}
