package org.waymark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
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
import org.waymark.measure.fact.AddedUp;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactBuilder;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.fact.Score;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;

/**
 * Whatever the order, repetition, splitting or delay in which the same facts arrive, and whatever
 * was corrected or withdrawn in between, both engines give the same cells.
 */
class SameFactsSameCellsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final Map<Integer, Long> KNOWN =
      Map.of(1, micros("2026-03-05T06:00:00Z"), 2, micros("2026-03-09T00:00:00Z"));

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

  @Property(tries = 25)
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

  @Property(tries = 25)
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
    Kind kind = List.of(Kind.CASE, Kind.CASE, Kind.SURVEY, Kind.TALLY).get((int) (key % 4));
    FactBuilder fact =
        Fact.at(key, revision, random.nextLong(1, 7), (int) (key % 2) + 1, kind, "i" + key, start);
    fact.channel(random.nextInt(3) == 0 ? null : List.of("web", "it's").get(random.nextInt(2)));
    fact.unit(random.nextInt(3) == 0 ? null : random.nextInt(1, 4));
    fact.status(random.nextInt(6) == 0 ? "withdrawn" : null);
    switch (kind) {
      case SURVEY -> {
        boolean nps = key % 8 == 2;
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
      }
    }
    return fact.build();
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
      plan = plan.by(random.nextBoolean() ? Dimension.UNIT : Dimension.CHANNEL);
    }
    if (random.nextInt(3) == 0) {
      plan = plan.filtered(List.of(new Filter.Units(Set.of(1, 2))));
    }
    if (random.nextInt(3) == 0) {
      plan = plan.asOf(moment(random, 0).instant());
    }
    return plan;
  }

  private static Cells reference(Plan plan, List<List<Fact>> batches) {
    FactStore.InMemory store = new FactStore.InMemory();
    return new ReferenceEngine(store).compute(plan, store.write(batches));
  }

  private Cells duck(Plan plan, List<List<Fact>> batches) {
    FactStore.OnDisk store = new FactStore.OnDisk(home);
    FactFiles files = store.write(batches);
    try (DuckDbEngine engine = DuckDbEngine.open(store.facts(), store.limits())) {
      return engine.compute(plan, files);
    }
  }
}
