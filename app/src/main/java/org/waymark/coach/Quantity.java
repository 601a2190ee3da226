package org.waymark.coach;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number with what it is counted in.
 *
 * @param value durations in seconds; null where the text names a share without a figure ("a
 *     majority")
 * @param bare whether no unit stood beside the number
 * @param adjective whether it is joined to a noun ("30-day retention")
 * @param first index of its first token
 * @param last index of its last token
 */
record Quantity(
    @Nullable BigDecimal value,
    Dimension dimension,
    boolean bare,
    boolean adjective,
    int first,
    int last) {

  Quantity as(Dimension other) {
    return new Quantity(value, other, false, adjective, first, last);
  }

  Quantity times(BigDecimal factor) {
    return new Quantity(
        value == null ? null : value.multiply(factor), dimension, bare, adjective, first, last);
  }
}
