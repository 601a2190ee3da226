package org.waymark.platform;

/**
 * The server cannot start; the message is one plain sentence for the person at the console and
 * names the way out.
 */
public final class CannotStart extends RuntimeException {
  public CannotStart(String message) {
    super(message);
  }

  public CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
