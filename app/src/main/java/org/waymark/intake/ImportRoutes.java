package org.waymark.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.waymark.access.Caller;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.platform.MalformedInput;
import org.waymark.platform.Page;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What arrives, through the API. */
@RestController
class ImportRoutes {
  private static final int REFUSALS_PAGE = 500;

  private final Imports imports;
  private final Refusals refusals;
  private final Previews previews;
  private final Spool spool;

  ImportRoutes(Imports imports, Refusals refusals, Previews previews, Spool spool) {
    this.imports = imports;
    this.refusals = refusals;
    this.previews = previews;
    this.spool = spool;
  }

  /** An import as the API shows it. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record State(
      UUID id,
      String state,
      long lines,
      long accepted,
      long corrected,
      long repeated,
      long refused,
      long roundedWeights,
      int percent,
      long skipped,
      long ambiguousTimes,
      long tolerated,
      @Nullable String source,
      @Nullable String file,
      @Nullable String trouble,
      Instant knownAt,
      Instant arrivedAt,
      @Nullable Instant withdrawnAt,
      @Nullable UUID replayOf,
      @Nullable UUID sameAs) {
    static State of(ImportRow row) {
      return new State(
          row.id(),
          row.state(),
          row.lines(),
          row.accepted(),
          row.corrected(),
          row.repeated(),
          row.refused(),
          row.roundedWeights(),
          row.percent(),
          row.skipped(),
          row.ambiguousTimes(),
          row.tolerated(),
          row.source(),
          row.fileName(),
          row.trouble(),
          row.knownAt(),
          row.arrivedAt(),
          row.withdrawnAt(),
          row.replayOf(),
          row.sameAs());
    }
  }

  /** How refused lines are to be taken up again. */
  record Replay(@Nullable ObjectNode mapping, @Nullable List<Refusals.EditedLine> lines) {}

  @PostMapping(
      path = "/api/v1/interactions",
      consumes = {MediaType.APPLICATION_JSON_VALUE, "application/x-ndjson"})
  Imports.Receipt interactions(Caller caller, @RequestBody byte[] body) {
    return imports.take(caller, new String(body, StandardCharsets.UTF_8));
  }

  @PostMapping(path = "/api/v1/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<State> upload(Caller caller, HttpServletRequest request) throws IOException {
    imports.mayImport(caller);
    MultipartFile file = file(request);
    JsonNode mapping = mapping(request);
    if (mapping == null) {
      throw InvalidInput.of(
          "mapping",
          "is missing: send it as a form field beside the file; POST /api/v1/imports/preview proposes one");
    }
    Spool.Spooled spooled = spool.take(file);
    ImportRow row;
    try {
      row = imports.upload(caller, name(file), spooled, mapping);
    } catch (RuntimeException e) {
      Pipeline.deleteQuietly(spooled.path(), e);
      throw e;
    }
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/imports/" + row.id()))
        .body(State.of(row));
  }

  @PostMapping(path = "/api/v1/imports/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Previews.Preview preview(Caller caller, HttpServletRequest request) throws IOException {
    imports.mayImport(caller);
    MultipartFile file = file(request);
    JsonNode mapping = mapping(request);
    Spool.Spooled spooled = spool.take(file);
    try {
      return previews.preview(caller, name(file), spooled.path(), mapping);
    } finally {
      Spool.delete(spooled.path());
    }
  }

  @GetMapping("/api/v1/imports")
  Page<State> list(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
    Page<ImportRow> page = imports.list(caller, cursor);
    return new Page<>(page.items().stream().map(State::of).toList(), page.next());
  }

  @GetMapping("/api/v1/imports/{id}")
  State state(Caller caller, @PathVariable UUID id) {
    return State.of(imports.get(caller, id));
  }

  @DeleteMapping("/api/v1/imports/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(Caller caller, @PathVariable UUID id) {
    imports.withdraw(caller, id);
  }

  @PostMapping("/api/v1/imports/{id}/replay")
  ResponseEntity<State> replay(Caller caller, @PathVariable UUID id, @RequestBody Replay wanted) {
    ImportRow row =
        refusals.replay(
            caller, id, wanted.mapping(), wanted.lines() == null ? List.of() : wanted.lines());
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/imports/" + row.id()))
        .body(State.of(row));
  }

  @GetMapping(path = "/api/v1/imports/{id}/refusals", produces = MediaType.APPLICATION_JSON_VALUE)
  Page<Refusals.Refusal> refusals(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String cursor) {
    return refusals.list(caller, id, cursor, REFUSALS_PAGE);
  }

  @GetMapping(path = "/api/v1/imports/{id}/refusals", produces = "text/csv")
  void refusalsAsCsv(Caller caller, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    refusals.writeCsv(caller, id, response);
  }

  private static MultipartFile file(HttpServletRequest request) {
    if (request
        instanceof org.springframework.web.multipart.MultipartHttpServletRequest multipart) {
      MultipartFile file = multipart.getFile("file");
      if (file != null) {
        return file;
      }
    }
    throw InvalidInput.of("file", "is missing: send the CSV as the form field \"file\"");
  }

  /** The mapping, sent as a field or as a part of its own. */
  private static @Nullable JsonNode mapping(HttpServletRequest request) throws IOException {
    String text = request.getParameter("mapping");
    if (text == null
        && request
            instanceof org.springframework.web.multipart.MultipartHttpServletRequest multipart) {
      MultipartFile part = multipart.getFile("mapping");
      text = part == null ? null : new String(part.getBytes(), StandardCharsets.UTF_8);
    }
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return Json.mapper().readTree(text);
    } catch (JacksonException e) {
      RuntimeException told = Json.explain(e);
      throw told instanceof MalformedInput malformed && !malformed.errors().isEmpty()
          ? MalformedInput.of(
              "mapping",
              malformed.errors().getFirst().field() + " " + malformed.errors().getFirst().reason())
          : told;
    }
  }

  private static String name(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name == null || name.isBlank() ? "upload.csv" : name;
  }
}
