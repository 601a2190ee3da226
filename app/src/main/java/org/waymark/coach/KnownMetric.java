package org.waymark.coach;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.metric.MetricDefinition;

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

  /** A metric of the workspace's own, by what it is called there. */
  public static KnownMetric of(MetricDefinition metric, String label) {
    Dimension dimension =
        switch (metric.unit(metric.statistic())) {
          case PERCENT -> Dimension.PERCENT;
          case POINTS -> Dimension.POINTS;
          case SECONDS -> Dimension.DURATION;
          case SCALE -> Dimension.SCALE;
          case COUNT, QUANTITY, RATE -> Dimension.COUNT;
        };
    return new KnownMetric(
        metric.key(),
        dimension,
        metric.direction().code(),
        dimension == Dimension.POINTS ? BigDecimal.valueOf(-100) : null,
        dimension == Dimension.PERCENT ? BigDecimal.valueOf(100) : null,
        List.of(label.toLowerCase(Locale.ROOT)));
  }
}
