package org.waymark.platform;

/** The caller sees the thing but may not do this to it. */
public final class Forbidden extends RuntimeException {
  public Forbidden(String detail) {
    super(detail);
  }
}
