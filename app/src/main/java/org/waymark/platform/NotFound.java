package org.waymark.platform;

/** There is no such thing, or this caller may not see it; the two are never told apart. */
public final class NotFound extends RuntimeException {
  /**
   * @param what a noun such as "goal"
   */
  public NotFound(String what) {
    super("There is no such " + what + ", or you may not see it.");
  }
}
