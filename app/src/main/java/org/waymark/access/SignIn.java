package org.waymark.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.platform.InvalidInput;
import org.waymark.workspace.Fields;

/**
 * Local sign-in with e-mail address and password. Nothing in the answer, nor the time it takes,
 * tells whether an account exists: an unknown one is checked against a password nobody has, and is
 * counted and held back the same way; one that is held back is checked all the same, and then not
 * heard.
 */
@Component
public class SignIn {

  private final Accounts accounts;
  private final Passwords passwords;
  private final Tries tries;
  private final SessionTable sessions;
  private final Clock clock;

  SignIn(Accounts accounts, Passwords passwords, Tries tries, SessionTable sessions, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.tries = tries;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** How a try to sign in went. */
  public sealed interface Outcome permits Welcome, Refused, TooManyTries {}

  /**
   * It is the person; {@link Sessions#begin} makes it last.
   *
   * @param workspace the workspace entered first
   */
  public record Welcome(UUID account, UUID workspace) implements Outcome {}

  /** The address and the password do not belong together; which of them is wrong is never said. */
  public record Refused() implements Outcome {}

  /**
   * Too often wrong lately.
   *
   * @param until when the next try is heard
   */
  public record TooManyTries(Instant until) implements Outcome {}

  /**
   * Tries to sign in.
   *
   * @param address the network address the try comes from
   */
  public Outcome signIn(@Nullable String email, @Nullable String password, String address) {
    String known = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    tries.forget();
    Optional<Instant> flooding = tries.countFrom(address);
    if (flooding.isPresent()) {
      return new TooManyTries(flooding.get()); // whatever account is tried: it is not looked at
    }
    Optional<Instant> heldBack = tries.countOn(known);
    Optional<Accounts.Account> account = accounts.byEmail(known);
    boolean same =
        passwords.matches(
            password == null ? "" : password, account.map(Accounts.Account::password).orElse(null));
    if (heldBack.isPresent()) {
      return new TooManyTries(heldBack.get());
    }
    if (!same || account.isEmpty()) {
      return new Refused();
    }
    List<Accounts.Door> doors = accounts.doors(account.get().id());
    if (doors.isEmpty()) {
      return new Refused();
    }
    tries.forgive(known, address);
    return new Welcome(account.get().id(), doors.getFirst().workspace());
  }

  /**
   * Changes the password of whoever is signed in, and ends their other sessions.
   *
   * @throws InvalidInput naming {@code current} or {@code password}
   */
  public void changePassword(
      SignedIn signedIn, @Nullable String current, @Nullable String password, String address) {
    Fields fields = new Fields();
    if (tries.count(signedIn.email(), address).isPresent()) {
      throw InvalidInput.of("current", "was wrong too often; try again in a quarter of an hour");
    }
    boolean same =
        passwords.matches(
            current == null ? "" : current,
            accounts.byEmail(signedIn.email()).map(Accounts.Account::password).orElse(null));
    if (!same) {
      fields.refuse("current", "is not your password");
    }
    String wanted = Passwords.check(fields, "password", password, signedIn.email());
    fields.check();
    tries.forgive(signedIn.email(), address);
    accounts.changePassword(signedIn.account(), wanted);
    sessions.endAllBut(signedIn.session(), signedIn.account(), clock.instant());
  }
}
