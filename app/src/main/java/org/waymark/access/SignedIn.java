package org.waymark.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A browser that is signed in.
 *
 * @param caller who it is in the workspace it has entered; null when that person is no longer a
 *     member there
 */
public record SignedIn(UUID session, UUID account, String email, @Nullable Caller caller) {

  /** Request attribute under which the session of this request is found. */
  static final String ATTRIBUTE = "waymark.signedIn";
}
