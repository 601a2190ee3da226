package org.waymark.goals.web;

import java.net.URI;
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
import org.waymark.goals.Act;
import org.waymark.goals.Agreements;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalDesk;
import org.waymark.goals.GoalHistory;
import org.waymark.goals.GoalLine;
import org.waymark.goals.GoalList;
import org.waymark.goals.GoalVerbs;
import org.waymark.goals.GoalView;
import org.waymark.goals.GoalWords;
import org.waymark.goals.Goals;
import org.waymark.platform.Page;
import org.waymark.workspace.Cursor;
import tools.jackson.databind.JsonNode;

/** Goals in the API: lists, words, and what happens to a goal. */
@RestController
@RequestMapping("/api/v1/goals")
class GoalApi {
  private final Goals goals;
  private final GoalList list;
  private final GoalDesk desk;
  private final GoalVerbs verbs;
  private final GoalHistory history;
  private final Access access;

  GoalApi(
      Goals goals,
      GoalList list,
      GoalDesk desk,
      GoalVerbs verbs,
      GoalHistory history,
      Access access) {
    this.goals = goals;
    this.list = list;
    this.desk = desk;
    this.verbs = verbs;
    this.history = history;
    this.access = access;
  }

  /**
   * @param reason what those who are asked are told
   * @param limitReason why it goes beyond a limit of the workspace; absent: the reason says that
   *     too
   */
  record Proposal(
      @Nullable List<String> invite,
      @Nullable List<String> units,
      @Nullable String reason,
      @Nullable String limitReason) {}

  /**
   * @param reason why in spite of those who do not agree
   * @param limitReason why it goes beyond a limit of the workspace; absent: the reason says that
   *     too
   */
  record Commitment(@Nullable String reason, @Nullable String limitReason) {}

  record Reason(@Nullable String reason) {}

  record Closure(@Nullable String outcome, @Nullable String learning) {}

  @GetMapping
  Page<GoalLine> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String cycle,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String area,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return list.list(
        caller,
        new GoalList.Wanted(cycle, unit, area, state, owner, q),
        Cursor.of("goals", cursor, limit));
  }

  @PostMapping
  ResponseEntity<GoalView> create(Caller caller, @RequestBody GoalWords words) {
    return created(caller, goals.create(caller, words).id());
  }

  @GetMapping("/{id}")
  ResponseEntity<GoalView> get(Caller caller, @PathVariable UUID id) {
    GoalView view = desk.view(caller, id);
    return ResponseEntity.ok().eTag(tag(view)).body(view);
  }

  @PatchMapping("/{id}")
  ResponseEntity<GoalView> change(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody JsonNode body) {
    Goal current = goals.get(caller, id);
    access.require(caller, Action.CHANGE_GOAL, current);
    Patch patch = Patch.of(body, ifMatch, current);
    goals.change(caller, id, patch.over(GoalWords.of(current), GoalWords.class), patch.version());
    return get(caller, id);
  }

  @GetMapping("/{id}/history")
  Page<GoalHistory.Event> history(Caller caller, @PathVariable UUID id) {
    return Page.all(history.of(caller, id));
  }

  @PostMapping("/{id}/proposal")
  ResponseEntity<GoalView> propose(
      Caller caller,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Proposal body) {
    verbs.propose(
        caller,
        id,
        body == null
            ? Agreements.Asked.people(List.of())
            : new Agreements.Asked(body.invite(), body.units()),
        body == null ? null : body.reason(),
        body == null ? null : body.limitReason() == null ? body.reason() : body.limitReason());
    return created(caller, id);
  }

  @PostMapping("/{id}/commitment")
  ResponseEntity<GoalView> commit(
      Caller caller,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Commitment body) {
    verbs.commit(
        caller,
        id,
        body == null ? null : body.reason(),
        body == null ? null : body.limitReason() == null ? body.reason() : body.limitReason());
    return created(caller, id);
  }

  @PostMapping("/{id}/start")
  ResponseEntity<GoalView> start(
      Caller caller, @PathVariable UUID id, @RequestBody(required = false) @Nullable Reason body) {
    verbs.start(caller, id, body == null ? null : body.reason());
    return created(caller, id);
  }

  @PostMapping("/{id}/closure")
  ResponseEntity<GoalView> close(Caller caller, @PathVariable UUID id, @RequestBody Closure body) {
    verbs.close(caller, id, body.outcome(), body.learning());
    return created(caller, id);
  }

  @PostMapping("/{id}/withdrawal")
  ResponseEntity<GoalView> withdraw(
      Caller caller, @PathVariable UUID id, @RequestBody(required = false) @Nullable Reason body) {
    verbs.withdraw(caller, id, body == null ? null : body.reason());
    return created(caller, id);
  }

  @DeleteMapping("/{id}/proposal")
  ResponseEntity<Void> takeProposalBack(Caller caller, @PathVariable UUID id) {
    return takenBack(caller, id, Act.Verb.PROPOSAL);
  }

  @DeleteMapping("/{id}/commitment")
  ResponseEntity<Void> takeCommitmentBack(Caller caller, @PathVariable UUID id) {
    return takenBack(caller, id, Act.Verb.COMMITMENT);
  }

  @DeleteMapping("/{id}/start")
  ResponseEntity<Void> takeStartBack(Caller caller, @PathVariable UUID id) {
    return takenBack(caller, id, Act.Verb.START);
  }

  @DeleteMapping("/{id}/closure")
  ResponseEntity<Void> reopen(Caller caller, @PathVariable UUID id) {
    return takenBack(caller, id, Act.Verb.CLOSURE);
  }

  @DeleteMapping("/{id}/withdrawal")
  ResponseEntity<Void> takeWithdrawalBack(Caller caller, @PathVariable UUID id) {
    return takenBack(caller, id, Act.Verb.WITHDRAWAL);
  }

  private ResponseEntity<Void> takenBack(Caller caller, UUID id, Act.Verb verb) {
    verbs.takeBack(caller, id, verb);
    return ResponseEntity.noContent().build();
  }

  private ResponseEntity<GoalView> created(Caller caller, UUID id) {
    GoalView view = desk.view(caller, id);
    return ResponseEntity.created(URI.create("/api/v1/goals/" + id)).eTag(tag(view)).body(view);
  }

  private static String tag(GoalView view) {
    return "\"" + view.goal().version() + "\"";
  }
}
