package org.waymark.goals.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/**
 * A part of a metric's items that alone counts for a key result, as its form shows it: a box that
 * is ticked. The channel has a field of its own.
 *
 * @param field name of the box
 * @param value of the dimension
 * @param label "Only product awning"
 */
public record Only(String field, String value, String label) {
  private static final String PREFIX = "filter.";

  /** Those that a form holds. */
  static List<Only> of(Frame frame, Form form) {
    List<Only> parts = new ArrayList<>();
    new TreeMap<>(form.values())
        .forEach(
            (field, values) -> {
              if (field.startsWith(PREFIX)) {
                String dimension = word(frame, field.substring(PREFIX.length()));
                values.forEach(
                    value ->
                        parts.add(
                            new Only(
                                field, value, frame.t().of("goals.kr.only", dimension, value))));
              }
            });
    return parts;
  }

  /** The filter that a form asks for; null when it asks for everything. */
  static @Nullable Map<String, List<String>> filter(Form form) {
    Map<String, List<String>> filter = new LinkedHashMap<>();
    form.values()
        .forEach(
            (field, values) -> {
              if (field.startsWith(PREFIX)) {
                filter.put(field.substring(PREFIX.length()), values);
              }
            });
    String channel = form.optional("channel");
    if (channel != null) {
      filter.put("channel", List.of(channel));
    }
    return filter.isEmpty() ? null : filter;
  }

  /** A form with these values that shows this filter. */
  static Form form(
      Map<String, ? extends @Nullable Object> values, Map<String, List<String>> filter) {
    Map<String, List<String>> shown = new LinkedHashMap<>(Form.of(values).values());
    filter.forEach(
        (dimension, wanted) -> {
          boolean field = dimension.equals("channel") && wanted.size() == 1;
          shown.put(field ? dimension : PREFIX + dimension, wanted);
        });
    return new Form(shown, List.of());
  }

  private static String word(Frame frame, String dimension) {
    String attribute = "attribute.";
    return frame.t().has("metrics.dimension." + dimension)
        ? frame.t().of("metrics.dimension." + dimension)
        : dimension.startsWith(attribute) ? dimension.substring(attribute.length()) : dimension;
  }
}
