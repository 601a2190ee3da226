package org.waymark.intake;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a {@link Mapping} from the JSON that people and programs write, naming the path of whatever
 * is wrong.
 */
final class MappingJson {
  static final int MOST_ROWS = 50;
  private static final Set<String> FILE_KEYS =
      Set.of(
          "source",
          "kind",
          "snapshotAt",
          "zone",
          "formats",
          "missing",
          "fields",
          "delimiter",
          "encoding",
          "decimal",
          "revision",
          "tolerance",
          "skip",
          "rows");
  private static final Set<String> ROW_KEYS =
      Set.of("source", "kind", "formats", "missing", "fields", "revision", "tolerance", "skip");

  private MappingJson() {}

  /**
   * @throws InvalidInput naming the key that is wrong
   */
  static Mapping read(JsonNode json) {
    try {
      return mapping(object("mapping", json));
    } catch (Refused e) {
      throw new InvalidInput(List.of(new FieldError(e.field(), e.reason())));
    }
  }

  private static Mapping mapping(ObjectNode json) {
    knownKeys("", json, FILE_KEYS);
    List<Mapping.Row> rows = new ArrayList<>();
    JsonNode several = json.get("rows");
    if (several == null || several.isNull()) {
      rows.add(row("", json));
    } else {
      if (!several.isArray() || several.isEmpty() || several.size() > MOST_ROWS) {
        throw new Refused("rows", "must be a list of 1 to " + MOST_ROWS + " mappings");
      }
      for (int i = 0; i < several.size(); i++) {
        String path = "rows[" + i + "].";
        ObjectNode row = object("rows[" + i + "]", several.get(i));
        knownKeys(path, row, ROW_KEYS);
        rows.add(row(path, overlay(json, row)));
      }
    }
    Mapping mapping =
        new Mapping(
            snapshotAt(text(json, "snapshotAt")),
            zone(text(json, "zone")),
            character(json, "delimiter"),
            encoding(text(json, "encoding")),
            decimal(character(json, "decimal")),
            List.copyOf(rows));
    String same = mapping.rowsWithTheSameId();
    if (same != null) {
      throw new Refused(
          "rows",
          same + " give the same id to every line: make them distinct, for example \"{ID}:food\"");
    }
    return mapping;
  }

  /** The row's own keys over those of the file; fields one by one. */
  private static ObjectNode overlay(ObjectNode file, ObjectNode row) {
    ObjectNode merged = file.deepCopy();
    merged.remove("rows");
    row.properties()
        .forEach(
            entry -> {
              if (entry.getKey().equals("fields")
                  && merged.get("fields") instanceof ObjectNode common) {
                object("fields", entry.getValue())
                    .properties()
                    .forEach(field -> common.set(field.getKey(), field.getValue()));
              } else {
                merged.set(entry.getKey(), entry.getValue());
              }
            });
    return merged;
  }

  private static Mapping.Row row(String path, ObjectNode json) {
    Map<Field, FieldRule> fields = new LinkedHashMap<>();
    Map<String, FieldRule> attributes = new LinkedHashMap<>();
    constant(json, "source", Field.SOURCE, fields);
    constant(json, "kind", Field.KIND, fields);
    if (json.hasNonNull("revision")) {
      fields.put(Field.REVISION, rule(path + "revision", json.get("revision")));
    }
    JsonNode written = json.get("fields");
    if (written == null || written.isNull()) {
      throw new Refused(path + "fields", "is missing: say which column is which field");
    }
    Mapping.UnknownUnit unknown = Mapping.UnknownUnit.REFUSE;
    String under = null;
    for (Map.Entry<String, JsonNode> entry : object(path + "fields", written).properties()) {
      String name = entry.getKey();
      String at = path + "fields." + name;
      JsonNode value = entry.getValue();
      if (value.isNull()) {
        continue;
      }
      switch (name) {
        case "attributes" -> attributes.putAll(attributes(at, value));
        case "about" ->
            nested(at, value, Map.of("source", Field.ABOUT_SOURCE, "id", Field.ABOUT_ID), fields);
        case "scale" -> scale(at, value, fields);
        default -> {
          Field field = Field.named(name);
          if (field == null) {
            throw new Refused(at, "is not a field of an interaction");
          }
          fields.put(field, rule(at, value));
          if (field == Field.UNIT) {
            unknown = unknown(at, text(object(at, value), "unknown"));
            under = text(object(at, value), "under");
          }
        }
      }
    }
    require(fields, Field.SOURCE, path + "source", "name the source the file comes from");
    require(fields, Field.KIND, path + "kind", "say " + KindChoices.ALL);
    require(
        fields,
        Field.ID,
        path + "fields.id",
        "say which column holds the id; without one no line could be corrected");
    require(
        fields,
        Field.STARTED_AT,
        path + "fields.startedAt",
        "say which column holds the moment it started");
    FieldRule source = fields.get(Field.SOURCE);
    if (source != null && source.origin() instanceof FieldRule.Constant constant) {
      SourceCode.check(constant.text());
    }
    FieldRule kind = fields.get(Field.KIND);
    if (kind != null && kind.origin() instanceof FieldRule.Constant constant) {
      KindChoices.read(constant.text());
    }
    return new Mapping.Row(
        patterns(path, json),
        missing(path, json),
        tolerance(path, json),
        skip(path, json),
        unknown,
        under,
        fields,
        attributes);
  }

  private static void require(
      Map<Field, FieldRule> fields, Field field, String path, String wayOut) {
    if (!fields.containsKey(field)) {
      throw new Refused(path, "is missing: " + wayOut);
    }
  }

  private static void constant(
      ObjectNode json, String key, Field field, Map<Field, FieldRule> fields) {
    String text = text(json, key);
    if (text != null) {
      fields.put(field, new FieldRule(new FieldRule.Constant(text), Map.of()));
    }
  }

  private static FieldRule rule(String path, JsonNode value) {
    ObjectNode json = object(path, value);
    knownKeys(
        path + ".", json, Set.of("column", "constant", "template", "values", "unknown", "under"));
    String column = text(json, "column");
    JsonNode constant = json.get("constant");
    String template = text(json, "template");
    int given =
        (column == null ? 0 : 1)
            + (constant == null || constant.isNull() ? 0 : 1)
            + (template == null ? 0 : 1);
    if (given != 1) {
      throw new Refused(path, "needs exactly one of column, constant, template");
    }
    FieldRule.Origin origin =
        column != null
            ? new FieldRule.Column(column.strip())
            : template != null
                ? FieldRule.Template.parse(path + ".template", template)
                : new FieldRule.Constant(scalar(path + ".constant", json.get("constant")));
    Map<String, @Nullable String> values = new HashMap<>();
    JsonNode translations = json.get("values");
    if (translations != null && !translations.isNull()) {
      object(path + ".values", translations)
          .properties()
          .forEach(
              entry ->
                  values.put(
                      entry.getKey(),
                      entry.getValue().isNull()
                          ? null
                          : scalar(path + ".values." + entry.getKey(), entry.getValue())));
    }
    return new FieldRule(origin, values);
  }

  private static void nested(
      String path, JsonNode value, Map<String, Field> parts, Map<Field, FieldRule> fields) {
    ObjectNode json = object(path, value);
    knownKeys(path + ".", json, parts.keySet());
    json.properties()
        .forEach(
            entry -> {
              Field field = parts.get(entry.getKey());
              if (field != null) {
                fields.put(
                    field,
                    entry.getValue().isObject()
                        ? rule(path + "." + entry.getKey(), entry.getValue())
                        : new FieldRule(
                            new FieldRule.Constant(
                                scalar(path + "." + entry.getKey(), entry.getValue())),
                            Map.of()));
              }
            });
  }

  private static void scale(String path, JsonNode value, Map<Field, FieldRule> fields) {
    JsonNode constant = value.get("constant");
    if (constant != null && constant.isObject()) {
      nested(
          path + ".constant",
          constant,
          Map.of("min", Field.SCALE_MIN, "max", Field.SCALE_MAX, "top", Field.SCALE_TOP),
          fields);
      return;
    }
    FieldRule rule = rule(path, value);
    if (rule.origin() instanceof FieldRule.Constant named) {
      Scale.named(named.text());
    }
    fields.put(Field.SCALE, rule);
  }

  private static Map<String, FieldRule> attributes(String path, JsonNode value) {
    Map<String, FieldRule> attributes = new LinkedHashMap<>();
    if (value.isArray()) {
      for (JsonNode column : value) {
        String name = scalar(path, column).strip();
        attributes.put(name, new FieldRule(new FieldRule.Column(name), Map.of()));
      }
    } else {
      object(path, value)
          .properties()
          .forEach(
              entry ->
                  attributes.put(
                      entry.getKey(), rule(path + "." + entry.getKey(), entry.getValue())));
    }
    if (attributes.size() > Draft.MOST_ATTRIBUTES) {
      throw new Refused(
          path, "are more than " + Draft.MOST_ATTRIBUTES + ": keep those that goals will ask for");
    }
    return attributes;
  }

  private static Mapping.UnknownUnit unknown(String path, @Nullable String text) {
    return switch (text) {
      case null -> Mapping.UnknownUnit.REFUSE;
      case "create" -> Mapping.UnknownUnit.CREATE;
      case "unassigned" -> Mapping.UnknownUnit.UNASSIGNED;
      case "refuse" -> Mapping.UnknownUnit.REFUSE;
      default -> throw new Refused(path + ".unknown", "is one of create, unassigned, refuse");
    };
  }

  private static List<String> patterns(String path, ObjectNode json) {
    JsonNode formats = json.get("formats");
    if (formats == null || formats.isNull()) {
      return List.of();
    }
    ObjectNode named = object(path + "formats", formats);
    knownKeys(path + "formats.", named, Set.of("instant"));
    List<String> patterns = texts(path + "formats.instant", named.get("instant"));
    patterns.forEach(Times::checkPattern);
    return patterns;
  }

  private static Set<String> missing(String path, ObjectNode json) {
    Set<String> missing = new LinkedHashSet<>(texts(path + "missing", json.get("missing")));
    missing.add("");
    return missing;
  }

  private static @Nullable Duration tolerance(String path, ObjectNode json) {
    String text = text(json, "tolerance");
    if (text == null) {
      return null;
    }
    try {
      Duration tolerance = Duration.parse(text);
      if (!tolerance.isNegative()) {
        return tolerance;
      }
    } catch (DateTimeException e) {
      throw new Refused(
          path + "tolerance", Refused.quote(text) + " is not a duration: write one minute as PT1M");
    }
    throw new Refused(path + "tolerance", "is below zero");
  }

  private static Map<String, Set<String>> skip(String path, ObjectNode json) {
    Map<String, Set<String>> skip = new LinkedHashMap<>();
    JsonNode written = json.get("skip");
    if (written != null && !written.isNull()) {
      object(path + "skip", written)
          .properties()
          .forEach(
              entry ->
                  skip.put(
                      entry.getKey().strip(),
                      Set.copyOf(
                          new LinkedHashSet<>(
                              texts(path + "skip." + entry.getKey(), entry.getValue())))));
    }
    return skip;
  }

  private static @Nullable Instant snapshotAt(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new Refused(
          "snapshotAt",
          Refused.quote(text)
              + " is not an instant with its offset, like 2016-01-12T22:30:00-05:00");
    }
  }

  private static @Nullable ZoneId zone(@Nullable String text) {
    try {
      return text == null ? null : ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new Refused(
          "zone",
          Refused.quote(text == null ? "" : text)
              + " is not a time zone: use a name such as America/New_York");
    }
  }

  private static @Nullable Charset encoding(@Nullable String text) {
    try {
      return text == null
          ? null
          : Charset.forName(text.toLowerCase(Locale.ROOT).equals("latin-1") ? "ISO-8859-1" : text);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new Refused(
          "encoding",
          Refused.quote(text == null ? "" : text)
              + " is not a known encoding: use utf-8, windows-1252, iso-8859-1 or utf-16");
    }
  }

  private static char decimal(@Nullable Character given) {
    if (given == null || given == '.' || given == ',') {
      return given == null ? '.' : given;
    }
    throw new Refused("decimal", "is \".\" or \",\"");
  }

  private static @Nullable Character character(ObjectNode json, String key) {
    String text = text(json, key);
    if (text == null) {
      return null;
    }
    String meant = text.equals("\\t") || text.equalsIgnoreCase("tab") ? "\t" : text;
    if (meant.length() != 1 || meant.equals("\"") || meant.equals("\n") || meant.equals("\r")) {
      throw new Refused(key, "is one character");
    }
    return meant.charAt(0);
  }

  private static List<String> texts(String path, @Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      return List.of(scalar(path, value));
    }
    List<String> texts = new ArrayList<>();
    value.forEach(item -> texts.add(scalar(path, item)));
    return List.copyOf(texts);
  }

  private static @Nullable String text(ObjectNode json, String key) {
    JsonNode value = json.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw new Refused(key, "must be a text");
    }
    return value.stringValue();
  }

  private static String scalar(String path, @Nullable JsonNode value) {
    if (value == null || value.isContainer() || value.isNull()) {
      throw new Refused(path, "must be a text or a number");
    }
    return value.asString();
  }

  private static ObjectNode object(String path, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw new Refused(path, "must be an object in braces");
  }

  private static void knownKeys(String path, ObjectNode json, Set<String> known) {
    for (String key : json.propertyNames()) {
      if (!known.contains(key)) {
        throw new Refused(
            path + key,
            "is not a key here: use " + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }
}
