package org.waymark.guide.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.guide.GuideStep;
import org.waymark.web.Form;

/**
 * What the page with all steps proposed for those that nobody has answered. A proposal that stands
 * as it stood is no answer: it follows the words of other steps until somebody takes it.
 *
 * @param pairs by step: each field with one of its values, as addresses carry them
 */
record Proposed(Map<GuideStep, Set<String>> pairs) {

  /**
   * What one step proposes, as its hidden field carries it.
   *
   * @param proposed what it shows; a form that came back refused brings along what was proposed
   */
  static String words(GuideStep step, Form proposed) {
    List<String> before = proposed.all("proposed");
    if (!before.isEmpty()) {
      return before.stream()
          .filter(one -> one.startsWith(step.code() + " "))
          .findFirst()
          .orElse("");
    }
    return step.code() + " " + String.join("&", pairs(step, proposed.values()));
  }

  /** What a form carries; of what cannot be read everything counts as an answer. */
  static Proposed of(Form form) {
    Map<GuideStep, Set<String>> pairs = new EnumMap<>(GuideStep.class);
    for (String one : form.all("proposed")) {
      String[] parts = one.split(" ", 2);
      GuideStep step = GuideStep.of(parts[0]).orElse(null);
      if (step != null && parts.length == 2) {
        pairs.put(step, new LinkedHashSet<>(List.of(parts[1].split("&"))));
      }
    }
    return new Proposed(pairs);
  }

  /** Whether nothing was typed for a step but what it proposed. */
  boolean stands(GuideStep step, Form typed) {
    return pairs.getOrDefault(step, Set.of()).containsAll(pairs(step, typed.values()));
  }

  private static Set<String> pairs(GuideStep step, Map<String, List<String>> values) {
    Set<String> pairs = new LinkedHashSet<>();
    for (String field : step.fields()) {
      for (String value : values.getOrDefault(field, List.of())) {
        if (!value.isBlank()) {
          pairs.add(field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
      }
    }
    return pairs;
  }
}
