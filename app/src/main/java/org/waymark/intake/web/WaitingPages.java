package org.waymark.intake.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.intake.WaitingLines;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/** Every refused line that waits, and taking all of them up again at once. */
@Controller
class WaitingPages {
  private final WaitingLines waiting;
  private final Access access;

  WaitingPages(WaitingLines waiting, Access access) {
    this.waiting = waiting;
    this.access = access;
  }

  @GetMapping("/data/refused")
  ModelAndView list(Caller caller, Frame frame) {
    return frame.show("data/waiting", page(caller, Form.empty()));
  }

  @PostMapping("/data/refused/replay")
  ModelAndView takeUp(Caller caller, Frame frame, Form form) {
    try {
      long lines = waiting.takeUp(caller, form.optional("tolerance"), form.checked("anew"));
      return frame.to("/data", "data.waiting.taken", frame.w().count(lines));
    } catch (InvalidInput refused) {
      return frame.refused("data/waiting", page(caller, form.with(refused)));
    } catch (Conflict lost) {
      return frame.refused(
          "data/waiting", page(caller, form.with("", String.valueOf(lost.getMessage()))));
    }
  }

  private WaitingPage page(Caller caller, Form form) {
    return new WaitingPage(waiting.list(caller), form, access.can(caller, Action.IMPORT, null));
  }
}
