/**
 * Whether chances that were told came true: scores of resolved forecasts, beside those of simpler
 * rules. May use {@code attainment}; nothing here makes a forecast. Read {@link
 * org.waymark.measure.calibration.TrackRecord} first.
 */
@org.jspecify.annotations.NullMarked
package org.waymark.measure.calibration;
