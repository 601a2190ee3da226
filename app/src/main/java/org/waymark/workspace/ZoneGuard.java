package org.waymark.workspace;

import java.util.Optional;

/**
 * Says whether something in the bound workspace already depends on its zone. Whoever files things
 * under local days (intake, for its facts) offers a bean of this type; the zone can be changed only
 * while every guard is silent.
 */
public interface ZoneGuard {

  /** Why the zone can no longer change, in words for the person who tried; empty when it may. */
  Optional<String> reasonToKeepZone();
}
