package org.waymark.calendar;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.CalendarLinks;
import org.waymark.access.Caller;
import org.waymark.platform.NotFound;
import org.waymark.platform.ServerAddress;
import org.waymark.platform.ShownOnce;

/** The caller's calendar address in the API. */
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarApi {
  private final CalendarLinks links;
  private final Access access;
  private final ServerAddress server;

  CalendarApi(CalendarLinks links, Access access, ServerAddress server) {
    this.links = links;
    this.access = access;
    this.server = server;
  }

  /**
   * An address in force.
   *
   * @param fetchedOn the last UTC day on which a calendar fetched it
   * @param address only in the answer to making it; it is shown this once
   */
  record CalendarLink(Instant madeAt, @Nullable LocalDate fetchedOn, @Nullable String address) {}

  @GetMapping
  CalendarLink get(Caller caller) {
    access.require(caller, Action.READ, null);
    CalendarLinks.Link link = links.of(caller).orElseThrow(() -> new NotFound("calendar"));
    return new CalendarLink(link.madeAt(), link.fetchedOn(), null);
  }

  /** Makes an address; the one before stops working. */
  @PostMapping
  @ShownOnce
  ResponseEntity<CalendarLink> make(Caller caller, HttpServletRequest request) {
    CalendarLinks.Made made = links.make(caller);
    String address = server.of(request) + "/calendar/" + made.secret() + ".ics";
    return ResponseEntity.created(URI.create("/api/v1/calendar"))
        .body(new CalendarLink(made.link().madeAt(), null, address));
  }

  @DeleteMapping
  ResponseEntity<Void> revoke(Caller caller) {
    links.revoke(caller);
    return ResponseEntity.noContent().build();
  }
}
