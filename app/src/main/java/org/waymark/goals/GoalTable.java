package org.waymark.goals;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.measurement.Period;

/** Goals in the database: versions are added, nothing is overwritten. */
@Repository
class GoalTable {
  /** A goal as it stands, with everything that people call by name; `g` is its row of goal_now. */
  static final String COLUMNS =
      """
      g.id, g.version, g.state, g.statement, g.why, g.strategy, g.kind, g.contributes_to, g.drives, g.ambition,
      g.review_on, g.review_every, said.hours_per_week, said.resources, said.recorded_in, said.overruled,
      g.created_at, g.started_at, g.closed_at, g.shown, g.valid_from, ws.zone, g.author as author_id, g.owner as owner_id, g.person as person_id,
      a.code as area, c.code as cycle, c.first_day, c.last_day, u.code as unit,
      p.email as person, o.email as owner, w.email as author,
      array(select i.member from goal_invitation i where i.workspace_id = g.workspace_id and i.goal_id = g.id and i.taken_back_at is null) as invited,
      (select coalesce(sum(r.version), 0)::int from key_result r where r.workspace_id = g.workspace_id and r.goal_id = g.id) as key_results_version
      """;

  static final String FROM =
      """
      from goal_now g
      join workspace ws on ws.id = g.workspace_id
      join goal_version said on said.workspace_id = g.workspace_id and said.goal_id = g.id and said.version = g.version
      join cycle c on c.workspace_id = g.workspace_id and c.id = g.cycle_id
      join member o on o.workspace_id = g.workspace_id and o.id = g.owner
      join member w on w.workspace_id = g.workspace_id and w.id = g.author
      left join member p on p.workspace_id = g.workspace_id and p.id = g.person
      left join area a on a.workspace_id = g.workspace_id and a.id = g.area_id
      left join lateral (
        select n.code from unit_version n
        where n.workspace_id = g.workspace_id and n.unit_id = g.unit_id and n.valid_from <= current_date
        order by n.valid_from desc, n.version desc limit 1) u on true
      """;

  private final JdbcClient jdbc;

  GoalTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Goal> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + FROM + " where g.id = :id")
        .param("id", id)
        .query(GoalTable::goal)
        .optional();
  }

  List<Goal> find(Collection<UUID> ids) {
    return jdbc.sql("select " + COLUMNS + FROM + " where g.id = any(:ids) order by g.id")
        .param("ids", ids.toArray(UUID[]::new))
        .query(GoalTable::goal)
        .list();
  }

  /**
   * The goals that a goal serves, and those that name it as theirs to contribute to or to drive.
   */
  List<Goal> around(Goal goal) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + FROM
                + """
                 where g.contributes_to = :id or g.drives = :id or g.id in (:contributesTo, :drives)
                order by g.created_at, g.id
                """)
        .param("id", goal.id())
        .param("contributesTo", goal.contributesTo(), Types.OTHER)
        .param("drives", goal.drives(), Types.OTHER)
        .query(GoalTable::goal)
        .list();
  }

  /** Holds the goal until the transaction ends, so that its verbs come one after the other. */
  boolean hold(UUID id) {
    return jdbc.sql("select id from goal where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  void add(UUID workspace, UUID id, UUID author, Instant at) {
    jdbc.sql(
            """
            insert into goal (workspace_id, id, version, author, created_at)
            values (:workspace, :id, 1, :author, :at)
            """)
        .param("workspace", workspace)
        .param("id", id)
        .param("author", author)
        .param("at", utc(at))
        .update();
  }

  /** Moves the goal on to the next version; false when somebody else was first. */
  boolean moveOn(UUID id, int version) {
    return jdbc.sql("update goal set version = version + 1 where id = :id and version = :version")
            .param("id", id)
            .param("version", version)
            .update()
        == 1;
  }

  void add(UUID workspace, UUID goal, int version, UUID by, Instant at, Row row) {
    jdbc.sql(
            """
            insert into goal_version (workspace_id, goal_id, version, valid_from, changed_by, statement, why, strategy,
              kind, area_id, cycle_id, unit_id, person, owner, contributes_to, drives, ambition, review_on,
              review_every, hours_per_week, resources, recorded_in, overruled)
            values (:workspace, :goal, :version, :at, :by, :statement, :why, :strategy,
              :kind, :area, :cycle, :unit, :person, :owner, :contributesTo, :drives, :ambition, :reviewOn,
              :reviewEvery, :hours, :resources, :recordedIn, :overruled)
            """)
        .param("workspace", workspace)
        .param("goal", goal)
        .param("version", version)
        .param("at", utc(at))
        .param("by", by)
        .param("statement", row.statement())
        .param("why", row.why())
        .param("strategy", row.strategy())
        .param("kind", row.kind())
        .param("area", row.area())
        .param("cycle", row.cycle())
        .param("unit", row.unit())
        .param("person", row.person())
        .param("owner", row.owner())
        .param("contributesTo", row.contributesTo())
        .param("drives", row.drives())
        .param("ambition", row.ambition())
        .param("reviewOn", row.reviewOn())
        .param("hours", row.hoursPerWeek())
        .param("resources", row.resources())
        .param("recordedIn", row.recordedIn())
        .param("overruled", row.overruled())
        .param("reviewEvery", row.reviewEvery())
        .update();
  }

  /** The next version: all as in the one before, but for the plan of its reviews. */
  void addPlanned(
      UUID workspace,
      UUID goal,
      int version,
      UUID by,
      Instant at,
      @Nullable LocalDate reviewOn,
      @Nullable String reviewEvery) {
    jdbc.sql(
            """
            insert into goal_version
            select (jsonb_populate_record(v, jsonb_build_object('version', :version::int, 'valid_from', :at::timestamptz,
              'changed_by', :by::uuid, 'review_on', :reviewOn::date, 'review_every', :reviewEvery::text))).*
            from goal_version v where v.workspace_id = :workspace and v.goal_id = :goal and v.version = :version - 1
            """)
        .param("workspace", workspace)
        .param("goal", goal)
        .param("version", version)
        .param("at", utc(at))
        .param("by", by)
        .param("reviewOn", reviewOn)
        .param("reviewEvery", reviewEvery)
        .update();
  }

  /** One version's content, references already found. */
  record Row(
      String statement,
      @Nullable String why,
      @Nullable String strategy,
      String kind,
      @Nullable UUID area,
      UUID cycle,
      @Nullable UUID unit,
      @Nullable UUID person,
      UUID owner,
      @Nullable UUID contributesTo,
      @Nullable UUID drives,
      String ambition,
      @Nullable LocalDate reviewOn,
      @Nullable String reviewEvery,
      @Nullable BigDecimal hoursPerWeek,
      @Nullable String resources,
      @Nullable String recordedIn,
      @Nullable String overruled) {}

  /** What codes and e-mails stand for; absent where nothing has that name. */
  record Named(
      @Nullable UUID area,
      @Nullable UUID cycle,
      @Nullable UUID unit,
      @Nullable UUID person,
      @Nullable UUID owner) {}

  /**
   * Finds what words name.
   *
   * @param before the goal as it stands, which keeps members who have left; null for a new one
   */
  Named named(GoalWords words, @Nullable Goal before) {
    return jdbc.sql(
            """
            select (select id from area where lower(code) = lower(:area::text)) as area,
                   (select id from cycle where lower(code) = lower(:cycle::text)) as cycle,
                   (select unit_id from unit_code where key = lower(:unit::text)) as unit,
                   (select id from member where email = lower(:person::text) and (left_at is null or email = :personBefore::text)) as person,
                   (select id from member where email = lower(:owner::text) and (left_at is null or email = :ownerBefore::text)) as owner
            """)
        .param("area", words.area())
        .param("cycle", words.cycle())
        .param("unit", words.unit())
        .param("person", words.person())
        .param("owner", words.owner())
        .param("personBefore", before == null ? null : before.person())
        .param("ownerBefore", before == null ? null : before.owner())
        .query(Named.class)
        .single();
  }

  Optional<UUID> unit(String code) {
    return jdbc.sql("select unit_id from unit_code where key = lower(:code)")
        .param("code", code)
        .query(UUID.class)
        .optional();
  }

  Optional<UUID> member(String email) {
    return jdbc.sql("select id from member where email = lower(:email) and left_at is null")
        .param("email", email)
        .query(UUID.class)
        .optional();
  }

  /** Every goal that can be reached upwards from this one, by contributing or by driving. */
  Set<UUID> above(UUID id) {
    return new HashSet<>(
        jdbc.sql(
                """
                with recursive up (id) as (
                  select :id::uuid
                  union
                  select x.above
                  from up
                  join goal_now g on g.id = up.id
                  cross join lateral (values (g.contributes_to), (g.drives)) x (above)
                  where x.above is not null)
                select id from up
                """)
            .param("id", id)
            .query(UUID.class)
            .list());
  }

  static Goal goal(ResultSet row, int n) throws SQLException {
    Set<UUID> members = new HashSet<>();
    members.add(row.getObject("author_id", UUID.class));
    members.add(row.getObject("owner_id", UUID.class));
    UUID person = row.getObject("person_id", UUID.class);
    if (person != null) {
      members.add(person);
    }
    ZoneId zone = ZoneId.of(row.getString("zone"));
    Instant written = instant(row, "created_at");
    Instant started = instantOrNull(row, "started_at");
    Instant closed = instantOrNull(row, "closed_at");
    LocalDate chosen = row.getObject("review_on", LocalDate.class);
    return new Goal(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        row.getInt("key_results_version"),
        State.of(row.getString("state")).orElseThrow(),
        row.getString("statement"),
        row.getString("why"),
        row.getString("strategy"),
        GoalKind.of(row.getString("kind")).orElseThrow(),
        row.getString("area"),
        row.getString("cycle"),
        row.getString("unit"),
        row.getString("person"),
        row.getString("owner"),
        row.getString("author"),
        row.getObject("contributes_to", UUID.class),
        row.getObject("drives", UUID.class),
        Ambition.of(row.getString("ambition")).orElseThrow(),
        chosen == null
            ? LocalDate.ofInstant(started == null ? written : started, zone).plusDays(Reviews.DAYS)
            : chosen,
        row.getString("review_every"),
        row.getBigDecimal("hours_per_week"),
        row.getString("resources"),
        row.getString("recorded_in"),
        row.getString("overruled"),
        written,
        instant(row, "valid_from"),
        new Period(
            row.getObject("first_day", LocalDate.class),
            row.getObject("last_day", LocalDate.class)),
        members,
        Set.of((UUID[]) row.getArray("invited").getArray()),
        row.getBoolean("shown"),
        chosen != null,
        LocalDate.ofInstant(written, zone),
        closed == null ? null : LocalDate.ofInstant(closed, zone));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
