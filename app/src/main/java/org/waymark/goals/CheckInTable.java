package org.waymark.goals;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Check-ins in the database; one that was taken back is kept and no longer counts. */
@Repository
class CheckInTable {
  private static final String SELECT =
      """
      select c.*, m.email from check_in c
      join member m on m.workspace_id = c.workspace_id and m.id = c.by_member
      where c.taken_back_at is null
      """;

  private final JdbcClient jdbc;

  CheckInTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Oldest day first; of one day the one that came first. */
  List<CheckIn> of(Collection<UUID> keyResults) {
    return jdbc.sql(SELECT + " and c.key_result_id = any(:ids) order by c.on_day, c.at, c.id")
        .param("ids", keyResults.toArray(UUID[]::new))
        .query(CheckInTable::checkIn)
        .list();
  }

  Optional<CheckIn> find(UUID id) {
    return jdbc.sql(SELECT + " and c.id = :id")
        .param("id", id)
        .query(CheckInTable::checkIn)
        .optional();
  }

  void add(UUID workspace, UUID by, CheckIn checkIn) {
    jdbc.sql(
            """
            insert into check_in (workspace_id, id, key_result_id, on_day, at, by_member, value, numerator, denominator,
              confidence, note, evidence, read_by, votes)
            values (:workspace, :id, :keyResult, :on, :at, :by, :value, :numerator, :denominator,
              :confidence, :note, :evidence, :readBy, :votes)
            """)
        .param("workspace", workspace)
        .param("id", checkIn.id())
        .param("keyResult", checkIn.keyResult())
        .param("on", checkIn.on())
        .param("at", GoalTable.utc(checkIn.at()))
        .param("by", by)
        .param("value", checkIn.value())
        .param("numerator", checkIn.numerator())
        .param("denominator", checkIn.denominator())
        .param("confidence", checkIn.confidence())
        .param("note", checkIn.note())
        .param("evidence", checkIn.evidence())
        .param("readBy", checkIn.readBy())
        .param("votes", checkIn.votes() == null ? null : checkIn.votes().toArray(Integer[]::new))
        .update();
  }

  void takeBack(UUID id, UUID by, Instant at) {
    jdbc.sql(
            """
            update check_in set taken_back_at = :at, taken_back_by = :by
            where id = :id and taken_back_at is null
            """)
        .param("id", id)
        .param("by", by)
        .param("at", GoalTable.utc(at))
        .update();
  }

  private static CheckIn checkIn(ResultSet row, int n) throws SQLException {
    return new CheckIn(
        row.getObject("id", UUID.class),
        row.getObject("key_result_id", UUID.class),
        row.getObject("on_day", LocalDate.class),
        GoalTable.instant(row, "at"),
        row.getString("email"),
        row.getBigDecimal("value"),
        row.getObject("numerator", Long.class),
        row.getObject("denominator", Long.class),
        row.getObject("confidence", Integer.class),
        row.getString("note"),
        row.getString("evidence"),
        row.getString("read_by"),
        votes(row.getArray("votes")));
  }

  private static @Nullable List<Integer> votes(@Nullable Array votes) throws SQLException {
    return votes == null ? null : List.of((Integer[]) votes.getArray());
  }
}
