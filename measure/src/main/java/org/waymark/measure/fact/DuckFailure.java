package org.waymark.measure.fact;

/** DuckDB refused or failed; its own message is the cause. Nothing was changed. */
public final class DuckFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DuckFailure(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
