package org.waymark.measurement;

import org.jspecify.annotations.Nullable;
import org.waymark.measure.Reading;

/**
 * What a metric says about one period.
 *
 * @param by the value of the dimension cut by: a unit's code, or the word of the facts; null for
 *     items that carry none, and when nothing was cut
 */
public record PeriodReading(Period period, @Nullable String by, Reading reading) {}
