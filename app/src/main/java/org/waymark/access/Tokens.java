package org.waymark.access;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.people.Role;
import org.waymark.platform.Audit;
import org.waymark.platform.Forbidden;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.platform.Page;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Fields;

/** The API tokens of the bound workspace: everyone's own; an owner sees and revokes all. */
@Component
@Transactional
public class Tokens {

  /** Every token begins with this, so that people and scanners recognise one. */
  public static final String PREFIX = "wm_";

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private static final int SHOWN = 8;

  private final TokenTable table;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  Tokens(TokenTable table, Access access, Audit audit, Clock clock) {
    this.table = table;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What is wanted of a new token.
   *
   * @param role at most the maker's own, which it is when absent
   * @param expiresAt from when on it no longer opens anything; absent: never
   */
  public record NewToken(
      @Nullable String name, @Nullable String role, @Nullable Instant expiresAt) {}

  /**
   * A token just made.
   *
   * @param secret the token itself; shown this once and kept nowhere
   */
  public record MadeToken(ApiToken token, String secret) {

    /** Never shows the secret. */
    @Override
    public String toString() {
      return "MadeToken[" + token.id() + "]";
    }
  }

  /**
   * Makes a token for the caller.
   *
   * @throws InvalidInput naming each field that is wrong; {@code role} when it is above the
   *     caller's own
   */
  public MadeToken make(Caller caller, NewToken wanted) {
    access.require(caller, Action.MAKE_TOKEN, null);
    return make(caller, wanted, Secret.random(PREFIX));
  }

  MadeToken make(Caller caller, NewToken wanted, Secret secret) {
    Fields fields = new Fields();
    String name = fields.name("name", wanted.name());
    Role role =
        wanted.role() == null ? caller.role() : fields.word("role", wanted.role(), Role.class);
    if (!caller.role().atLeast(role)) {
      fields.refuse("role", "must not be above your own, " + caller.role().word());
    }
    if (wanted.expiresAt() != null && !wanted.expiresAt().isAfter(clock.instant())) {
      fields.refuse("expiresAt", "must be in the future");
    }
    if (wanted.expiresAt() != null && wanted.expiresAt().isAfter(LATEST)) {
      fields.refuse(
          "expiresAt", "must lie before the year 10000; leave it out for a token without end");
    }
    fields.check();
    UUID id = Ids.next();
    table.insert(
        id,
        caller.member(),
        name,
        role,
        secret.hash(),
        secret.text().substring(0, SHOWN),
        clock.instant(),
        wanted.expiresAt());
    ApiToken token = table.byId(id).orElseThrow();
    audit.record(caller, "token.made", "token", id.toString(), null, token);
    return new MadeToken(token, secret.text());
  }

  /**
   * Revokes a token; the next request with it is refused. Revoking it again changes nothing.
   *
   * @throws NotFound when there is none such, or it is another's and the caller is no owner
   * @throws Forbidden never for one's own
   */
  public ApiToken revoke(Caller caller, UUID id) {
    ApiToken before = get(caller, id);
    access.require(caller, Action.REVOKE_TOKEN, before);
    if (before.revokedAt() != null) {
      return before;
    }
    table.revoke(id, caller.member(), clock.instant());
    ApiToken after = table.byId(id).orElseThrow();
    audit.record(caller, "token.revoked", "token", id.toString(), before, after);
    return after;
  }

  /**
   * One token.
   *
   * @throws NotFound when there is none such, or it is another's and the caller is no owner
   */
  @Transactional(readOnly = true)
  public ApiToken get(Caller caller, UUID id) {
    ApiToken token = table.byId(id).orElseThrow(() -> new NotFound("token"));
    access.require(caller, Action.SEE_TOKEN, token);
    return token;
  }

  /** The caller's tokens, or everybody's for an owner; revoked ones included. */
  @Transactional(readOnly = true)
  public Page<ApiToken> list(Caller caller, Cursor cursor) {
    UUID only = access.can(caller, Action.SEE_TOKEN, null) ? null : caller.member();
    return cursor.page(table.list(only, cursor), ApiToken::id);
  }
}
