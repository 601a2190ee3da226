package org.waymark.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Makes the frame of one request: its reader's language, the workspace's zone, and the notice left
 * by the last action.
 */
@Component
class Frames {
  private static final Locale FIRST = Locale.UK;
  private static final List<Locale> LANGUAGES = List.of(FIRST, Locale.US, Locale.ENGLISH);

  private final Assets assets;

  Frames(Assets assets) {
    this.assets = assets;
  }

  Frame of(HttpServletRequest request, HttpServletResponse response) {
    var texts = new Texts(language(request));
    return new Frame(
        texts,
        new Words(texts.locale(), zone()),
        null,
        request.getRequestURI(),
        Instant.now(),
        assets.addresses(),
        notice(request, response, texts));
  }

  /** A frame without a visitor, for when finding out who it is may be what fails. */
  Frame evenWhenBroken(HttpServletRequest request, HttpServletResponse response) {
    return of(request, response);
  }

  private ZoneId zone() {
    return ZoneOffset.UTC;
  }

  /**
   * The best language we have texts in; numbers and dates follow it, so that a page never mixes
   * two.
   */
  private static Locale language(HttpServletRequest request) {
    var asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    if (asked == null) {
      return FIRST;
    }
    try {
      var best = Locale.lookup(Locale.LanguageRange.parse(asked), LANGUAGES);
      return best == null || best.equals(Locale.ENGLISH) ? FIRST : best;
    } catch (IllegalArgumentException unreadable) {
      return FIRST;
    }
  }

  private static @Nullable String notice(
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
