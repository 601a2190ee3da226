package org.waymark.intake;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.measure.fact.Instants;
import org.waymark.platform.Outbox;
import org.waymark.platform.Tenancy;

/**
 * Takes an import back within the running transaction, with the replays of its refused lines. No
 * file is touched: rows of a withdrawn import do not count, so what it had corrected counts again
 * by itself; only the rows of keys have to follow.
 */
@Component
class Withdrawing {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final KeyTable keys;
  private final KeyRuns runs;
  private final HeldContent held;
  private final Pipeline pipeline;
  private final Outbox outbox;
  private final Clock clock;

  Withdrawing(
      JdbcClient jdbc,
      Tenancy tenancy,
      KeyTable keys,
      KeyRuns runs,
      HeldContent held,
      Pipeline pipeline,
      Outbox outbox,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.keys = keys;
    this.runs = runs;
    this.held = held;
    this.pipeline = pipeline;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Announced when an import has been taken back. */
  public record Withdrawn(String importId) {}

  void withdraw(UUID id, @Nullable UUID by, ZoneId zone) {
    Map<Integer, Long> knownBefore = held.knownUntil();
    Set<Long> numbers =
        new HashSet<>(
            jdbc.sql(
                    """
                    with recursive family as (
                      select id, number from import where workspace_id = :workspace and id = :id
                      union
                      select i.id, i.number from import i join family f on i.replay_of = f.id where i.workspace_id = :workspace
                    )
                    update import set withdrawn_at = :now, withdrawn_by = :by
                    from family where import.workspace_id = :workspace and import.id = family.id and withdrawn_at is null
                    returning import.number
                    """)
                .param("workspace", tenancy.current())
                .param("id", id)
                .param("now", ImportTable.at(clock.instant()))
                .param("by", by)
                .query((row, n) -> row.getLong(1))
                .list());
    TouchedDays touched = new TouchedDays();
    Long[] gone = numbers.toArray(Long[]::new);
    runs.touch(numbers, touched);
    leave(gone, touched);
    comeBack(gone, touched);
    jdbc.sql(
            "delete from interaction_key where workspace_id = :workspace and import_number = any(:gone)")
        .param("workspace", tenancy.current())
        .param("gone", gone)
        .update();
    Map<Integer, Long> knownAfter = held.knownUntil();
    knownBefore.forEach(
        (source, until) -> {
          Long now = knownAfter.get(source);
          if (now != null && now < until) {
            pipeline.dueDays(now, until, zone).forEach(day -> touched.add(Instants.DUE, day));
          }
        });
    keys.touch(touched);
    outbox.publish("ImportWithdrawn", id.toString(), new Withdrawn(id.toString()));
  }

  /** Days of what now goes, whatever comes instead. */
  private void leave(Long[] gone, TouchedDays touched) {
    touch(
        """
        select started_day as d0, responded_day as d1, finished_day as d2, reopened_day as d3, due_day as d4
        from interaction_key where workspace_id = :workspace and import_number = any(:gone)
        """,
        gone,
        touched);
  }

  private void comeBack(Long[] gone, TouchedDays touched) {
    jdbc.sql(
            "delete from superseded_key where workspace_id = :workspace and import_number = any(:gone)")
        .param("workspace", tenancy.current())
        .param("gone", gone)
        .update();
    touch(
        """
        with back as (
          select distinct on (s.key_no) s.* from superseded_key s
          join interaction_key k on k.workspace_id = s.workspace_id and k.key_no = s.key_no and k.import_number = any(:gone)
          where s.workspace_id = :workspace
          order by s.key_no, s.revision desc, s.import_number desc
        ),
        consumed as (
          delete from superseded_key s using back b
          where s.workspace_id = :workspace and s.key_no = b.key_no and s.import_number = b.import_number and s.revision = b.revision
        ),
        restored as (
          update interaction_key k set file_day = b.file_day, revision = b.revision, seen_revision = b.seen_revision,
            content_high = b.content_high, content_low = b.content_low, import_number = b.import_number,
            started_day = b.started_day, responded_day = b.responded_day, finished_day = b.finished_day,
            reopened_day = b.reopened_day, due_day = b.due_day
          from back b where k.workspace_id = :workspace and k.key_no = b.key_no
        )
        select started_day as d0, responded_day as d1, finished_day as d2, reopened_day as d3, due_day as d4 from back
        """,
        gone,
        touched);
  }

  private void touch(String versions, Long[] gone, TouchedDays touched) {
    List<int[]> days =
        jdbc.sql(versions)
            .param("workspace", tenancy.current())
            .param("gone", gone)
            .query(
                (row, n) -> {
                  int[] of = new int[KeyState.ANCHORS.length];
                  for (int i = 0; i < of.length; i++) {
                    java.time.LocalDate day = row.getObject("d" + i, java.time.LocalDate.class);
                    of[i] = day == null ? KeyState.NO_DAY : (int) day.toEpochDay();
                  }
                  return of;
                })
            .list();
    days.forEach(touched::add);
  }
}
