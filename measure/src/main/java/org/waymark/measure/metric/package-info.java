/**
 * Metric definitions: data, never SQL. A definition names its population, its anchor and its
 * measure; engines translate it. Read {@link org.waymark.measure.metric.MetricDefinition} first;
 * {@link org.waymark.measure.metric.ShippedMetrics} are the ones every workspace has.
 */
@org.jspecify.annotations.NullMarked
package org.waymark.measure.metric;
