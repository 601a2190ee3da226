package org.waymark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.waymark.measure.clock.BusinessClock;
import org.waymark.measure.clock.Hours;
import org.waymark.measure.clock.Schedule;
import org.waymark.measure.fact.About;
import org.waymark.measure.fact.AddedUp;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactBuilder;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.fact.Pause;
import org.waymark.measure.fact.Score;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;

/**
 * Whatever the order, repetition, splitting or delay in which the same facts arrive, and whatever
 * was corrected or withdrawn in between, both engines give the same cells.
 */
class SameFactsSameCellsTest {

  /** By key: what lies two past a multiple of their number is a survey. */
  private static final List<Kind> KINDS =
      List.of(
          Kind.CASE, Kind.CASE, Kind.SURVEY, Kind.TALLY, Kind.ORDER, Kind.SUBSCRIPTION, Kind.ORDER);

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final Map<Integer, Long> KNOWN =
      Map.of(1, micros("2026-03-05T06:00:00Z"), 2, micros("2026-03-09T00:00:00Z"));

  private static final Schedule OFFICE =
      BusinessContract.weekdays(
          ZoneId.of("Europe/London"), "09:00", "17:00", LocalDate.of(2026, 1, 1));
  private static final Schedule LONGER =
      BusinessContract.weekdays(
          ZoneId.of("America/New_York"), "06:30", "24:00", LocalDate.of(2026, 3, 3));

  /** Unit 2 changes its hours on 3 March; the others have some from 2 March. */
  private static final Hours HOURS =
      new Hours(
          Map.of(1, new BusinessClock(OFFICE), 2, new BusinessClock(LONGER)),
          Map.of(
              2, List.of(new Hours.Since(OFFICE.fromUs(), 1), new Hours.Since(LONGER.fromUs(), 2))),
          List.of(new Hours.Since(micros("2026-03-02T00:00:00Z"), 1)));

  private Path home = Path.of("");

  @BeforeProperty
  void makeHome() throws IOException {
    home = Files.createTempDirectory("waymark-cells");
  }

  @AfterProperty
  void removeHome() throws IOException {
    try (Stream<Path> paths = Files.walk(home)) {
      paths.sorted(Collections.reverseOrder()).forEach(SameFactsSameCellsTest::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(tries = 60)
  void any_arrival_of_the_same_versions_gives_the_same_cells(@ForAll Random random) {
    List<Fact> versions = versions(random);
    List<Fact> latest =
        new ArrayList<>(
            versions.stream()
                .collect(
                    java.util.stream.Collectors.toMap(
                        Fact::keyNo, fact -> fact, (a, b) -> a.revision() > b.revision() ? a : b))
                .values());
    List<List<Fact>> once = arrivals(versions, random);
    List<Fact> again = new ArrayList<>(versions);
    again.addAll(versions.subList(0, random.nextInt(versions.size() + 1)));
    Collections.shuffle(again, random);
    List<List<Fact>> twice = arrivals(again, random);
    Plan plan = plan(random);
    Cells expected = reference(plan, List.of(latest));
    assertThat(reference(plan, once)).isEqualTo(expected);
    assertThat(reference(plan, twice)).isEqualTo(expected);
    assertThat(duck(plan, once)).isEqualTo(expected);
    assertThat(duck(plan, twice)).isEqualTo(expected);
  }

  @Property(tries = 60)
  void withdrawing_imports_is_as_if_they_had_never_been(@ForAll Random random) {
    List<Fact> versions = versions(random);
    versions.sort(java.util.Comparator.comparingLong(Fact::revision));
    Set<Long> withdrawn = new HashSet<>();
    while (withdrawn.size() < 2) {
      withdrawn.add(random.nextLong(1, 7));
    }
    List<Fact> standing =
        versions.stream().filter(fact -> !withdrawn.contains(fact.importNo())).toList();
    Plan plan = plan(random);
    Cells expected = reference(plan, arrivals(standing, random));
    List<List<Fact>> all = arrivals(versions, random);
    assertThat(reference(plan.without(withdrawn), all)).isEqualTo(expected);
    assertThat(duck(plan.without(withdrawn), all)).isEqualTo(expected);
  }

  /** Several versions of some items, each with its own revision; items may change their day. */
  private static List<Fact> versions(Random random) {
    List<Fact> versions = new ArrayList<>();
    int items = random.nextInt(1, 25);
    for (long key = 1; key <= items; key++) {
      int count = random.nextInt(1, 5);
      for (int i = 0; i < count; i++) {
        versions.add(version(random, key, 10L * i + random.nextInt(1, 10)));
      }
    }
    Collections.shuffle(versions, random);
    return versions;
  }

  private static Fact version(Random random, long key, long revision) {
    Moment start = moment(random, 0);
    Kind kind = KINDS.get((int) (key % KINDS.size()));
    FactBuilder fact =
        Fact.at(key, revision, random.nextLong(1, 7), (int) (key % 2) + 1, kind, "i" + key, start);
    fact.channel(random.nextInt(3) == 0 ? null : List.of("web", "it's").get(random.nextInt(2)));
    fact.unit(random.nextInt(3) == 0 ? null : random.nextInt(1, 4));
    fact.status(random.nextInt(6) == 0 ? "withdrawn" : null);
    fact.customer(random.nextInt(5) == 0 ? null : random.nextLong(1, 5));
    fact.topic(random.nextInt(3) == 0 ? "billing" : null);
    switch (kind) {
      case SURVEY -> {
        boolean nps = random.nextBoolean();
        fact.score(
            nps
                ? Score.nps(random.nextLong(0, 11) * 1_000_000)
                : Score.csat(random.nextLong(1_000_000, 5_000_001)));
        fact.weight(random.nextBoolean() ? null : random.nextLong(0, 9_000_000));
      }
      case TALLY ->
          fact.addedUp(
              new AddedUp(
                  List.of("csat", "on-time-share", "case-volume").get(random.nextInt(3)),
                  random.nextLong(0, 5_000_000),
                  random.nextLong(5_000_000, 9_000_000)));
      default -> {
        fact.due(random.nextInt(4) == 0 ? null : moment(random, 0));
        fact.finished(random.nextInt(3) == 0 ? null : moment(random, start.us()));
        fact.responded(random.nextInt(3) == 0 ? null : moment(random, start.us()));
        fact.reopened(random.nextInt(3) == 0 ? moment(random, start.us()) : null);
        fact.pauses(pauses(random));
        fact.contacts(random.nextBoolean() ? null : random.nextInt(1, 3));
        fact.complaint(random.nextBoolean());
        long survey = 2 + KINDS.size() * random.nextLong(0, 3);
        fact.about(new About((int) (survey % 2) + 1, "i" + survey));
      }
    }
    return fact.build();
  }

  private static List<Pause> pauses(Random random) {
    List<Pause> pauses = new ArrayList<>();
    long at = micros("2026-03-01T00:00:00Z");
    while (random.nextInt(3) == 0) {
      long from = at + random.nextLong(0, 40) * 1_800_000_000L;
      at = from + random.nextLong(1, 90) * 1_800_000_000L;
      pauses.add(new Pause(from, at));
    }
    return pauses;
  }

  /** A moment in the first days of March, on a coarse grid so that ties happen. */
  private static Moment moment(Random random, long notBefore) {
    long us = micros("2026-03-01T00:00:00Z") + random.nextLong(0, 6 * 24) * 3_600_000_000L;
    return Moment.of(Moment.instant(Math.max(us, notBefore)), EngineContract.BERLIN);
  }

  private static long micros(String instant) {
    return Moment.micros(Instant.parse(instant));
  }

  /**
   * What intake would write when versions arrive in this order: a lower revision than the held one
   * is a repetition; a higher one is a row in its day, and "gone" in every other day the item has
   * lain.
   */
  private static List<List<Fact>> arrivals(List<Fact> order, Random random) {
    Map<Long, Fact> held = new HashMap<>();
    Map<Long, Set<LocalDate>> days = new HashMap<>();
    List<List<Fact>> batches = new ArrayList<>(List.of(new ArrayList<>()));
    for (Fact fact : order) {
      Fact before = held.get(fact.keyNo());
      if (before != null && before.revision() > fact.revision()) {
        continue;
      }
      held.put(fact.keyNo(), fact);
      Set<LocalDate> lain = days.computeIfAbsent(fact.keyNo(), key -> new TreeSet<>());
      List<Fact> batch = batches.getLast();
      batch.add(fact);
      for (LocalDate day : lain) {
        if (!day.equals(fact.fileDay())) {
          batch.add(
              Fact.gone(
                  fact.keyNo(),
                  fact.revision(),
                  fact.importNo(),
                  fact.sourceNo(),
                  fact.kind(),
                  fact.itemId(),
                  day));
        }
      }
      lain.add(fact.fileDay());
      if (random.nextInt(6) == 0) {
        batches.add(new ArrayList<>());
      }
    }
    return batches;
  }

  private static Plan plan(Random random) {
    List<MetricDefinition> metrics = ShippedMetrics.all();
    MetricDefinition metric = metrics.get(random.nextInt(metrics.size()));
    Plan plan =
        Plan.of(
            metric,
            FIRST.plusDays(random.nextInt(2)),
            FIRST.plusDays(3 + random.nextInt(4)),
            KNOWN);
    if (random.nextBoolean()) {
      boolean cohorts = metric.has(Dimension.COHORT) && random.nextBoolean();
      plan =
          plan.by(
              cohorts
                  ? Dimension.COHORT
                  : random.nextBoolean() ? Dimension.UNIT : Dimension.CHANNEL);
    }
    if (random.nextInt(3) == 0) {
      plan = plan.filtered(List.of(new Filter.Units(Set.of(1, 2))));
    }
    if (random.nextInt(3) == 0) {
      plan = plan.asOf(moment(random, 0).instant());
    }
    return plan.timedBy(random.nextBoolean() ? HOURS : Hours.NONE);
  }

  private static Cells reference(Plan plan, List<List<Fact>> batches) {
    FactStore.InMemory store = new FactStore.InMemory();
    return compute(new ReferenceEngine(store), plan, store.write(batches));
  }

  /** Metrics of customers are asked for two periods, and for the cohorts of each day. */
  private static Cells compute(Engine engine, Plan plan, FactFiles files) {
    if (!plan.metric().measure().acrossDays()) {
      return engine.compute(plan, files);
    }
    LocalDate middle = plan.from().plusDays(1);
    List<PeriodPlan.Days> periods =
        List.of(
            new PeriodPlan.Days(plan.from(), middle),
            new PeriodPlan.Days(middle.plusDays(1), plan.to()));
    List<PeriodPlan.Days> days = new ArrayList<>();
    for (LocalDate day = FIRST; !day.isAfter(plan.to()); day = day.plusDays(1)) {
      days.add(new PeriodPlan.Days(day, day));
    }
    boolean cohorts = Dimension.COHORT.equals(plan.by());
    return engine.compute(
        PeriodPlan.of(plan, periods, cohorts ? days : List.of(), EngineContract.BERLIN), files);
  }

  private Cells duck(Plan plan, List<List<Fact>> batches) {
    FactStore.OnDisk store = new FactStore.OnDisk(home);
    FactFiles files = store.write(batches);
    try (DuckDbEngine engine = DuckDbEngine.open(store.facts(), store.limits())) {
      return compute(engine, plan, files);
    }
  }
}
