package org.waymark.intake;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.Actor;
import org.waymark.platform.FilterOrder;

/**
 * Turns an upload away before a byte of it is written to disk, when its sender may not import: what
 * comes after this already reads the form.
 */
@Component
@Order(FilterOrder.SIGN_IN + 1)
class RoleBeforeUpload extends OncePerRequestFilter {
  private final Access access;

  RoleBeforeUpload(Access access) {
    this.access = access;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isUpload(request) && request.getAttribute(Actor.ATTRIBUTE) instanceof Caller caller) {
      access.require(caller, Action.IMPORT, null);
    }
    chain.doFilter(request, response);
  }

  private static boolean isUpload(HttpServletRequest request) {
    String type = request.getContentType();
    String path = request.getRequestURI();
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith("multipart/")
        && (path.startsWith("/data/") || path.startsWith("/api/v1/imports"));
  }
}
