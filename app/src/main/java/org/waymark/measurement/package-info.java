/**
 * Which metric, over which days: runs the engine on the facts, keeps day partials, answers
 * readings, and announces {@code MetricMeasured}.
 *
 * <p>Measurement asks the catalogue what a metric means, intake which files hold the facts, and
 * people how units hang together. It never hears of goals: goals ask {@link
 * org.waymark.measurement.Measurement}. A reading is a function of the set of interactions and of
 * its moment, so nothing here is a source of truth: every partial can be dropped.
 *
 * <p>Read {@code Measurement} first, then {@code Partials}; why nothing is ever queued is told in
 * docs/decisions/partials-remember-the-touch.md.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform",
      "workspace",
      "people",
      "access",
      "schedules",
      "metrics",
      "intake",
      "web"
    })
@org.jspecify.annotations.NullMarked
package org.waymark.measurement;
