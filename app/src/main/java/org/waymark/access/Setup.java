package org.waymark.access;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.platform.Settings;
import org.waymark.workspace.Workspaces.NewWorkspace;

/**
 * The first start: as long as the server has no workspace, whoever holds the secret printed on its
 * console may make the first one. The secret is new at every start, works once, and until then only
 * requests from this machine are answered at all (see {@link Claimed}).
 */
@Component
public class Setup {

  private final Founding founding;
  private final Claimed claimed;
  private final Settings settings;
  private final Environment environment;
  private final ReentrantLock oneClaim = new ReentrantLock();
  private final Secret secret = Secret.random("");

  Setup(Founding founding, Claimed claimed, Settings settings, Environment environment) {
    this.founding = founding;
    this.claimed = claimed;
    this.settings = settings;
    this.environment = environment;
  }

  /** Whether this link still opens the setup. */
  public boolean opens(@Nullable String given) {
    return given != null && secret.is(given) && !claimed.yes();
  }

  /**
   * Makes the first workspace and its owner, who is then as good as signed in: {@link
   * Sessions#begin}.
   *
   * @throws NotFound when the secret is not the one on the console, or the server is claimed
   * @throws InvalidInput naming every field that is wrong: name, zone, weekStart, fiscalYearStart,
   *     locale, ownerName, email, password
   */
  public SignIn.Welcome claim(
      @Nullable String given, NewWorkspace wanted, Founding.FirstOwner owner) {
    oneClaim.lock();
    try {
      if (!opens(given)) {
        throw new NotFound("setup link");
      }
      Founding.Founded founded = founding.found(wanted, owner);
      return new SignIn.Welcome(Objects.requireNonNull(founded.account()), founded.workspace());
    } finally {
      oneClaim.unlock();
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void printLink() {
    if (!claimed.yes()) {
      System.out.println("Set up Waymark here (this link works once): " + link());
    }
  }

  /** The one-time link, as the console shows it. */
  String link() {
    String host =
        settings.address().contains(":") ? "[" + settings.address() + "]" : settings.address();
    boolean everywhere = host.equals("0.0.0.0") || host.equals("[::]");
    return "http://"
        + (everywhere ? "127.0.0.1" : host)
        + ":"
        + environment.getProperty("local.server.port", String.valueOf(settings.port()))
        + "/setup?secret="
        + secret.text();
  }
}
