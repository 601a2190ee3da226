package org.waymark.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.intake.Facts;
import org.waymark.measure.Plan;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.metrics.Suits;
import org.waymark.platform.FieldError;
import org.waymark.platform.Tenancy;

/**
 * How many values the dimensions of a definition have among what is held. Each value has its own
 * numbers on each day: a dimension that names nearly every item would keep the items once more.
 */
@Component
class Spread implements Suits {
  /** Values of one dimension; more are refused. */
  static final int MOST_VALUES = 5_000;

  private final Measurement measurement;
  private final Facts facts;
  private final EngineRoom engine;
  private final Tenancy tenancy;

  Spread(Measurement measurement, Facts facts, EngineRoom engine, Tenancy tenancy) {
    this.measurement = measurement;
    this.facts = facts;
    this.engine = engine;
    this.tenancy = tenancy;
  }

  /** Only dimensions that were not there before are looked at: the others are kept already. */
  @Override
  public List<FieldError> against(@Nullable MetricDefinition before, MetricDefinition wanted) {
    List<Dimension> asked =
        wanted.dimensions().stream()
            .filter(one -> !one.equals(Dimension.UNIT) && !one.equals(Dimension.COHORT))
            .filter(one -> !sameItems(before, wanted) || !has(before, one))
            .toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    List<FieldError> errors = new ArrayList<>();
    values(wanted, asked)
        .forEach(
            (dimension, values) -> {
              if (values > MOST_VALUES) {
                errors.add(
                    new FieldError(
                        "dimensions[" + wanted.dimensions().indexOf(dimension) + "]",
                        "%s has %,d different values among what this counts; at most %,d can be kept apart: leave it out, or let the source send fewer, coarser words"
                            .formatted(dimension.code(), values, MOST_VALUES)));
              }
            });
    return errors;
  }

  /** By dimension, how many different values it has among what the metric counts. */
  Map<Dimension, Long> values(MetricDefinition metric, List<Dimension> dimensions) {
    Period days = measurement.known(metric);
    Ground ground =
        tenancy.in(
            tenancy.current(),
            () ->
                new Ground(
                    new Plan(
                        metric,
                        days.from(),
                        days.to(),
                        null,
                        List.of(),
                        null,
                        facts.knownUntil(),
                        facts.withdrawnImports()),
                    facts.files(metric.instants(), days.from(), days.to())));
    return engine.spread(ground.plan(), ground.files(), dimensions);
  }

  private record Ground(Plan plan, FactFiles files) {}

  private static boolean has(@Nullable MetricDefinition before, Dimension dimension) {
    return before != null && before.has(dimension);
  }

  private static boolean sameItems(@Nullable MetricDefinition before, MetricDefinition wanted) {
    return before != null
        && before.kinds().equals(wanted.kinds())
        && before.where().equals(wanted.where())
        && before.anchor() == wanted.anchor();
  }
}
