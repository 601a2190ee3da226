package org.waymark.web.comfort;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.web.Frame;

/** The keys that work on every page; the key {@code ?} shows this page as a dialog. */
@Controller
class KeyPages {
  private static final List<KeyPage.Key> KEYS =
      List.of(
          new KeyPage.Key("today", List.of("g", "t")),
          new KeyPage.Key("goals", List.of("g", "g")),
          new KeyPage.Key("metrics", List.of("g", "m")),
          new KeyPage.Key("data", List.of("g", "d")),
          new KeyPage.Key("organisation", List.of("g", "o")),
          new KeyPage.Key("settings", List.of("g", "s")),
          new KeyPage.Key("search", List.of("/", "Ctrl K")),
          new KeyPage.Key("keys", List.of("?")),
          new KeyPage.Key("away", List.of("Esc")));

  private final Access access;

  KeyPages(Access access) {
    this.access = access;
  }

  @GetMapping("/keys")
  ModelAndView keys(Caller caller, Frame frame) {
    access.require(caller, Action.READ, null);
    return frame.show("comfort/keys", new KeyPage(KEYS));
  }
}
