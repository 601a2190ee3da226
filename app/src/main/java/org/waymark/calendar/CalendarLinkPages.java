package org.waymark.calendar;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.CalendarLinks;
import org.waymark.access.Caller;
import org.waymark.platform.ServerAddress;
import org.waymark.platform.ShownOnce;
import org.waymark.web.Frame;

/** One's own calendar address: make it, see it this once, revoke it. */
@Controller
class CalendarLinkPages {
  private final CalendarLinks links;
  private final Access access;
  private final ServerAddress server;

  CalendarLinkPages(CalendarLinks links, Access access, ServerAddress server) {
    this.links = links;
    this.access = access;
    this.server = server;
  }

  @GetMapping("/settings/calendar")
  ModelAndView link(Caller caller, Frame frame) {
    access.require(caller, Action.READ, null);
    return frame.show("calendar/link", page(caller, frame, null));
  }

  /**
   * Answers with the address itself instead of a redirect, because it is never shown again. The
   * form carries no one-time key: the answers of such requests are kept for a week.
   */
  @PostMapping("/settings/calendar")
  @ShownOnce
  ModelAndView make(Caller caller, Frame frame, HttpServletRequest request) {
    String address = server.of(request) + "/calendar/" + links.make(caller).secret() + ".ics";
    return frame.show("calendar/link", page(caller, frame, address));
  }

  @PostMapping("/settings/calendar/revocation")
  ModelAndView revoke(Caller caller, Frame frame) {
    links.revoke(caller);
    return frame.to("/settings/calendar", "calendar.revoked");
  }

  private CalendarLinkPage page(Caller caller, Frame frame, @Nullable String address) {
    CalendarLinks.Link link = links.of(caller).orElse(null);
    return link == null
        ? new CalendarLinkPage(null, null, null)
        : new CalendarLinkPage(
            frame.w().instant(link.madeAt()),
            link.fetchedOn() == null
                ? frame.t().of("calendar.never")
                : frame.w().date(link.fetchedOn()),
            address);
  }
}
