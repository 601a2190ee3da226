package org.waymark.measurement.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measurement.Measurement;
import org.waymark.measurement.Per;
import org.waymark.measurement.ReadingQuery;
import org.waymark.people.Units;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;

/** How a metric is looked at: the switches of its page, and what was asked in words. */
@Component
class MetricLook {
  private static final Set<String> SHOWN =
      Set.of("statistic", "per", "by", "unit", "channel", "from", "to");

  private final Measurement measurement;
  private final Units units;

  MetricLook(Measurement measurement, Units units) {
    this.measurement = measurement;
    this.units = units;
  }

  MetricPage.Look of(
      Frame f,
      MetricDefinition metric,
      ReadingQuery query,
      Statistic statistic,
      MultiValueMap<String, String> asked) {
    return new MetricPage.Look(
        form(query, statistic, asked),
        Stream.of("unit", "channel", "from", "to").anyMatch(field -> given(asked, field)),
        kept(asked),
        statistics(f, metric, statistic),
        pers(f),
        dimensions(f, metric),
        units(metric),
        channels(metric, query));
  }

  /** The switches as somebody left them who asked what makes no sense. */
  MetricPage.Look refused(
      Frame f, MetricDefinition metric, Form form, MultiValueMap<String, String> asked) {
    return new MetricPage.Look(
        form,
        true,
        kept(asked),
        statistics(f, metric, metric.statistic()),
        pers(f),
        dimensions(f, metric),
        units(metric),
        List.of());
  }

  static boolean given(MultiValueMap<String, String> asked, String field) {
    String text = asked.getFirst(field);
    return text != null && !text.isBlank();
  }

  static String dimension(Frame f, String code) {
    String attribute = "attribute.";
    return f.t().has("metrics.dimension." + code)
        ? f.t().of("metrics.dimension." + code)
        : f.t().has("metrics.field." + code)
            ? f.t().of("metrics.field." + code)
            : code.startsWith(attribute) ? code.substring(attribute.length()) : code;
  }

  /** "Only phone, Sales"; null for everything. */
  @Nullable String only(Frame f, Map<String, List<String>> filters) {
    List<String> words = new ArrayList<>();
    new TreeMap<>(filters)
        .forEach(
            (dimension, values) ->
                values.forEach(value -> words.add(dimension.equals("unit") ? unit(value) : value)));
    return words.isEmpty() ? null : f.t().of("metrics.page.only", String.join(", ", words));
  }

  /** Names of units by code. */
  Map<String, String> unitNames() {
    Map<String, String> names = new LinkedHashMap<>();
    units.tree().all().forEach(unit -> names.put(unit.code(), unit.name()));
    return names;
  }

  private String unit(String code) {
    return unitNames().getOrDefault(code, code);
  }

  /** Days that nobody asked for stay open, so that they move on with the data. */
  private static Form form(
      ReadingQuery query, Statistic statistic, MultiValueMap<String, String> asked) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("statistic", statistic.code());
    values.put("per", query.per().word());
    values.put("by", query.by());
    values.put("from", given(asked, "from") ? query.days().from() : null);
    values.put("to", given(asked, "to") ? query.days().to() : null);
    query.filters().forEach((field, words) -> values.put(field, words.getFirst()));
    return Form.of(values);
  }

  private static Map<String, List<String>> kept(MultiValueMap<String, String> asked) {
    Map<String, List<String>> kept = new TreeMap<>();
    asked.forEach(
        (name, values) -> {
          List<String> given = values.stream().filter(value -> !value.isEmpty()).toList();
          if (!SHOWN.contains(name) && !WhyView.names().contains(name) && !given.isEmpty()) {
            kept.put(name, given);
          }
        });
    return kept;
  }

  private static List<Option> statistics(Frame f, MetricDefinition metric, Statistic shown) {
    List<Statistic> offered = new ArrayList<>(metric.statistics());
    for (String limit : List.of("PT4H", "PT24H", "PT72H")) {
      Statistic within = Statistic.of("within:" + limit);
      if (metric.allows(within) && !offered.contains(within)) {
        offered.add(within);
      }
    }
    if (!offered.contains(shown)) {
      offered.add(shown);
    }
    return offered.stream().map(one -> new Option(one.code(), Said.statistic(f, one))).toList();
  }

  private static List<Option> pers(Frame f) {
    return Arrays.stream(Per.values())
        .map(per -> new Option(per.word(), f.t().of("metrics.per." + per.word())))
        .toList();
  }

  /** Cohorts say nothing of all days as one, which is how parts are shown. */
  private static List<Option> dimensions(Frame f, MetricDefinition metric) {
    return metric.dimensions().stream()
        .filter(one -> !one.equals(Dimension.COHORT))
        .map(one -> new Option(one.code(), dimension(f, one.code())))
        .toList();
  }

  private static boolean has(MetricDefinition metric, String dimension) {
    return metric.dimensions().stream().anyMatch(one -> one.code().equals(dimension));
  }

  private List<Option> units(MetricDefinition metric) {
    if (!has(metric, "unit")) {
      return List.of();
    }
    var tree = units.tree();
    return tree.all().stream()
        .map(
            unit ->
                new Option(unit.code(), "– ".repeat(tree.pathTo(unit).size() - 1) + unit.name()))
        .toList();
  }

  /** The channels that occur in the days shown, whichever of them was asked for. */
  private List<Option> channels(MetricDefinition metric, ReadingQuery query) {
    if (!has(metric, "channel")) {
      return List.of();
    }
    ReadingQuery all = query.per(Per.ALL).by("channel").where(Map.of()).weighted(false);
    List<String> asked = query.filters().getOrDefault("channel", List.of());
    return Stream.concat(measurement.values(all).stream(), asked.stream())
        .distinct()
        .map(channel -> new Option(channel, channel))
        .toList();
  }
}
