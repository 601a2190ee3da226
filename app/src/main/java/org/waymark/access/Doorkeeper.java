package org.waymark.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.waymark.platform.Actor;
import org.waymark.platform.FilterOrder;
import org.waymark.platform.Forbidden;
import org.waymark.platform.NotSignedIn;
import org.waymark.platform.Tenancy;

/**
 * Recognises who is asking and binds their workspace to the request.
 *
 * <p>The API listens to {@code Authorization: Bearer} and to nothing else: not to a token in the
 * address, and not to the session cookie, so that no other site can make a signed-in browser speak
 * to it. Pages listen to the session cookie and to nothing else, and change nothing for a request
 * that another site has sent. The address of a calendar says by itself whose it is, and listens to
 * neither.
 */
@Component
@Order(FilterOrder.SIGN_IN)
class Doorkeeper extends OncePerRequestFilter {

  private static final String API = "/api/";
  private static final String CALENDAR = "/calendar/";
  private static final String BEARER = "Bearer ";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Doors doors;
  private final Claimed claimed;
  private final Tenancy tenancy;

  Doorkeeper(Doors doors, Claimed claimed, Tenancy tenancy) {
    this.doors = doors;
    this.claimed = claimed;
    this.tenancy = tenancy;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    if (!path.equals("/ready") && !claimed.yes() && !isLocal(request)) {
      throw new Forbidden(
          "This server is not set up yet. Open the setup link from its console on the machine it"
              + " runs on.");
    }
    Caller caller =
        path.startsWith(API)
            ? apiCaller(request)
            : path.startsWith(CALENDAR) ? null : pageCaller(request);
    if (caller == null) {
      chain.doFilter(request, response);
      return;
    }
    request.setAttribute(Actor.ATTRIBUTE, caller);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    try {
      tenancy.as(
          caller.workspace(),
          () -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  /** Who holds the token; null only for the few addresses that are open to all. */
  private @Nullable Caller apiCaller(HttpServletRequest request) {
    Optional<Caller> caller = bearer(request).flatMap(doors::ofToken);
    if (caller.isEmpty() && !OpenPaths.contain(request.getRequestURI())) {
      throw new NotSignedIn();
    }
    return caller.orElse(null);
  }

  private @Nullable Caller pageCaller(HttpServletRequest request) {
    if (!READING.contains(request.getMethod()) && sentByAnotherSite(request)) {
      throw new Forbidden(
          "This form was sent by another site. Open the page here and send it again.");
    }
    String cookie = Sessions.cookieOf(request);
    Optional<SignedIn> signedIn = cookie == null ? Optional.empty() : doors.ofSession(cookie);
    signedIn.ifPresent(session -> request.setAttribute(SignedIn.ATTRIBUTE, session));
    return signedIn.map(SignedIn::caller).orElse(null);
  }

  private static Optional<String> bearer(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  /**
   * What browsers say of where a request comes from: newer ones in Sec-Fetch-Site, older ones in
   * Origin. A client that says neither is no browser, and carries nobody's cookie unawares.
   */
  private static boolean sentByAnotherSite(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String host = request.getHeader(HttpHeaders.HOST);
    return origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(host);
  }

  private static boolean isLocal(HttpServletRequest request) {
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // an address that is none is not this machine's
    }
  }
}
