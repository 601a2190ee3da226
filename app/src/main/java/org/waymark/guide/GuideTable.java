package org.waymark.guide;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.platform.Json;
import org.waymark.workspace.Fields;
import tools.jackson.core.type.TypeReference;

/** Guides in the database: answers and turns are added, nothing is overwritten. */
@Repository
class GuideTable {
  private static final String SELECT =
      """
      select g.id, g.author, g.begun_at, t.number, t.verb, t.at, t.goal_id, t.goal_version, t.key_result_id,
        t.key_result_version
      from guide g
      left join lateral (
        select * from guide_turn n where n.workspace_id = g.workspace_id and n.guide_id = g.id
        order by n.number desc limit 1) t on true
      """;

  private final JdbcClient jdbc;

  GuideTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Guide> find(UUID id) {
    return whole(
            jdbc.sql(SELECT + " where g.id = :id").param("id", id).query(GuideTable::bare).list())
        .stream()
        .findFirst();
  }

  /** Those of a member that are still being written, the latest begun first. */
  List<Guide> open(UUID author) {
    return whole(
        jdbc.sql(
                SELECT
                    + """
                     where g.author = :author and (t.verb is null or t.verb in ('taken-up', 'resumed'))
                    order by g.begun_at desc, g.id
                    """)
            .param("author", author)
            .query(GuideTable::bare)
            .list());
  }

  /** The newest guide of a member that became this goal. */
  Optional<Guide> of(UUID author, UUID goal) {
    return whole(
            jdbc.sql(
                    SELECT
                        + " where g.author = :author and t.goal_id = :goal"
                        + " order by t.at desc limit 1")
                .param("author", author)
                .param("goal", goal)
                .query(GuideTable::bare)
                .list())
        .stream()
        .findFirst();
  }

  /** Holds the guide until the transaction ends, so that what is done to it comes in turn. */
  boolean hold(UUID id) {
    return jdbc.sql("select id from guide where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  /** When a guide wrote or read its goal last; absent while it has none. */
  Optional<Instant> read(UUID guide) {
    return jdbc.sql(
            """
            select at from guide_turn where guide_id = :guide and verb in ('published', 'taken-up')
            order by number desc limit 1
            """)
        .param("guide", guide)
        .query((row, n) -> instant(row, "at"))
        .optional();
  }

  void add(UUID workspace, UUID id, UUID author, Instant at) {
    jdbc.sql(
            """
            insert into guide (workspace_id, id, author, begun_at) values (:workspace, :id, :author, :at)
            """)
        .param("workspace", workspace)
        .param("id", id)
        .param("author", author)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void keep(UUID workspace, UUID guide, GuideStep step, Answer answer) {
    jdbc.sql(
            """
            insert into guide_answer (workspace_id, guide_id, step, version, at, answer)
            values (:workspace, :guide, :step, :version, :at, :answer::jsonb)
            """)
        .param("workspace", workspace)
        .param("guide", guide)
        .param("step", step.code())
        .param("version", answer.version())
        .param("at", answer.at().atOffset(ZoneOffset.UTC))
        .param("answer", Json.write(answer.fields()))
        .update();
  }

  /** The fields of a step's answer in this version; none for one that never was. */
  Map<String, List<String>> at(UUID guide, GuideStep step, int version) {
    return jdbc.sql(
            """
            select answer::text from guide_answer
            where guide_id = :guide and step = :step and version = :version
            """)
        .param("guide", guide)
        .param("step", step.code())
        .param("version", version)
        .query(String.class)
        .optional()
        .map(GuideTable::fields)
        .orElse(Map.of());
  }

  void turn(UUID workspace, UUID guide, Turn turn) {
    jdbc.sql(
            """
            insert into guide_turn (workspace_id, guide_id, number, verb, at, goal_id, goal_version, key_result_id,
              key_result_version)
            values (:workspace, :guide, :number, :verb, :at, :goal, :goalVersion, :keyResult, :keyResultVersion)
            """)
        .param("workspace", workspace)
        .param("guide", guide)
        .param("number", turn.number())
        .param("verb", Fields.word(turn.verb()))
        .param("at", turn.at().atOffset(ZoneOffset.UTC))
        .param("goal", turn.goal())
        .param("goalVersion", turn.goalVersion())
        .param("keyResult", turn.keyResult())
        .param("keyResultVersion", turn.keyResultVersion())
        .update();
  }

  private List<Guide> whole(List<Guide> bare) {
    if (bare.isEmpty()) {
      return bare;
    }
    Map<UUID, Map<GuideStep, Answer>> answers = answers(bare.stream().map(Guide::id).toList());
    return bare.stream()
        .map(
            guide ->
                new Guide(
                    guide.id(),
                    guide.author(),
                    guide.begunAt(),
                    answers.getOrDefault(guide.id(), Map.of()),
                    guide.turn()))
        .toList();
  }

  private Map<UUID, Map<GuideStep, Answer>> answers(Collection<UUID> guides) {
    Map<UUID, Map<GuideStep, Answer>> answers = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (guide_id, step) guide_id, step, version, at, answer::text as answer
            from guide_answer where guide_id = any(:guides) order by guide_id, step, version desc
            """)
        .param("guides", guides.toArray(UUID[]::new))
        .query(
            row -> {
              answers
                  .computeIfAbsent(
                      row.getObject("guide_id", UUID.class), id -> new EnumMap<>(GuideStep.class))
                  .put(
                      GuideStep.of(row.getString("step")).orElseThrow(),
                      new Answer(
                          row.getInt("version"),
                          instant(row, "at"),
                          fields(row.getString("answer"))));
            });
    return answers;
  }

  private static Map<String, List<String>> fields(String answer) {
    return Json.mapper().readValue(answer, new TypeReference<Map<String, List<String>>>() {});
  }

  private static Guide bare(ResultSet row, int n) throws SQLException {
    return new Guide(
        row.getObject("id", UUID.class),
        row.getObject("author", UUID.class),
        instant(row, "begun_at"),
        Map.of(),
        turn(row));
  }

  private static @Nullable Turn turn(ResultSet row) throws SQLException {
    String verb = row.getString("verb");
    if (verb == null) {
      return null;
    }
    return new Turn(
        row.getInt("number"),
        new Fields().word("verb", verb, Turn.Verb.class),
        instant(row, "at"),
        row.getObject("goal_id", UUID.class),
        row.getObject("goal_version", Integer.class),
        row.getObject("key_result_id", UUID.class),
        row.getObject("key_result_version", Integer.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
