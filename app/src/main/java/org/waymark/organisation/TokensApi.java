package org.waymark.organisation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.ApiToken;
import org.waymark.access.Caller;
import org.waymark.access.Tokens;
import org.waymark.platform.Page;
import org.waymark.platform.ShownOnce;
import org.waymark.workspace.Cursor;

/** {@code /api/v1/tokens}: keys by which programs act for a member. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensApi {

  private final Tokens tokens;

  TokensApi(Tokens tokens) {
    this.tokens = tokens;
  }

  /** A token just made; {@code token} is the key itself, shown only now. */
  record Made(@JsonUnwrapped ApiToken made, String token) {}

  @GetMapping
  Page<ApiToken> list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit,
      Caller caller) {
    return tokens.list(caller, Cursor.of("tokens", cursor, limit));
  }

  @GetMapping("/{token}")
  ApiToken one(@PathVariable UUID token, Caller caller) {
    return tokens.get(caller, token);
  }

  @PostMapping
  @ShownOnce
  ResponseEntity<Made> make(@RequestBody Tokens.NewToken wanted, Caller caller) {
    Tokens.MadeToken made = tokens.make(caller, wanted);
    return Answers.created("tokens", made.token().id(), new Made(made.token(), made.secret()), 1);
  }

  @DeleteMapping("/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable UUID token, Caller caller) {
    tokens.revoke(caller, token);
  }
}
