package org.waymark.attainment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.goals.Endings;
import org.waymark.goals.Foretold;
import org.waymark.measure.calibration.TrafficLight;
import org.waymark.platform.Ids;
import org.waymark.platform.Json;
import tools.jackson.core.type.TypeReference;

/** Everything that was said; only ever added to. */
@Repository
class SayingTable {
  private final JdbcClient jdbc;

  SayingTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All in one statement. */
  void add(UUID workspace, List<Saying> sayings) {
    if (sayings.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into forecast (workspace_id, id, key_result_id, key_result_version, made_at, state, last_read, steps,
              readings, needed, chance, with_difference, pace, expected, low, high, one_in_three, path)
            select :workspace, s.id, s."keyResult", s.version, s.at, s.state, s."lastRead", s.steps,
              s.readings, s.needed, s.chance, s."withDifference", s.pace, s.expected, s.low, s.high, s."oneInThree", s.path
            from jsonb_to_recordset(:sayings::jsonb) as s(id uuid, "keyResult" uuid, version int, at timestamptz,
              state text, "lastRead" date, steps int, readings int, needed int, chance double precision, "withDifference" double precision, pace text,
              expected double precision, low double precision, high double precision, "oneInThree" double precision,
              path jsonb)
            """)
        .param("workspace", workspace)
        .param("sayings", Json.write(sayings.stream().map(SayingTable::row).toList()))
        .update();
  }

  private static Map<String, @Nullable Object> row(Saying saying) {
    TrafficLight pace = saying.pace();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", Ids.next());
    row.put("keyResult", saying.keyResult());
    row.put("version", saying.version());
    row.put("at", saying.at().atOffset(ZoneOffset.UTC));
    row.put("state", saying.state());
    row.put("lastRead", saying.lastRead());
    row.put("steps", saying.steps());
    row.put("readings", saying.readings());
    row.put("needed", saying.needed());
    row.put("chance", saying.chance());
    row.put("withDifference", saying.withDifference());
    row.put("pace", pace == null ? null : word(pace));
    row.put("expected", saying.expected());
    row.put("low", saying.low());
    row.put("high", saying.high());
    row.put("oneInThree", saying.oneInThree());
    row.put("path", saying.path());
    return row;
  }

  /** The newest of each. */
  Map<UUID, Saying> newest(Collection<UUID> keyResults) {
    Map<UUID, Saying> newest = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (f.key_result_id) f.* from forecast f
            where f.key_result_id = any(:ids) order by f.key_result_id, f.made_at desc, f.id desc
            """)
        .param("ids", keyResults.toArray(UUID[]::new))
        .query(SayingTable::saying)
        .list()
        .forEach(saying -> newest.put(saying.keyResult(), saying));
    return newest;
  }

  /**
   * Of each the one that stood on the day halfway: the last that was made by its end, or the first
   * of all when none was; only those with a chance.
   *
   * @param endings whose day it is, and which version of the key result was scored
   */
  Map<UUID, Saying> standing(List<Endings.Ending> endings) {
    Map<UUID, Saying> standing = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (f.key_result_id) f.*
            from forecast f
            join unnest(:ids::uuid[], :versions::int[], :days::date[]) as asked(id, version, day)
              on asked.id = f.key_result_id and asked.version = f.key_result_version
            where f.state = 'known' and f.pace is not null
            order by f.key_result_id, f.made_at >= asked.day + 1,
              case when f.made_at >= asked.day + 1 then f.made_at end, f.made_at desc, f.id desc
            """)
        .param("ids", endings.stream().map(Endings.Ending::keyResult).toArray(UUID[]::new))
        .param("versions", endings.stream().map(Endings.Ending::version).toArray(Integer[]::new))
        .param("days", endings.stream().map(one -> one.halfway().toString()).toArray(String[]::new))
        .query(SayingTable::saying)
        .list()
        .forEach(saying -> standing.put(saying.keyResult(), saying));
    return standing;
  }

  private static Saying saying(ResultSet row, int n) throws SQLException {
    String pace = row.getString("pace");
    return new Saying(
        row.getObject("key_result_id", UUID.class),
        row.getInt("key_result_version"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("state"),
        row.getObject("last_read", LocalDate.class),
        row.getInt("steps"),
        row.getInt("readings"),
        row.getObject("needed", Integer.class),
        row.getObject("chance", Double.class),
        row.getObject("with_difference", Double.class),
        pace == null ? null : light(pace).orElseThrow(),
        row.getObject("expected", Double.class),
        row.getObject("low", Double.class),
        row.getObject("high", Double.class),
        row.getObject("one_in_three", Double.class),
        Json.mapper()
            .readValue(row.getString("path"), new TypeReference<List<Foretold.Stop>>() {}));
  }

  /** "on-track", "at-risk", "off-track". */
  private static String word(TrafficLight light) {
    return light.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<TrafficLight> light(String word) {
    for (TrafficLight light : TrafficLight.values()) {
      if (word(light).equals(word)) {
        return Optional.of(light);
      }
    }
    return Optional.empty();
  }
}
