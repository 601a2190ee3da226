package org.waymark.platform;

import java.util.Set;

/** Tables that belong to no workspace, each with its reason. */
final class Outside {
  static final Set<String> TABLES =
      Set.of(
          "account", // who can sign in; one person may be a member of several workspaces
          "session", // which browsers are signed in, before their workspace is known
          "sign_in_tries", // how often somebody tried to sign in, as hashes
          "flyway_schema_history", // Flyway's own
          "workspace" // the root: its id is the workspace, and it is sealed by it
          );

  private Outside() {}
}
