package org.waymark.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one day adds up to, or one period where days do not add up.
 *
 * @param day local day of the anchor; of a period its first day
 * @param value value of the dimension cut by; null for items that carry none, and without a cut
 */
public record Cell(LocalDate day, @Nullable String value, Tally tally) {}
