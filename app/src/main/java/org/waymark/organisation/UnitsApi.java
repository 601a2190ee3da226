package org.waymark.organisation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.people.Unit;
import org.waymark.people.UnitTree;
import org.waymark.people.UnitVersion;
import org.waymark.people.Units;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.platform.Page;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/units}: the tree, on any day. */
@RestController
@RequestMapping("/api/v1/units")
class UnitsApi {

  private final Units units;
  private final Access access;

  UnitsApi(Units units, Access access) {
    this.units = units;
    this.access = access;
  }

  /** A change, with {@code from} the day from which it holds, today when absent. */
  @Schema(name = "UnitChange")
  record Change(
      @Nullable String code,
      @Nullable String name,
      @Nullable String kind,
      @Nullable JsonNode parent,
      @Nullable LocalDate from,
      @Nullable Integer version) {}

  /** A closure: from which day on, today when absent. */
  @Schema(name = "UnitClosure")
  record Closure(@Nullable LocalDate from, @Nullable Integer version) {}

  @GetMapping
  Page<Unit> list(@RequestParam(required = false) @Nullable LocalDate at, Caller caller) {
    access.require(caller, Action.READ, null);
    return Page.all(tree(at).all());
  }

  @GetMapping("/{unit}")
  ResponseEntity<Unit> one(
      @PathVariable String unit,
      @RequestParam(required = false) @Nullable LocalDate at,
      Caller caller) {
    access.require(caller, Action.READ, null);
    UnitTree tree = tree(at);
    Unit found = tree.byId(id(tree, unit)).orElseThrow(() -> new NotFound("unit"));
    return Answers.versioned(found, found.version());
  }

  @GetMapping("/{unit}/versions")
  Page<UnitVersion> history(@PathVariable String unit, Caller caller) {
    access.require(caller, Action.READ, null);
    List<UnitVersion> versions = units.history(id(units.tree(), unit));
    return Page.all(versions);
  }

  @PostMapping
  ResponseEntity<Unit> add(@RequestBody Units.NewUnit wanted, Caller caller) {
    access.require(caller, Action.CHANGE_UNITS, null);
    Unit added = units.add(caller, wanted);
    return Answers.created("units", added.id(), added, added.version());
  }

  @PatchMapping("/{unit}")
  ResponseEntity<Unit> change(
      @PathVariable String unit,
      @RequestBody Change change,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      Caller caller) {
    access.require(caller, Action.CHANGE_UNITS, null);
    Unit changed =
        units.change(
            caller,
            id(units.tree(), unit),
            new Units.UnitChange(
                change.code(),
                change.name(),
                change.kind(),
                Answers.clearable("parent", change.parent()),
                change.from()),
            Answers.version(change.version(), ifMatch));
    return Answers.versioned(changed, changed.version());
  }

  @PostMapping("/{unit}/closure")
  ResponseEntity<Unit> close(
      @PathVariable String unit,
      @RequestBody Closure closure,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      Caller caller) {
    access.require(caller, Action.CHANGE_UNITS, null);
    Unit closed =
        units.close(
            caller,
            id(units.tree(), unit),
            Answers.version(closure.version(), ifMatch),
            closure.from());
    return Answers.created("units", closed.id(), closed, closed.version());
  }

  @DeleteMapping("/{unit}/closure")
  ResponseEntity<Unit> reopen(
      @PathVariable String unit,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestParam(required = false) @Nullable Integer version,
      Caller caller) {
    access.require(caller, Action.CHANGE_UNITS, null);
    Unit open = units.reopen(caller, id(units.tree(), unit), Answers.version(version, ifMatch));
    return Answers.versioned(open, open.version());
  }

  private UnitTree tree(@Nullable LocalDate at) {
    if (at != null && (at.getYear() < 1 || at.getYear() > 9999)) {
      throw InvalidInput.of("at", "must lie between 0001-01-01 and 9999-12-31");
    }
    return at == null ? units.tree() : units.tree(at);
  }

  private static UUID id(UnitTree tree, String path) {
    return Answers.id(path, text -> tree.byCode(text).map(Unit::id), new NotFound("unit"));
  }
}
