package org.waymark.measurement.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measurement.Trials;
import org.waymark.metrics.MetricWords;
import org.waymark.metrics.Metrics;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import tools.jackson.databind.JsonNode;

/** Tries a definition on the data and says what comes of it. */
@Component
class TriedView {
  private final Metrics metrics;
  private final Trials trials;

  TriedView(Metrics metrics, Trials trials) {
    this.metrics = metrics;
    this.trials = trials;
  }

  /**
   * What a form says as far as it is filled in.
   *
   * @param key of the metric that is changed; null for a new one
   */
  Tried of(Caller caller, Frame f, Form form, @Nullable String key) {
    try {
      return of(caller, f, DefinitionForm.unnamed(form, key, f.t().of("metrics.define.nameless")));
    } catch (InvalidInput unreadable) {
      return Tried.not(sentences(f, unreadable.errors()));
    }
  }

  /** What a definition says; nothing of it is kept. */
  Tried of(Caller caller, Frame f, JsonNode json) {
    try {
      MetricDefinition metric = metrics.read(caller, json);
      List<FieldError> unsuited = metrics.unsuited(metric);
      return new Tried(sentences(f, unsuited), result(f, metric));
    } catch (InvalidInput refused) {
      return Tried.not(sentences(f, refused.errors()));
    }
  }

  private Tried.Result result(Frame f, MetricDefinition metric) {
    Trials.Trial trial = trials.of(metric);
    MetricWords words = metrics.words(metric, f.t().locale());
    String title = Said.title(f, metric, words, metric.statistic());
    MetricHistory history = new MetricHistory(f, title, trial.history(), trial.days(), List.of());
    return new Tried.Result(
        title,
        Said.of(f, trial.latest(), trial.latest().single()),
        f.w().period(trial.latestDays().from(), trial.latestDays().to()),
        history.hasNumbers() ? history.chart(item -> null) : null,
        f.t()
            .of(
                "metrics.define.counts",
                Said.items(f, metric, trial.counted()),
                f.w().period(trial.days().from(), trial.days().to())),
        f.t().of("metrics.define.leftOut", Said.items(f, metric, trial.leftOut()), trial.leftOut()),
        words,
        Json.mapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(metrics.written(metric))
            .lines()
            .toList());
  }

  private static List<String> sentences(Frame f, List<FieldError> errors) {
    return errors.stream()
        .map(
            error -> {
              String label = "metrics.define." + error.field().replaceFirst("[.\\[].*", "");
              return f.t().has(label)
                  ? f.t().of(label) + ": " + error.reason()
                  : Form.sentence(error);
            })
        .toList();
  }
}
