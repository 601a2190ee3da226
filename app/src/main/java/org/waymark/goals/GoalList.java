package org.waymark.goals;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Caller;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Page;
import org.waymark.workspace.Cursor;

/**
 * Lists goals with their newest measurements: as many questions to the database for one goal as for
 * five hundred.
 */
@Component
@Transactional(readOnly = true)
public class GoalList {
  /**
   * What is not shown is for its author, owner and person and for those who were asked about it.
   */
  private static final String SEEN =
      """
      (g.shown or :me in (g.author, g.owner, g.person) or exists (
        select 1 from goal_invitation i
        where i.workspace_id = g.workspace_id and i.goal_id = g.id and i.member = :me and i.taken_back_at is null))
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  GoalList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Which goals are wanted; what is absent does not narrow.
   *
   * @param unit code; the goals of the units below it included
   * @param owner e-mail
   * @param q words that occur in statement, why or strategy
   */
  public record Wanted(
      @Nullable String cycle,
      @Nullable String unit,
      @Nullable String area,
      @Nullable String state,
      @Nullable String owner,
      @Nullable String q) {

    /** All of them. */
    public static Wanted everything() {
      return new Wanted(null, null, null, null, null, null);
    }
  }

  /**
   * The goals this caller may see, in the order they were made.
   *
   * @throws InvalidInput for a state there is not
   */
  public Page<GoalLine> list(Caller caller, Wanted wanted, Cursor cursor) {
    Page<Goal> page = cursor.page(found(caller, wanted, cursor.after(), cursor.rows()), Goal::id);
    return new Page<>(lines(page.items()), page.next());
  }

  /** The goals themselves, unmeasured. */
  List<Goal> found(Caller caller, Wanted wanted, @Nullable UUID after, int rows) {
    String state = Goals.blankToNull(wanted.state());
    if (state != null && State.of(state).isEmpty()) {
      throw InvalidInput.of(
          "state", "must be one of draft, proposed, agreed, running, closed, withdrawn");
    }
    return jdbc.sql(
            """
                with recursive below (id) as (
                  select unit_id from unit_code where key = lower(:unit::text)
                  union
                  select v.unit_id from below b
                  join lateral (
                    select distinct on (n.unit_id) n.unit_id, n.parent_id from unit_version n
                    where n.valid_from <= current_date
                    order by n.unit_id, n.valid_from desc, n.version desc) v on v.parent_id = b.id)
                select
                """
                + GoalTable.COLUMNS
                + GoalTable.FROM
                + """
                     where (:after::uuid is null or g.id > :after) and
                    """
                + SEEN
                + """
                      and (:cycle::text is null or lower(c.code) = lower(:cycle))
                      and (:unit::text is null or g.unit_id in (select id from below))
                      and (:area::text is null or lower(a.code) = lower(:area))
                      and (:state::text is null or g.state = :state)
                      and (:owner::text is null or o.email = lower(:owner))
                      and (:q::text is null or strpos(lower(concat_ws(' ', g.statement, g.why, g.strategy)), lower(:q)) > 0)
                    order by g.id limit :rows
                    """)
        .param("after", after)
        .param("me", caller.member())
        .param("cycle", Goals.blankToNull(wanted.cycle()))
        .param("unit", Goals.blankToNull(wanted.unit()))
        .param("area", Goals.blankToNull(wanted.area()))
        .param("state", state)
        .param("owner", Goals.blankToNull(wanted.owner()))
        .param("q", Goals.blankToNull(wanted.q()))
        .param("rows", rows)
        .query(GoalTable::goal)
        .list();
  }

  /**
   * The goals that this caller owns or is the person of, as long as they are neither closed nor
   * withdrawn: those that run first, of these the one whose cycle ends first.
   */
  public List<GoalLine> mine(Caller caller, int most) {
    return lines(
        jdbc.sql(
                "select "
                    + GoalTable.COLUMNS
                    + GoalTable.FROM
                    + """
                     where :me in (g.owner, g.person) and g.state not in ('closed', 'withdrawn')
                    order by g.state = 'running' desc, c.last_day, g.id limit :most
                    """)
            .param("me", caller.member())
            .param("most", most)
            .query(GoalTable::goal)
            .list());
  }

  /**
   * What a goal is called.
   *
   * @param cycle its name
   * @param keyResults their names
   */
  public record Title(
      UUID id, String statement, State state, String cycle, List<String> keyResults) {}

  /** What all goals that this caller may see are called, newest first. */
  public List<Title> titles(Caller caller) {
    return jdbc.sql(
            """
            select g.id, g.statement, g.state, c.name as cycle,
                   array(select k.name from key_result_now k
                         where k.workspace_id = g.workspace_id and k.goal_id = g.id) as key_results
            from goal_now g
            join cycle c on c.workspace_id = g.workspace_id and c.id = g.cycle_id
            where
            """
                + SEEN
                + " order by g.id desc")
        .param("me", caller.member())
        .query(
            (row, number) ->
                new Title(
                    row.getObject("id", UUID.class),
                    row.getString("statement"),
                    State.of(row.getString("state")).orElseThrow(),
                    row.getString("cycle"),
                    List.of((String[]) row.getArray("key_results").getArray())))
        .list();
  }

  /** Whether the workspace has any goal at all. */
  public boolean any() {
    return jdbc.sql("select exists (select 1 from goal)").query(Boolean.class).single();
  }

  /** They with their newest measurements. */
  List<GoalLine> lines(List<Goal> goals) {
    if (goals.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Row>> byGoal = new HashMap<>();
    for (Row row : rows(goals.stream().map(Goal::id).toArray(UUID[]::new))) {
      byGoal.computeIfAbsent(row.goal(), id -> new ArrayList<>()).add(row);
    }
    return goals.stream()
        .map(goal -> line(goal, byGoal.getOrDefault(goal.id(), List.of())))
        .toList();
  }

  private static GoalLine line(Goal goal, List<Row> rows) {
    boolean atRisk =
        goal.state() == State.RUNNING
            && rows.stream()
                .anyMatch(
                    row -> {
                      ProgressView progress = row.line().progress();
                      return progress != null
                          && Risks.of(progress, row.line().due(), row.confidence(), row.today())
                              .isPresent();
                    });
    GoalProgress progress =
        GoalProgress.of(
            rows.stream()
                .map(
                    row -> {
                      ProgressView newest = row.line().progress();
                      return new GoalProgress.Part(
                          row.weight(), newest == null ? null : newest.score());
                    })
                .toList());
    return new GoalLine(goal, progress, atRisk, rows.stream().map(Row::line).toList());
  }

  private record Row(
      UUID goal,
      double weight,
      @Nullable Integer confidence,
      LocalDate today,
      GoalLine.KeyResultLine line) {}

  /**
   * The key results of these goals with their newest measurement; of closed goals the one the
   * closure kept.
   */
  private List<Row> rows(UUID[] goals) {
    return jdbc.sql(
            """
            select k.goal_id, k.id as kr, k.name, k.metric, k.statistic, k.type, k.due, k.weight, told.confidence, w.zone, s.*
            from key_result_now k
            join workspace w on w.id = k.workspace_id
            left join goal_act closure on closure.workspace_id = k.workspace_id and closure.goal_id = k.goal_id
              and closure.verb = 'closure' and closure.taken_back_at is null
            left join lateral (
              select * from key_result_snapshot n
              where n.workspace_id = k.workspace_id and n.key_result_id = k.id
                and (closure.id is null or n.act_id = closure.id)
              order by n.as_of desc, n.id desc limit 1) s on true
            left join lateral (
              select t.confidence from check_in t
              where t.workspace_id = k.workspace_id and t.key_result_id = k.id and t.taken_back_at is null
                and t.confidence is not null
              order by t.on_day desc, t.at desc limit 1) told on true
            where k.goal_id = any(:goals) and not k.removed
            order by k.created_at, k.id
            """)
        .param("goals", goals)
        .query(
            (row, n) ->
                new Row(
                    row.getObject("goal_id", UUID.class),
                    row.getDouble("weight"),
                    row.getObject("confidence", Integer.class),
                    LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString("zone"))),
                    new GoalLine.KeyResultLine(
                        row.getObject("kr", UUID.class),
                        row.getString("name"),
                        row.getString("metric"),
                        row.getString("statistic"),
                        row.getString("type"),
                        row.getObject("due", LocalDate.class),
                        row.getString("seen") == null
                            ? null
                            : SnapshotTable.snapshot(row, n).progress())))
        .list();
  }
}
