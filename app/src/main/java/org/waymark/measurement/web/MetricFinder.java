package org.waymark.measurement.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.metrics.Metrics;
import org.waymark.web.Finder;
import org.waymark.web.Texts;

/** Metrics, shipped and own. */
@Component
class MetricFinder implements Finder {
  private final Metrics metrics;

  MetricFinder(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public List<Findable> findable(Caller caller, Texts texts) {
    return metrics.all().stream()
        .map(
            metric -> {
              var words = metrics.words(metric, texts.locale());
              return new Findable(
                  "metric",
                  words.label(),
                  metric.key() + " " + words.definition(),
                  "",
                  "/metrics/" + metric.key());
            })
        .toList();
  }
}
