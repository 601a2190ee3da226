/**
 * Why did it move? Splits the change of a share, a score or a mean between two periods by the
 * values of a dimension into what came from another mix, what came from another volume, and what
 * really changed within the values. The parts are fractions and add up to the whole exactly; what
 * is uncertain says how much. Read {@link org.waymark.measure.change.Split} first.
 */
@org.jspecify.annotations.NullMarked
package org.waymark.measure.change;
