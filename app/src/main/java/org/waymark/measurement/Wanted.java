package org.waymark.measurement;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cells that a question needs.
 *
 * @param values the values of the slice's dimension that are needed; null for all
 * @param asOf microsecond: nothing later counts
 */
record Wanted(Slice slice, Period days, @Nullable Set<String> values, long asOf) {

  /** The same days, of which only the state is asked. */
  Wanted withoutCells() {
    return new Wanted(slice, days, Set.of(), asOf);
  }
}
