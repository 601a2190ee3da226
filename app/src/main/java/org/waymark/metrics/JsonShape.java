package org.waymark.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.InvalidInput;
import tools.jackson.databind.JsonNode;

/** The pieces of a definition's JSON, each taken strictly: what does not fit is refused by name. */
final class JsonShape {
  /** Entries of one list. */
  static final int MOST = 50;

  /** Characters of a word that somebody compares with; interactions hold no longer ones. */
  private static final int LONGEST = 200;

  /** Limits lie within a million millions, with at most six decimals as interactions have them. */
  private static final BigDecimal FARTHEST = BigDecimal.valueOf(1_000_000_000_000L);

  private static final int DECIMALS = 6;

  private JsonShape() {}

  static BigDecimal number(JsonNode json, String path) {
    if (!json.isNumber() || json.isDouble() && !Double.isFinite(json.doubleValue())) {
      throw InvalidInput.of(path, "must be a number");
    }
    BigDecimal number = json.decimalValue();
    // The scale first: comparing digit by digit with a number such as 1e999999999 has no end.
    if (Math.abs((long) number.scale()) > 30
        || number.abs().compareTo(FARTHEST) > 0
        || number.stripTrailingZeros().scale() > DECIMALS) {
      throw InvalidInput.of(
          path, "must lie between -1000000000000 and 1000000000000, with at most six decimals");
    }
    return number;
  }

  /** A list of different words that are known. */
  static <T> List<T> some(JsonNode json, String path, Function<String, T> known) {
    List<T> values = new ArrayList<>();
    JsonNode list = array(json, path);
    for (int i = 0; i < list.size(); i++) {
      T value = one(list.get(i), path + "[" + i + "]", known);
      if (values.contains(value)) {
        throw InvalidInput.of(path + "[" + i + "]", "is named twice: name it once");
      }
      values.add(value);
    }
    return values;
  }

  static <T> T one(JsonNode json, String path, Function<String, T> known) {
    try {
      return known.apply(text(json, path));
    } catch (IllegalArgumentException unknown) {
      throw InvalidInput.of(path, String.valueOf(unknown.getMessage()));
    }
  }

  /** The same for words of which there are few: a refusal tells them all. */
  static <T> T oneOf(JsonNode json, String path, Function<String, T> known, List<String> all) {
    String word = text(json, path);
    if (!all.contains(word)) {
      throw InvalidInput.of(
          path, "“" + word + "” is not known: use one of " + String.join(", ", all));
    }
    return known.apply(word);
  }

  static JsonNode array(JsonNode json, String path) {
    if (!json.isArray() || json.size() > MOST) {
      throw InvalidInput.of(path, "must be a list of at most " + MOST);
    }
    return json;
  }

  static String text(JsonNode json, String path) {
    if (!json.isString() || json.stringValue().isBlank()) {
      throw InvalidInput.of(path, "must be a text");
    }
    if (json.stringValue().length() > LONGEST) {
      throw InvalidInput.of(path, "must be a text of at most " + LONGEST + " characters");
    }
    return json.stringValue();
  }

  static void word(JsonNode json, String path, String only) {
    if (!only.equals(text(json, path))) {
      throw InvalidInput.of(path, "only \"" + only + "\" can be measured so");
    }
  }

  static void yes(JsonNode json, String path) {
    if (!json.isBoolean() || !json.booleanValue()) {
      throw InvalidInput.of(path, "must be true");
    }
  }

  static JsonNode required(JsonNode json, String path, String key) {
    JsonNode value = optional(json, key);
    if (value == null) {
      throw InvalidInput.of(path.isEmpty() ? key : path + "." + key, "is missing");
    }
    return value;
  }

  /** Null is the same as left out. */
  static @Nullable JsonNode optional(JsonNode json, String key) {
    JsonNode value = json.get(key);
    return value == null || value.isNull() ? null : value;
  }

  static void onlyKeys(JsonNode json, String path, Set<String> known) {
    if (!json.isObject()) {
      throw InvalidInput.of(path.isEmpty() ? "body" : path, "must be a JSON object");
    }
    for (String key : json.propertyNames()) {
      if (!known.contains(key)) {
        throw InvalidInput.of(
            path.isEmpty() ? key : path + "." + key,
            "is not known here: use " + String.join(", ", new TreeSet<>(known)));
      }
    }
  }
}
