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
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Goals;
import org.waymark.goals.Step;
import org.waymark.goals.Steps;
import tools.jackson.databind.JsonNode;

/** The action plan of a goal in the API. */
@RestController
@RequestMapping("/api/v1")
class StepApi {
  private final Steps steps;
  private final Goals goals;
  private final Access access;

  StepApi(Steps steps, Goals goals, Access access) {
    this.steps = steps;
    this.goals = goals;
    this.access = access;
  }

  record Completion(@Nullable String evidence) {}

  @PostMapping("/goals/{id}/steps")
  ResponseEntity<Step> add(Caller caller, @PathVariable UUID id, @RequestBody Step.Words words) {
    return created(steps.add(caller, id, words));
  }

  @GetMapping("/steps/{id}")
  ResponseEntity<Step> get(Caller caller, @PathVariable UUID id) {
    Step step = steps.get(caller, id);
    return ResponseEntity.ok().eTag("\"" + step.version() + "\"").body(step);
  }

  @PatchMapping("/steps/{id}")
  ResponseEntity<Step> change(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody JsonNode body) {
    Step current = steps.get(caller, id);
    access.require(caller, Action.CHANGE_GOAL, goals.get(caller, current.goal()));
    Patch patch = Patch.of(body, ifMatch, current);
    steps.change(caller, id, patch.over(Step.Words.of(current), Step.Words.class), patch.version());
    return get(caller, id);
  }

  @DeleteMapping("/steps/{id}")
  ResponseEntity<Void> remove(Caller caller, @PathVariable UUID id) {
    steps.remove(caller, id);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/steps/{id}/completion")
  ResponseEntity<Step> complete(
      Caller caller,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Completion body) {
    return created(steps.complete(caller, id, body == null ? null : body.evidence()));
  }

  @DeleteMapping("/steps/{id}/completion")
  ResponseEntity<Void> open(Caller caller, @PathVariable UUID id) {
    steps.open(caller, id);
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<Step> created(Step step) {
    return ResponseEntity.created(URI.create("/api/v1/steps/" + step.id()))
        .eTag("\"" + step.version() + "\"")
        .body(step);
  }
}
