package org.waymark.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.platform.FieldError;

/**
 * Whether a definition suits what the workspace holds and uses. The catalogue knows neither; a bean
 * of this type is asked before a definition is kept.
 */
public interface Suits {

  /**
   * What cannot be, by its place in the definition's JSON, each with the way out; none when all is
   * well.
   *
   * @param before the version that would be replaced; null for a new metric
   */
  List<FieldError> against(@Nullable MetricDefinition before, MetricDefinition wanted);
}
