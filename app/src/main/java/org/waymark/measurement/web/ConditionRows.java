package org.waymark.measurement.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Field;
import org.waymark.platform.Json;
import org.waymark.web.Form;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conditions as rows of a form: a field, how it is asked, and with what it is compared. All of them
 * have to hold, or any of them; rows without a field are not there. Words of a list are parted by
 * commas; a word with a comma in it stands in quotation marks.
 *
 * @param name "where" or "of"
 */
record ConditionRows(String name) {
  /** Rows of one list, as many as a definition takes. */
  static final int MOST = 50;

  private static final Pattern WORD = Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*)\"|([^,]+))");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,13}(\\.\\d{1,10})?");

  String input(int row, String part) {
    return name + "-" + row + "-" + part;
  }

  String join() {
    return name + "-join";
  }

  /** The rows that say something. */
  List<Integer> filled(Form form) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < MOST; row++) {
      if (!form.text(input(row, "field")).isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  /**
   * How many rows to show: those up to the last that says something, and one more.
   *
   * @param more one more than that
   */
  int shown(Form form, boolean more) {
    List<Integer> filled = filled(form);
    int used = filled.isEmpty() ? 0 : filled.getLast() + 1;
    return Math.min(MOST, used + (more ? 2 : 1));
  }

  /** The conditions in a definition's JSON; null when there are none. */
  @Nullable ObjectNode json(Form form) {
    List<Integer> rows = filled(form);
    if (rows.isEmpty()) {
      return null;
    }
    ObjectNode json = Json.mapper().createObjectNode();
    ArrayNode parts = json.putArray(joined(form));
    for (int row : rows) {
      parts.add(part(form, row));
    }
    return json;
  }

  /** "all" or "any". */
  private String joined(Form form) {
    return form.text(join()).equals("any") ? "any" : "all";
  }

  private ObjectNode part(Form form, int row) {
    String field = form.text(input(row, "field"));
    String test = form.text(input(row, "test"));
    String value = form.text(input(row, "value"));
    ObjectNode part = Json.mapper().createObjectNode().put("field", field);
    switch (test) {
      case "in" -> {
        ArrayNode words = part.putArray("in");
        words(value).forEach(words::add);
      }
      case "atLeast", "atMost" -> {
        if (NUMBER.matcher(value).matches()) {
          part.put(test, new BigDecimal(value));
        } else {
          part.put(test, value);
        }
      }
      default -> {
        if (isFlag(field) && List.of("yes", "true", "no", "false").contains(value.toLowerCase())) {
          part.put(test, value.equalsIgnoreCase("yes") || value.equalsIgnoreCase("true"));
        } else {
          part.put(test.isEmpty() ? "is" : test, value);
        }
      }
    }
    return part;
  }

  private static boolean isFlag(String field) {
    for (Field.Flag flag : Field.Flag.values()) {
      if (flag.code().equals(field)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String quoted = word.group(1);
      String plain = quoted == null ? word.group(2).strip() : quoted.replace("\"\"", "\"");
      if (!plain.isEmpty()) {
        words.add(plain);
      }
    }
    return words;
  }

  /** The input that a place within these conditions belongs to, such as {@code all[1].field}. */
  String input(Form form, String place) {
    Matcher part = Pattern.compile("(?:all|any)\\[(\\d+)](?:\\.(\\w+))?.*").matcher(place);
    List<Integer> rows = filled(form);
    if (!part.matches() || Integer.parseInt(part.group(1)) >= rows.size()) {
      return input(0, "field");
    }
    String of = part.group(2);
    return input(
        rows.get(Integer.parseInt(part.group(1))),
        of == null ? "test" : of.equals("field") ? "field" : "value");
  }

  /** The rows of a condition; null when rows cannot say it. */
  @Nullable Map<String, @Nullable Object> written(Condition condition) {
    Map<String, @Nullable Object> values = new TreeMap<>();
    List<Condition> parts =
        switch (condition) {
          case Condition.All all -> all.parts();
          case Condition.Any any -> any.parts();
          default -> List.of(condition);
        };
    values.put(join(), condition instanceof Condition.Any ? "any" : "all");
    for (int row = 0; row < parts.size(); row++) {
      Said said = said(parts.get(row));
      if (said == null || !said.value().equals(said.value().strip()) || row >= MOST) {
        return null;
      }
      values.put(input(row, "field"), said.field());
      values.put(input(row, "test"), said.test());
      values.put(input(row, "value"), said.value());
    }
    return values;
  }

  private record Said(String field, String test, String value) {}

  private static @Nullable Said said(Condition condition) {
    return switch (condition) {
      case Condition.All all -> null;
      case Condition.Any any -> null;
      case Condition.Is is -> new Said(is.field().code(), "is", is.value());
      case Condition.IsNot not -> new Said(not.field().code(), "not", not.value());
      case Condition.In in -> {
        List<String> words = in.values().stream().map(ConditionRows::quoted).toList();
        yield new Said(in.field().code(), "in", String.join(", ", words));
      }
      case Condition.AtLeast least ->
          new Said(least.field().code(), "atLeast", least.value().toPlainString());
      case Condition.AtMost most ->
          new Said(most.field().code(), "atMost", most.value().toPlainString());
      case Condition.Flagged flag ->
          new Said(flag.field().code(), "is", flag.value() ? "yes" : "no");
    };
  }

  private static String quoted(String word) {
    return word.contains(",") || word.contains("\"") || !word.equals(word.strip())
        ? '"' + word.replace("\"", "\"\"") + '"'
        : word;
  }
}
