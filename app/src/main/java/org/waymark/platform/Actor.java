package org.waymark.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who does something, as the audit names them. */
public interface Actor {
  /** Request attribute under which sign-in leaves the actor for the layers below it. */
  String ATTRIBUTE = "waymark.actor";

  /** The member's id; null when the server itself acts. */
  @Nullable UUID member();

  /** Through what: a page, a token, the server itself. */
  String through();

  /** The server itself, in a job nobody asked for at that moment. */
  static Actor server() {
    return new Actor() {
      @Override
      public @Nullable UUID member() {
        return null;
      }

      @Override
      public String through() {
        return "server";
      }
    };
  }
}
