package org.waymark.coach;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric that a statement can mean.
 *
 * @param dimension what its values are counted in
 * @param better up, down or none
 * @param low least value possible, null without a bound
 * @param high greatest value possible, null without a bound
 * @param names what people call it, in lower case; in the files a name that begins with a tilde is
 *     a theme that becomes this metric only beside a number
 */
public record KnownMetric(
    String key,
    Dimension dimension,
    String better,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    List<String> names) {
  public KnownMetric {
    names = List.copyOf(names);
  }
}
