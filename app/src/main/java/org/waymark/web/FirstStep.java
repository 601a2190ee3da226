package org.waymark.web;

import org.jspecify.annotations.Nullable;

/**
 * One thing to do in a new workspace, told by the feature it belongs to: a bean of this type puts a
 * card on the home page until it is done.
 */
public interface FirstStep {
  /** Steps are shown in this order: connect data 10, goal 20. */
  int order();

  /** The texts are {@code <key>.title}, {@code <key>.text} and {@code <key>.action}. */
  String key();

  /** Where the action leads. */
  String address();

  /** Where a file dropped on the home page is sent; null when the step takes none. */
  default @Nullable String drop() {
    return null;
  }

  /**
   * Whether it has been done in the current workspace. Asked once per showing, inside the
   * workspace.
   */
  boolean done();
}
