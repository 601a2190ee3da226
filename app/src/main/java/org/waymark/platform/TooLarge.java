package org.waymark.platform;

/** More was sent than a named bound allows. */
public final class TooLarge extends RuntimeException {
  private final String what;
  private final long limitBytes;

  /**
   * @param what what is bounded, for example "request body"
   */
  public TooLarge(String what, long limitBytes) {
    super("The " + what + " is larger than " + limitBytes + " bytes.");
    this.what = what;
    this.limitBytes = limitBytes;
  }

  public String what() {
    return what;
  }

  public long limitBytes() {
    return limitBytes;
  }
}
