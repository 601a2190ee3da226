package org.waymark.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.people.Member;
import org.waymark.people.Members;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Fields;
import org.waymark.workspace.Workspaces;

/**
 * The way a person becomes a member: an owner adds them and hands on a link that works once, for 14
 * days. Behind it the person sets a password, or gives the one they have on this server already.
 */
@Component
public class Invitations {

  static final Duration LIVES = Duration.ofDays(14);

  private final JdbcClient jdbc;
  private final JdbcClient lobby;
  private final Tenancy tenancy;
  private final Members members;
  private final Workspaces workspaces;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Tries tries;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  Invitations(
      JdbcClient jdbc,
      @Qualifier("lobby") JdbcClient lobby,
      Tenancy tenancy,
      Members members,
      Workspaces workspaces,
      Accounts accounts,
      Passwords passwords,
      Tries tries,
      Access access,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.lobby = lobby;
    this.tenancy = tenancy;
    this.members = members;
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.passwords = passwords;
    this.tries = tries;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A link to hand on.
   *
   * @param path the address on this server, with the secret in it; shown this once
   */
  public record Invitation(String path, Instant expiresAt) {

    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Invitation";
    }
  }

  /** A member and the link made for them. */
  public record Sent(Member member, Invitation invitation) {}

  /**
   * What the person sees who follows a link.
   *
   * @param hasAccount whether they give the password they have here, or set a new one
   */
  public record Welcoming(String workspace, String name, String email, boolean hasAccount) {}

  /** An invitation found by its link. */
  private record Found(UUID workspace, UUID id) {}

  /**
   * Adds a member and makes their link.
   *
   * @throws InvalidInput as {@link Members#add}
   */
  @Transactional
  public Sent add(Caller caller, Members.NewMember wanted) {
    access.require(caller, Action.CHANGE_MEMBERS, null);
    Member added = members.add(caller, wanted);
    return new Sent(added, make(caller, added));
  }

  /**
   * Makes a new link for someone who has not joined yet, or has left; the earlier ones stop
   * working.
   *
   * @throws Conflict when the person is an active member
   */
  @Transactional
  public Sent invite(Caller caller, UUID member) {
    access.require(caller, Action.CHANGE_MEMBERS, null);
    Member invited = members.get(member);
    if (invited.state() == Member.State.ACTIVE) {
      throw new Conflict("This person has joined already.", invited);
    }
    return new Sent(invited, make(caller, invited));
  }

  /**
   * What a link leads to.
   *
   * @throws NotFound when it is unknown, used, replaced or too old
   */
  public Welcoming look(@Nullable String secret) {
    Found found = find(secret);
    return tenancy.in(
        found.workspace(),
        () -> {
          Member member = members.get(memberOf(found.id()));
          return new Welcoming(
              workspaces.current().name(),
              member.name(),
              member.email(),
              accounts.byEmail(member.email()).isPresent());
        });
  }

  /**
   * Joins. The person is then as good as signed in: {@link Sessions#begin}.
   *
   * @param address the network address the request comes from
   * @throws NotFound when the link is unknown, used, replaced or too old
   * @throws InvalidInput naming {@code password}
   */
  public SignIn.Welcome accept(@Nullable String secret, @Nullable String password, String address) {
    Found found = find(secret);
    return tenancy.in(
        found.workspace(),
        () -> {
          UUID id = use(found.id());
          Member member = members.get(id);
          UUID account =
              accounts
                  .byEmail(member.email())
                  .map(known -> confirmed(known, password, address))
                  .orElseGet(() -> made(member.email(), password));
          Caller self =
              new Caller(found.workspace(), id, member.email(), member.role(), Via.SESSION);
          members.join(self, id, account);
          return new SignIn.Welcome(account, found.workspace());
        });
  }

  private UUID confirmed(Accounts.Account known, @Nullable String password, String address) {
    if (tries.count(known.email(), address).isPresent()) {
      throw InvalidInput.of("password", "was wrong too often; try again in a quarter of an hour");
    }
    if (password == null || !passwords.matches(password, known.password())) {
      throw InvalidInput.of("password", "is not the one you use on this server");
    }
    tries.forgive(known.email(), address);
    return known.id();
  }

  private UUID made(String email, @Nullable String password) {
    Fields fields = new Fields();
    String wanted = Passwords.check(fields, "password", password, email);
    fields.check();
    return accounts.make(email, wanted);
  }

  private Invitation make(Caller caller, Member member) {
    Secret secret = Secret.random("");
    Instant now = clock.instant();
    jdbc.sql(
            """
            update invitation set expires_at = :now
            where member_id = :member and used_at is null and expires_at > :now
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("member", member.id())
        .update();
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into invitation (workspace_id, id, member_id, hash, made_at, made_by, expires_at)
            values (current_setting('waymark.workspace')::uuid, :id, :member, :hash, :now, :by,
                    :expiresAt)
            """)
        .param("id", id)
        .param("member", member.id())
        .param("hash", secret.hash())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("by", caller.member())
        .param("expiresAt", now.plus(LIVES).atOffset(ZoneOffset.UTC))
        .update();
    audit.record(caller, "member.invited", "member", member.id().toString(), null, null);
    return new Invitation("/invitation?secret=" + secret.text(), now.plus(LIVES));
  }

  private Found find(@Nullable String secret) {
    Optional<Found> found =
        secret == null
            ? Optional.empty()
            : lobby
                .sql("select * from door_of_invitation(:hash, :now)")
                .param("hash", Secret.hash(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(
                    (row, number) ->
                        new Found(
                            row.getObject("workspace_id", UUID.class),
                            row.getObject("invitation_id", UUID.class)))
                .optional();
    return found.orElseThrow(() -> new NotFound("invitation"));
  }

  private UUID memberOf(UUID invitation) {
    return jdbc.sql("select member_id from invitation where id = :id")
        .param("id", invitation)
        .query((row, number) -> row.getObject("member_id", UUID.class))
        .single();
  }

  /** Marks the invitation used and says whose it was; two at once cannot both use it. */
  private UUID use(UUID invitation) {
    return jdbc.sql(
            """
            update invitation set used_at = :now where id = :id and used_at is null
            returning member_id
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", invitation)
        .query((row, number) -> row.getObject("member_id", UUID.class))
        .optional()
        .orElseThrow(() -> new NotFound("invitation"));
  }
}
