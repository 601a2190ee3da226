package org.waymark.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;
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

  private static final int MOST_CONDITIONS = 50;
  private static final Set<String> KEYS =
      Set.of(
          "key",
          "label",
          "kind",
          "where",
          "anchor",
          "measure",
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
    Measure measure = measure(required(json, "", "measure"));
    Instants anchor = one(required(json, "", "anchor"), "anchor", Instants::of);
    Set<Kind> kinds = kinds(json.get("kind"));
    Condition where =
        json.has("where") ? condition(json.get("where"), "where", 1) : Condition.ALWAYS;
    List<Statistic> statistics =
        some(required(json, "", "statistics"), "statistics", Statistic::of);
    List<Dimension> dimensions =
        json.has("dimensions")
            ? some(json.get("dimensions"), "dimensions", Dimension::of)
            : List.of();
    Direction direction =
        json.has("direction")
            ? one(json.get("direction"), "direction", Direction::of)
            : Direction.NONE;
    for (int i = 0; i < statistics.size(); i++) {
      if (!measure.supports(statistics.get(i))) {
        throw InvalidInput.of(
            "statistics[" + i + "]", statistics.get(i).code() + " cannot be made of this measure");
      }
    }
    try {
      return new MetricDefinition(
          text(required(json, "", "key"), "key"),
          version,
          label(json),
          kinds,
          where,
          anchor,
          measure,
          statistics,
          dimensions,
          direction,
          json.has("minimum") ? minimum(json.get("minimum")) : MetricDefinition.LEAST);
    } catch (IllegalArgumentException refused) {
      String why = String.valueOf(refused.getMessage());
      throw InvalidInput.of(why.startsWith("a key") ? "key" : "anchor", why);
    }
  }

  private static String label(JsonNode json) {
    String label = text(required(json, "", "label"), "label").strip();
    if (label.isEmpty() || label.length() > 120) {
      throw InvalidInput.of("label", "a name of 1 to 120 characters");
    }
    return label;
  }

  private static Set<Kind> kinds(@Nullable JsonNode kind) {
    if (kind == null) {
      return Set.of();
    }
    Set<Kind> kinds =
        new LinkedHashSet<>(
            kind.isArray() ? some(kind, "kind", Kind::of) : List.of(one(kind, "kind", Kind::of)));
    if (kinds.contains(Kind.TALLY)) {
      throw InvalidInput.of("kind", "tallies are pooled into a metric, not selected by it");
    }
    return kinds;
  }

  private static int minimum(JsonNode json) {
    if (!json.isIntegralNumber()
        || !json.canConvertToInt()
        || json.intValue() < MetricDefinition.LEAST) {
      throw InvalidInput.of("minimum", "a whole number of at least " + MetricDefinition.LEAST);
    }
    return json.intValue();
  }

  private Measure measure(JsonNode json) {
    if (!json.isObject() || json.size() != 1) {
      throw InvalidInput.of("measure", "an object with one key, such as {\"nps\":\"score\"}");
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
      default ->
          throw InvalidInput.of(
              "measure." + name, "one of duration, share, nps, mean, sum, count, onTime");
    };
  }

  private static Measure duration(JsonNode of) {
    List<Instants> ends = some(of, "measure.duration", Instants::of);
    if (ends.size() != 2) {
      throw InvalidInput.of("measure.duration", "two instants: from and to");
    }
    try {
      return new Measure.Duration(ends.get(0), ends.get(1));
    } catch (IllegalArgumentException refused) {
      throw InvalidInput.of("measure.duration", String.valueOf(refused.getMessage()));
    }
  }

  private Condition condition(JsonNode json, String path, int depth) {
    if (++conditions > MOST_CONDITIONS || depth > 8) {
      throw InvalidInput.of(path, "at most " + MOST_CONDITIONS + " conditions, 8 deep");
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
        throw InvalidInput.of(path + ".any", "at least one condition");
      }
      return join.equals("all") ? new Condition.All(parts) : new Condition.Any(parts);
    }
    onlyKeys(json, path, Set.of("field", "is", "not", "in", "atLeast", "atMost"));
    if (json.size() != 2) {
      throw InvalidInput.of(path, "a field and one of is, not, in, atLeast, atMost");
    }
    Field field = one(required(json, path, "field"), path + ".field", Field::of);
    return switch (field) {
      case Field.Text text -> ofText(json, path, text);
      case Field.Amount amount -> ofAmount(json, path, amount);
      case Field.Flag flag -> {
        JsonNode is = required(json, path, "is");
        if (!is.isBoolean()) {
          throw InvalidInput.of(path + ".is", "true or false");
        }
        yield new Condition.Flagged(flag, is.booleanValue());
      }
    };
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
        throw InvalidInput.of(path + ".in", "at least one value");
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

  private static BigDecimal number(JsonNode json, String path) {
    if (!json.isNumber()) {
      throw InvalidInput.of(path, "a number");
    }
    return json.decimalValue();
  }

  private static <T> List<T> some(JsonNode json, String path, Function<String, T> known) {
    List<T> values = new ArrayList<>();
    JsonNode list = array(json, path);
    for (int i = 0; i < list.size(); i++) {
      T value = one(list.get(i), path + "[" + i + "]", known);
      if (values.contains(value)) {
        throw InvalidInput.of(path + "[" + i + "]", "named twice");
      }
      values.add(value);
    }
    return values;
  }

  private static <T> T one(JsonNode json, String path, Function<String, T> known) {
    try {
      return known.apply(text(json, path));
    } catch (IllegalArgumentException unknown) {
      throw InvalidInput.of(path, String.valueOf(unknown.getMessage()));
    }
  }

  private static JsonNode array(JsonNode json, String path) {
    if (!json.isArray() || json.size() > MOST_CONDITIONS) {
      throw InvalidInput.of(path, "a list of at most " + MOST_CONDITIONS);
    }
    return json;
  }

  private static String text(JsonNode json, String path) {
    if (!json.isString() || json.stringValue().isBlank()) {
      throw InvalidInput.of(path, "a text");
    }
    return json.stringValue();
  }

  private static void word(JsonNode json, String path, String only) {
    if (!only.equals(text(json, path))) {
      throw InvalidInput.of(path, "only \"" + only + "\" can be measured so");
    }
  }

  private static void yes(JsonNode json, String path) {
    if (!json.isBoolean() || !json.booleanValue()) {
      throw InvalidInput.of(path, "true");
    }
  }

  private static JsonNode required(JsonNode json, String path, String key) {
    JsonNode value = json.get(key);
    if (value == null || value.isNull()) {
      throw InvalidInput.of(path.isEmpty() ? key : path + "." + key, "is missing");
    }
    return value;
  }

  private static void onlyKeys(JsonNode json, String path, Set<String> known) {
    if (!json.isObject()) {
      throw InvalidInput.of(path.isEmpty() ? "body" : path, "a JSON object");
    }
    for (String key : json.propertyNames()) {
      if (!known.contains(key)) {
        throw InvalidInput.of(path.isEmpty() ? key : path + "." + key, "is not known here");
      }
    }
  }
}
