package org.waymark.web.comfort;

import java.util.List;

/** Which keys there are. */
public record KeyPage(List<Key> keys) {

  /**
   * One thing to do by key.
   *
   * @param does what it does: the text {@code comfort.key.<does>}
   * @param presses the keys, one after the other
   */
  public record Key(String does, List<String> presses) {}
}
