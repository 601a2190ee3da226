package org.waymark.demo;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.GoalList;
import org.waymark.intake.Facts;
import org.waymark.people.Units;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Cycles;
import org.waymark.workspace.Workspaces;

/**
 * The demonstration organisation of a workspace: looked at, loaded into an empty one, removed
 * again. Only an owner may; both take a while and go on behind the page that asked for them.
 */
@Component
public class Demonstration implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

  private final DemonstrationTable table;
  private final Loading loading;
  private final Removing removing;
  private final Units units;
  private final Cycles cycles;
  private final GoalList goals;
  private final Facts facts;
  private final Workspaces workspaces;
  private final Access access;
  private final Audit audit;
  private final Tenancy tenancy;
  private final Clock clock;
  private final Map<UUID, Progress> running = new ConcurrentHashMap<>();
  private final Map<UUID, List<Kept>> stayed = new ConcurrentHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("demonstration").factory());

  Demonstration(
      DemonstrationTable table,
      Loading loading,
      Removing removing,
      Units units,
      Cycles cycles,
      GoalList goals,
      Facts facts,
      Workspaces workspaces,
      Access access,
      Audit audit,
      Tenancy tenancy,
      Clock clock) {
    this.table = table;
    this.loading = loading;
    this.removing = removing;
    this.units = units;
    this.cycles = cycles;
    this.goals = goals;
    this.facts = facts;
    this.workspaces = workspaces;
    this.access = access;
    this.audit = audit;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** How it is with the demonstration in a workspace. */
  public sealed interface Status {
    /**
     * There is none.
     *
     * @param mayLoad whether the workspace is empty, so that one can be loaded
     */
    record None(boolean mayLoad) implements Status {}

    /** It is being loaded or removed. */
    record Busy(boolean loading, int percent) implements Status {}

    /**
     * It is there.
     *
     * @param touched how many of its goals people have taken further since
     */
    record There(int touched) implements Status {}

    /** Loading or removing did not get to its end; what is there can be removed. */
    record Broken() implements Status {}
  }

  /** How it stands now. */
  public Status status(Caller caller) {
    access.require(caller, Action.READ, null);
    return tenancy.in(
        caller.workspace(),
        () ->
            table
                .find()
                .<Status>map(row -> status(caller.workspace(), row))
                .orElseGet(() -> new Status.None(isEmpty())));
  }

  private Status status(UUID workspace, DemonstrationTable.Row row) {
    Progress progress = running.get(workspace);
    return switch (row.state()) {
      case LOADED -> new Status.There(table.touched());
      case FAILED -> new Status.Broken();
      case LOADING, REMOVING ->
          progress == null
              ? new Status.Broken()
              : new Status.Busy(
                  row.state() == DemonstrationTable.State.LOADING, progress.percent());
    };
  }

  /** Whether the caller may load and remove it. */
  public boolean mayChange(Caller caller) {
    return access.can(caller, Action.CHANGE_WORKSPACE, null);
  }

  /**
   * Starts loading it.
   *
   * @throws Conflict when there is one already, or the workspace holds something
   */
  public void load(Caller by) {
    begin(by);
    Progress progress = started(by.workspace());
    Tenancy.afterCommit(
        () -> {
          worker.execute(() -> work(by, "loaded", () -> loadNow(by, Map.of(), progress)));
          worker.execute(() -> measure(by.workspace()));
        });
  }

  /**
   * Loads it and returns when all of it is there.
   *
   * @param passwords of people who are to sign in, by their first names
   */
  void loadNow(Caller by, Map<String, String> passwords) {
    begin(by);
    loadNow(by, passwords, new Progress());
    worker.execute(() -> measure(by.workspace()));
  }

  private void measure(UUID workspace) {
    try {
      loading.measure(workspace);
    } catch (RuntimeException e) {
      LOG.warn("The metrics of the example data are measured when somebody looks.", e);
    }
  }

  private void loadNow(Caller by, Map<String, String> passwords, Progress progress) {
    DemonstrationTable.Row row = tenancy.in(by.workspace(), () -> table.find().orElseThrow());
    loading.load(by, row.seed(), row.toldOn(), passwords, progress);
  }

  private void begin(Caller by) {
    access.require(by, Action.CHANGE_WORKSPACE, null);
    tenancy.run(
        by.workspace(),
        () -> {
          if (table.find().isPresent()) {
            throw new Conflict("The example data is here already.", null);
          }
          if (!isEmpty()) {
            throw new Conflict(
                "This workspace has units, cycles, goals or data of its own; the example data needs"
                    + " an empty one.",
                null);
          }
          if (!table.begin(Feeds.SEED, workspaces.today(), by.member(), clock.instant())) {
            throw new Conflict("The example data is being loaded already.", null);
          }
          audit.record(
              by,
              "demonstration.loaded",
              "workspace",
              by.workspace().toString(),
              null,
              Map.of("seed", Feeds.SEED));
        });
  }

  private boolean isEmpty() {
    return units.tree().all().isEmpty()
        && cycles.list(Cursor.most("cycles")).items().isEmpty()
        && !goals.any()
        && facts.knownUntil().isEmpty();
  }

  /** What stays when it is removed, because something that people made needs it. */
  public List<Kept> kept(Caller caller, boolean withTouched) {
    access.require(caller, Action.CHANGE_WORKSPACE, null);
    return tenancy.in(caller.workspace(), () -> removing.kept(caller, withTouched));
  }

  /** What stayed when it was last removed, as long as the server remembers. */
  public List<Kept> stayed(Caller caller) {
    access.require(caller, Action.CHANGE_WORKSPACE, null);
    return stayed.getOrDefault(caller.workspace(), List.of());
  }

  /**
   * A thing of the demonstration that stays.
   *
   * @param kind unit, member, cycle, metric, goal or library-entry
   */
  public record Kept(String kind, String id, String name) {}

  /**
   * Starts removing it.
   *
   * @param withTouched also the goals that people have taken further
   * @throws Conflict when there is none, or it is still on its way
   */
  public void remove(Caller by, boolean withTouched) {
    access.require(by, Action.CHANGE_WORKSPACE, null);
    tenancy.run(
        by.workspace(),
        () -> {
          if (!(status(by) instanceof Status.There || status(by) instanceof Status.Broken)) {
            throw new Conflict("There is no example data here that could be removed now.", null);
          }
          table.state(DemonstrationTable.State.REMOVING);
        });
    Progress progress = started(by.workspace());
    Runnable removal = () -> stayed.put(by.workspace(), removing.remove(by, withTouched, progress));
    Tenancy.afterCommit(() -> worker.execute(() -> work(by, "removed", removal)));
  }

  /** Before the commit, so that nobody finds it begun and nothing going on. */
  private Progress started(UUID workspace) {
    Progress progress = new Progress();
    running.put(workspace, progress);
    return progress;
  }

  private void work(Caller by, String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("The example data of workspace {} could not be {}.", by.workspace(), what, e);
      broken(by.workspace());
    } finally {
      running.remove(by.workspace());
    }
  }

  private void broken(UUID workspace) {
    tenancy.run(workspace, () -> table.state(DemonstrationTable.State.FAILED));
  }

  /** What was on its way when the server stopped is not any more. */
  @EventListener(ApplicationReadyEvent.class)
  void takeStock() {
    for (UUID workspace : tenancy.workspaces()) {
      tenancy.run(
          workspace,
          () -> {
            DemonstrationTable.@Nullable State state =
                table.find().map(DemonstrationTable.Row::state).orElse(null);
            if (state == DemonstrationTable.State.LOADING
                || state == DemonstrationTable.State.REMOVING) {
              table.state(DemonstrationTable.State.FAILED);
            }
          });
    }
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
