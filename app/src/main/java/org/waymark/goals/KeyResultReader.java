package org.waymark.goals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.metric.Unit;
import org.waymark.measurement.Period;
import org.waymark.workspace.Fields;
import tools.jackson.databind.JsonNode;

/**
 * Understands the words of one key result, collecting everything that is wrong with them. What it
 * hands out is valid only after {@link Fields#check} has returned.
 */
final class KeyResultReader {
  private static final BigDecimal LARGEST = new BigDecimal("1e15");

  private final Fields fields;
  private final KeyResultWords words;
  private final Period cycle;
  private final @Nullable MetricDefinition metric;
  private @Nullable Statistic statistic;
  private boolean duration;

  /**
   * @param metric the definition of the metric that is named; null without one
   */
  KeyResultReader(
      Fields fields, KeyResultWords words, Period cycle, @Nullable MetricDefinition metric) {
    this.fields = fields;
    this.words = words;
    this.cycle = cycle;
    this.metric = metric;
  }

  KeyResult read(UUID id, UUID goal, int version, KeyResult.@Nullable UnitName unit) {
    String name = fields.name("name", words.name());
    KeyResultType type =
        words.type() == null
            ? KeyResultType.THRESHOLD
            : fields.word("type", words.type(), KeyResultType.class);
    if (words.type() == null) {
      fields.refuse("type", "say what is asked of the number, such as increase or keep-below");
    }
    KeyResult.MeasuredBy measured = measuredBy(type);
    duration = statistic != null && metric != null && metric.unit(statistic) == Unit.SECONDS;
    BigDecimal baseline = absent(words.baseline()) ? null : value("baseline", words.baseline());
    Target target = target(type);
    if (type == KeyResultType.CUMULATIVE && baseline != null && baseline.signum() != 0) {
      fields.refuse("baseline", "a count starts at 0; leave it out, or ask for an increase");
    }
    refuseAgainstTheSign(fields, type, baseline, target, "baseline");
    return new KeyResult(
        id,
        goal,
        version,
        name,
        measured,
        unit,
        type,
        baseline,
        baselineDays(),
        target,
        duration,
        due(),
        weight(),
        span(type),
        Evidence.read(fields, words, type),
        Different.read(fields, words.different(), type, worth()),
        null);
  }

  /** A change must lead away from the baseline, and the way the type says. */
  static void refuseAgainstTheSign(
      Fields fields,
      KeyResultType type,
      @Nullable BigDecimal baseline,
      Target target,
      String field) {
    if (!type.meansChange()) {
      return;
    }
    boolean up = type == KeyResultType.INCREASE;
    switch (target) {
      case Target.Change change -> {
        if (change.percent().signum() > 0 != up) {
          fields.refuse(
              "target",
              "a change of " + change.percent().toPlainString() + " % is no " + type.code());
        }
      }
      case Target.Level level -> {
        int way = baseline == null ? 0 : level.value().compareTo(baseline);
        if (baseline != null && way == 0) {
          fields.refuse(
              field, "is the target already; name a change, or ask to keep-above or keep-below");
        } else if (baseline != null && way > 0 != up) {
          fields.refuse(
              "target",
              "lies %s the baseline of %s, but the type is %s"
                  .formatted(way > 0 ? "above" : "below", baseline.toPlainString(), type.code()));
        }
      }
      case Target.Band band -> {}
      case Target.Done done -> {}
    }
  }

  private KeyResult.@Nullable MeasuredBy measuredBy(KeyResultType type) {
    MetricDefinition definition = metric;
    if (!Goals.given(words.metric())) {
      if (Goals.given(words.statistic()) || (words.filter() != null && !words.filter().isEmpty())) {
        fields.refuse("metric", "statistic and filter need a metric");
      }
      return null;
    }
    if (definition == null) {
      fields.refuse("metric", "there is no metric with this key");
      return null;
    }
    if (type.onlyByHand()) {
      fields.refuse(
          "metric", "a " + type.code() + " is told by people; for a metric ask for a threshold");
    }
    statistic = statistic(definition);
    if (type == KeyResultType.CUMULATIVE
        && statistic != null
        && !adds(definition.unit(statistic))) {
      fields.refuse("metric", "only counts and sums add up; " + definition.key() + " does not");
    }
    Map<String, List<String>> filter = new TreeMap<>();
    if (words.filter() != null) {
      words.filter().forEach((name, values) -> filter.put(name, allowed(definition, name, values)));
    }
    return new KeyResult.MeasuredBy(
        definition.key(), statistic == null ? null : statistic.code(), filter);
  }

  private @Nullable Statistic statistic(MetricDefinition definition) {
    String code = Goals.blankToNull(words.statistic());
    if (code == null) {
      return definition.statistic();
    }
    try {
      Statistic asked = Statistic.of(code);
      if (definition.allows(asked)) {
        return asked;
      }
    } catch (IllegalArgumentException e) {
      fields.refuse("statistic", String.valueOf(e.getMessage()));
      return null;
    }
    fields.refuse(
        "statistic",
        "must be one of "
            + definition.statistics().stream().map(Statistic::code).toList()
            + " for "
            + definition.key());
    return null;
  }

  private List<String> allowed(MetricDefinition definition, String name, List<String> values) {
    if (name.equals("unit")) {
      fields.refuse("filter.unit", "name the unit in the key result's own unit field");
    } else if (values == null || values.isEmpty() || values.stream().anyMatch(Objects::isNull)) {
      fields.refuse("filter." + name, "give at least one value");
      return List.of();
    } else {
      try {
        if (!definition.has(Dimension.of(name))) {
          fields.refuse("filter." + name, definition.key() + " is not cut by this");
        }
      } catch (IllegalArgumentException e) {
        fields.refuse("filter." + name, String.valueOf(e.getMessage()));
      }
    }
    return values == null ? List.of() : List.copyOf(values);
  }

  private Target target(KeyResultType type) {
    JsonNode node = words.target();
    if (type.onlyByHand()) {
      return new Target.Done();
    }
    if (node == null || absent(node)) {
      fields.refuse("target", "say where the number is to be");
      return new Target.Done();
    }
    if (type == KeyResultType.KEEP_WITHIN) {
      return band(node);
    }
    if (node.isObject()) {
      return change(type, node);
    }
    BigDecimal value = value("target", node);
    if (type == KeyResultType.CUMULATIVE && value != null && value.signum() <= 0) {
      fields.refuse("target", "a count needs a target above 0");
    }
    return value == null ? new Target.Done() : new Target.Level(value);
  }

  private Target band(JsonNode node) {
    if (!node.isObject()
        || node.size() != 2
        || absent(node.get("low"))
        || absent(node.get("high"))) {
      fields.refuse("target", "keep-within needs {\"low\": ..., \"high\": ...}");
      return new Target.Done();
    }
    BigDecimal low = value("target.low", node.get("low"));
    BigDecimal high = value("target.high", node.get("high"));
    if (low == null || high == null) {
      return new Target.Done();
    }
    if (low.compareTo(high) >= 0) {
      fields.refuse("target.high", "must lie above low");
      return new Target.Done();
    }
    return new Target.Band(low, high);
  }

  private Target change(KeyResultType type, JsonNode node) {
    if (node.size() != 1 || absent(node.get("changePercent"))) {
      fields.refuse(
          "target", "is a number, a duration such as \"PT4H\", or {\"changePercent\": -20}");
      return new Target.Done();
    }
    if (type == KeyResultType.CUMULATIVE) {
      fields.refuse("target", "a count starts at 0, so a percentage of it says nothing");
      return new Target.Done();
    }
    JsonNode percent = node.get("changePercent");
    if (!percent.isNumber()
        || percent.decimalValue().signum() == 0
        || percent.decimalValue().abs().compareTo(LARGEST) > 0) {
      fields.refuse("target.changePercent", "must be a number other than 0");
      return new Target.Done();
    }
    return new Target.Change(percent.decimalValue());
  }

  /** A number, or an ISO 8601 duration in seconds. */
  private @Nullable BigDecimal value(String field, @Nullable JsonNode node) {
    if (node != null && node.isNumber()) {
      BigDecimal value = node.decimalValue();
      if (value.abs().compareTo(LARGEST) <= 0) {
        return value;
      }
      fields.refuse(field, "must lie between -1e15 and 1e15");
      return null;
    }
    if (node != null && node.isString() && (metric == null || duration)) {
      try {
        Duration time = Duration.parse(node.asString().strip());
        duration = true;
        return BigDecimal.valueOf(time.getSeconds())
            .add(BigDecimal.valueOf(time.getNano(), 9))
            .stripTrailingZeros();
      } catch (DateTimeParseException e) {
        fields.refuse(field, "must be a number, or a duration such as \"PT4H\"");
        return null;
      }
    }
    fields.refuse(
        field, duration ? "must be seconds, or a duration such as \"PT4H\"" : "must be a number");
    return null;
  }

  private @Nullable Period baselineDays() {
    KeyResultWords.Days days = words.baselineWindow();
    if (days == null) {
      return null;
    }
    if (!absent(words.baseline())) {
      fields.refuse("baselineWindow", "is not needed when the baseline is given");
    } else if (metric == null) {
      fields.refuse("baselineWindow", "needs a metric to measure it");
    }
    LocalDate from = fields.day("baselineWindow.from", days.from());
    LocalDate to = fields.day("baselineWindow.to", days.to());
    if (to.isBefore(from)) {
      fields.refuse("baselineWindow.to", "must not be before from");
      return null;
    }
    return new Period(from, to);
  }

  private LocalDate due() {
    if (words.due() == null) {
      return cycle.to();
    }
    LocalDate due = fields.day("due", words.due());
    if (due.isBefore(cycle.from())) {
      fields.refuse("due", "must not be before the cycle, which starts on " + cycle.from());
    }
    return due;
  }

  private BigDecimal weight() {
    JsonNode weight = words.weight();
    if (weight == null || absent(weight)) {
      return BigDecimal.ONE;
    }
    if (!weight.isNumber()
        || weight.decimalValue().signum() <= 0
        || weight.decimalValue().compareTo(LARGEST) > 0) {
      fields.refuse("weight", "must be a number above 0");
      return BigDecimal.ONE;
    }
    return weight.decimalValue();
  }

  private Span span(KeyResultType type) {
    String window = Goals.blankToNull(words.window());
    if (type == KeyResultType.CUMULATIVE) {
      if (window != null && !window.equals(Span.CYCLE.code())) {
        fields.refuse("window", "a count runs over the whole cycle");
      }
      return Span.CYCLE;
    }
    if (window == null) {
      return type.keeps() ? Span.ONE_WEEK : Span.FOUR_WEEKS;
    }
    return Span.of(window)
        .orElseGet(
            () -> {
              fields.refuse("window", "must be P1W to P53W, or cycle");
              return Span.FOUR_WEEKS;
            });
  }

  private @Nullable BigDecimal worth() {
    JsonNode worth = words.different() == null ? null : words.different().worth();
    return absent(worth) ? null : value("different.worth", worth);
  }

  private static boolean adds(Unit unit) {
    return unit == Unit.COUNT || unit == Unit.QUANTITY;
  }

  private static boolean absent(@Nullable JsonNode node) {
    return node == null || node.isNull() || node.isMissingNode();
  }
}
