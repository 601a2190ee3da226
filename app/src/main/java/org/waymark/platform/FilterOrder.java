package org.waymark.platform;

/** In which order a request passes what stands before the controllers. */
public final class FilterOrder {
  /** Gives the request its id and turns whatever escapes into an answer. */
  public static final int REQUEST_ID = -1000;

  /** Security headers. */
  public static final int HEADERS = -900;

  /** Bounds on what is read. */
  public static final int BODY = -800;

  /** Fields of addresses and forms that nobody could keep. */
  public static final int PARAMETERS = -700;

  /**
   * Sign-in: recognises the caller, leaves the {@link Actor} on the request and binds the workspace
   * with {@link Tenancy#as}.
   */
  public static final int SIGN_IN = -500;

  /** A repeated request has one effect. */
  public static final int ONE_EFFECT = -400;

  private FilterOrder() {}
}
