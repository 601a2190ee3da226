package org.waymark.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.View;

/**
 * After a form did its work: 303 to an address of ours, so that reloading never sends the form
 * again.
 */
record SeeOther(String address, @Nullable Notice notice) implements View {
  SeeOther {
    if (!address.startsWith("/") || address.startsWith("//") || address.startsWith("/\\")) {
      throw new IllegalArgumentException("only to an address of ours: " + address);
    }
  }

  @Override
  public String getContentType() {
    return "text/html;charset=UTF-8";
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
    if (notice != null) {
      response.addHeader(
          HttpHeaders.SET_COOKIE, noticeCookie(notice.sealed(), Duration.ofMinutes(1)));
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, address);
  }

  static String noticeCookie(String value, Duration lives) {
    return ResponseCookie.from(Notice.COOKIE, value)
        .path("/")
        .httpOnly(true)
        .sameSite("Lax")
        .maxAge(lives)
        .build()
        .toString();
  }
}
