package org.waymark.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * Light, dark, or as the reader's system has it. The choice lives in a cookie of the browser, so
 * that the server writes it into the first line of a page and nothing flashes.
 */
public enum Look {
  SYSTEM,
  LIGHT,
  DARK;

  private static final String COOKIE = "waymark_look";
  private static final Duration A_YEAR = Duration.ofDays(365);

  /** As it stands in addresses, cookies and keys of texts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the page's first element says; nothing when the system decides. */
  public @Nullable String chosen() {
    return this == SYSTEM ? null : word();
  }

  /** The look of this word; as the system has it when there is none of that name. */
  public static Look of(@Nullable String word) {
    return Arrays.stream(values())
        .filter(look -> look.word().equals(word))
        .findFirst()
        .orElse(SYSTEM);
  }

  static Look of(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .map(Look::of)
        .findFirst()
        .orElse(SYSTEM);
  }

  /** The cookie that keeps this choice, or ends an older one. */
  public String cookie() {
    return ResponseCookie.from(COOKIE, word())
        .path("/")
        .httpOnly(true)
        .sameSite("Lax")
        .maxAge(this == SYSTEM ? Duration.ZERO : A_YEAR)
        .build()
        .toString();
  }
}
