package org.waymark.calendar;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.waymark.access.CalendarLinks;
import org.waymark.access.Caller;
import org.waymark.access.OpenToAll;
import org.waymark.goals.Reviews;
import org.waymark.platform.NotFound;
import org.waymark.platform.ServerAddress;
import org.waymark.platform.Tenancy;
import org.waymark.web.Frame;
import org.waymark.web.Texts;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/** Serves reviews to calendars: one goal's as a file, all of a member's as a feed. */
@Controller
class CalendarFiles {
  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  /** How long a calendar need not ask again. */
  private static final Duration FRESH = Duration.ofMinutes(15);

  private final Reviews reviews;
  private final CalendarLinks links;
  private final Pace pace;
  private final Workspaces workspaces;
  private final Tenancy tenancy;
  private final ServerAddress address;

  CalendarFiles(
      Reviews reviews,
      CalendarLinks links,
      Pace pace,
      Workspaces workspaces,
      Tenancy tenancy,
      ServerAddress address) {
    this.reviews = reviews;
    this.links = links;
    this.pace = pace;
    this.workspaces = workspaces;
    this.tenancy = tenancy;
    this.address = address;
  }

  @GetMapping("/goals/{id}/review.ics")
  ResponseEntity<byte[]> file(
      Caller caller, Frame frame, HttpServletRequest request, @PathVariable UUID id) {
    String text =
        new ReviewCalendar(frame.t(), address.of(request)).file(reviews.dated(caller, id));
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("review.ics").build().toString())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Asked by calendars, which sign in by knowing the address. */
  @GetMapping("/calendar/{secret}.ics")
  @OpenToAll
  ResponseEntity<byte[]> feed(HttpServletRequest request, @PathVariable String secret) {
    CalendarLinks.Opened opened = links.open(secret).orElseThrow(() -> new NotFound("calendar"));
    Optional<Duration> wait = pace.count(opened.link());
    if (wait.isPresent()) {
      return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
          .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1))
          .cacheControl(CacheControl.noStore())
          .build();
    }
    byte[] body =
        tenancy
            .in(opened.caller().workspace(), () -> feed(opened.caller(), address.of(request)))
            .getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
        .eTag("\"" + fingerprint(body) + "\"")
        .body(body);
  }

  private String feed(Caller caller, String server) {
    WorkspaceSettings workspace = workspaces.current();
    return new ReviewCalendar(new Texts(workspace.locale()), server)
        .feed(workspace, reviews.dated(caller));
  }

  private static String fingerprint(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
