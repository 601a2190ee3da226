package org.waymark.schedules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day on which nobody works, besides the holidays of the calendar.
 *
 * @param name why; may be left out
 */
public record ClosedDay(@Nullable LocalDate day, @Nullable String name) {}
