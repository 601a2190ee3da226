package org.waymark.organisation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.NotFound;
import org.waymark.platform.Page;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/cycles}: the periods in which goals run. */
@RestController
@RequestMapping("/api/v1/cycles")
class CyclesApi {

  private final Cycles cycles;
  private final Access access;

  CyclesApi(Cycles cycles, Access access) {
    this.cycles = cycles;
    this.access = access;
  }

  @Schema(name = "CycleChange")
  record Change(
      @Nullable String code,
      @Nullable String name,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable JsonNode within,
      @Nullable Integer version) {}

  @GetMapping
  Page<Cycle> list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit,
      Caller caller) {
    access.require(caller, Action.READ, null);
    return cycles.list(Cursor.of("cycles", cursor, limit));
  }

  @GetMapping("/{cycle}")
  ResponseEntity<Cycle> one(@PathVariable String cycle, Caller caller) {
    access.require(caller, Action.READ, null);
    Cycle found = cycles.get(id(cycle));
    return Answers.versioned(found, found.version());
  }

  @PostMapping
  ResponseEntity<Cycle> add(@RequestBody Cycles.NewCycle wanted, Caller caller) {
    access.require(caller, Action.CHANGE_CYCLES, null);
    Cycle added = cycles.add(caller, wanted);
    return Answers.created("cycles", added.id(), added, added.version());
  }

  @PatchMapping("/{cycle}")
  ResponseEntity<Cycle> change(
      @PathVariable String cycle,
      @RequestBody Change change,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      Caller caller) {
    access.require(caller, Action.CHANGE_CYCLES, null);
    Cycle changed =
        cycles.change(
            caller,
            id(cycle),
            new Cycles.CycleChange(
                change.code(),
                change.name(),
                change.from(),
                change.to(),
                Answers.clearable("within", change.within())),
            Answers.version(change.version(), ifMatch));
    return Answers.versioned(changed, changed.version());
  }

  @DeleteMapping("/{cycle}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String cycle, Caller caller) {
    access.require(caller, Action.CHANGE_CYCLES, null);
    cycles.remove(caller, id(cycle));
  }

  private UUID id(String path) {
    return Answers.id(path, text -> cycles.byCode(text).map(Cycle::id), new NotFound("cycle"));
  }
}
