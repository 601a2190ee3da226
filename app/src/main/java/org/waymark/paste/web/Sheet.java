package org.waymark.paste.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.GoalWords;
import org.waymark.goals.KeyResultWords;
import org.waymark.paste.ReadGoal;
import org.waymark.paste.Reading;
import org.waymark.paste.SeveralGoals;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.web.Form;
import org.waymark.web.Typed;
import tools.jackson.databind.JsonNode;

/**
 * The form in which what was read is put right: {@code g0-statement} is the first goal's statement,
 * {@code g0-k1-target} the target of its second key result. Each carries the line it was read in.
 */
record Sheet(Form form) {
  private static final Pattern WHERE =
      Pattern.compile("goals\\[(\\d+)]\\.(?:keyResults\\[(\\d+)]\\.)?(.*)");

  /** A form that shows what was read, and keeps the rest of another. */
  static Form of(Reading reading, Form asked) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String kept : List.of("text", "cycle", "unit")) {
      values.put(kept, asked.all(kept));
    }
    for (int g = 0; g < reading.goals().size(); g++) {
      ReadGoal goal = reading.goals().get(g);
      String at = "g" + g + "-";
      put(values, at + "line", goal.line());
      put(values, at + "statement", goal.statement());
      put(values, at + "why", goal.why());
      put(values, at + "strategy", goal.strategy());
      put(values, at + "owner", goal.owner());
      for (int k = 0; k < goal.keyResults().size(); k++) {
        put(values, at + "k" + k + "-", goal.keyResults().get(k));
      }
    }
    return new Form(values, List.of());
  }

  private static void put(
      Map<String, List<String>> values, String at, ReadGoal.Measured keyResult) {
    put(values, at + "line", keyResult.line());
    put(values, at + "name", keyResult.name());
    String statistic = keyResult.statistic();
    if (keyResult.metric() != null && statistic != null) {
      boolean within = statistic.startsWith("within:");
      put(values, at + "measure", keyResult.metric() + " " + (within ? "p90" : statistic));
      put(
          values,
          at + "within",
          within ? Typed.spoken(Duration.parse(statistic.substring("within:".length()))) : null);
    }
    put(values, at + "type", keyResult.type());
    put(values, at + "baseline", typed(keyResult.baseline(), keyResult.duration()));
    put(values, at + "target", typed(keyResult.target(), keyResult.duration()));
    put(values, at + "change", typed(keyResult.changePercent(), false));
    put(values, at + "due", keyResult.due());
  }

  private static void put(Map<String, List<String>> values, String field, @Nullable Object value) {
    if (value != null) {
      values.put(field, List.of(value.toString()));
    }
  }

  /** As a person would type it. */
  private static @Nullable String typed(@Nullable BigDecimal value, boolean duration) {
    if (value == null) {
      return null;
    }
    boolean whole = duration && value.signum() > 0 && value.stripTrailingZeros().scale() <= 0;
    return whole
        ? Typed.spoken(Duration.ofSeconds(value.longValue()))
        : duration ? value.toPlainString() + " seconds" : value.toPlainString();
  }

  /** How many goals the form holds. */
  int goals() {
    int goals = 0;
    while (form.values().containsKey("g" + goals + "-statement")) {
      goals++;
    }
    return goals;
  }

  int keyResults(int goal) {
    int count = 0;
    while (form.values().containsKey("g" + goal + "-k" + count + "-name")) {
      count++;
    }
    return count;
  }

  /**
   * What is wanted, without what was ticked to be left out.
   *
   * @throws InvalidInput naming the fields that hold no number or day, with the line each was read
   *     in
   */
  List<SeveralGoals.Wanted> wanted() {
    List<SeveralGoals.Wanted> all = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    for (int g : keptGoals()) {
      String at = "g" + g + "-";
      List<KeyResultWords> measured = new ArrayList<>();
      for (int k : keptKeyResults(g)) {
        try {
          measured.add(keyResult(at + "k" + k + "-"));
        } catch (InvalidInput refused) {
          refused.errors().forEach(error -> errors.add(error));
        }
      }
      all.add(new SeveralGoals.Wanted(goal(at), measured));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return all;
  }

  /** The same reasons against the fields of this form. */
  InvalidInput here(InvalidInput refused) {
    List<FieldError> errors = new ArrayList<>();
    for (FieldError error : refused.errors()) {
      Matcher where = WHERE.matcher(error.field());
      if (!where.matches()) {
        errors.add(error);
        continue;
      }
      int goal = keptGoals().get(Integer.parseInt(where.group(1)));
      String field = where.group(3);
      if (where.group(2) == null) {
        boolean shared = field.equals("cycle") || field.equals("unit");
        FieldError said = new FieldError(shared ? field : "g" + goal + "-" + field, error.reason());
        if (!errors.contains(said)) {
          errors.add(said);
        }
      } else {
        int keyResult = keptKeyResults(goal).get(Integer.parseInt(where.group(2)));
        errors.add(
            new FieldError("g" + goal + "-k" + keyResult + "-" + input(field), error.reason()));
      }
    }
    return new InvalidInput(errors);
  }

  /** The line in which a field was read; null for a field that belongs to no line. */
  @Nullable String line(String field) {
    Matcher place = Pattern.compile("(g\\d+-(?:k\\d+-)?).*").matcher(field);
    return place.matches() ? form.optional(place.group(1) + "line") : null;
  }

  private List<Integer> keptGoals() {
    List<Integer> kept = new ArrayList<>();
    for (int g = 0; g < goals(); g++) {
      if (!form.checked("g" + g + "-leave")) {
        kept.add(g);
      }
    }
    return kept;
  }

  private List<Integer> keptKeyResults(int goal) {
    List<Integer> kept = new ArrayList<>();
    for (int k = 0; k < keyResults(goal); k++) {
      if (!form.checked("g" + goal + "-k" + k + "-leave")) {
        kept.add(k);
      }
    }
    return kept;
  }

  private GoalWords goal(String at) {
    return new GoalWords(
        form.optional(at + "statement"),
        form.optional(at + "why"),
        form.optional(at + "strategy"),
        "outcome",
        null,
        form.optional("cycle"),
        form.optional("unit"),
        null,
        form.optional(at + "owner"),
        (UUID) null,
        null,
        "committed",
        null);
  }

  private KeyResultWords keyResult(String at) {
    Typed typed = new Typed(form);
    List<FieldError> errors = new ArrayList<>();
    @Nullable JsonNode baseline = tried(errors, () -> typed.value(at + "baseline"));
    @Nullable JsonNode target = tried(errors, () -> target(typed, at));
    @Nullable LocalDate due = tried(errors, () -> typed.day(at + "due"));
    @Nullable String within = tried(errors, () -> typed.time(at + "within"));
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    String measure = form.optional(at + "measure");
    String[] parts = measure == null ? new String[0] : measure.split(" ", 2);
    boolean counted = parts.length == 2;
    return new KeyResultWords(
        form.optional(at + "name"),
        counted ? parts[0] : null,
        !counted ? null : within == null ? parts[1] : "within:" + within,
        null,
        counted ? form.optional("unit") : null,
        form.optional(at + "type"),
        baseline,
        null,
        target,
        due,
        null,
        null);
  }

  private @Nullable JsonNode target(Typed typed, String at) {
    if (form.text(at + "type").equals("binary")) {
      return null;
    }
    BigDecimal change = typed.number(at + "change");
    return change == null
        ? typed.value(at + "target")
        : Json.mapper().valueToTree(Map.of("changePercent", change));
  }

  private static <T> @Nullable T tried(
      List<FieldError> errors, java.util.function.Supplier<@Nullable T> read) {
    try {
      return read.get();
    } catch (InvalidInput refused) {
      errors.addAll(refused.errors());
      return null;
    }
  }

  private static String input(String field) {
    return switch (field) {
      case "metric", "statistic" -> "measure";
      case "target.changePercent" -> "change";
      case "weight", "window", "unit", "filter" -> "name";
      default -> field;
    };
  }
}
