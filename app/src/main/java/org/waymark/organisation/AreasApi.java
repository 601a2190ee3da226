package org.waymark.organisation;

import io.swagger.v3.oas.annotations.media.Schema;
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
import org.waymark.workspace.Area;
import org.waymark.workspace.Areas;
import org.waymark.workspace.Cursor;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/areas}: what goals are about. */
@RestController
@RequestMapping("/api/v1/areas")
class AreasApi {

  private final Areas areas;
  private final Access access;

  AreasApi(Areas areas, Access access) {
    this.areas = areas;
    this.access = access;
  }

  @Schema(name = "AreaChange")
  record Change(
      @Nullable String code,
      @Nullable String name,
      @Nullable JsonNode within,
      @Nullable Integer version) {}

  @GetMapping
  Page<Area> list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit,
      Caller caller) {
    access.require(caller, Action.READ, null);
    return areas.list(Cursor.of("areas", cursor, limit));
  }

  @GetMapping("/{area}")
  ResponseEntity<Area> one(@PathVariable String area, Caller caller) {
    access.require(caller, Action.READ, null);
    Area found = areas.get(id(area));
    return Answers.versioned(found, found.version());
  }

  @PostMapping
  ResponseEntity<Area> add(@RequestBody Areas.NewArea wanted, Caller caller) {
    access.require(caller, Action.CHANGE_AREAS, null);
    Area added = areas.add(caller, wanted);
    return Answers.created("areas", added.id(), added, added.version());
  }

  @PatchMapping("/{area}")
  ResponseEntity<Area> change(
      @PathVariable String area,
      @RequestBody Change change,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      Caller caller) {
    access.require(caller, Action.CHANGE_AREAS, null);
    Area changed =
        areas.change(
            caller,
            id(area),
            new Areas.AreaChange(
                change.code(), change.name(), Answers.clearable("within", change.within())),
            Answers.version(change.version(), ifMatch));
    return Answers.versioned(changed, changed.version());
  }

  @DeleteMapping("/{area}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String area, Caller caller) {
    access.require(caller, Action.CHANGE_AREAS, null);
    areas.remove(caller, id(area));
  }

  private UUID id(String path) {
    return Answers.id(path, text -> areas.byCode(text).map(Area::id), new NotFound("area"));
  }
}
