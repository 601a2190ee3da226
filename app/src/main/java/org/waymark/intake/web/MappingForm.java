package org.waymark.intake.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.web.Form;
import org.waymark.web.Option;
import org.waymark.web.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mapping as fields of a form, and back. What fills a field is written as a column's name, as a
 * text with {COLUMN} in it, or as = and the text that every line gets; it is chosen from a list, or
 * written by hand, one field a line. What the form has no field for (translations, several rows,
 * what to skip) stays as it is.
 */
final class MappingForm {
  static final List<String> FIELDS =
      List.of(
          "id",
          "startedAt",
          "respondedAt",
          "finishedAt",
          "reopenedAt",
          "dueAt",
          "pauses",
          "customer",
          "unit",
          "channel",
          "product",
          "region",
          "topic",
          "touchpoint",
          "question",
          "score",
          "scale",
          "weight",
          "status",
          "quantity",
          "metric",
          "numerator",
          "missed",
          "denominator");
  private static final List<String> PLAIN =
      List.of(
          "source", "kind", "zone", "snapshotAt", "tolerance", "delimiter", "encoding", "decimal");

  private static final List<String> SCALES = List.of("=nps-0-10", "=csat-1-5", "=ces-1-7");

  /** How long a line of numbers already added up may cover. */
  private static final List<String> SPANS = List.of("P1D", "P7D", "P1M", "P3M", "P1Y");

  /** What only such lines have. */
  static final List<String> TALLIED = List.of("metric", "numerator", "missed", "denominator");

  private MappingForm() {}

  /** Whether its lines are numbers already added up. */
  static boolean tallies(JsonNode mapping) {
    return mapping.path("kind").asString("").equals("tally");
  }

  /** The fields that are filled or that such a mapping lives from: those to look at first. */
  static List<String> first(JsonNode mapping) {
    JsonNode fields = mapping.path("fields");
    List<String> usual =
        mapping.path("kind").asString("").equals("survey")
            ? List.of("id", "startedAt", "score", "scale", "question", "unit", "channel")
            : tallies(mapping)
                ? List.of(
                    "id",
                    "startedAt",
                    "finishedAt",
                    "metric",
                    "numerator",
                    "missed",
                    "denominator",
                    "unit")
                : List.of("id", "startedAt", "finishedAt", "dueAt", "unit", "channel");
    return FIELDS.stream()
        .filter(field -> usual.contains(field) || rule(fields.path(field)) != null)
        .toList();
  }

  /**
   * What a field may be filled with: a column of the file, or what fills it now.
   *
   * @param metrics those that numbers already added up can be for
   */
  static List<Option> choices(
      Texts t, JsonNode mapping, String field, List<String> header, List<Option> metrics) {
    List<Option> choices = new ArrayList<>();
    String now = rule(mapping.path("fields").path(field));
    if (field.equals("scale")) {
      SCALES.forEach(scale -> choices.add(new Option(scale, scale.substring(1))));
    }
    if (field.equals("metric")) {
      metrics.forEach(one -> choices.add(new Option("=" + one.value(), one.label())));
    }
    if (field.equals("finishedAt") && tallies(mapping)) {
      SPANS.forEach(span -> choices.add(new Option("=" + span, t.of("data.span." + span))));
    }
    boolean offered = choices.stream().anyMatch(one -> one.value().equals(now));
    if (now != null && !offered && !header.contains(now)) {
      choices.add(new Option(now, now.startsWith("=") ? "“" + now.substring(1) + "”" : now));
    }
    header.forEach(column -> choices.add(new Option(column, column)));
    return choices;
  }

  /** The input of the form for a part of the mapping that was refused. */
  static String input(String part) {
    String field = part.startsWith("fields.") ? part.substring("fields.".length()) : part;
    String name = field.contains(".") ? field.substring(0, field.indexOf('.')) : field;
    return FIELDS.contains(name) ? "f-" + name : part.equals("formats.instant") ? "instant" : part;
  }

  static Form shown(JsonNode mapping) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String key : PLAIN) {
      values.put(key, mapping.path(key).isString() ? mapping.path(key).stringValue() : null);
    }
    JsonNode instant = mapping.path("formats").path("instant");
    values.put(
        "instant",
        instant.isArray()
            ? joined(instant, " | ")
            : instant.isString() ? instant.stringValue() : null);
    values.put("missing", joined(mapping.path("missing"), ", "));
    JsonNode fields = mapping.path("fields");
    for (String field : FIELDS) {
      values.put("f-" + field, rule(fields.path(field)));
    }
    values.put("unknown", fields.path("unit").path("unknown").asString("refuse"));
    values.put("under", fields.path("unit").path("under").asString(""));
    values.put("attributes", joined(fields.path("attributes"), ", "));
    return Form.of(values);
  }

  static ObjectNode read(Form form, JsonNode before) {
    ObjectNode mapping =
        before instanceof ObjectNode object ? object.deepCopy() : Json.mapper().createObjectNode();
    for (String key : PLAIN) {
      put(mapping, key, form.optional(key));
    }
    String instant = form.optional("instant");
    mapping.remove("formats");
    if (instant != null) {
      ArrayNode patterns = mapping.putObject("formats").putArray("instant");
      for (String pattern : instant.split("\\|")) {
        patterns.add(pattern.strip());
      }
    }
    list(mapping, "missing", form.optional("missing"));
    ObjectNode fields =
        mapping.get("fields") instanceof ObjectNode known ? known : mapping.putObject("fields");
    Map<String, String> byHand = byHand(form.text("byHand"));
    for (String field : FIELDS) {
      String text = byHand.getOrDefault(field, form.text("f-" + field));
      if (text.isEmpty()) {
        if (rule(fields.path(field)) != null) {
          fields.remove(field);
        }
        continue;
      }
      if (text.equals(rule(fields.path(field)))) {
        continue;
      }
      ObjectNode rule =
          fields.get(field) instanceof ObjectNode known ? known : fields.putObject(field);
      rule.remove(List.of("column", "constant", "template"));
      if (text.startsWith("=")) {
        rule.put("constant", text.substring(1).strip());
      } else {
        rule.put(text.contains("{") ? "template" : "column", text);
      }
    }
    if (fields.get("unit") instanceof ObjectNode unit) {
      put(unit, "unknown", form.optional("unknown"));
      put(unit, "under", form.optional("under"));
    }
    if (!(fields.get("attributes") instanceof ObjectNode)) {
      list(fields, "attributes", form.optional("attributes"));
    }
    return mapping;
  }

  /**
   * Lines such as {@code scale = csat-1-5} or {@code id = {A}-{B}}.
   *
   * @throws InvalidInput for a line that is none
   */
  private static Map<String, String> byHand(String text) {
    Map<String, String> rules = new LinkedHashMap<>();
    for (String line : text.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
      int equals = line.indexOf('=');
      String field = equals < 0 ? line : line.substring(0, equals).strip();
      String rule = equals < 0 ? "" : line.substring(equals + 1).strip();
      if (rule.isEmpty() || !FIELDS.contains(field)) {
        throw InvalidInput.of(
            "byHand",
            "“"
                + line
                + "” is not a field, an equals sign and a text: use "
                + String.join(", ", FIELDS));
      }
      rules.put(field, rule.contains("{") ? rule : "=" + rule);
    }
    return rules;
  }

  private static @Nullable String rule(JsonNode rule) {
    if (rule.path("column").isString()) {
      return rule.path("column").stringValue();
    }
    if (rule.path("template").isString()) {
      return rule.path("template").stringValue();
    }
    return rule.path("constant").isValueNode() ? "=" + rule.path("constant").asString() : null;
  }

  private static String joined(JsonNode list, String between) {
    StringBuilder text = new StringBuilder();
    for (JsonNode item : list) {
      if (item.isValueNode() && !item.asString().isEmpty()) {
        text.append(text.isEmpty() ? "" : between).append(item.asString());
      }
    }
    return text.toString();
  }

  private static void list(ObjectNode node, String key, @Nullable String text) {
    node.remove(key);
    if (text != null) {
      ArrayNode list = node.putArray(key);
      for (String item : text.split(",")) {
        if (!item.isBlank()) {
          list.add(item.strip());
        }
      }
    }
  }

  private static void put(ObjectNode node, String key, @Nullable String text) {
    if (text == null) {
      node.remove(key);
    } else {
      node.put(key, text);
    }
  }
}
