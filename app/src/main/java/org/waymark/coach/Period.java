package org.waymark.coach;

import java.time.LocalDate;

/**
 * The days in which a goal runs.
 *
 * @param from first day
 * @param to last day, inclusive
 */
public record Period(LocalDate from, LocalDate to) {}
