package org.waymark.workspace;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes changes of one kind in the bound workspace wait for each other until their transactions
 * end, so that what a change has checked still holds when it is written.
 */
@Component
public class Turns {

  private final JdbcClient jdbc;

  Turns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Waits for one's turn and keeps it until the transaction ends.
   *
   * @param what the kind of change, such as "units"
   */
  public void take(String what) {
    jdbc.sql(
            """
            select pg_advisory_xact_lock(
                hashtextextended(:what || ':' || current_setting('waymark.workspace'), 0))
            """)
        .param("what", what)
        .query((row, number) -> what)
        .single();
  }
}
