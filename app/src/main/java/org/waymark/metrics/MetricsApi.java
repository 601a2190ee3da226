package org.waymark.metrics;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.measure.metric.Statistic;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Page;
import tools.jackson.databind.JsonNode;

/** The catalogue over the API. */
@RestController
class MetricsApi {
  private static final Pattern TAG = Pattern.compile("\"?(\\d{1,9})\"?");

  private final Metrics metrics;
  private final Access access;

  MetricsApi(Metrics metrics, Access access) {
    this.metrics = metrics;
    this.access = access;
  }

  /**
   * A metric as the API shows it.
   *
   * @param shipped whether it came with the program, in contrast to the workspace's own
   * @param definition what it counts, in words
   * @param unit what the first statistic is counted in
   * @param within whether {@code within:DURATION} may be asked for as a statistic
   * @param interval where the interval comes from
   * @param minimum readings of fewer items are {@code tooFew}
   * @param source the definition itself, in the shape in which own metrics are made
   */
  record MetricJson(
      String key,
      int version,
      boolean shipped,
      String label,
      String definition,
      String formula,
      String unit,
      String direction,
      String anchor,
      List<String> statistics,
      boolean within,
      List<String> dimensions,
      String interval,
      List<String> pitfalls,
      int minimum,
      JsonNode source) {}

  @GetMapping("/api/v1/metrics")
  Page<MetricJson> list(Caller caller, Locale locale) {
    access.require(caller, Action.READ, null);
    return Page.all(metrics.all().stream().map(metric -> json(metric, locale)).toList());
  }

  @GetMapping("/api/v1/metrics/{metric}")
  MetricJson get(Caller caller, @PathVariable("metric") String key, Locale locale) {
    access.require(caller, Action.READ, null);
    return json(metrics.get(key), locale);
  }

  @PostMapping("/api/v1/metrics")
  ResponseEntity<MetricJson> define(
      Caller caller,
      @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
      @RequestBody JsonNode definition,
      Locale locale) {
    MetricDefinition made = metrics.define(caller, definition, version(seen));
    return ResponseEntity.created(URI.create("/api/v1/metrics/" + made.key()))
        .body(json(made, locale));
  }

  private static @Nullable Integer version(@Nullable String seen) {
    if (seen == null) {
      return null;
    }
    Matcher tag = TAG.matcher(seen.strip());
    if (!tag.matches()) {
      throw InvalidInput.of("If-Match", "must be the version you have seen, such as \"3\"");
    }
    return Integer.valueOf(tag.group(1));
  }

  private MetricJson json(MetricDefinition metric, Locale locale) {
    MetricWords words = metrics.words(metric, locale);
    return new MetricJson(
        metric.key(),
        metric.version(),
        ShippedMetrics.find(metric.key()).isPresent(),
        words.label(),
        words.definition(),
        words.formula(),
        metric.unit(metric.statistic()).code(),
        metric.direction().code(),
        metric.anchor().field(),
        metric.statistics().stream().map(Statistic::code).toList(),
        metric.measure() instanceof Measure.Duration,
        metric.dimensions().stream().map(Dimension::code).toList(),
        words.interval(),
        words.pitfalls(),
        metric.minimum(),
        DefinitionText.write(metric));
  }
}
