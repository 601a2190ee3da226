package org.waymark.platform;

import org.jspecify.annotations.Nullable;

/** Somebody else was first; the current state comes along so that nothing is overwritten unseen. */
public final class Conflict extends RuntimeException {
  private final transient @Nullable Object current;

  /**
   * @param current the thing as it is now, shown to the loser as JSON; null when there is nothing
   *     to show
   */
  public Conflict(String detail, @Nullable Object current) {
    super(detail);
    this.current = current;
  }

  public @Nullable Object current() {
    return current;
  }
}
