package org.waymark.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A request that is sent again with the same {@code Idempotency-Key} (or form field {@code key})
 * has one effect and gets the first answer again, for seven days. The answer is stored in the
 * transaction of the effect, and leaves only after its commit. A refused request (status 400 and
 * up) has no effect and is not remembered. Of an answer that is {@link ShownOnce} only the fact is
 * stored, and asking again is a 409.
 */
@Component
@Order(FilterOrder.ONE_EFFECT)
class OneEffect extends OncePerRequestFilter {
  static final Duration KEPT = Duration.ofDays(7);
  static final int LONGEST_KEY = 200;

  private static final Set<String> MUTATING = Set.of("POST", "PUT", "PATCH", "DELETE");

  private final TransactionTemplate transaction;
  private final Tenancy tenancy;
  private final Answers answers;
  private final Clock clock;

  OneEffect(
      PlatformTransactionManager transactions, Tenancy tenancy, Answers answers, Clock clock) {
    this.transaction = new TransactionTemplate(transactions);
    this.tenancy = tenancy;
    this.answers = answers;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key =
        MUTATING.contains(request.getMethod()) && tenancy.currentOrNull() != null
            ? key(request)
            : null;
    if (key == null) {
      chain.doFilter(request, response);
      return;
    }
    byte[] fingerprint =
        Fingerprint.of(request); // before the transaction: an upload may take its time
    String actor = actor(request);
    HeldResponse held = new HeldResponse(response);
    try {
      transaction.executeWithoutResult(
          status -> once(new Answers.Id(actor, key), fingerprint, request, held, chain, status));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (Escaped e) {
      throw e.exception;
    } catch (RuntimeException e) {
      response.setHeader("Location", null); // nothing was made
      throw e;
    }
    held.release();
  }

  private static @Nullable String key(HttpServletRequest request) {
    String key =
        Problems.isApi(request)
            ? request.getHeader("Idempotency-Key")
            : request.getParameter("key");
    if (key == null) {
      return null;
    }
    if (key.isBlank()
        || key.length() > LONGEST_KEY
        || !key.chars().allMatch(c -> c > 32 && c < 127)) {
      throw MalformedInput.of(
          "Idempotency-Key", "must be 1 to " + LONGEST_KEY + " printable characters, no spaces");
    }
    return key;
  }

  private static String actor(HttpServletRequest request) {
    return request.getAttribute(Actor.ATTRIBUTE) instanceof Actor actor && actor.member() != null
        ? actor.member().toString()
        : "";
  }

  private void once(
      Answers.Id id,
      byte[] fingerprint,
      HttpServletRequest request,
      HeldResponse held,
      FilterChain chain,
      TransactionStatus status) {
    try {
      answers.lock(id);
    } catch (PessimisticLockingFailureException e) {
      throw new Conflict(
          "The first request with this Idempotency-Key is still at work. Ask again in a moment.",
          null);
    }
    Instant now = clock.instant();
    Answers.Answer known = answers.find(id, now.minus(KEPT));
    try {
      if (known != null) {
        if (!MessageDigest.isEqual(known.fingerprint(), fingerprint)) {
          throw InvalidInput.of(
              "Idempotency-Key", "was used for another request; take a new key for a new request");
        }
        replay(known, held);
        return;
      }
      chain.doFilter(request, held);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new Escaped(e);
    }
    if (held.getStatus() >= 400) {
      status.setRollbackOnly();
    } else {
      String asked = request.getMethod() + " " + request.getRequestURI();
      byte[] body = isShownOnce(request) ? null : held.body();
      answers.keep(id, asked, fingerprint, held, body, now);
    }
  }

  private static boolean isShownOnce(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
            instanceof HandlerMethod route
        && route.hasMethodAnnotation(ShownOnce.class);
  }

  private static void replay(Answers.Answer known, HeldResponse held) throws IOException {
    byte[] body = known.body();
    if (body == null) {
      String made = known.headers().get("Location");
      throw new Conflict(
          "The first request with this Idempotency-Key was done"
              + (made == null ? "" : " and made " + made)
              + ". Its answer held a secret that is shown once and kept nowhere. If it was lost,"
              + " revoke what was made and make another with a new key.",
          null);
    }
    held.setStatus(known.status());
    known.headers().forEach(held::setHeader);
    held.setHeader("Idempotent-Replayed", "true");
    held.getOutputStream().write(body);
  }

  /** Carries a checked exception out of the transaction, which it rolls back. */
  private static final class Escaped extends RuntimeException {
    private final ServletException exception;

    Escaped(ServletException exception) {
      super(exception);
      this.exception = exception;
    }
  }
}
