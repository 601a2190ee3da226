package org.waymark.measure.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nobody could go on because the customer was asked and had not answered yet.
 *
 * @param fromUs first microsecond since 1970
 * @param toUs the microsecond at which it ended, later than the first
 */
public record Pause(long fromUs, long toUs) {

  public Pause {
    if (fromUs >= toUs) {
      throw new IllegalArgumentException("a pause ends after it begins");
    }
  }

  /** As a column holds them, such as {@code 100:200,350:400}; null for none. */
  static @Nullable String text(List<Pause> pauses) {
    return pauses.isEmpty()
        ? null
        : pauses.stream()
            .map(one -> one.fromUs() + ":" + one.toUs())
            .collect(Collectors.joining(","));
  }

  /** Reads what {@link #text} wrote. */
  static List<Pause> parse(@Nullable String text) {
    List<Pause> pauses = new ArrayList<>();
    if (text != null) {
      for (String one : text.split(",", -1)) {
        int colon = one.indexOf(':');
        pauses.add(
            new Pause(
                Long.parseLong(one.substring(0, colon)), Long.parseLong(one.substring(colon + 1))));
      }
    }
    return pauses;
  }

  /** Whether each ends before the next begins, or at the same moment. */
  static boolean follow(List<Pause> pauses) {
    for (int i = 1; i < pauses.size(); i++) {
      if (pauses.get(i).fromUs() < pauses.get(i - 1).toUs()) {
        return false;
      }
    }
    return true;
  }
}
