package org.waymark.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.platform.Home;
import org.waymark.platform.Tenancy;

/**
 * Tables key_run and key_run_part: which runs of keys count. Runs of similar size are merged, so
 * that a key is never looked for in many.
 */
@Component
class KeyRuns {
  /** How many runs of similar size are left beside each other. */
  private static final int BESIDE = 8;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Home home;
  private final Clock clock;
  private final Map<UUID, KeyRun> open = new ConcurrentHashMap<>();

  KeyRuns(JdbcClient jdbc, Tenancy tenancy, Home home, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.home = home;
    this.clock = clock;
  }

  /** The bound workspace's runs. */
  List<KeyRun> all() {
    return jdbc.sql("select id, path, key_count from key_run where workspace_id = :workspace")
        .param("workspace", tenancy.current())
        .query(
            (row, n) ->
                opened(
                    row.getObject(1, UUID.class),
                    home.facts().resolve(row.getString(2)),
                    row.getLong(3)))
        .list();
  }

  private KeyRun opened(UUID id, Path path, long size) {
    return open.computeIfAbsent(id, any -> KeyRun.open(id, path, size));
  }

  void add(KeyRun.Written run) {
    jdbc.sql(
            """
            insert into key_run (workspace_id, id, path, key_count, written_at)
            values (:workspace, :id, :path, :count, :now)
            """)
        .param("workspace", tenancy.current())
        .param("id", run.id())
        .param("path", home.facts().relativize(run.path()).toString())
        .param("count", run.size())
        .param("now", ImportTable.at(clock.instant()))
        .update();
    run.parts()
        .forEach(
            (part, count) ->
                jdbc.sql(
                        """
                        insert into key_run_part (workspace_id, run_id, source_number, import_number, key_count)
                        values (:workspace, :run, :source, :import, :count)
                        """)
                    .param("workspace", tenancy.current())
                    .param("run", run.id())
                    .param("source", part.source())
                    .param("import", part.importNumber())
                    .param("count", count)
                    .update());
  }

  /**
   * Merges runs of similar size where there are many.
   *
   * @param counts whether what an import brought counts still
   * @return the files that are new, of runs that count when the transaction commits
   */
  List<Path> merge(Path folder, LongPredicate counts) {
    Map<Integer, List<KeyRun>> bySize = new TreeMap<>();
    all().forEach(run -> bySize.computeIfAbsent(tier(run), any -> new ArrayList<>()).add(run));
    List<Path> written = new ArrayList<>();
    for (List<KeyRun> similar : bySize.values()) {
      if (similar.size() >= BESIDE) {
        KeyRun.Written merged = KeyRun.merge(folder, similar, counts);
        written.add(merged.path());
        similar.forEach(run -> forget(run.id()));
        add(merged);
      }
    }
    return written;
  }

  private static int tier(KeyRun run) {
    return (Long.SIZE - Long.numberOfLeadingZeros(run.size())) / 3;
  }

  private void forget(UUID id) {
    jdbc.sql("delete from key_run_part where workspace_id = :workspace and run_id = :id")
        .param("workspace", tenancy.current())
        .param("id", id)
        .update();
    jdbc.sql("delete from key_run where workspace_id = :workspace and id = :id")
        .param("workspace", tenancy.current())
        .param("id", id)
        .update();
    open.remove(id);
  }

  /** The days that keys of some imports touch, whether or not something else is held of them. */
  void touch(Set<Long> imports, TouchedDays touched) {
    Set<UUID> holding =
        new HashSet<>(
            jdbc.sql(
                    """
                    select run_id from key_run_part
                    where workspace_id = :workspace and import_number = any(:imports)
                    """)
                .param("workspace", tenancy.current())
                .param("imports", imports.toArray(Long[]::new))
                .query(UUID.class)
                .list());
    for (KeyRun run : all()) {
      if (holding.contains(run.id())) {
        for (long index = 0; index < run.size(); index++) {
          if (imports.contains(run.records().importNumber(index))) {
            touched.add(run.records().days(index));
          }
        }
      }
    }
  }

  Set<Path> paths() {
    return new HashSet<>(
        jdbc.sql("select path from key_run where workspace_id = :workspace")
            .param("workspace", tenancy.current())
            .query((row, n) -> home.facts().resolve(row.getString(1)))
            .list());
  }
}
