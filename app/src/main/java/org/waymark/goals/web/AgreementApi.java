package org.waymark.goals.web;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.goals.Agreements;
import org.waymark.goals.Calls;
import org.waymark.goals.GoalDesk;
import org.waymark.goals.GoalView;

/**
 * Who is asked about a goal, what they answer, and which units are asked to propose, in the API.
 */
@RestController
@RequestMapping("/api/v1/goals/{id}")
class AgreementApi {
  private final Agreements agreements;
  private final Calls calls;
  private final GoalDesk desk;

  AgreementApi(Agreements agreements, Calls calls, GoalDesk desk) {
    this.agreements = agreements;
    this.calls = calls;
    this.desk = desk;
  }

  @PostMapping("/invitations")
  ResponseEntity<GoalView> invite(
      Caller caller, @PathVariable UUID id, @RequestBody Agreements.Asked asked) {
    agreements.invite(caller, id, asked);
    return created(caller, id);
  }

  /** Takes the invitation of one member back, named by e-mail. */
  @DeleteMapping("/invitations/{invited}")
  ResponseEntity<Void> takeInvitationBack(
      Caller caller, @PathVariable UUID id, @PathVariable String invited) {
    agreements.takeInvitationBack(caller, id, invited);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/agreements")
  ResponseEntity<GoalView> answer(
      Caller caller, @PathVariable UUID id, @RequestBody Agreements.Words words) {
    agreements.answer(caller, id, words);
    return created(caller, id);
  }

  @DeleteMapping("/agreements")
  ResponseEntity<Void> takeAnswerBack(Caller caller, @PathVariable UUID id) {
    agreements.takeAnswerBack(caller, id);
    return ResponseEntity.noContent().build();
  }

  /** Says that what the caller has against the goal is settled. */
  @PostMapping("/agreements/settlement")
  ResponseEntity<GoalView> settle(Caller caller, @PathVariable UUID id) {
    agreements.settle(caller, id);
    return created(caller, id);
  }

  @DeleteMapping("/agreements/settlement")
  ResponseEntity<Void> unsettle(Caller caller, @PathVariable UUID id) {
    agreements.unsettle(caller, id);
    return ResponseEntity.noContent().build();
  }

  /** Asks units to propose goals that contribute to this one. */
  @PostMapping("/calls")
  ResponseEntity<GoalView> call(
      Caller caller, @PathVariable UUID id, @RequestBody Calls.CallWords words) {
    calls.call(caller, id, words);
    return created(caller, id);
  }

  @DeleteMapping("/calls/{called}")
  ResponseEntity<Void> takeCallBack(
      Caller caller, @PathVariable UUID id, @PathVariable("called") String code) {
    calls.takeBack(caller, id, code);
    return ResponseEntity.noContent().build();
  }

  /** Why a unit proposes nothing. */
  record RefusalWords(@Nullable String reason) {}

  /** Says for a unit of the caller's that it proposes nothing. */
  @PostMapping("/calls/{called}/refusal")
  ResponseEntity<GoalView> refuse(
      Caller caller,
      @PathVariable UUID id,
      @PathVariable("called") String code,
      @RequestBody RefusalWords refusal) {
    calls.refuse(caller, id, code, refusal.reason());
    return created(caller, id);
  }

  @DeleteMapping("/calls/{called}/refusal")
  ResponseEntity<Void> takeRefusalBack(
      Caller caller, @PathVariable UUID id, @PathVariable("called") String code) {
    calls.takeRefusalBack(caller, id, code);
    return ResponseEntity.noContent().build();
  }

  /** Whoever asked has read it: it waits for them no longer. */
  @PostMapping("/calls/{called}/refusal/reading")
  ResponseEntity<Void> read(
      Caller caller, @PathVariable UUID id, @PathVariable("called") String code) {
    calls.read(caller, id, code);
    return ResponseEntity.noContent().build();
  }

  private ResponseEntity<GoalView> created(Caller caller, UUID id) {
    GoalView view = desk.view(caller, id);
    return ResponseEntity.created(URI.create("/api/v1/goals/" + id))
        .eTag("\"" + view.goal().version() + "\"")
        .body(view);
  }
}
