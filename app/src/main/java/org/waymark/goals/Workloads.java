package org.waymark.goals;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.access.Guarded;
import org.waymark.measurement.Period;
import org.waymark.platform.Audit;
import org.waymark.platform.InvalidInput;

/**
 * Hours per week: what people and units carry in goals that are proposed, agreed or running in some
 * days, and what they have. A goal that says no hours is counted and named, never taken for none.
 */
@Component
@Transactional
public class Workloads {
  private static final BigDecimal MOST = BigDecimal.valueOf(168);

  private final JdbcClient jdbc;
  private final GoalTable table;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  Workloads(JdbcClient jdbc, GoalTable table, Access access, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.table = table;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /** What was said of a member; their own to say, and a lead's. */
  private record OfMember(UUID member) implements Guarded {
    @Override
    public boolean visibleTo(Caller caller) {
      return true;
    }

    @Override
    public boolean ownedBy(Caller caller) {
      return member.equals(caller.member());
    }
  }

  /**
   * What the owner of goals carries.
   *
   * @param but a goal that does not count: the one that this is about
   */
  @Transactional(readOnly = true)
  public Optional<Workload> ofPerson(String email, Period days, @Nullable UUID but) {
    return table.member(email).map(member -> load("g.owner", member, days, but, member, null));
  }

  /** What a unit carries in goals of its own; its hours are those of its members. */
  @Transactional(readOnly = true)
  public Optional<Workload> ofUnit(String code, Period days, @Nullable UUID but) {
    return table.unit(code).map(unit -> load("g.unit_id", unit, days, but, null, unit));
  }

  /**
   * The hours a week that somebody has for goals.
   *
   * @param by e-mail of whoever said so
   */
  public record Said(BigDecimal available, Instant at, String by) {}

  /** What was said last of a member; nothing while nobody has. */
  @Transactional(readOnly = true)
  public Optional<Said> said(String email) {
    return table
        .member(email)
        .flatMap(
            member ->
                jdbc.sql(
                        """
                        select h.hours, h.at, m.email from member_hours h
                        join member m on m.workspace_id = h.workspace_id and m.id = h.by_member
                        where h.member = :member order by h.version desc limit 1
                        """)
                    .param("member", member)
                    .query(
                        (row, n) ->
                            new Said(
                                row.getBigDecimal("hours"),
                                GoalTable.instant(row, "at"),
                                row.getString("email")))
                    .optional());
  }

  /** Whether this caller may say how many hours a member has. */
  public boolean maySay(Caller caller, String email) {
    return table
        .member(email)
        .filter(member -> access.can(caller, Action.SAY_HOURS, new OfMember(member)))
        .isPresent();
  }

  /**
   * Says how many hours a week a member has for goals.
   *
   * @throws InvalidInput when there is no such member, or the hours make no sense
   */
  public void say(Caller caller, String email, @Nullable BigDecimal hours) {
    UUID member =
        table
            .member(email)
            .orElseThrow(() -> InvalidInput.of("email", "there is no member with this e-mail"));
    access.require(caller, Action.SAY_HOURS, new OfMember(member));
    if (hours == null || hours.signum() < 0 || hours.compareTo(MOST) > 0) {
      throw InvalidInput.of("available", "give hours per week, 0 to " + MOST);
    }
    jdbc.sql("select id from member where id = :member for update")
        .param("member", member)
        .query(UUID.class)
        .single();
    jdbc.sql(
            """
            insert into member_hours (workspace_id, member, version, hours, at, by_member)
            select :workspace, :member, coalesce(max(version), 0) + 1, :hours, :at, :by
            from member_hours where member = :member
            """)
        .param("workspace", caller.workspace())
        .param("member", member)
        .param("hours", hours)
        .param("at", GoalTable.utc(clock.instant()))
        .param("by", caller.member())
        .update();
    audit.record(caller, "member.hours-said", "member", member.toString(), null, hours);
  }

  private record Carried(BigDecimal hours, int goals, int silent) {}

  private record Has(@Nullable BigDecimal hours, int unsaid) {}

  private Workload load(
      String whose,
      UUID id,
      Period days,
      @Nullable UUID but,
      @Nullable UUID member,
      @Nullable UUID unit) {
    Carried carried =
        jdbc.sql(
                """
                select coalesce(sum(said.hours_per_week), 0) as hours, count(*)::int as goals,
                  (count(*) filter (where said.hours_per_week is null))::int as silent
                from goal_now g
                join goal_version said
                  on said.workspace_id = g.workspace_id and said.goal_id = g.id and said.version = g.version
                join cycle c on c.workspace_id = g.workspace_id and c.id = g.cycle_id
                where g.state in ('proposed', 'agreed', 'running') and c.first_day <= :to and c.last_day >= :from
                  and g.id is distinct from :but::uuid and\s"""
                    + whose
                    + " = :id")
            .param("from", days.from())
            .param("to", days.to())
            .param("but", but)
            .param("id", id)
            .query(Carried.class)
            .single();
    Has has =
        jdbc.sql(
                """
                select sum(h.hours) as hours, (count(*) filter (where h.hours is null))::int as unsaid
                from member m
                left join lateral (
                  select n.hours from member_hours n
                  where n.workspace_id = m.workspace_id and n.member = m.id
                  order by n.version desc limit 1) h on true
                where m.left_at is null and (m.id = :member::uuid or exists (
                  select 1 from member_unit u
                  where u.workspace_id = m.workspace_id and u.member_id = m.id and u.unit_id = :unit::uuid))
                """)
            .param("member", member)
            .param("unit", unit)
            .query(Has.class)
            .single();
    return new Workload(
        carried.hours(),
        carried.goals(),
        carried.silent(),
        has.unsaid() > 0 ? null : has.hours(),
        has.unsaid());
  }
}
