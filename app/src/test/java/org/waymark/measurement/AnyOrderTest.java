package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.waymark.TestServer;
import org.waymark.intake.Facts;
import org.waymark.measure.Finisher;
import org.waymark.measure.Known;
import org.waymark.measure.PeriodPlan;
import org.waymark.measure.Plan;
import org.waymark.measure.Reading;
import org.waymark.measure.ReferenceEngine;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.FactReader;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.fact.Limits;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.measure.metric.Statistic;
import org.waymark.platform.Home;
import org.waymark.platform.Tenancy;

/** The same interactions, however they arrive, say the same: through the whole server. */
class AnyOrderTest {
  private static final Period DAYS =
      new Period(LocalDate.of(2017, 4, 20), LocalDate.of(2017, 6, 20));
  private static final List<PeriodPlan.Days> ALL_DAYS =
      List.of(new PeriodPlan.Days(DAYS.from(), DAYS.to()));
  private static final Instant AFTERWARDS = Instant.parse("2018-01-01T00:00:00Z");
  private static final Instant MEANWHILE = Instant.parse("2017-05-09T12:00:00Z");

  private static final int ITEMS = 40;

  /** The metrics that count what the story tells: cases, surveys, orders and subscriptions. */
  private static final List<MetricDefinition> TOLD =
      ShippedMetrics.all().stream()
          .filter(
              metric ->
                  metric.kinds().isEmpty()
                      || metric.kinds().contains(Kind.CASE)
                      || metric.kinds().contains(Kind.SURVEY)
                      || metric.measure().acrossDays())
          .toList();

  /** So many of them are asked for in a try: each takes a second or two. */
  private static final int ASKED = 8;

  private List<MetricDefinition> asked = List.of();

  @Property(tries = 2)
  void order_repetition_and_splitting_change_nothing(@ForAll Random random) {
    List<MetricDefinition> shuffled = new ArrayList<>(TOLD);
    Collections.shuffle(shuffled, random);
    asked = shuffled.subList(0, ASKED);
    List<String> lines = story(random);
    List<String> withdrawn = story(random).stream().map(AnyOrderTest::later).toList();

    TestServer.TestWorkspace one = TestServer.newWorkspace();
    Arrivals.send(one.api(), lines);

    TestServer.TestWorkspace other = TestServer.newWorkspace();
    List<String> mixed = new ArrayList<>(lines);
    for (int i = 0; i < lines.size() / 3; i++) {
      mixed.add(lines.get(random.nextInt(lines.size())));
    }
    Collections.shuffle(mixed, random);
    int taken = 0;
    int interruption = random.nextInt(mixed.size());
    String toWithdraw = null;
    while (taken < mixed.size()) {
      if (toWithdraw == null && taken >= interruption) {
        toWithdraw = Arrivals.send(other.api(), withdrawn).get("importId").asString();
      }
      int next = Math.min(mixed.size(), taken + 1 + random.nextInt(mixed.size()));
      Arrivals.send(other.api(), mixed.subList(taken, next));
      taken = next;
      if (random.nextBoolean()) {
        whole(other, AFTERWARDS); // someone looks in between
      }
    }
    if (toWithdraw == null) {
      toWithdraw = Arrivals.send(other.api(), withdrawn).get("importId").asString();
    }
    readings(other, AFTERWARDS);
    Arrivals.send(other.api(), mixed.subList(0, mixed.size() / 2));
    assertThat(other.api().delete("/imports/" + toWithdraw).status()).isBetween(200, 204);

    for (Instant asOf : List.of(AFTERWARDS, MEANWHILE)) {
      Map<String, List<PeriodReading>> first = readings(one, asOf);
      assertThat(readings(other, asOf)).as("another order").isEqualTo(first);
      inside(other.id(), () -> TestServer.bean(Measurement.class).forget());
      assertThat(readings(other, asOf)).as("everything computed again").isEqualTo(first);
      assertThat(byTheReference(other.id(), asOf))
          .as("the slow obvious engine")
          .isEqualTo(whole(other, asOf));
    }
  }

  /** Versions of a few cases and surveys, each with its own revision. */
  private static List<String> story(Random random) {
    List<String> lines = new ArrayList<>();
    for (int item = 0; item < ITEMS; item++) {
      int versions = 1 + random.nextInt(3);
      for (int revision = 1; revision <= versions; revision++) {
        lines.add(
            switch (random.nextInt(6)) {
              case 0 -> survey(item, revision, random);
              case 1 -> order(item, revision, random);
              case 2 -> subscription(item, revision, random);
              default -> aCase(item, revision, random);
            });
      }
    }
    Map<String, String> onePerRevision = new LinkedHashMap<>();
    lines.forEach(line -> onePerRevision.put(line.substring(0, line.indexOf(",\"kind\"")), line));
    return List.copyOf(onePerRevision.values());
  }

  private static String aCase(int item, int revision, Random random) {
    Instant start = Instant.parse("2017-05-01T00:00:00Z").plusSeconds(random.nextInt(20 * 86_400));
    return """
        {"source":"desk","id":"i%d","revision":%d,"kind":"case","startedAt":"%s","respondedAt":%s,"finishedAt":%s,"dueAt":%s,"reopenedAt":%s,"customer":%s,"topic":%s,"contacts":%d,"complaint":%s,"about":%s,"channel":%s%s}"""
        .formatted(
            item,
            revision,
            start,
            after(start, random),
            after(start, random),
            after(start, random),
            after(start, random),
            customer(random),
            random.nextBoolean() ? "null" : "\"billing\"",
            1 + random.nextInt(2),
            random.nextBoolean(),
            random.nextInt(3) == 0
                ? "{\"source\":\"desk\",\"id\":\"i" + random.nextInt(ITEMS) + "\"}"
                : "null",
            random.nextInt(4) == 0 ? "null" : random.nextBoolean() ? "\"email\"" : "\"phone\"",
            random.nextInt(10) == 0 ? ",\"status\":\"withdrawn\"" : "");
  }

  private static String survey(int item, int revision, Random random) {
    Instant start = Instant.parse("2017-05-01T00:00:00Z").plusSeconds(random.nextInt(20 * 86_400));
    return """
        {"source":"desk","id":"i%d","revision":%d,"kind":"survey","startedAt":"%s","scale":"%s","score":%d,"weight":%d.5,"channel":"email"}"""
        .formatted(
            item,
            revision,
            start,
            random.nextBoolean() ? "nps-0-10" : "csat-1-5",
            1 + random.nextInt(5),
            random.nextInt(3));
  }

  private static String order(int item, int revision, Random random) {
    return """
        {"source":"shop","id":"i%d","revision":%d,"kind":"order","startedAt":"%s","customer":%s,"channel":"email"}"""
        .formatted(item, revision, someTime(random), customer(random));
  }

  private static String subscription(int item, int revision, Random random) {
    Instant start = someTime(random).minusSeconds(random.nextInt(20 * 86_400));
    return """
        {"source":"shop","id":"i%d","revision":%d,"kind":"subscription","startedAt":"%s","finishedAt":%s,"customer":%s,"channel":"phone"}"""
        .formatted(item, revision, start, after(start, random), customer(random));
  }

  private static Instant someTime(Random random) {
    return Instant.parse("2017-05-01T00:00:00Z").plusSeconds(random.nextInt(20 * 86_400));
  }

  private static String customer(Random random) {
    return random.nextInt(6) == 0 ? "null" : "\"c" + random.nextInt(12) + '"';
  }

  private static String after(Instant start, Random random) {
    return random.nextInt(3) == 0
        ? "null"
        : '"' + start.plusSeconds(random.nextInt(6 * 86_400)).toString() + '"';
  }

  /** The same story told with higher revisions, so that it supersedes until it is withdrawn. */
  private static String later(String line) {
    return line.replace("\"revision\":", "\"revision\":1");
  }

  private Map<String, List<PeriodReading>> readings(
      TestServer.TestWorkspace workspace, Instant asOf) {
    Map<String, List<PeriodReading>> all = new LinkedHashMap<>();
    for (MetricDefinition metric : asked) {
      for (Statistic statistic : metric.statistics()) {
        ReadingQuery query = ReadingQuery.pooled(metric.key(), statistic.code(), DAYS).asOf(asOf);
        for (ReadingQuery asked :
            List.of(
                query,
                query.per(Per.WEEK),
                query.by("channel"),
                query.where(Map.of("channel", List.of("email"))),
                query.weighted(metric.measure().weighs()))) {
          all.put(asked.toString(), read(workspace.id(), asked).items());
        }
      }
    }
    return all;
  }

  private static Readings read(UUID workspace, ReadingQuery query) {
    return TestServer.bean(Tenancy.class)
        .as(workspace, () -> TestServer.bean(Measurement.class).readings(query));
  }

  private Map<String, Reading> whole(TestServer.TestWorkspace workspace, Instant asOf) {
    Map<String, Reading> all = new LinkedHashMap<>();
    for (MetricDefinition metric : asked) {
      for (Statistic statistic : metric.statistics()) {
        ReadingQuery query = ReadingQuery.pooled(metric.key(), statistic.code(), DAYS).asOf(asOf);
        all.put(metric.key() + statistic.code(), settled(read(workspace.id(), query).single()));
      }
    }
    return all;
  }

  private Map<String, Reading> byTheReference(UUID workspace, Instant asOf) {
    Home home = TestServer.bean(Home.class);
    Facts facts = TestServer.bean(Facts.class);
    Map<String, Reading> all = new LinkedHashMap<>();
    try (FactReader reader =
        FactReader.open(home.facts(), Limits.modest(home.tmp().resolve("reference")))) {
      inside(
          workspace,
          () -> {
            for (MetricDefinition metric : asked) {
              Plan plan =
                  new Plan(
                      metric,
                      DAYS.from(),
                      DAYS.to(),
                      null,
                      List.of(),
                      asOf,
                      facts.knownUntil(),
                      facts.withdrawnImports());
              FactFiles everything =
                  facts.files(Set.of(Instants.STARTED), Period.EARLIEST, Period.LATEST);
              ReferenceEngine engine = new ReferenceEngine(reader);
              var cells =
                  metric.measure().acrossDays()
                      ? engine.compute(PeriodPlan.of(plan, ALL_DAYS, ZoneOffset.UTC), everything)
                      : engine.compute(plan, everything);
              for (Statistic statistic : metric.statistics()) {
                all.put(
                    metric.key() + statistic.code(),
                    settled(
                        Finisher.finish(
                            metric,
                            statistic,
                            cells.pooled().orElse(null),
                            false,
                            Known.of(asOf, facts.knownUntil()))));
              }
            }
          });
    }
    return all;
  }

  /** Whether a number may still move depends on the moment, not on how the facts arrived. */
  private static Reading settled(Reading reading) {
    return reading instanceof Reading.Measured it ? it.whileSettling() : reading;
  }

  private static void inside(UUID workspace, Runnable work) {
    TestServer.bean(Tenancy.class).run(workspace, work);
  }
}
