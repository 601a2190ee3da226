package org.waymark.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.people.Role;
import org.waymark.platform.Tenancy;

/**
 * Finds out who stands behind a token or a cookie, before any workspace is known. Asks the
 * database's door functions only; nothing is remembered, so that a revoked token or an ended
 * session opens nothing from the next request on.
 */
@Component
class Doors {

  private final JdbcClient lobby;
  private final Tenancy tenancy;
  private final TokenTable tokens;
  private final SessionTable sessions;
  private final Clock clock;

  Doors(
      @Qualifier("lobby") JdbcClient lobby,
      Tenancy tenancy,
      TokenTable tokens,
      SessionTable sessions,
      Clock clock) {
    this.lobby = lobby;
    this.tenancy = tenancy;
    this.tokens = tokens;
    this.sessions = sessions;
    this.clock = clock;
  }

  private record TokenDoor(Caller caller, UUID token, @Nullable LocalDate usedOn) {}

  private record SessionDoor(SignedIn signedIn, Instant seenAt) {}

  /**
   * Whoever holds this token; nobody when it is unknown, revoked, expired or its member has left.
   */
  Optional<Caller> ofToken(String token) {
    Instant now = clock.instant();
    Optional<TokenDoor> door =
        lobby
            .sql("select * from door_of_token(:hash, :now)")
            .param("hash", Secret.hash(token))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query(
                (row, number) ->
                    new TokenDoor(
                        new Caller(
                            row.getObject("workspace_id", UUID.class),
                            row.getObject("member_id", UUID.class),
                            row.getString("email"),
                            role(row.getString("token_role"))
                                .lowerOf(role(row.getString("member_role"))),
                            Via.TOKEN),
                        row.getObject("token_id", UUID.class),
                        row.getObject("used_on", LocalDate.class)))
            .optional();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    door.filter(opened -> !today.equals(opened.usedOn()))
        .ifPresent(
            opened ->
                tenancy.run(opened.caller().workspace(), () -> tokens.used(opened.token(), today)));
    return door.map(TokenDoor::caller);
  }

  /** The session behind this cookie; nothing when it is unknown, ended or expired. */
  Optional<SignedIn> ofSession(String cookie) {
    Instant now = clock.instant();
    Optional<SessionDoor> door =
        lobby
            .sql("select * from door_of_session(:hash, :now)")
            .param("hash", Secret.hash(cookie))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query(
                (row, number) -> {
                  UUID workspace = row.getObject("workspace_id", UUID.class);
                  Caller caller =
                      workspace == null
                          ? null
                          : new Caller(
                              workspace,
                              row.getObject("member_id", UUID.class),
                              row.getString("email"),
                              role(row.getString("member_role")),
                              Via.SESSION);
                  return new SessionDoor(
                      new SignedIn(
                          row.getObject("session_id", UUID.class),
                          row.getObject("account_id", UUID.class),
                          row.getString("email"),
                          caller),
                      row.getObject("seen_at", OffsetDateTime.class).toInstant());
                })
            .optional();
    door.filter(opened -> opened.seenAt().plus(SEEN_EVERY).isBefore(now))
        .ifPresent(opened -> sessions.seen(opened.signedIn().session(), now));
    return door.map(SessionDoor::signedIn);
  }

  private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

  private static Role role(String word) {
    return Role.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
