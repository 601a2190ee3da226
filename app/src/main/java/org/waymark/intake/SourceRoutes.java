package org.waymark.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.platform.Page;
import tools.jackson.databind.node.ObjectNode;

/** Sources and their saved mappings, through the API. */
@RestController
class SourceRoutes {
  private final Sources sources;
  private final SavedMappings mappings;

  SourceRoutes(Sources sources, SavedMappings mappings) {
    this.sources = sources;
    this.mappings = mappings;
  }

  /** A mapping to save. */
  record NewMapping(
      @Nullable ObjectNode mapping, @Nullable List<String> header, @Nullable Integer version) {}

  @GetMapping("/api/v1/sources")
  Page<Sources.Source> list(
      Caller caller, @RequestParam(required = false) @Nullable String cursor) {
    return sources.list(caller, cursor);
  }

  @GetMapping("/api/v1/sources/{code}")
  Sources.Source get(Caller caller, @PathVariable String code) {
    return sources.get(caller, code).source();
  }

  @GetMapping("/api/v1/sources/{code}/arrivals")
  Page<ArrivalDay> arrivals(
      Caller caller,
      @PathVariable String code,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    return Page.all(sources.arrivals(caller, code, from, to));
  }

  @GetMapping("/api/v1/sources/{code}/mapping")
  SavedMappings.SavedMapping mapping(Caller caller, @PathVariable String code) {
    return mappings.get(caller, code);
  }

  @PutMapping("/api/v1/sources/{code}/mapping")
  SavedMappings.SavedMapping save(
      Caller caller, @PathVariable String code, @RequestBody NewMapping wanted) {
    return mappings.save(
        caller,
        code,
        wanted.mapping(),
        wanted.header() == null ? List.of() : wanted.header(),
        wanted.version());
  }

  @DeleteMapping("/api/v1/sources/{code}/mapping")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Caller caller, @PathVariable String code) {
    mappings.remove(caller, mappings.of(caller, code).id());
  }
}
