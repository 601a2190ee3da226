package org.waymark.goals.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Conflict;
import org.waymark.platform.Json;
import org.waymark.platform.MalformedInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change to something that has a version: what is named changes, null empties, the rest stays.
 * The version that the sender had before their eyes comes in the body or as If-Match.
 */
record Patch(ObjectNode fields, int version) {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

  /**
   * @param current shown to a sender who names no version
   * @throws Conflict when no version is named
   */
  static Patch of(JsonNode body, @Nullable String ifMatch, Object current) {
    if (!(body instanceof ObjectNode sent)) {
      throw new MalformedInput("The body must be a JSON object.");
    }
    ObjectNode fields = sent.deepCopy();
    JsonNode version = fields.remove("version");
    if (version != null && !version.isNull()) {
      if (!version.isIntegralNumber() || !version.canConvertToInt()) {
        throw MalformedInput.of("version", "must be a whole number");
      }
      return new Patch(fields, version.intValue());
    }
    Integer tagged = version(ifMatch);
    if (tagged != null) {
      return new Patch(fields, tagged);
    }
    throw new Conflict(
        "Send back the version you read, as \"version\" in the body or as If-Match.", current);
  }

  /** The version that a header names; null when it names none. */
  static @Nullable Integer version(@Nullable String ifMatch) {
    Matcher tag = ifMatch == null ? null : TAG.matcher(ifMatch.strip());
    return tag != null && tag.matches() ? Integer.valueOf(tag.group(1)) : null;
  }

  boolean names(String field) {
    return fields.has(field);
  }

  /** The words as they were, with what is named here put in. */
  <T> T over(T words, Class<T> type) {
    ObjectNode merged = Json.mapper().valueToTree(words);
    fields.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
    return Json.read(merged.toString(), type);
  }
}
