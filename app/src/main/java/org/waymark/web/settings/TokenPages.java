package org.waymark.web.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.access.Tokens;
import org.waymark.people.Role;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.ShownOnce;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.workspace.Cursor;

/** API tokens: make one, see it this once, revoke it. */
@Controller
class TokenPages {
  private final Tokens tokens;
  private final Access access;

  TokenPages(Tokens tokens, Access access) {
    this.tokens = tokens;
    this.access = access;
  }

  @GetMapping("/settings/tokens")
  ModelAndView list(Caller caller, Frame frame) {
    return frame.show(
        "settings/tokens",
        page(caller, frame, Form.of(Map.of("role", caller.role().word())), null));
  }

  /**
   * Answers with the token itself instead of a redirect, because it is never shown again. The form
   * carries no one-time key: the answers of such requests are kept for a week, and this one must
   * not be.
   */
  @PostMapping("/settings/tokens")
  @ShownOnce
  ModelAndView make(Caller caller, Frame frame, Form form) {
    try {
      var wanted =
          new Tokens.NewToken(form.optional("name"), form.optional("role"), until(frame, form));
      var made = tokens.make(caller, wanted);
      return frame.show(
          "settings/tokens",
          page(caller, frame, Form.of(Map.of("role", caller.role().word())), made.secret()));
    } catch (InvalidInput refused) {
      return frame.refused("settings/tokens", page(caller, frame, form.with(refused), null));
    }
  }

  @PostMapping("/settings/tokens/{id}/revocation")
  ModelAndView revoke(Caller caller, Frame frame, @PathVariable UUID id) {
    return frame.to("/settings/tokens", "settings.token.revoked", tokens.revoke(caller, id).name());
  }

  private TokenListPage page(Caller caller, Frame frame, Form form, @Nullable String secret) {
    var roles =
        Arrays.stream(Role.values())
            .filter(role -> caller.role().atLeast(role))
            .map(role -> new Option(role.word(), frame.t().of("settings.role." + role.word())))
            .toList();
    return new TokenListPage(
        tokens.list(caller, Cursor.most("tokens")).items(),
        form,
        roles,
        secret,
        access.can(caller, Action.SEE_TOKEN, null));
  }

  private static java.time.@Nullable Instant until(Frame frame, Form form) {
    var text = form.optional("expiresAt");
    try {
      return text == null
          ? null
          : LocalDate.parse(text).plusDays(1).atStartOfDay(frame.w().zone()).toInstant();
    } catch (DateTimeException unreadable) {
      throw InvalidInput.of("expiresAt", "give a day as year-month-day, such as 2026-12-31");
    }
  }
}
