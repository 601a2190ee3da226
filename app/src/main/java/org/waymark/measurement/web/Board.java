package org.waymark.measurement.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number as it is taken to a meeting: nothing that it needs to be understood is left behind.
 *
 * @param alternative the number in one line, for those who cannot see the picture
 * @param lines number, n, interval, caveat, definition and moment, each a sentence
 * @param source where to look it up
 * @param picture address of the same as an image with the history; null where this server can make
 *     none
 */
public record Board(
    String alternative, List<String> lines, String source, @Nullable String picture) {

  public Board {
    lines = List.copyOf(lines);
  }
}
