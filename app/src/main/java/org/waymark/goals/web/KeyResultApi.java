package org.waymark.goals.web;

import java.net.URI;
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
import org.waymark.goals.CheckIn;
import org.waymark.goals.CheckIns;
import org.waymark.goals.GoalDesk;
import org.waymark.goals.Goals;
import org.waymark.goals.KeyResult;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.KeyResultWords;
import org.waymark.goals.KeyResults;
import org.waymark.platform.Conflict;
import org.waymark.platform.Page;
import tools.jackson.databind.JsonNode;

/** Key results and their check-ins in the API. */
@RestController
@RequestMapping("/api/v1")
class KeyResultApi {
  private final KeyResults keyResults;
  private final CheckIns checkIns;
  private final GoalDesk desk;
  private final Goals goals;
  private final Access access;

  KeyResultApi(
      KeyResults keyResults, CheckIns checkIns, GoalDesk desk, Goals goals, Access access) {
    this.keyResults = keyResults;
    this.checkIns = checkIns;
    this.desk = desk;
    this.goals = goals;
    this.access = access;
  }

  @PostMapping("/goals/{id}/key-results")
  ResponseEntity<KeyResultView> add(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String reason,
      @RequestBody KeyResultWords words) {
    KeyResult added = keyResults.add(caller, id, words, reason);
    return ResponseEntity.created(URI.create("/api/v1/key-results/" + added.id()))
        .eTag("\"" + added.version() + "\"")
        .body(desk.keyResult(caller, added.id()));
  }

  @GetMapping("/key-results/{id}")
  ResponseEntity<KeyResultView> get(Caller caller, @PathVariable UUID id) {
    KeyResultView view = desk.keyResult(caller, id);
    return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
  }

  @PatchMapping("/key-results/{id}")
  ResponseEntity<KeyResultView> change(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody JsonNode body) {
    KeyResult current = keyResults.get(caller, id);
    access.require(caller, Action.CHANGE_GOAL, goals.get(caller, current.goal()));
    Patch patch = Patch.of(body, ifMatch, desk.keyResult(caller, id));
    if (patch.names("baseline") && !patch.names("baselineWindow")) {
      patch.fields().putNull("baselineWindow");
    } else if (patch.names("baselineWindow") && !patch.names("baseline")) {
      patch.fields().putNull("baseline");
    }
    try {
      keyResults.change(
          caller, id, patch.over(desk.words(current), KeyResultWords.class), patch.version());
    } catch (Conflict lost) {
      throw new Conflict(String.valueOf(lost.getMessage()), desk.keyResult(caller, id));
    }
    return get(caller, id);
  }

  @DeleteMapping("/key-results/{id}")
  ResponseEntity<Void> remove(Caller caller, @PathVariable UUID id) {
    keyResults.remove(caller, id);
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/key-results/{id}/check-ins")
  Page<CheckIn> checkIns(Caller caller, @PathVariable UUID id) {
    return Page.all(checkIns.of(caller, id));
  }

  @PostMapping("/key-results/{id}/check-ins")
  ResponseEntity<CheckIn> checkIn(
      Caller caller, @PathVariable UUID id, @RequestBody CheckIns.Words words) {
    CheckIn recorded = checkIns.record(caller, id, words);
    return ResponseEntity.created(URI.create("/api/v1/check-ins/" + recorded.id())).body(recorded);
  }

  @DeleteMapping("/check-ins/{id}")
  ResponseEntity<Void> takeBack(Caller caller, @PathVariable UUID id) {
    checkIns.takeBack(caller, id);
    return ResponseEntity.noContent().build();
  }
}
