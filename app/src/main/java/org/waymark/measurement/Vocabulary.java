package org.waymark.measurement;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.intake.Facts;
import org.waymark.measure.Plan;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.platform.Tenancy;

/**
 * The words that interactions of late have carried, so that somebody who writes a condition need
 * not guess how their sources spell things. A sample: what is missing here may exist all the same.
 */
@Component
public class Vocabulary {
  private static final int DAYS = 92;
  private static final int ITEMS = 2_000;
  private static final int MOST_WORDS = 200;
  private static final int MOST_ATTRIBUTES = 40;
  private static final int LONGEST = 60;

  private final Measurement measurement;
  private final Facts facts;
  private final EngineRoom engine;
  private final Tenancy tenancy;
  private final Clock clock;

  Vocabulary(
      Measurement measurement, Facts facts, EngineRoom engine, Tenancy tenancy, Clock clock) {
    this.measurement = measurement;
    this.facts = facts;
    this.engine = engine;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param attributes names of free attributes, in their order
   * @param words what fields and attributes held, in their order
   */
  public record Found(List<String> attributes, List<String> words) {}

  private record Ground(Plan plan, FactFiles files) {}

  /** Looks at some interactions of the last three months of which anything is known. */
  public Found of() {
    MetricDefinition everything =
        new MetricDefinition(
            "everything",
            1,
            "",
            Set.of(),
            Condition.ALWAYS,
            Instants.STARTED,
            new Measure.Count(),
            List.of(Statistic.Plain.COUNT),
            List.of(),
            Direction.NONE,
            MetricDefinition.LEAST);
    Period days = measurement.shown(everything);
    Ground ground =
        tenancy.in(
            tenancy.current(),
            () ->
                new Ground(
                    new Plan(
                        everything,
                        days.days() > DAYS ? days.to().minusDays(DAYS - 1) : days.from(),
                        days.to(),
                        null,
                        List.of(),
                        clock.instant(),
                        facts.knownUntil(),
                        facts.withdrawnImports()),
                    facts.files(EnumSet.of(Instants.STARTED), days.from(), days.to())));
    return found(engine.items(ground.plan(), ground.files(), Long.MIN_VALUE, ITEMS));
  }

  private static Found found(List<Fact> items) {
    TreeSet<String> attributes = new TreeSet<>();
    TreeSet<String> words = new TreeSet<>();
    for (Fact item : items) {
      item.attributes()
          .values()
          .forEach(
              (name, value) -> {
                attributes.add(name);
                keep(words, value);
              });
      keep(words, item.channel());
      keep(words, item.product());
      keep(words, item.region());
      keep(words, item.topic());
      keep(words, item.touchpoint());
      keep(words, item.question());
      keep(words, item.status());
      keep(words, item.score() == null ? null : item.score().scale());
      keep(words, item.handledBy() == null ? null : item.handledBy().code());
    }
    List<String> names = List.copyOf(attributes);
    return new Found(
        names.size() > MOST_ATTRIBUTES ? names.subList(0, MOST_ATTRIBUTES) : names,
        List.copyOf(words));
  }

  private static void keep(TreeSet<String> words, @Nullable String word) {
    if (word != null && word.length() <= LONGEST && words.size() < MOST_WORDS) {
      words.add(word);
    }
  }
}
