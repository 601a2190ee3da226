package org.waymark.organisation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
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
import org.waymark.access.Invitations;
import org.waymark.people.Member;
import org.waymark.people.Members;
import org.waymark.people.Role;
import org.waymark.platform.NotFound;
import org.waymark.platform.Page;
import org.waymark.platform.ShownOnce;
import org.waymark.workspace.Cursor;

/** {@code /api/v1/members}: the people of the workspace. */
@RestController
@RequestMapping("/api/v1/members")
class MembersApi {

  private final Members members;
  private final Invitations invitations;
  private final Access access;

  MembersApi(Members members, Invitations invitations, Access access) {
    this.members = members;
    this.invitations = invitations;
    this.access = access;
  }

  @Schema(name = "MemberChange")
  record Change(
      @Nullable String name,
      @Nullable String role,
      @Nullable List<String> units,
      @Nullable Integer version) {}

  /**
   * A member just added, or invited anew.
   *
   * @param invitation address of the page where the person sets a password; shown only now
   */
  record Invited(
      UUID id,
      String email,
      String name,
      Role role,
      List<String> units,
      Member.State state,
      int version,
      String invitation,
      Instant invitationExpiresAt) {

    static Invited of(Member member, Invitations.Invitation invitation) {
      return new Invited(
          member.id(),
          member.email(),
          member.name(),
          member.role(),
          member.units(),
          member.state(),
          member.version(),
          invitation.path(),
          invitation.expiresAt());
    }
  }

  @GetMapping
  Page<Member> list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit,
      Caller caller) {
    access.require(caller, Action.READ, null);
    return members.list(Cursor.of("members", cursor, limit));
  }

  @GetMapping("/{member}")
  ResponseEntity<Member> one(@PathVariable String member, Caller caller) {
    access.require(caller, Action.READ, null);
    Member found = members.get(id(member));
    return Answers.versioned(found, found.version());
  }

  @PostMapping
  @ShownOnce
  ResponseEntity<Invited> add(@RequestBody Members.NewMember wanted, Caller caller) {
    Invitations.Sent sent = invitations.add(caller, wanted);
    Member added = sent.member();
    return Answers.created(
        "members", added.id(), Invited.of(added, sent.invitation()), added.version());
  }

  @PatchMapping("/{member}")
  ResponseEntity<Member> change(
      @PathVariable String member,
      @RequestBody Change change,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      Caller caller) {
    access.require(caller, Action.CHANGE_MEMBERS, null);
    Member changed =
        members.change(
            caller,
            id(member),
            new Members.MemberChange(change.name(), change.role(), change.units()),
            Answers.version(change.version(), ifMatch));
    return Answers.versioned(changed, changed.version());
  }

  @DeleteMapping("/{member}")
  ResponseEntity<Member> leave(@PathVariable String member, Caller caller) {
    access.require(caller, Action.CHANGE_MEMBERS, null);
    Member left = members.leave(caller, id(member));
    return Answers.versioned(left, left.version());
  }

  @PostMapping("/{member}/invitation")
  @ShownOnce
  ResponseEntity<Invited> invite(@PathVariable String member, Caller caller) {
    Invitations.Sent sent = invitations.invite(caller, id(member));
    Member invited = sent.member();
    return Answers.created(
        "members", invited.id(), Invited.of(invited, sent.invitation()), invited.version());
  }

  private UUID id(String path) {
    return Answers.id(path, text -> members.byEmail(text).map(Member::id), new NotFound("member"));
  }
}
