package org.waymark.platform;

/** Nobody is signed in, or the token is not one of ours; why exactly is never said. */
public final class NotSignedIn extends RuntimeException {
  public NotSignedIn() {
    super("Sign in, or send a valid token as \"Authorization: Bearer wm_...\".");
  }
}
