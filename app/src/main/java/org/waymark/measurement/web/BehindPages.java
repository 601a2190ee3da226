package org.waymark.measurement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
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
import org.waymark.measurement.BehindCsv;
import org.waymark.measurement.Interactions;
import org.waymark.measurement.Measurement;
import org.waymark.measurement.Per;
import org.waymark.measurement.ReadingQuery;
import org.waymark.measurement.ReadingRequest;
import org.waymark.measurement.Readings;
import org.waymark.metrics.Metrics;
import org.waymark.platform.Page;
import org.waymark.web.Frame;

/** The interactions behind a number, as a page and as a file. */
@Controller
class BehindPages {
  private static final int ITEMS = 100;

  private final Metrics metrics;
  private final Measurement measurement;
  private final Interactions interactions;
  private final MetricLook look;
  private final Access access;

  BehindPages(
      Metrics metrics,
      Measurement measurement,
      Interactions interactions,
      MetricLook look,
      Access access) {
    this.metrics = metrics;
    this.measurement = measurement;
    this.interactions = interactions;
    this.look = look;
    this.access = access;
  }

  @GetMapping("/metrics/{metric}/interactions")
  ModelAndView list(
      Caller caller,
      Frame frame,
      @PathVariable("metric") String key,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam MultiValueMap<String, String> asked) {
    access.require(caller, Action.READ_LINES, null);
    MetricDefinition metric = metrics.get(key);
    ReadingQuery query = query(metric, asked);
    Page<Behind> page = interactions.behind(query, cursor, ITEMS);
    Readings number = measurement.readings(query.by(null).per(Per.ALL));
    MetricAddress here = MetricAddress.of(key, asked).without("cursor");
    return frame.show(
        "metrics/interactions",
        new BehindPage(
            Said.title(
                frame, metric, metrics.words(metric, frame.t().locale()), number.statistic()),
            query.days(),
            Said.of(frame, number, number.single()),
            look.only(frame, query.filters()),
            here.without("from", "to").toString(),
            page.items(),
            page.next() == null
                ? null
                : here.below("interactions").with("cursor", page.next()).toString(),
            here.below("interactions.csv").with(query.days()).toString(),
            look.unitNames()));
  }

  @GetMapping("/metrics/{metric}/interactions.csv")
  void file(
      Caller caller,
      HttpServletResponse response,
      @PathVariable("metric") String key,
      @RequestParam MultiValueMap<String, String> asked)
      throws IOException {
    access.require(caller, Action.READ_LINES, null);
    ReadingQuery query = query(metrics.get(key), asked);
    measurement.check(query);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + key + "-interactions.csv\"");
    BehindCsv csv = new BehindCsv(response.getWriter());
    interactions.each(query, csv::write);
    csv.flush();
  }

  private ReadingQuery query(MetricDefinition metric, MultiValueMap<String, String> asked) {
    return ReadingRequest.of(metric.key(), asked, measurement.known(metric), Set.of("cursor"));
  }
}
