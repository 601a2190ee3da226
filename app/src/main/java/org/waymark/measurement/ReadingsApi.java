package org.waymark.measurement;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.metrics.Metrics;
import org.waymark.platform.Page;

/** What a metric says, as JSON or as a table. */
@RestController
class ReadingsApi {
  private final Measurement measurement;
  private final Interactions interactions;
  private final Metrics metrics;
  private final Access access;

  ReadingsApi(Measurement measurement, Interactions interactions, Metrics metrics, Access access) {
    this.measurement = measurement;
    this.interactions = interactions;
    this.metrics = metrics;
    this.access = access;
  }

  @GetMapping(
      path = "/api/v1/metrics/{metric}/readings",
      produces = MediaType.APPLICATION_JSON_VALUE)
  ReadingJson readings(
      Caller caller,
      @PathVariable("metric") String key,
      @RequestParam MultiValueMap<String, String> parameters) {
    return ReadingJson.of(read(caller, key, parameters));
  }

  @GetMapping(path = "/api/v1/metrics/{metric}/readings", produces = "text/csv;charset=UTF-8")
  String table(
      Caller caller,
      @PathVariable("metric") String key,
      @RequestParam MultiValueMap<String, String> parameters) {
    return ReadingCsv.of(read(caller, key, parameters));
  }

  /** Customers' own items: for those who may see lines. */
  @GetMapping("/api/v1/metrics/{metric}/interactions")
  Page<Behind> interactions(
      Caller caller,
      @PathVariable("metric") String key,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam MultiValueMap<String, String> parameters) {
    access.require(caller, Action.READ_LINES, null);
    Period known = measurement.known(metrics.get(key));
    return interactions.behind(
        ReadingRequest.of(key, parameters, known, Set.of("cursor", "limit")), cursor, limit);
  }

  private Readings read(Caller caller, String key, MultiValueMap<String, String> parameters) {
    access.require(caller, Action.READ, null);
    Period known = measurement.known(metrics.get(key));
    return measurement.readings(ReadingRequest.of(key, parameters, known, Set.of()));
  }
}
