package org.waymark.goals.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Workloads;
import org.waymark.people.Member;
import org.waymark.people.Members;
import org.waymark.platform.NotFound;

/** How many hours a week a member has for goals, in the API. */
@RestController
@RequestMapping("/api/v1/members/{member}/hours")
class HoursApi {
  private final Workloads workloads;
  private final Members members;
  private final Access access;

  HoursApi(Workloads workloads, Members members, Access access) {
    this.workloads = workloads;
    this.members = members;
    this.access = access;
  }

  /**
   * Hours a week; all absent while nobody has said them.
   *
   * @param by e-mail of whoever said so
   */
  record Hours(@Nullable BigDecimal available, @Nullable Instant at, @Nullable String by) {}

  record HoursWords(@Nullable BigDecimal available) {}

  @GetMapping
  Hours of(Caller caller, @PathVariable String member) {
    access.require(caller, Action.READ, null);
    return workloads
        .said(email(member))
        .map(said -> new Hours(said.available(), said.at(), said.by()))
        .orElse(new Hours(null, null, null));
  }

  @PutMapping
  Hours say(Caller caller, @PathVariable String member, @RequestBody HoursWords words) {
    workloads.say(caller, email(member), words.available());
    return of(caller, member);
  }

  /** A member goes by e-mail address or by id. */
  private String email(String member) {
    return members
        .byEmail(member)
        .map(Member::email)
        .orElseGet(() -> members.get(id(member)).email());
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException neither) {
      throw new NotFound("member");
    }
  }
}
