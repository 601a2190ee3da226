package org.waymark.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Invitations;
import org.waymark.access.OpenToAll;
import org.waymark.access.Sessions;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/** Where an invitation link leads: a password, and one is in. */
@Controller
@OpenToAll
class InvitationPages {
  private final Invitations invitations;
  private final Sessions sessions;

  InvitationPages(Invitations invitations, Sessions sessions) {
    this.invitations = invitations;
    this.sessions = sessions;
  }

  @GetMapping("/invitation")
  ModelAndView look(Frame frame, @RequestParam @Nullable String secret) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    values.put("secret", secret);
    return frame.show(
        "account/invitation", new InvitationPage(invitations.look(secret), Form.of(values)));
  }

  @PostMapping("/invitation")
  ModelAndView accept(
      Frame frame, Form form, HttpServletRequest request, HttpServletResponse response) {
    try {
      var welcome =
          invitations.accept(
              form.optional("secret"), SetupPages.raw(form, "password"), request.getRemoteAddr());
      sessions.begin(welcome, request, response);
      return frame.to("/");
    } catch (InvalidInput refused) {
      return frame.refused(
          "account/invitation",
          new InvitationPage(invitations.look(form.optional("secret")), form.with(refused)));
    }
  }
}
