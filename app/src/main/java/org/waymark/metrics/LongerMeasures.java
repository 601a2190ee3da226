package org.waymark.metrics;

import static org.waymark.metrics.JsonShape.onlyKeys;
import static org.waymark.metrics.JsonShape.optional;
import static org.waymark.metrics.JsonShape.required;
import static org.waymark.metrics.JsonShape.text;
import static org.waymark.metrics.JsonShape.word;
import static org.waymark.metrics.JsonShape.yes;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Measure;
import org.waymark.platform.InvalidInput;
import tools.jackson.databind.JsonNode;

/**
 * Reads the measures that look beyond a single interaction: at what came of it later, at another
 * population, at the same customer.
 */
final class LongerMeasures {
  private static final String ALL =
      "duration, share, nps, mean, sum, count, onTime, rate, reopened, firstContact, followedUp,"
          + " distinct, churn, retention, repeat";

  /** Reads the kinds that stand at a place. */
  interface Kinds {
    Set<Kind> at(JsonNode json, String path);
  }

  /** Reads the condition that stands at a place. */
  interface Conditions {
    Condition at(JsonNode json, String path, int depth);
  }

  private final Kinds kinds;
  private final Conditions conditions;

  LongerMeasures(Kinds kinds, Conditions conditions) {
    this.kinds = kinds;
    this.conditions = conditions;
  }

  /**
   * @param name of the measure
   * @throws InvalidInput when there is no such measure, or naming the place that makes no sense
   */
  Measure read(String name, JsonNode of) {
    String path = "measure." + name;
    return switch (name) {
      case "rate" -> rate(of);
      case "reopened" -> made(path, time(of, path), Measure.Reopened::new);
      case "firstContact" -> made(path, time(of, path), Measure.FirstContact::new);
      case "followedUp" -> made(path, time(of, path), Measure.FollowedUp::new);
      case "distinct" -> {
        word(of, path, "customer");
        yield new Measure.Distinct();
      }
      case "churn" -> {
        yes(of, path);
        yield new Measure.Churn();
      }
      case "retention" -> {
        yes(of, path);
        yield new Measure.Retention();
      }
      case "repeat" ->
          of.isBoolean()
              ? same(of, path)
              : made(path, period(of, path), before -> new Measure.Repeat(before));
      default -> throw InvalidInput.of(path, "is not known: use one of " + ALL);
    };
  }

  private static Measure same(JsonNode of, String path) {
    yes(of, path);
    return Measure.Repeat.afterAsLong();
  }

  private Measure rate(JsonNode json) {
    String path = "measure.rate";
    onlyKeys(json, path, Set.of("of", "per", "over"));
    Condition of = conditions.at(required(json, path, "of"), path + ".of", 1);
    JsonNode per = required(json, path, "per");
    if (!per.isIntegralNumber()
        || !per.canConvertToInt()
        || per.intValue() < 1
        || per.intValue() > 1_000_000) {
      throw InvalidInput.of(path + ".per", "must be a whole number from 1 to 1000000");
    }
    return new Measure.Rate(of, per.intValue(), over(required(json, path, "over"), path + ".over"));
  }

  private Measure.Over over(JsonNode json, String path) {
    onlyKeys(json, path, Set.of("kind", "where", "distinct"));
    @Nullable JsonNode where = optional(json, "where");
    @Nullable JsonNode distinct = optional(json, "distinct");
    if (distinct != null) {
      word(distinct, path + ".distinct", "customer");
    }
    Set<Kind> of = kinds.at(required(json, path, "kind"), path + ".kind");
    if (of.isEmpty()) {
      throw InvalidInput.of(path + ".kind", "names nothing: name what the rate is of");
    }
    return new Measure.Over(
        of,
        where == null ? Condition.ALWAYS : conditions.at(where, path + ".where", 1),
        distinct != null);
  }

  private static Duration time(JsonNode json, String path) {
    try {
      return Duration.parse(text(json, path));
    } catch (DateTimeException unreadable) {
      throw InvalidInput.of(path, "must be a duration such as P7D or PT48H");
    }
  }

  private static Period period(JsonNode json, String path) {
    try {
      return Period.parse(text(json, path));
    } catch (DateTimeException unreadable) {
      throw InvalidInput.of(path, "must be true, or a period of days such as P1M or P28D");
    }
  }

  private static <T> Measure made(String path, T of, Function<T, Measure> measure) {
    try {
      return measure.apply(of);
    } catch (IllegalArgumentException refused) {
      throw InvalidInput.of(path, String.valueOf(refused.getMessage()));
    }
  }
}
