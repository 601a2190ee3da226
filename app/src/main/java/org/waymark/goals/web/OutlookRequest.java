package org.waymark.goals.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.waymark.goals.Ambition;
import org.waymark.goals.Different;
import org.waymark.goals.KeyResultWords;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measurement.Period;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;
import org.waymark.workspace.Workspaces;
import tools.jackson.databind.JsonNode;

/**
 * Reads which target somebody thinks of from the parameters of an address. What nobody knows, or is
 * given twice, is refused by its name; a dimension may be given several times.
 */
@Component
class OutlookRequest {
  private static final Set<String> SINGLE =
      Set.of(
          "target",
          "due",
          "type",
          "statistic",
          "cycle",
          "window",
          "unit",
          "ambition",
          "different",
          "worth");

  private final Cycles cycles;
  private final Workspaces workspaces;
  private final Clock clock;

  OutlookRequest(Cycles cycles, Workspaces workspaces, Clock clock) {
    this.cycles = cycles;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /** What was asked, as a key result of a goal would ask it. */
  record Asked(Period cycle, Ambition ambition, KeyResultWords words) {}

  /**
   * @throws InvalidInput naming every parameter that makes no sense
   */
  Asked of(MetricDefinition metric, MultiValueMap<String, String> parameters) {
    List<FieldError> errors = new ArrayList<>();
    Map<String, String> single = new TreeMap<>();
    Map<String, List<String>> filter = new TreeMap<>();
    parameters.forEach(
        (name, values) -> {
          List<String> given = values.stream().filter(value -> !value.isBlank()).toList();
          if (SINGLE.contains(name)) {
            if (given.size() > 1) {
              errors.add(new FieldError(name, "is given more than once"));
            }
            given.stream().findFirst().ifPresent(value -> single.put(name, value.strip()));
          } else if (!has(metric, name)) {
            errors.add(
                new FieldError(
                    name,
                    "is not known here: use target, due, type, statistic, cycle, window, unit,"
                        + " ambition, different, worth, or a dimension of the metric"));
          } else if (!given.isEmpty()) {
            filter.put(name, given);
          }
        });
    LocalDate due = due(single.get("due"), errors);
    Period cycle = cycle(single.get("cycle"), due, errors);
    Ambition ambition = ambition(single.get("ambition"), errors);
    if (!errors.isEmpty() || cycle == null) {
      throw new InvalidInput(errors);
    }
    return new Asked(cycle, ambition, words(metric, single, filter, due));
  }

  private static KeyResultWords words(
      MetricDefinition metric,
      Map<String, String> single,
      Map<String, List<String>> filter,
      @Nullable LocalDate due) {
    String worth = single.get("worth");
    String what = single.get("different");
    boolean down = metric.direction(metric.statistic()) == Direction.DOWN;
    return new KeyResultWords(
        metric.key(),
        metric.key(),
        single.get("statistic"),
        filter,
        single.get("unit"),
        single.getOrDefault("type", down ? "decrease" : "increase"),
        null,
        null,
        number(single.get("target")),
        due,
        null,
        single.get("window"),
        null,
        worth == null && what == null
            ? null
            : new Different.Words(what == null ? "–" : what, number(worth)));
  }

  private static boolean has(MetricDefinition metric, String name) {
    try {
      return metric.has(Dimension.of(name));
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  private static @Nullable LocalDate due(@Nullable String text, List<FieldError> errors) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      errors.add(new FieldError("due", "is not a date such as 2026-03-31"));
      return null;
    }
  }

  /** The days of the cycle that is named, or from today to the due date. */
  private @Nullable Period cycle(
      @Nullable String code, @Nullable LocalDate due, List<FieldError> errors) {
    if (code != null) {
      Cycle named = cycles.byCode(code).orElse(null);
      if (named == null) {
        errors.add(new FieldError("cycle", "there is no cycle with this code"));
      }
      return named == null ? null : new Period(named.from(), named.to());
    }
    LocalDate today = workspaces.current().today(clock);
    if (due == null || due.isBefore(today)) {
      if (errors.stream().noneMatch(error -> error.field().equals("due"))) {
        errors.add(
            new FieldError("due", due == null ? "say by when, or name a cycle" : "has passed"));
      }
      return null;
    }
    return new Period(today, due);
  }

  private static Ambition ambition(@Nullable String code, List<FieldError> errors) {
    Ambition ambition = code == null ? Ambition.COMMITTED : Ambition.of(code).orElse(null);
    if (ambition == null) {
      errors.add(new FieldError("ambition", "must be committed or stretch"));
      return Ambition.COMMITTED;
    }
    return ambition;
  }

  /**
   * A number where it is one, else the words of a duration, to be read by whoever knows the unit.
   */
  static @Nullable JsonNode number(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return text.strip().matches("[+-]?\\d{1,15}(\\.\\d{1,20})?")
        ? Json.mapper().valueToTree(new java.math.BigDecimal(text.strip()))
        : Json.mapper().valueToTree(text.strip());
  }
}
