package org.waymark.measurement.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measurement.Behind;
import org.waymark.measurement.Interactions;
import org.waymark.measurement.Measurement;
import org.waymark.measurement.Per;
import org.waymark.measurement.Period;
import org.waymark.measurement.ReadingCsv;
import org.waymark.measurement.ReadingQuery;
import org.waymark.measurement.ReadingRequest;
import org.waymark.measurement.Readings;
import org.waymark.metrics.Metrics;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Page;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/**
 * The pages of the metrics. What is asked stands in the address, so that every view can be sent on.
 */
@Controller
class MetricPages {
  private static final int ITEMS = 100;

  private final Metrics metrics;
  private final Measurement measurement;
  private final Interactions interactions;
  private final MetricView view;
  private final Access access;

  MetricPages(
      Metrics metrics,
      Measurement measurement,
      Interactions interactions,
      MetricView view,
      Access access) {
    this.metrics = metrics;
    this.measurement = measurement;
    this.interactions = interactions;
    this.view = view;
    this.access = access;
  }

  @GetMapping("/metrics")
  ModelAndView list(Caller caller, Frame frame) {
    access.require(caller, Action.READ, null);
    List<MetricDefinition> all = metrics.all();
    Map<String, Period> days = new LinkedHashMap<>();
    all.forEach(metric -> days.put(metric.key(), measurement.latest(metric)));
    List<Readings> latest =
        measurement.readings(
            all.stream()
                .map(metric -> ReadingQuery.pooled(metric.key(), null, day(days, metric)))
                .toList());
    List<MetricListPage.Line> lines = new ArrayList<>();
    for (Readings readings : latest) {
      MetricDefinition metric = readings.metric();
      var words = metrics.words(metric, frame.t().locale());
      lines.add(
          new MetricListPage.Line(
              metric.key(),
              Said.title(frame, metric, words, readings.statistic()),
              words.definition(),
              day(days, metric),
              Said.of(frame, readings, readings.single())));
    }
    return frame.show("metrics/list", new MetricListPage(!measurement.holdsAnything(), lines));
  }

  @GetMapping("/metrics/{metric}")
  ModelAndView metric(
      Caller caller,
      Frame frame,
      @PathVariable("metric") String key,
      @RequestParam MultiValueMap<String, String> asked) {
    access.require(caller, Action.READ, null);
    MetricDefinition metric = metrics.get(key);
    boolean lines = access.can(caller, Action.READ_LINES, null);
    try {
      ReadingQuery query = query(metric, asked);
      return frame.show("metrics/metric", view.of(frame, metric, query, asked, lines));
    } catch (InvalidInput refused) {
      Form form = new Form(new LinkedHashMap<>(asked), List.of()).with(refused);
      return frame.refused("metrics/metric", view.refused(frame, metric, form));
    }
  }

  @GetMapping("/metrics/{metric}/readings.csv")
  ResponseEntity<String> table(
      Caller caller,
      @PathVariable("metric") String key,
      @RequestParam MultiValueMap<String, String> asked) {
    access.require(caller, Action.READ, null);
    Readings readings = measurement.readings(query(metrics.get(key), asked));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + readings.metric().key() + ".csv\"")
        .body(ReadingCsv.of(readings));
  }

  @GetMapping("/metrics/{metric}/interactions")
  ModelAndView behind(
      Caller caller,
      Frame frame,
      @PathVariable("metric") String key,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam MultiValueMap<String, String> asked) {
    access.require(caller, Action.READ_LINES, null);
    MetricDefinition metric = metrics.get(key);
    ReadingQuery query = ReadingRequest.of(key, asked, measurement.known(metric), Set.of("cursor"));
    Page<Behind> page = interactions.behind(query, cursor, ITEMS);
    MultiValueMap<String, String> further = new LinkedMultiValueMap<>(asked);
    further.remove("cursor");
    return frame.show(
        "metrics/interactions",
        new BehindPage(
            metrics.words(metric, frame.t().locale()).label(),
            query.days(),
            "/metrics/" + key,
            page.items(),
            page.next() == null
                ? null
                : MetricView.address(
                    "/metrics/" + key + "/interactions", further, "cursor", page.next()),
            view.unitNames()));
  }

  /** What the address asks; as many days as there are, in periods that make a readable chart. */
  private ReadingQuery query(MetricDefinition metric, MultiValueMap<String, String> asked) {
    ReadingQuery query =
        ReadingRequest.of(metric.key(), asked, measurement.shown(metric), Set.of());
    return asked.containsKey("per") ? query : query.per(fitting(query.days()));
  }

  private static Per fitting(Period days) {
    if (days.days() <= 45) {
      return Per.DAY;
    }
    if (days.days() <= 200) {
      return Per.WEEK;
    }
    return days.days() <= 5 * 366 ? Per.MONTH : Per.QUARTER;
  }

  private static Period day(Map<String, Period> days, MetricDefinition metric) {
    Period period = days.get(metric.key());
    if (period == null) {
      throw new IllegalStateException("Every metric has its latest days");
    }
    return period;
  }
}
