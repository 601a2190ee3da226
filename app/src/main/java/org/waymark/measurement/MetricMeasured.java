package org.waymark.measurement;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Announced through the outbox when days of a metric were measured anew; the subject is the
 * metric's key.
 *
 * @param from the first local day that was measured
 * @param to the last
 */
public record MetricMeasured(UUID workspace, String metric, LocalDate from, LocalDate to) {
  public static final String KIND = "MetricMeasured";
}
