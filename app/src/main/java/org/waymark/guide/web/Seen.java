package org.waymark.guide.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.waymark.guide.Guide;
import org.waymark.guide.GuideStep;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;

/**
 * Which answer to each step somebody has before their eyes. One field of the page with all steps
 * carries it, as the versions in the order of the steps.
 */
record Seen(Map<GuideStep, Integer> versions) {

  static Seen of(Guide guide) {
    Map<GuideStep, Integer> versions = new EnumMap<>(GuideStep.class);
    for (GuideStep step : GuideStep.values()) {
      versions.put(step, guide.answer(step).version());
    }
    return new Seen(versions);
  }

  /** With what has become of some steps. */
  Seen with(Map<GuideStep, Integer> since) {
    Map<GuideStep, Integer> now = new EnumMap<>(versions);
    now.putAll(since);
    return new Seen(now);
  }

  /** Without the steps that say no more than the page proposed. */
  Seen answered(Form form) {
    Proposed proposed = Proposed.of(form);
    Map<GuideStep, Integer> answered = new EnumMap<>(versions);
    answered.entrySet().removeIf(one -> one.getValue() == 0 && proposed.stands(one.getKey(), form));
    return new Seen(answered);
  }

  /**
   * What the form carries.
   *
   * @throws InvalidInput when it came without it
   */
  static Seen of(Form form) {
    String[] numbers = form.text("version").split(" ");
    GuideStep[] steps = GuideStep.values();
    Map<GuideStep, Integer> versions = new EnumMap<>(GuideStep.class);
    try {
      for (int i = 0; i < steps.length; i++) {
        versions.put(steps[i], Integer.parseInt(numbers[i]));
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException missing) {
      throw InvalidInput.of("version", "load the page again and repeat the change");
    }
    return new Seen(versions);
  }

  /** As the field carries it. */
  String words() {
    return Arrays.stream(GuideStep.values())
        .map(step -> String.valueOf(versions.getOrDefault(step, 0)))
        .collect(Collectors.joining(" "));
  }
}
