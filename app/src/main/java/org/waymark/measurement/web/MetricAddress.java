package org.waymark.measurement.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.waymark.measurement.Period;
import org.waymark.measurement.ReadingQuery;

/**
 * The address of something about a metric, with everything that was asked in it: so every view can
 * be sent on.
 *
 * @param path without parameters
 */
record MetricAddress(String path, MultiValueMap<String, String> parameters) {

  /** The page of a metric as it was asked for; what was left empty is left out. */
  static MetricAddress of(String key, MultiValueMap<String, String> asked) {
    MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
    asked.forEach(
        (name, values) ->
            values.stream()
                .filter(value -> !value.isEmpty())
                .forEach(value -> given.add(name, value)));
    return new MetricAddress("/metrics/" + key, given);
  }

  /** The page of a metric for this statistic and this part of its items. */
  static MetricAddress of(String key, String statistic, Map<String, List<String>> filters) {
    MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
    parameters.add("statistic", statistic);
    filters.forEach((name, values) -> values.forEach(value -> parameters.add(name, value)));
    return new MetricAddress("/metrics/" + key, parameters);
  }

  /** What lies below the page, such as its table. */
  MetricAddress below(String name) {
    return new MetricAddress(path + "/" + name, parameters);
  }

  MetricAddress with(String name, @Nullable String value) {
    MultiValueMap<String, String> all = new LinkedMultiValueMap<>(parameters);
    if (value == null) {
      all.remove(name);
    } else {
      all.set(name, value);
    }
    return new MetricAddress(path, all);
  }

  MetricAddress with(Period days) {
    return with("from", days.from().toString()).with("to", days.to().toString());
  }

  MetricAddress without(String... names) {
    MetricAddress less = this;
    for (String name : names) {
      less = less.with(name, null);
    }
    return less;
  }

  /** The table of exactly what a query asked. */
  MetricAddress table(ReadingQuery query) {
    return below("readings.csv")
        .with(query.days())
        .with("per", query.per().word())
        .with("by", query.by());
  }

  /** The interactions behind a number of these days. */
  MetricAddress interactions(Period days) {
    return below("interactions").without("by", "per").with(days);
  }

  @Override
  public String toString() {
    List<String> pairs = new ArrayList<>();
    parameters.forEach(
        (name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
