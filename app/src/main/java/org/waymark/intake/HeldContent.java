package org.waymark.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactFile;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.FactReader;
import org.waymark.measure.fact.Instants;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Workspaces;
import org.waymark.workspace.ZoneGuard;

/** What the bound workspace holds, from the manifest and the tables beside it. */
@Component
@Transactional(readOnly = true)
class HeldContent implements Facts, ZoneGuard {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final FactFileTable files;
  private final org.springframework.beans.factory.ObjectProvider<Workspaces>
      workspaces; // which in turn asks every ZoneGuard

  HeldContent(
      JdbcClient jdbc,
      Tenancy tenancy,
      FactFileTable files,
      org.springframework.beans.factory.ObjectProvider<Workspaces> workspaces) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.files = files;
    this.workspaces = workspaces;
  }

  @Override
  public FactFiles files(Instants anchor, LocalDate from, LocalDate to) {
    return files(Set.of(anchor), from, to);
  }

  @Override
  public FactFiles files(Set<Instants> anchors, LocalDate from, LocalDate to) {
    ZoneId zone = workspaces.getObject().current().zone();
    Instant first = from.atStartOfDay(zone).toInstant();
    Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
    return files.holding(anchors, Moments.micros(first), Moments.micros(end) - 1);
  }

  @Override
  public Map<Integer, Long> knownUntil() {
    return jdbc
        .sql(
            """
            select s.source_number, max(s.known_us)
            from import_source s join import i on i.workspace_id = s.workspace_id and i.number = s.import_number
            where s.workspace_id = :workspace and i.withdrawn_at is null
            group by s.source_number
            """)
        .param("workspace", tenancy.current())
        .query((row, n) -> Map.entry(row.getInt(1), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Set<Long> withdrawnImports() {
    return new HashSet<>(
        jdbc.sql(
                "select number from import where workspace_id = :workspace and withdrawn_at is not null")
            .param("workspace", tenancy.current())
            .query(Long.class)
            .list());
  }

  @Override
  public Map<LocalDate, Long> touched(Instants anchor, LocalDate from, LocalDate to) {
    return jdbc
        .sql(
            """
            select day, touch from touched_day
            where workspace_id = :workspace and anchor = :anchor and day between :from and :to
            """)
        .param("workspace", tenancy.current())
        .param("anchor", anchor.name())
        .param("from", from)
        .param("to", to)
        .query((row, n) -> Map.entry(row.getObject(1, LocalDate.class), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Instant changedAt() {
    return jdbc.sql(
            """
            select coalesce(max(greatest(arrived_at, finished_at, withdrawn_at)), 'epoch') as at
            from import where workspace_id = :workspace
            """)
        .param("workspace", tenancy.current())
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .single();
  }

  @Override
  public Map<Integer, String> sources() {
    return jdbc
        .sql("select number, code from source where workspace_id = :workspace")
        .param("workspace", tenancy.current())
        .query((row, n) -> Map.entry(row.getInt(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Optional<String> reasonToKeepZone() {
    return files.any()
        ? Optional.of(
            "Interactions have been filed under days of this zone; it stays as long as they are held.")
        : Optional.empty();
  }

  /** What is held of some keys, by the file day they lie in. */
  Map<Long, Fact> find(Map<LocalDate, Set<Long>> keysByDay) {
    Map<Long, Fact> found = new HashMap<>();
    Set<Long> withdrawn = withdrawnImports();
    try (FactReader reader = FactReader.open(files.folder(), files.limits())) {
      keysByDay.forEach(
          (day, keys) -> {
            List<FactFile> ofDay = files.ofDay(day);
            for (Fact fact : reader.versions(ofDay, keys, withdrawn)) {
              if (!fact.gone()) {
                found.putIfAbsent(fact.keyNo(), fact);
              }
            }
          });
    }
    return found;
  }
}
