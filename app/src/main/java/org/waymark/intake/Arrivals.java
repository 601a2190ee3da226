package org.waymark.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.WorkspaceSettings;

/** What arrived day by day, of each source. One statement, however many sources there are. */
@Component
class Arrivals {
  /** How far back a rhythm is looked for. */
  private static final int REMEMBERED_DAYS = 200;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  Arrivals(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /** The days of one source, oldest first; days without anything are left out. */
  static final class OfSource {
    private final SortedMap<LocalDate, ArrivalDay> days = new TreeMap<>();
    private final TreeSet<LocalDate> bySender = new TreeSet<>();

    /** Every day from the first to the last, those without anything too. */
    List<ArrivalDay> between(LocalDate from, LocalDate to) {
      return from.datesUntil(to.plusDays(1))
          .map(day -> days.getOrDefault(day, ArrivalDay.empty(day)))
          .toList();
    }

    @Nullable Rhythm rhythm(LocalDate today) {
      return Rhythm.of(bySender, today);
    }
  }

  /** By the source's code, since a day or the beginning of what a rhythm is read from. */
  Map<String, OfSource> bySource(WorkspaceSettings settings, LocalDate today, LocalDate since) {
    LocalDate from =
        Stream.of(since, today.minusDays(REMEMBERED_DAYS)).min(LocalDate::compareTo).orElseThrow();
    Map<String, OfSource> sources = new HashMap<>();
    jdbc.sql(
            """
            with arrival as (
              select s.source_number, i.arrived_at, i.origin, s.accepted, s.corrected, s.repeated, s.refused
              from import i
              join import_source s on s.workspace_id = i.workspace_id and s.import_number = i.number
              where i.workspace_id = :workspace and i.withdrawn_at is null and i.arrived_at >= :from
              union all
              select i.source_number, i.arrived_at, i.origin, 0, 0, i.repeated, i.refused
              from import i
              where i.workspace_id = :workspace and i.withdrawn_at is null and i.arrived_at >= :from
                and i.same_as is not null and i.source_number is not null
            )
            select s.code, (a.arrived_at at time zone :zone)::date as day, bool_or(a.origin <> 'replay') as by_sender,
              sum(a.accepted)::bigint as accepted, sum(a.corrected)::bigint as corrected,
              sum(a.repeated)::bigint as repeated, sum(a.refused)::bigint as refused
            from arrival a join source s on s.workspace_id = :workspace and s.number = a.source_number
            group by s.code, day
            """)
        .param("workspace", tenancy.current())
        .param("from", from.atStartOfDay(settings.zone()).toOffsetDateTime())
        .param("zone", settings.zone().getId())
        .query(
            row -> {
              OfSource source =
                  sources.computeIfAbsent(row.getString("code"), first -> new OfSource());
              LocalDate day = row.getObject("day", LocalDate.class);
              source.days.put(
                  day,
                  new ArrivalDay(
                      day,
                      row.getLong("accepted"),
                      row.getLong("corrected"),
                      row.getLong("repeated"),
                      row.getLong("refused")));
              if (row.getBoolean("by_sender")) {
                source.bySender.add(day);
              }
            });
    return sources;
  }

  /** How many lines were refused when they arrived, also those that named no source. */
  long refusedSince(WorkspaceSettings settings, LocalDate since) {
    return jdbc.sql(
            """
            select coalesce(sum(refused), 0)::bigint from import
            where workspace_id = :workspace and withdrawn_at is null and arrived_at >= :from
            """)
        .param("workspace", tenancy.current())
        .param("from", since.atStartOfDay(settings.zone()).toOffsetDateTime())
        .query(Long.class)
        .single();
  }
}
