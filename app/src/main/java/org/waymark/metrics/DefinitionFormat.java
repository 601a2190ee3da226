package org.waymark.metrics;

import static org.waymark.metrics.JsonShape.array;
import static org.waymark.metrics.JsonShape.number;
import static org.waymark.metrics.JsonShape.one;
import static org.waymark.metrics.JsonShape.oneOf;
import static org.waymark.metrics.JsonShape.onlyKeys;
import static org.waymark.metrics.JsonShape.optional;
import static org.waymark.metrics.JsonShape.required;
import static org.waymark.metrics.JsonShape.some;
import static org.waymark.metrics.JsonShape.text;
import static org.waymark.metrics.JsonShape.word;
import static org.waymark.metrics.JsonShape.yes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.ClockKind;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.Field;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.platform.InvalidInput;
import tools.jackson.databind.JsonNode;

/**
 * Reads a definition from its JSON shape (see "Definition format" in the API). Every refusal names
 * the place, such as {@code where.all[1].field}; {@link DefinitionText} writes the same shape.
 */
final class DefinitionFormat {

  private static final int MOST_CONDITIONS = JsonShape.MOST;
  private static final List<String> KINDS =
      Arrays.stream(Kind.values()).map(Kind::code).filter(code -> !code.equals("tally")).toList();
  private static final List<String> INSTANTS =
      Arrays.stream(Instants.values()).map(Instants::field).toList();
  private static final List<String> DIRECTIONS =
      Arrays.stream(Direction.values()).map(Direction::code).toList();
  private static final List<String> CLOCKS =
      Arrays.stream(ClockKind.values()).map(ClockKind::code).toList();
  private static final List<String> FIELDS = fields();
  private static final Set<String> KEYS =
      Set.of(
          "key",
          "label",
          "kind",
          "where",
          "anchor",
          "measure",
          "clock",
          "statistics",
          "dimensions",
          "direction",
          "minimum");

  private int conditions;

  private DefinitionFormat() {}

  /**
   * The definition that the JSON object describes.
   *
   * @throws InvalidInput naming the place that makes no sense
   */
  static MetricDefinition read(JsonNode json, int version) {
    return new DefinitionFormat().definition(json, version);
  }

  private MetricDefinition definition(JsonNode json, int version) {
    onlyKeys(json, "", KEYS);
    Measure measure = clocked(measure(required(json, "", "measure")), optional(json, "clock"));
    Instants anchor = anchor(required(json, "", "anchor"), measure);
    Set<Kind> kinds = kinds(optional(json, "kind"), measure);
    JsonNode where = optional(json, "where");
    Condition holds = where == null ? Condition.ALWAYS : condition(where, "where", 1);
    List<Statistic> statistics = statistics(required(json, "", "statistics"), measure);
    JsonNode cuts = optional(json, "dimensions");
    List<Dimension> dimensions = cuts == null ? List.of() : dimensions(cuts, measure);
    JsonNode better = optional(json, "direction");
    Direction direction =
        better == null ? Direction.NONE : oneOf(better, "direction", Direction::of, DIRECTIONS);
    JsonNode minimum = optional(json, "minimum");
    try {
      return new MetricDefinition(
          key(required(json, "", "key")),
          version,
          label(json),
          kinds,
          holds,
          anchor,
          measure,
          statistics,
          dimensions,
          direction,
          minimum == null ? MetricDefinition.LEAST : minimum(minimum));
    } catch (IllegalArgumentException refused) {
      throw InvalidInput.of("measure", String.valueOf(refused.getMessage()));
    }
  }

  /** The measure by the clock that is wanted; only durations can be told by more than one. */
  private static Measure clocked(Measure measure, @Nullable JsonNode json) {
    if (json == null) {
      return measure;
    }
    ClockKind clock = oneOf(json, "clock", ClockKind::of, CLOCKS);
    if (measure instanceof Measure.Duration duration) {
      return new Measure.Duration(duration.from(), duration.to(), clock);
    }
    throw InvalidInput.of("clock", "goes with a duration alone: leave it out");
  }

  private static String key(JsonNode json) {
    String key = text(json, "key");
    if (!key.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || key.length() > 60) {
      throw InvalidInput.of(
          "key",
          "must be lower-case words joined by hyphens, at most 60 characters, such as claim-settlement");
    }
    return key;
  }

  private static Instants anchor(JsonNode json, Measure measure) {
    Instants anchor = oneOf(json, "anchor", Instants::of, INSTANTS);
    if (measure instanceof Measure.OnTime != (anchor == Instants.DUE)) {
      throw InvalidInput.of(
          "anchor",
          anchor == Instants.DUE
              ? "dueAt is the day of promises alone: use it with {\"onTime\": true}, or choose startedAt"
              : "promises belong to the day they fall due: say dueAt");
    }
    if (measure instanceof Measure.Duration duration && anchor != duration.from()) {
      throw InvalidInput.of(
          "anchor",
          "a duration belongs to the day it begins, or what is still open could not be seen: say "
              + duration.from().field());
    }
    Instants only = measure.anchor();
    if (only != null && anchor != only) {
      throw InvalidInput.of("anchor", "this measure belongs to one day alone: say " + only.field());
    }
    return anchor;
  }

  private static List<Statistic> statistics(JsonNode json, Measure measure) {
    List<Statistic> statistics = some(json, "statistics", Statistic::of);
    String offers =
        Stream.concat(
                Arrays.stream(Statistic.Plain.values()),
                Stream.of(
                    measure instanceof Measure.Rate rate
                        ? new Statistic.Per(rate.per())
                        : new Statistic.Quantile(90)))
            .filter(measure::supports)
            .map(
                one ->
                    one instanceof Statistic.Quantile ? "p1 to p99, within:DURATION" : one.code())
            .collect(Collectors.joining(", "));
    if (statistics.isEmpty()) {
      throw InvalidInput.of("statistics", "name at least one: this measure has " + offers);
    }
    for (int i = 0; i < statistics.size(); i++) {
      if (!measure.supports(statistics.get(i))) {
        throw InvalidInput.of(
            "statistics[" + i + "]",
            statistics.get(i).code() + " cannot be made of this measure, which has " + offers);
      }
    }
    return statistics;
  }

  private static String label(JsonNode json) {
    String label = text(required(json, "", "label"), "label").strip();
    if (label.isEmpty() || label.length() > 120) {
      throw InvalidInput.of("label", "must be a name of 1 to 120 characters");
    }
    return label;
  }

  private Set<Kind> kinds(JsonNode kind, String path) {
    return new LinkedHashSet<>(
        kind.isArray()
            ? some(kind, path, DefinitionFormat::kind)
            : List.of(one(kind, path, DefinitionFormat::kind)));
  }

  /** The kinds it counts; where a measure can be told of one kind only, that may be left out. */
  private Set<Kind> kinds(@Nullable JsonNode json, Measure measure) {
    Set<Kind> only = measure.kinds();
    Set<Kind> kinds = json == null ? only : kinds(json, "kind");
    if (!only.isEmpty() && !kinds.equals(only)) {
      throw InvalidInput.of(
          "kind",
          "this measure is told of "
              + only.stream().map(Kind::code).collect(Collectors.joining(", "))
              + " alone: say so, or leave the kind out");
    }
    return kinds;
  }

  private static List<Dimension> dimensions(JsonNode json, Measure measure) {
    List<Dimension> dimensions = some(json, "dimensions", Dimension::of);
    for (int i = 0; i < dimensions.size(); i++) {
      if (!measure.canBeCutBy(dimensions.get(i))) {
        throw InvalidInput.of(
            "dimensions[" + i + "]",
            dimensions.get(i).equals(Dimension.COHORT)
                ? "cohorts are those of a repeat: leave it out"
                : "not both sides of a rate carry it: leave it out");
      }
    }
    return dimensions;
  }

  private static Kind kind(String code) {
    if (code.equals(Kind.TALLY.code())) {
      throw new IllegalArgumentException(
          "tallies are pooled into the metric they name, not selected: say which kind they were counted from");
    }
    if (!KINDS.contains(code)) {
      throw new IllegalArgumentException(
          "“" + code + "” is not known: use one of " + String.join(", ", KINDS));
    }
    return Kind.of(code);
  }

  private static int minimum(JsonNode json) {
    if (!json.isIntegralNumber()
        || !json.canConvertToInt()
        || json.intValue() < MetricDefinition.LEAST) {
      throw InvalidInput.of(
          "minimum", "must be a whole number of at least " + MetricDefinition.LEAST);
    }
    return json.intValue();
  }

  private Measure measure(JsonNode json) {
    if (!json.isObject() || json.size() != 1) {
      throw InvalidInput.of(
          "measure", "must be an object with one key, such as {\"nps\":\"score\"}");
    }
    String name = json.propertyNames().iterator().next();
    JsonNode of = json.get(name);
    return switch (name) {
      case "duration" -> duration(of);
      case "share" -> {
        onlyKeys(of, "measure.share", Set.of("of"));
        yield new Measure.Share(
            condition(required(of, "measure.share", "of"), "measure.share.of", 1));
      }
      case "nps" -> {
        word(of, "measure.nps", "score");
        yield new Measure.Nps();
      }
      case "mean" -> {
        word(of, "measure.mean", "score");
        yield new Measure.Mean();
      }
      case "sum" -> {
        word(of, "measure.sum", "quantity");
        yield new Measure.Sum();
      }
      case "count" -> {
        yes(of, "measure.count");
        yield new Measure.Count();
      }
      case "onTime" -> {
        yes(of, "measure.onTime");
        yield new Measure.OnTime();
      }
      default -> new LongerMeasures(this::kinds, this::condition).read(name, of);
    };
  }

  private static Measure duration(JsonNode of) {
    List<Instants> ends = some(of, "measure.duration", Instants::of);
    if (ends.size() != 2) {
      throw InvalidInput.of("measure.duration", "must be two instants: from and to");
    }
    try {
      return new Measure.Duration(ends.get(0), ends.get(1));
    } catch (IllegalArgumentException refused) {
      throw InvalidInput.of("measure.duration", String.valueOf(refused.getMessage()));
    }
  }

  private Condition condition(JsonNode json, String path, int depth) {
    if (++conditions > MOST_CONDITIONS || depth > 8) {
      throw InvalidInput.of(
          path, "is one too many: at most " + MOST_CONDITIONS + " conditions, 8 deep");
    }
    if (json.has("all") || json.has("any")) {
      String join = json.has("all") ? "all" : "any";
      onlyKeys(json, path, Set.of(join));
      List<Condition> parts = new ArrayList<>();
      JsonNode list = array(json.get(join), path + "." + join);
      for (int i = 0; i < list.size(); i++) {
        parts.add(condition(list.get(i), path + "." + join + "[" + i + "]", depth + 1));
      }
      if (join.equals("any") && parts.isEmpty()) {
        throw InvalidInput.of(path + ".any", "needs at least one condition");
      }
      return join.equals("all") ? new Condition.All(parts) : new Condition.Any(parts);
    }
    onlyKeys(json, path, Set.of("field", "is", "not", "in", "atLeast", "atMost"));
    if (json.size() != 2) {
      throw InvalidInput.of(path, "needs a field and one of is, not, in, atLeast, atMost");
    }
    Field field = field(required(json, path, "field"), path + ".field");
    return switch (field) {
      case Field.Text text -> ofText(json, path, text);
      case Field.Amount amount -> ofAmount(json, path, amount);
      case Field.Flag flag -> {
        JsonNode is = required(json, path, "is");
        if (!is.isBoolean()) {
          throw InvalidInput.of(path + ".is", "must be true or false");
        }
        yield new Condition.Flagged(flag, is.booleanValue());
      }
    };
  }

  private static Field field(JsonNode json, String path) {
    return text(json, path).startsWith("attribute.")
        ? one(json, path, Field::of)
        : oneOf(json, path, Field::of, FIELDS);
  }

  private static List<String> fields() {
    return Stream.of(Field.Word.values(), Field.Amount.values(), Field.Flag.values())
        .flatMap(Arrays::stream)
        .map(Field::code)
        .toList();
  }

  private static Condition ofText(JsonNode json, String path, Field.Text field) {
    if (json.has("is")) {
      return new Condition.Is(field, text(json.get("is"), path + ".is"));
    }
    if (json.has("not")) {
      return new Condition.IsNot(field, text(json.get("not"), path + ".not"));
    }
    if (json.has("in")) {
      List<String> values = some(json.get("in"), path + ".in", value -> value);
      if (values.isEmpty()) {
        throw InvalidInput.of(path + ".in", "needs at least one value");
      }
      return new Condition.In(field, values);
    }
    throw InvalidInput.of(path, field.code() + " is a word: ask with is, not or in");
  }

  private static Condition ofAmount(JsonNode json, String path, Field.Amount field) {
    if (json.has("atLeast")) {
      return new Condition.AtLeast(field, number(json.get("atLeast"), path + ".atLeast"));
    }
    if (json.has("atMost")) {
      return new Condition.AtMost(field, number(json.get("atMost"), path + ".atMost"));
    }
    throw InvalidInput.of(path, field.code() + " is a number: ask with atLeast or atMost");
  }
}
