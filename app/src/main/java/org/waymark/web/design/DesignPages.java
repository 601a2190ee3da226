package org.waymark.web.design;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.web.Frame;

/** Every part in every state, for those who make pages and those who judge them. */
@Controller
class DesignPages {
  private final Access access;

  DesignPages(Access access) {
    this.access = access;
  }

  @GetMapping("/design")
  ModelAndView design(Caller caller, Frame frame) {
    access.require(caller, Action.READ, null);
    return frame.show("design/design", new Specimens(frame).page());
  }
}
