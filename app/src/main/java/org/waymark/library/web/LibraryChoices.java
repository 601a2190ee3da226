package org.waymark.library.web;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.waymark.library.Function;
import org.waymark.library.Industry;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.metrics.Metrics;
import org.waymark.web.Frame;
import org.waymark.web.Option;

/** What can be chosen in the forms of the library. */
@Component
class LibraryChoices {
  private final Metrics metrics;

  LibraryChoices(Metrics metrics) {
    this.metrics = metrics;
  }

  List<Option> functions(Frame frame) {
    return Arrays.stream(Function.values())
        .map(one -> new Option(one.code(), frame.t().of("library.function." + one.code())))
        .toList();
  }

  List<Option> industries(Frame frame) {
    return Arrays.stream(Industry.values())
        .map(one -> new Option(one.code(), frame.t().of("library.industry." + one.code())))
        .toList();
  }

  /** What this workspace measures, and what the library knows of besides, by name. */
  List<Option> measures(Frame frame, List<String> known) {
    TreeMap<String, Option> options = new TreeMap<>();
    for (MetricDefinition metric : metrics.all()) {
      Statistic statistic = metric.statistic();
      if (metric.direction(statistic) != Direction.NONE || metric.key().equals("case-volume")) {
        String label = metrics.words(metric, frame.t().locale()).label();
        options.put(label, new Option(metric.key() + " " + statistic.code(), label));
      }
    }
    LibraryWords words = new LibraryWords(frame.t());
    for (String measure : known) {
      String key = measure.split(" ")[0];
      options.putIfAbsent(words.metric(key), new Option(measure, words.metric(key)));
    }
    return List.copyOf(options.values());
  }
}
