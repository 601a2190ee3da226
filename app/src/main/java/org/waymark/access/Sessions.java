package org.waymark.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.waymark.platform.Ids;
import org.waymark.platform.NotFound;
import org.waymark.platform.ServerAddress;

/**
 * Browsers that are signed in. The cookie holds 192 random bits and is kept only as a hash; it ends
 * when signed out, when another session of the account ends it, after seven days unused and after
 * thirty in any case.
 */
@Component
public class Sessions {

  static final String COOKIE = "waymark_session";

  private final SessionTable table;
  private final Accounts accounts;
  private final ServerAddress address;
  private final Clock clock;

  Sessions(SessionTable table, Accounts accounts, ServerAddress address, Clock clock) {
    this.table = table;
    this.accounts = accounts;
    this.address = address;
    this.clock = clock;
  }

  /** One of the browsers an account is signed in with. */
  public record OpenSession(UUID id, Instant madeAt, Instant seenAt) {}

  /** A workspace one can go to. */
  public record Workspace(UUID id, String name) {}

  /**
   * Begins a session and gives its cookie to the browser. Whatever session the browser had before
   * is ended, so that nobody keeps a cookie from before the sign-in.
   */
  public void begin(
      SignIn.Welcome welcome, HttpServletRequest request, HttpServletResponse answer) {
    of(request).ifPresent(before -> table.end(before.session(), before.account(), clock.instant()));
    Secret cookie = Secret.random("");
    table.forget(clock.instant());
    table.insert(
        Ids.next(), cookie.hash(), welcome.account(), welcome.workspace(), clock.instant());
    answer.addHeader(HttpHeaders.SET_COOKIE, cookie(cookie.text(), SessionTable.LONGEST, request));
  }

  /** Signs the browser out; the cookie opens nothing any more. */
  public void end(HttpServletRequest request, HttpServletResponse answer) {
    of(request).ifPresent(open -> table.end(open.session(), open.account(), clock.instant()));
    answer.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
  }

  /** The session this request came with. */
  public Optional<SignedIn> of(HttpServletRequest request) {
    return Optional.ofNullable((SignedIn) request.getAttribute(SignedIn.ATTRIBUTE));
  }

  /** The workspaces this person can go to, by name. */
  public List<Workspace> workspaces(SignedIn signedIn) {
    return accounts.doors(signedIn.account()).stream()
        .map(door -> new Workspace(door.workspace(), door.name()))
        .toList();
  }

  /**
   * Goes to another workspace with the same session.
   *
   * @throws NotFound when the person is not a member there
   */
  public void enter(SignedIn signedIn, UUID workspace) {
    if (workspaces(signedIn).stream().noneMatch(door -> door.id().equals(workspace))) {
      throw new NotFound("workspace");
    }
    table.enter(signedIn.session(), workspace);
  }

  /** The browsers this person is signed in with, last used first. */
  public List<OpenSession> open(SignedIn signedIn) {
    return table.open(signedIn.account(), clock.instant());
  }

  /** Ends one of the person's sessions; nothing happens when it is not theirs. */
  public void revoke(SignedIn signedIn, UUID session) {
    table.end(session, signedIn.account(), clock.instant());
  }

  /** Ends all of the person's sessions but the one that asks. */
  public void revokeOthers(SignedIn signedIn) {
    table.endAllBut(signedIn.session(), signedIn.account(), clock.instant());
  }

  static @Nullable String cookieOf(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? null
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst()
            .orElse(null);
  }

  private String cookie(String value, Duration lives, HttpServletRequest request) {
    return ResponseCookie.from(COOKIE, value)
        .httpOnly(true)
        .sameSite("Lax")
        .path("/")
        .secure(address.isSecure(request))
        .maxAge(lives)
        .build()
        .toString();
  }
}
