package org.waymark.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.OpenToAll;
import org.waymark.access.Sessions;
import org.waymark.access.SignIn;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/** Signing in, and back to where one wanted to go; signing out. */
@Controller
@OpenToAll
class SignInPages {
  private final SignIn signIn;
  private final Sessions sessions;

  SignInPages(SignIn signIn, Sessions sessions) {
    this.signIn = signIn;
    this.sessions = sessions;
  }

  @GetMapping("/sign-in")
  ModelAndView form(Frame frame, @RequestParam @Nullable String next) {
    if (frame.visitor() != null) {
      return frame.to(ours(next));
    }
    var values = new LinkedHashMap<String, @Nullable Object>();
    values.put("next", next);
    return frame.show("account/sign-in", new SignInPage(Form.of(values)));
  }

  @PostMapping("/sign-in")
  ModelAndView enter(
      Frame frame, Form form, HttpServletRequest request, HttpServletResponse response) {
    var outcome =
        signIn.signIn(
            form.text("email"), SetupPages.raw(form, "password"), request.getRemoteAddr());
    return switch (outcome) {
      case SignIn.Welcome welcome -> {
        sessions.begin(welcome, request, response);
        yield frame.to(ours(form.optional("next")));
      }
      case SignIn.Refused ignored ->
          frame.refused(
              "account/sign-in",
              new SignInPage(form.with("email", frame.t().of("account.signin.refused"))));
      case SignIn.TooManyTries held ->
          frame.show(
              "account/sign-in",
              new SignInPage(
                  form.with(
                      "",
                      frame
                          .t()
                          .of(
                              "account.signin.held",
                              frame.w().minutesUntil(frame.now(), held.until())))),
              HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  @PostMapping("/sign-out")
  ModelAndView leave(Frame frame, HttpServletRequest request, HttpServletResponse response) {
    sessions.end(request, response);
    return frame.to("/sign-in", "account.signedout");
  }

  /** Only addresses of this server; anything else leads to the start. */
  private static String ours(@Nullable String next) {
    return next != null
            && next.matches("/(?![/\\\\]).*")
            && next.chars().allMatch(c -> c > 32 && c < 127)
        ? next
        : "/";
  }
}
