package org.waymark.measurement.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.measure.Reading;
import org.waymark.measure.Reading.Because;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measurement.Measurement;
import org.waymark.measurement.Per;
import org.waymark.measurement.Period;
import org.waymark.measurement.ReadingCsv;
import org.waymark.measurement.ReadingQuery;
import org.waymark.measurement.ReadingRequest;
import org.waymark.measurement.Readings;
import org.waymark.metrics.Metrics;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.ServerAddress;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/**
 * The pages of the metrics. What is asked stands in the address, so that every view can be sent on.
 */
@Controller
class MetricPages {
  private final Metrics metrics;
  private final Measurement measurement;
  private final MetricView view;
  private final Access access;
  private final ServerAddress server;

  MetricPages(
      Metrics metrics,
      Measurement measurement,
      MetricView view,
      Access access,
      ServerAddress server) {
    this.metrics = metrics;
    this.measurement = measurement;
    this.view = view;
    this.access = access;
    this.server = server;
  }

  @GetMapping("/metrics")
  ModelAndView list(Caller caller, Frame frame) {
    access.require(caller, Action.READ, null);
    List<MetricDefinition> all = metrics.all();
    Map<String, Period> days = measurement.latest(all);
    List<Readings> latest =
        measurement.readings(
            all.stream()
                .map(metric -> ReadingQuery.pooled(metric.key(), null, day(days, metric)))
                .toList());
    List<MetricListPage.Line> fed = new ArrayList<>();
    List<MetricListPage.Line> waiting = new ArrayList<>();
    for (Readings readings : latest) {
      MetricDefinition metric = readings.metric();
      var words = metrics.words(metric, frame.t().locale());
      boolean nothing =
          readings.single() instanceof Reading.NoData none && none.because() == Because.NO_ITEMS;
      (nothing ? waiting : fed)
          .add(
              new MetricListPage.Line(
                  metric.key(),
                  Said.title(frame, metric, words, readings.statistic()),
                  words.definition(),
                  day(days, metric),
                  Said.of(frame, readings, readings.single())));
    }
    return frame.show(
        "metrics/list",
        new MetricListPage(
            !measurement.holdsAnything(),
            access.can(caller, Action.CHANGE_METRICS, null),
            fed,
            waiting));
  }

  @GetMapping("/metrics/{metric}")
  ModelAndView metric(
      Caller caller,
      Frame frame,
      HttpServletRequest request,
      @PathVariable("metric") String key,
      @RequestParam MultiValueMap<String, String> asked) {
    access.require(caller, Action.READ, null);
    MetricDefinition metric = metrics.get(key);
    try {
      return frame.show("metrics/metric", view.of(asked(caller, frame, request, metric, asked)));
    } catch (InvalidInput refused) {
      Form form = new Form(new LinkedHashMap<>(asked), List.of()).with(refused);
      return frame.refused("metrics/metric", view.refused(frame, metric, form, asked));
    }
  }

  /** The number with its history, for a slide; where no picture can be made, back to the words. */
  @GetMapping("/metrics/{metric}/board.png")
  @Nullable ModelAndView board(
      Caller caller,
      Frame frame,
      HttpServletRequest request,
      HttpServletResponse response,
      @PathVariable("metric") String key,
      @RequestParam MultiValueMap<String, String> asked)
      throws IOException {
    access.require(caller, Action.READ, null);
    MetricDefinition metric = metrics.get(key);
    MetricView.Asked question = asked(caller, frame, request, metric, asked);
    Optional<byte[]> picture = BoardPicture.png(frame, view.shown(question));
    if (picture.isEmpty()) {
      return frame.to(question.page().toString(), "metrics.board.noFonts");
    }
    response.setContentType(MediaType.IMAGE_PNG_VALUE);
    response.setContentLength(picture.get().length);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + metric.key() + ".png\"");
    response.getOutputStream().write(picture.get());
    return null;
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

  private MetricView.Asked asked(
      Caller caller,
      Frame frame,
      HttpServletRequest request,
      MetricDefinition metric,
      MultiValueMap<String, String> asked) {
    return new MetricView.Asked(
        caller,
        frame,
        metric,
        query(metric, asked),
        asked,
        server.of(request) + MetricAddress.of(metric.key(), asked).toString());
  }

  /** What the address asks; as many days as there are, in periods that make a readable chart. */
  private ReadingQuery query(MetricDefinition metric, MultiValueMap<String, String> asked) {
    ReadingQuery query =
        ReadingRequest.of(metric.key(), asked, measurement.shown(metric), WhyView.names());
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
