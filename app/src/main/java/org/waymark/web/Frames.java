package org.waymark.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.people.Members;
import org.waymark.platform.Actor;
import org.waymark.platform.Changes;
import org.waymark.workspace.Workspaces;

/**
 * Makes the frame of one request: its reader, their language, the workspace's zone, and the notice
 * left by the last action.
 */
@Component
class Frames {
  private static final Locale FIRST = Texts.LOCALES.getFirst();

  private final Workspaces workspaces;
  private final Assets assets;
  private final Members members;
  private final Access access;
  private final Changes changes;
  private final Clock clock;

  Frames(
      Workspaces workspaces,
      Members members,
      Assets assets,
      Access access,
      Changes changes,
      Clock clock) {
    this.workspaces = workspaces;
    this.members = members;
    this.assets = assets;
    this.access = access;
    this.changes = changes;
    this.clock = clock;
  }

  Frame of(HttpServletRequest request, HttpServletResponse response) {
    if (!(request.getAttribute(Actor.ATTRIBUTE) instanceof Caller caller)) {
      return forStranger(request, response);
    }
    var settings = workspaces.current();
    var words = new Words(supported(settings.locale()), settings.zone());
    var visitor =
        new Visitor(name(caller), settings.name(), access.can(caller, Action.READ_AUDIT, null));
    return frame(words, visitor, changes.mark(caller.workspace()), request, response);
  }

  /**
   * For an error page: when finding out who it is fails too, the page is shown as to a stranger.
   */
  Frame evenWhenBroken(HttpServletRequest request, HttpServletResponse response) {
    try {
      return of(request, response);
    } catch (RuntimeException alsoBroken) {
      return forStranger(request, response);
    }
  }

  private Frame forStranger(HttpServletRequest request, HttpServletResponse response) {
    return frame(new Words(language(request), ZoneOffset.UTC), null, null, request, response);
  }

  private Frame frame(
      Words words,
      @Nullable Visitor visitor,
      @Nullable String mark,
      HttpServletRequest request,
      HttpServletResponse response) {
    return new Frame(
        words.texts(),
        words,
        visitor,
        request.getRequestURI(),
        clock.instant(),
        assets.addresses(),
        Look.of(request),
        toast(request, response, words.texts()),
        mark);
  }

  private String name(Caller caller) {
    return members.get(caller.member()).called();
  }

  /** Numbers and dates follow the language of the texts, so that a page never mixes two. */
  private static Locale supported(Locale wanted) {
    return Texts.LOCALES.stream()
            .anyMatch(known -> known.getLanguage().equals(wanted.getLanguage()))
        ? wanted
        : FIRST;
  }

  private static Locale language(HttpServletRequest request) {
    var asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    if (asked == null) {
      return FIRST;
    }
    try {
      var best = Locale.lookup(Locale.LanguageRange.parse(asked), Texts.LOCALES);
      return best == null ? FIRST : best;
    } catch (IllegalArgumentException unreadable) {
      return FIRST;
    }
  }

  private static @Nullable Toast toast(
      HttpServletRequest request, HttpServletResponse response, Texts texts) {
    var cookies = request.getCookies();
    if (cookies == null || !request.getMethod().equals("GET")) {
      return null;
    }
    var found =
        Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(Notice.COOKIE))
            .map(Cookie::getValue)
            .findFirst();
    if (found.isEmpty()) {
      return null;
    }
    response.addHeader(HttpHeaders.SET_COOKIE, SeeOther.noticeCookie("", Duration.ZERO));
    var notice = Notice.of(found.get(), texts);
    return notice == null ? null : notice.written(texts);
  }
}
