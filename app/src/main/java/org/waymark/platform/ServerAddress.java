package org.waymark.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The address by which people and calendars know this server. Behind a proxy that speaks TLS the
 * server itself sees plain HTTP, so it is told with {@code WAYMARK_URL}; without that it is the
 * address that was asked for.
 */
@Component
public class ServerAddress {
  private final @Nullable String told;

  ServerAddress(Settings settings) {
    this.told = settings.url();
  }

  /** Such as {@code https://goals.example.org}, without a path. */
  public String of(HttpServletRequest request) {
    if (told != null) {
      return told;
    }
    StringBuffer asked = request.getRequestURL();
    asked.setLength(asked.length() - request.getRequestURI().length());
    return asked.toString();
  }

  /** Whether people reach the server by TLS only, so that cookies must not go without. */
  public boolean isSecure(HttpServletRequest request) {
    return request.isSecure() || told != null && told.startsWith("https:");
  }
}
