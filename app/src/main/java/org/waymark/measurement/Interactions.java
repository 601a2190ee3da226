package org.waymark.measurement;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.intake.Facts;
import org.waymark.measure.Plan;
import org.waymark.measure.Sight;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.metrics.Metrics;
import org.waymark.people.UnitTree;
import org.waymark.people.Units;
import org.waymark.platform.Bookmark;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.platform.Page;
import org.waymark.platform.Tenancy;
import org.waymark.schedules.Timetable;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/** The interactions that made a number: nobody has to believe a point in a chart. */
@Component
public class Interactions {
  /** Most interactions on one page. */
  public static final int MOST = 500;

  /** How many are read at once for a file. */
  private static final int AT_A_TIME = 5_000;

  private final Metrics metrics;
  private final Units units;
  private final Workspaces workspaces;
  private final Facts facts;
  private final EngineRoom engine;
  private final Tenancy tenancy;
  private final Clock clock;

  Interactions(
      Metrics metrics,
      Units units,
      Workspaces workspaces,
      Facts facts,
      EngineRoom engine,
      Tenancy tenancy,
      Clock clock) {
    this.metrics = metrics;
    this.units = units;
    this.workspaces = workspaces;
    this.facts = facts;
    this.engine = engine;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** What has to be read, and how its numbers are named. */
  private record Ground(Plan plan, FactFiles files, Map<Integer, String> sources, UnitTree tree) {}

  /**
   * The interactions that a reading of these days counts, in the order in which they first arrived.
   *
   * @param cursor where the page before ended; null for the first
   * @param limit how many, 1 to {@value #MOST}
   * @throws NotFound when there is no such metric
   * @throws InvalidInput naming what makes no sense
   */
  public Page<Behind> behind(ReadingQuery query, @Nullable String cursor, int limit) {
    if (limit < 1 || limit > MOST) {
      throw InvalidInput.of("limit", "is 1 to " + MOST);
    }
    String list = "interactions of " + query.metric();
    Long after = Bookmark.place(list, cursor, Long::valueOf);
    Ground ground = tenancy.in(tenancy.current(), () -> ground(query));
    List<Fact> found =
        engine.items(
            ground.plan(), ground.files(), after == null ? Long.MIN_VALUE : after, limit + 1);
    List<Fact> shown = found.size() > limit ? found.subList(0, limit) : found;
    return new Page<>(
        shown.stream().map(fact -> Behind.of(fact, ground.sources(), ground.tree())).toList(),
        found.size() > limit ? Bookmark.at(list, shown.getLast().keyNo()) : null);
  }

  /**
   * All of them, one after the other, so that none has to be kept.
   *
   * @throws NotFound when there is no such metric
   * @throws InvalidInput naming what makes no sense
   */
  public void each(ReadingQuery query, Consumer<Behind> reader) {
    Ground ground = tenancy.in(tenancy.current(), () -> ground(query));
    long after = Long.MIN_VALUE;
    List<Fact> found;
    do {
      found = engine.items(ground.plan(), ground.files(), after, AT_A_TIME);
      for (Fact fact : found) {
        reader.accept(Behind.of(fact, ground.sources(), ground.tree()));
        after = fact.keyNo();
      }
    } while (found.size() == AT_A_TIME);
  }

  private Ground ground(ReadingQuery query) {
    MetricDefinition metric = metrics.get(query.metric());
    WorkspaceSettings settings = workspaces.current();
    UnitTree tree =
        units.tree(query.standing() == Standing.TODAY ? settings.today(clock) : query.days().to());
    Question question = Question.of(query, metric, tree, Timetable.NONE, clock.instant());
    Period days = query.days();
    Sight sight =
        question.acrossDays()
            ? Sight.of(metric, days.from(), days.to(), false)
            : new Sight(metric.instants(), days.from(), days.to());
    FactFiles files = facts.files(sight.instants(), sight.first(), sight.last());
    Plan plan =
        new Plan(
            metric,
            days.from(),
            days.to(),
            null,
            question.allFilters(),
            question.asOf(),
            facts.knownUntil(),
            facts.withdrawnImports());
    return new Ground(plan, files, facts.sources(), tree);
  }
}
