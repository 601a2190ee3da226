package org.waymark.access;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.waymark.platform.CannotStart;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Settings;
import org.waymark.workspace.Workspaces.NewWorkspace;

/**
 * The first start without a person: when WAYMARK_BOOTSTRAP_TOKEN is set and the home is empty,
 * makes the workspace "Default" with an owner who comes by that token. Done before the server
 * answers its first request. On a home that has a workspace the token is left unread.
 */
@Component
class Bootstrap implements SmartInitializingSingleton {

  static final String OWNER = "owner@localhost";

  private final Settings settings;
  private final Claimed claimed;
  private final Founding founding;
  private final Tokens tokens;

  Bootstrap(Settings settings, Claimed claimed, Founding founding, Tokens tokens) {
    this.settings = settings;
    this.claimed = claimed;
    this.founding = founding;
    this.tokens = tokens;
  }

  @Override
  public void afterSingletonsInstantiated() {
    String token = settings.bootstrapToken();
    if (token == null || claimed.yes()) {
      return;
    }
    NewWorkspace wanted = new NewWorkspace("Default", settings.zone().getId(), null, null, null);
    try {
      founding.foundForTokens(
          wanted,
          OWNER,
          "Owner",
          owner ->
              tokens.make(owner, new Tokens.NewToken("Bootstrap", null, null), new Secret(token)));
    } catch (InvalidInput e) {
      throw new CannotStart("The first workspace could not be made: " + e.getMessage() + ".", e);
    }
  }
}
