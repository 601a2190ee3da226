package org.waymark.guide;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was answered to one step, as it was typed.
 *
 * @param version 1 for the first that was kept; 0 when nothing was yet
 * @param at when it was kept
 * @param fields by name, each in the order sent; a field that was left empty is not there
 */
public record Answer(int version, Instant at, Map<String, List<String>> fields) {
  /** Before anything was kept. */
  public static final Answer NONE = new Answer(0, Instant.EPOCH, Map.of());

  public Answer {
    fields = Map.copyOf(fields);
  }

  /** What of these fields belongs to a step, without what is blank. */
  static Map<String, List<String>> of(GuideStep step, Map<String, List<String>> typed) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    for (String field : step.fields()) {
      List<String> said =
          typed.getOrDefault(field, List.of()).stream().filter(text -> !text.isBlank()).toList();
      if (!said.isEmpty()) {
        kept.put(field, said);
      }
    }
    return kept;
  }
}
