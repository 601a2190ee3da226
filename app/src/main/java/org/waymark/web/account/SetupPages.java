package org.waymark.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Founding;
import org.waymark.access.OpenToAll;
import org.waymark.access.Sessions;
import org.waymark.access.Setup;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Calendars;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.workspace.Workspaces;

/**
 * The first page of a new server: whoever holds the link from the console makes the workspace and
 * becomes its owner.
 */
@Controller
@OpenToAll
class SetupPages {
  private final Setup setup;
  private final Sessions sessions;

  SetupPages(Setup setup, Sessions sessions) {
    this.setup = setup;
    this.sessions = sessions;
  }

  @GetMapping("/setup")
  ModelAndView form(Frame frame, @RequestParam @Nullable String secret) {
    if (secret == null || !setup.opens(secret)) {
      return frame.show("account/no-setup", new NoSetupPage(secret != null), HttpStatus.NOT_FOUND);
    }
    return frame.show(
        "account/setup", page(frame, Form.of(Map.of("secret", secret, "weekStart", "monday"))));
  }

  @PostMapping("/setup")
  ModelAndView claim(
      Frame frame, Form form, HttpServletRequest request, HttpServletResponse response) {
    if (!setup.opens(form.text("secret"))) {
      return frame.show("account/no-setup", new NoSetupPage(true), HttpStatus.NOT_FOUND);
    }
    try {
      var workspace =
          new Workspaces.NewWorkspace(
              form.optional("name"), form.optional("zone"), form.optional("weekStart"), null, null);
      var owner =
          new Founding.FirstOwner(
              form.optional("ownerName"), form.optional("email"), raw(form, "password"));
      sessions.begin(setup.claim(form.text("secret"), workspace, owner), request, response);
      return frame.to("/");
    } catch (InvalidInput refused) {
      return frame.refused("account/setup", page(frame, form.with(refused)));
    }
  }

  /** A password is taken as it was typed, blanks included. */
  static @Nullable String raw(Form form, String field) {
    return form.all(field).isEmpty() ? null : form.all(field).getFirst();
  }

  private static SetupPage page(Frame frame, Form form) {
    return new SetupPage(form, Calendars.zones(), Calendars.weekStarts(frame));
  }
}
