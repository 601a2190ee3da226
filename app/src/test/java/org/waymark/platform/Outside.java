package org.waymark.platform;

import java.util.Set;

/** Tables that belong to no workspace, each with its reason. */
final class Outside {
  static final Set<String> TABLES =
      Set.of(
          "flyway_schema_history", // Flyway's own
          "workspace" // the root: its id is the workspace, and it is sealed by it
          );

  private Outside() {}
}
