package org.waymark.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.platform.Page;
import tools.jackson.databind.node.ObjectNode;

/** Sources and their saved mappings, through the API. */
@RestController
class SourceRoutes {
  private final Sources sources;

  SourceRoutes(Sources sources) {
    this.sources = sources;
  }

  /** A mapping to save. */
  record NewMapping(
      @Nullable ObjectNode mapping, @Nullable List<String> header, @Nullable Integer version) {}

  @GetMapping("/api/v1/sources")
  Page<Sources.Source> list(Caller caller) {
    return Page.all(sources.list(caller));
  }

  @GetMapping("/api/v1/sources/{code}")
  Sources.Source get(Caller caller, @PathVariable String code) {
    return sources.get(caller, code);
  }

  @GetMapping("/api/v1/sources/{code}/mapping")
  Sources.SavedMapping mapping(Caller caller, @PathVariable String code) {
    return sources.mapping(caller, code);
  }

  @PutMapping("/api/v1/sources/{code}/mapping")
  Sources.SavedMapping save(
      Caller caller, @PathVariable String code, @RequestBody NewMapping wanted) {
    return sources.save(
        caller,
        code,
        wanted.mapping(),
        wanted.header() == null ? List.of() : wanted.header(),
        wanted.version());
  }
}
