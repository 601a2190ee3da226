package org.waymark.access;

import java.util.Set;

/** Addresses of the platform itself that answer everybody; features use {@link OpenToAll}. */
final class OpenPaths {

  private static final Set<String> ALL = Set.of("/ready", "/error", "/api/v1/openapi.json");

  private OpenPaths() {}

  static boolean contain(String path) {
    return ALL.contains(path);
  }
}
