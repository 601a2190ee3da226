package org.waymark.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.Bookmark;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.platform.Page;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/** Where interactions come from, when something last arrived, and how much day by day. */
@Component
@Transactional(readOnly = true)
public class Sources {
  /** How many days a source is shown with, today included. */
  static final int DAYS = 30;

  private static final int MOST_DAYS = 366;
  private static final int PAGE = 100;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Workspaces workspaces;
  private final Arrivals arrivals;
  private final Access access;
  private final Clock clock;

  Sources(
      JdbcClient jdbc,
      Tenancy tenancy,
      Workspaces workspaces,
      Arrivals arrivals,
      Access access,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.workspaces = workspaces;
    this.arrivals = arrivals;
    this.access = access;
    this.clock = clock;
  }

  /**
   * A source as it stands.
   *
   * @param held how many interactions are held of it
   * @param imports how many arrivals brought some that count
   * @param refused how many of their lines are refused and not taken up again
   * @param lastArrival when its sender last sent something; taking refused lines up again is none
   * @param knownUntil its latest snapshot or arrival; null when all was withdrawn
   * @param mapped whether a mapping is saved for its files
   * @param rhythm how often it usually brings something; null when its history does not tell
   */
  public record Source(
      String code,
      long held,
      long imports,
      long refused,
      @Nullable Instant lastArrival,
      @Nullable Instant knownUntil,
      boolean mapped,
      @Nullable Rhythm rhythm) {}

  /** A source with its last {@link #DAYS} days, those without anything too, oldest first. */
  public record Told(Source source, List<ArrivalDay> days) {}

  /** All sources by code, each with its last days; two statements, however many there are. */
  public List<Told> told(Caller by) {
    access.require(by, Action.READ, null);
    WorkspaceSettings settings = workspaces.current();
    LocalDate today = settings.today(clock);
    LocalDate from = today.minusDays(DAYS - 1L);
    Map<String, Arrivals.OfSource> days = arrivals.bySource(settings, today, from);
    return jdbc.sql(
            """
            with told as (
              select s.source_number, count(*) as imports, max(s.known_us) as known_us
              from import_source s
              join import i on i.workspace_id = s.workspace_id and i.number = s.import_number and i.withdrawn_at is null
              where s.workspace_id = :workspace group by s.source_number
            ),
            arrived as (
              select source_number, max(arrived_at) as last_arrival from (
                select s.source_number, i.arrived_at
                from import_source s
                join import i on i.workspace_id = s.workspace_id and i.number = s.import_number
                  and i.withdrawn_at is null and i.origin <> 'replay'
                where s.workspace_id = :workspace
                union all
                select i.source_number, i.arrived_at from import i
                where i.workspace_id = :workspace and i.same_as is not null and i.withdrawn_at is null
              ) of_sender group by source_number
            ),
            live as (
              select p.source_number, p.import_number, p.key_count
              from key_run_part p
              join import i on i.workspace_id = p.workspace_id and i.number = p.import_number and i.withdrawn_at is null
              where p.workspace_id = :workspace
            ),
            held as (
              select source_number, sum(keys)::bigint as held from (
                select source_number, key_count as keys from live
                union all
                select source_number, count(*) as keys from interaction_key k
                where k.workspace_id = :workspace
                  and (k.shadows is null or k.shadows not in (select import_number from live))
                group by source_number
              ) of_place group by source_number
            ),
            refused as (
              select source_number, sum(refused)::bigint as refused from (
                select count(*) as refused, coalesce(i.source_number,
                  (select min(s.source_number) from import_source s
                   where s.workspace_id = i.workspace_id and s.import_number = i.number having count(*) = 1)) as source_number
                from refusal r join import i on i.workspace_id = r.workspace_id and i.id = r.import_id
                where r.workspace_id = :workspace and r.replayed_by is null and i.withdrawn_at is null
                group by i.workspace_id, i.id, i.number, i.source_number
              ) of_import group by source_number
            )
            select s.code, coalesce(h.held, 0) as held, coalesce(t.imports, 0) as imports, coalesce(r.refused, 0) as refused,
              a.last_arrival, t.known_us, m.source_number is not null as mapped
            from source s
            left join told t on t.source_number = s.number
            left join arrived a on a.source_number = s.number
            left join held h on h.source_number = s.number
            left join refused r on r.source_number = s.number
            left join source_mapping m on m.workspace_id = s.workspace_id and m.source_number = s.number and m.removed_at is null
            where s.workspace_id = :workspace order by s.code
            """)
        .param("workspace", tenancy.current())
        .query((row, n) -> told(row, days, from, today))
        .list();
  }

  /** Lines refused in the last {@link #DAYS} days, also those of which no source is known. */
  public long refused(Caller by) {
    access.require(by, Action.READ, null);
    WorkspaceSettings settings = workspaces.current();
    return arrivals.refusedSince(settings, settings.today(clock).minusDays(DAYS - 1L));
  }

  private static Told told(
      ResultSet row, Map<String, Arrivals.OfSource> days, LocalDate from, LocalDate today)
      throws SQLException {
    String code = row.getString("code");
    Arrivals.OfSource its = days.getOrDefault(code, new Arrivals.OfSource());
    OffsetDateTime last = row.getObject("last_arrival", OffsetDateTime.class);
    long knownUs = row.getLong("known_us");
    Instant known = row.wasNull() ? null : Moments.of(knownUs);
    return new Told(
        new Source(
            code,
            row.getLong("held"),
            row.getLong("imports"),
            row.getLong("refused"),
            last == null ? null : last.toInstant(),
            known,
            row.getBoolean("mapped"),
            its.rhythm(today)),
        its.between(from, today));
  }

  /** The sources by code, page by page. */
  public Page<Source> list(Caller by, @Nullable String cursor) {
    String after = Bookmark.place("sources", cursor, String::valueOf);
    List<Source> left =
        told(by).stream()
            .map(Told::source)
            .filter(source -> after == null || source.code().compareTo(after) > 0)
            .sorted(java.util.Comparator.comparing(Source::code))
            .toList();
    List<Source> page = left.subList(0, Math.min(PAGE, left.size()));
    return new Page<>(
        page, left.size() > PAGE ? Bookmark.at("sources", page.getLast().code()) : null);
  }

  /**
   * One source.
   *
   * @throws NotFound when there is none with this code
   */
  public Told get(Caller by, String code) {
    return told(by).stream()
        .filter(one -> one.source().code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NotFound("source"));
  }

  /**
   * What arrived of a source, day by day.
   *
   * @param from the first day; null for the last thirty
   * @param to the last day; null for today
   * @throws InvalidInput when the days are the wrong way round or more than a year
   */
  public List<ArrivalDay> arrivals(
      Caller by, String code, @Nullable LocalDate from, @Nullable LocalDate to) {
    get(by, code);
    WorkspaceSettings settings = workspaces.current();
    LocalDate today = settings.today(clock);
    LocalDate last = to == null ? today : to;
    LocalDate first = from == null ? last.minusDays(DAYS - 1L) : from;
    if (last.isBefore(first)) {
      throw InvalidInput.of("to", "must not be before from");
    }
    if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw InvalidInput.of("from", "must be at most " + MOST_DAYS + " days before to");
    }
    return arrivals
        .bySource(settings, today, first)
        .getOrDefault(code, new Arrivals.OfSource())
        .between(first, last);
  }
}
