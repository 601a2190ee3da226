package org.waymark.intake;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.platform.MalformedInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Interactions in the API's own JSON, as an array or one a line. */
final class JsonLines {
  private static final Set<Field> NUMBERS =
      Set.of(
          Field.REVISION,
          Field.SCORE,
          Field.WEIGHT,
          Field.CONTACTS,
          Field.QUANTITY,
          Field.NUMERATOR,
          Field.MISSED,
          Field.DENOMINATOR);

  /** How deep an array may be nested before it is not looked at element by element any more. */
  private static final int DEEPEST = 100_000;

  private static final JsonFactory LENIENT =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final Batch batch = new Batch();
  private final Draft draft;

  JsonLines(Tallied tallied) {
    draft = new Draft(Times.rfc3339(), '.', null, batch.notes, tallied);
  }

  /**
   * Reads a request body.
   *
   * @throws MalformedInput when an array is broken: then nothing of it is taken
   */
  static Batch read(String body, Tallied tallied) {
    JsonLines lines = new JsonLines(tallied);
    String text = body.startsWith("\uFEFF") ? body.substring(1) : body;
    String start = text.stripLeading();
    if (start.isEmpty()) {
      throw MalformedInput.of(
          "body",
          "is empty: send interactions as a JSON array or one a line (application/x-ndjson)");
    }
    if (start.charAt(0) == '[') {
      lines.array(text);
    } else {
      int number = 0;
      for (String line : text.split("\n", -1)) {
        number++;
        if (!line.isBlank()) {
          lines.line(number, line.strip());
        }
      }
    }
    lines.batch.last = true;
    return lines.batch;
  }

  /** Reads one line into a batch of its own or a running one. */
  void line(long number, String line) {
    batch.lines++;
    JsonNode node;
    try {
      node = Json.mapper().readTree(line);
    } catch (JacksonException e) {
      RuntimeException told = Json.explain(e);
      FieldError error =
          told instanceof MalformedInput malformed && !malformed.errors().isEmpty()
              ? malformed.errors().getFirst()
              : told instanceof InvalidInput invalid
                  ? invalid.errors().getFirst()
                  : new FieldError("line", "is not valid JSON");
      refuse(
          number,
          line,
          readableId(line),
          error.field().isEmpty()
              ? utmost(line, error.reason().contains("nested"))
              : brief(error.field()),
          error.reason());
      return;
    }
    take(number, line, node);
  }

  /**
   * The id of what cannot be read as a whole, as far as it is JSON; null when the id is not good,
   * or given twice.
   */
  private static @Nullable String readableId(String line) {
    String id = null;
    try (JsonParser parser = LENIENT.createParser(ObjectReadContext.empty(), line)) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 1 && token == JsonToken.PROPERTY_NAME && "id".equals(parser.currentName())) {
          if (id != null || parser.nextToken() != JsonToken.VALUE_STRING) {
            return null;
          }
          id = parser.getString();
        }
      }
    } catch (JacksonException e) {
      // the rest is no JSON; what came before it was
    }
    return id == null || isStrict(id) ? id : null;
  }

  private static boolean isStrict(String text) {
    try {
      Json.read(Json.write(text), String.class);
      return true;
    } catch (InvalidInput | MalformedInput e) {
      return false;
    }
  }

  /** A path that can be read: the field of the interaction when the whole is endless. */
  private static String brief(String path) {
    String field = path.length() > 100 ? path.split("[.\\[]", 2)[0] : path;
    return field.isEmpty() || field.length() > 100 ? "line" : field;
  }

  /**
   * The field with the longest or the deepest value, for a bound that was reached without saying
   * where.
   */
  private static String utmost(String line, boolean deepest) {
    String field = "";
    try (JsonParser parser = LENIENT.createParser(ObjectReadContext.empty(), line)) {
      int most = 0;
      String name = "";
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.PROPERTY_NAME && depth == 1) {
          name = parser.currentName();
        }
        int much = deepest ? depth : token.isScalarValue() ? parser.getStringLength() : 0;
        if (much > most) {
          most = much;
          field = name;
        }
      }
    } catch (JacksonException e) {
      return "line"; // no JSON at all: there is no field to name
    }
    return brief(field);
  }

  Batch batch() {
    return batch;
  }

  /**
   * Takes each element for a line of its own. A first reader, lenient in all that a single element
   * can be refused for, finds where elements begin and end; what it cannot read is no JSON.
   */
  private void array(String text) {
    int number = 0;
    try (JsonParser parser = LENIENT.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        long start = parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        long end = parser.currentLocation().getCharOffset();
        line(++number, text.substring((int) start, (int) end).strip());
      }
      if (parser.nextToken() != null) {
        throw MalformedInput.of("body", "goes on after the end of the array");
      }
    } catch (JacksonException e) {
      throw Json.explain(e);
    }
  }

  private void take(long number, String original, JsonNode node) {
    draft.clear();
    try {
      if (!(node instanceof ObjectNode object)) {
        throw new Refused("line", "is not an interaction: write it as an object in braces");
      }
      fill(object);
      batch.add(number, 0, original, draft.interaction(), Mapping.UnknownUnit.REFUSE, null);
    } catch (Refused e) {
      refuse(number, original, draft.id(), e.field(), e.reason());
    }
  }

  private void refuse(
      long number, String original, @Nullable String id, String field, String reason) {
    batch.refusals.add(new Batch.Refusal(number, 0, original, id, field, reason));
  }

  private void fill(ObjectNode object) {
    JsonNode id = object.get("id");
    if (id != null && id.isString()) {
      draft.set(Field.ID, id.stringValue()); // first, so that whatever is refused can be named
    }
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String name = entry.getKey();
      JsonNode value = entry.getValue();
      if (value.isNull()) {
        continue;
      }
      switch (name) {
        case "about" ->
            part(name, value, Map.of("source", Field.ABOUT_SOURCE, "id", Field.ABOUT_ID), false);
        case "attributes" -> attributes(value);
        case "pauses" -> draft.set(Field.PAUSES, Pauses.text(value));
        case "scale" -> {
          if (value.isObject()) {
            part(
                name,
                value,
                Map.of("min", Field.SCALE_MIN, "max", Field.SCALE_MAX, "top", Field.SCALE_TOP),
                true);
          } else {
            draft.set(Field.SCALE, text(name, value));
          }
        }
        default -> {
          Field field = name.contains(".") ? null : Field.named(name);
          if (field == null) {
            throw new Refused(
                Refused.quote(name).replace("\"", ""),
                "is not a field of an interaction: remove it, or put it under attributes");
          }
          draft.set(
              field,
              NUMBERS.contains(field)
                  ? number(name, value)
                  : field == Field.COMPLAINT ? truth(name, value) : text(name, value));
        }
      }
    }
  }

  private void part(String name, JsonNode value, Map<String, Field> parts, boolean numbers) {
    if (!(value instanceof ObjectNode object)) {
      throw new Refused(name, "must be an object in braces");
    }
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Field field = parts.get(entry.getKey());
      String path = name + "." + entry.getKey();
      if (field == null) {
        throw new Refused(
            path,
            "is not known here: use "
                + String.join(", ", parts.keySet().stream().sorted().toList()));
      }
      if (!entry.getValue().isNull()) {
        draft.set(field, numbers ? number(path, entry.getValue()) : text(path, entry.getValue()));
      }
    }
  }

  private void attributes(JsonNode value) {
    if (!(value instanceof ObjectNode object)) {
      throw new Refused("attributes", "must be an object in braces");
    }
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      JsonNode one = entry.getValue();
      if (one.isContainer()) {
        throw new Refused(
            "attributes." + entry.getKey(),
            "must be a text, a number or true/false, not a list or an object");
      }
      if (!one.isNull()) {
        draft.attribute(
            entry.getKey(), one.isNumber() ? plain(one.decimalValue()) : one.asString());
      }
    }
  }

  static String text(String field, JsonNode value) {
    if (!value.isString()) {
      throw new Refused(field, "must be a text in quotes");
    }
    String text = value.stringValue();
    if (text.isBlank()) {
      throw new Refused(field, "is empty: leave it out or send null when there is none");
    }
    return text;
  }

  private static String number(String field, JsonNode value) {
    if (!value.isNumber()) {
      throw new Refused(field, "must be a number, written without quotes");
    }
    return plain(value.decimalValue());
  }

  private static String plain(BigDecimal value) {
    return Math.abs((long) value.scale()) < 40 ? value.toPlainString() : value.toString();
  }

  private static String truth(String field, JsonNode value) {
    if (!value.isBoolean()) {
      throw new Refused(field, "must be true or false");
    }
    return value.asString();
  }
}
