package org.waymark.paste;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a labelled line or a column of a table says, with the words people call it by. */
public enum Part {
  OBJECTIVE("objective", "objectives", "obj", "goal", "goals", "o", "smart goal"),
  KEY_RESULT(
      "key result", "key results", "key-result", "key-results", "kr", "krs", "result", "results"),
  OWNER("owner", "owners", "responsible", "accountable", "dri", "owner email", "owner e-mail"),
  DUE(
      "due",
      "due date",
      "due on",
      "deadline",
      "by when",
      "end date",
      "target date",
      "date",
      "when"),
  WHY("why", "benefit", "purpose", "why it matters", "description"),
  STRATEGY("strategy", "how", "approach"),
  METRIC("metric", "kpi", "measure", "measured by", "metric name"),
  BASELINE(
      "baseline",
      "start",
      "start value",
      "starting value",
      "from",
      "current",
      "current value",
      "today",
      "now"),
  TARGET("target", "target value", "to", "goal value", "end value"),
  UNIT("unit", "units", "unit of measure");

  private final List<String> names;

  Part(String... names) {
    this.names = List.of(names);
  }

  /** The part that people call by this name, in any case. */
  static Optional<Part> named(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return Arrays.stream(values()).filter(part -> part.names.contains(plain)).findFirst();
  }
}
