package org.waymark.schedules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.platform.Json;

/** Rows of schedules. A workspace has a handful: read whole. */
@Component
class ScheduleTable {

  private static final String SCHEDULE =
      """
      select id, number, unit_id, valid_from, zone, week, holidays, closed, version
      from schedule
      """;

  private final JdbcClient jdbc;

  ScheduleTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of them, the earliest of each unit first. */
  List<ScheduleRow> all() {
    return jdbc.sql(SCHEDULE + "order by unit_id nulls first, valid_from")
        .query(ScheduleTable::read)
        .list();
  }

  Optional<ScheduleRow> byId(UUID id) {
    return jdbc.sql(SCHEDULE + "where id = :id")
        .param("id", id)
        .query(ScheduleTable::read)
        .optional();
  }

  void insert(ScheduleRow row) {
    jdbc.sql(
            """
            insert into schedule (workspace_id, id, number, unit_id, valid_from, zone, week, holidays, closed)
            values (current_setting('waymark.workspace')::uuid, :id, :number, :unit, :from, :zone,
                    :week::jsonb, :holidays, :closed::jsonb)
            """)
        .params(values(row))
        .update();
  }

  void update(ScheduleRow row) {
    jdbc.sql(
            """
            update schedule
            set unit_id = :unit, valid_from = :from, zone = :zone, week = :week::jsonb, holidays = :holidays,
                closed = :closed::jsonb, version = :version
            where id = :id
            """)
        .params(values(row))
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from schedule where id = :id").param("id", id).update();
  }

  private static ScheduleRow read(ResultSet row, int number) throws SQLException {
    return new ScheduleRow(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getObject("unit_id", UUID.class),
        row.getObject("valid_from", LocalDate.class),
        ZoneId.of(row.getString("zone")),
        Json.read(row.getString("week"), Week.class),
        row.getString("holidays"),
        List.of(Json.read(row.getString("closed"), ClosedDay[].class)),
        row.getInt("version"));
  }

  private static Map<String, @Nullable Object> values(ScheduleRow row) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", row.id());
    values.put("number", row.number());
    values.put("unit", row.unit());
    values.put("from", row.from());
    values.put("zone", row.zone().getId());
    values.put("week", Json.write(row.week()));
    values.put("holidays", row.holidays());
    values.put("closed", Json.write(row.closed()));
    values.put("version", row.version());
    return values;
  }
}
