/**
 * Where a number will be some weeks or months from now if nothing changes, and how likely it is to
 * reach a target by then. Two and twenty small models of a series are filtered, weighed by how well
 * each foresaw the readings so far, and averaged; nothing is drawn by lot except the paths of
 * {@link org.waymark.measure.attainment.Forecast#chanceOfKeeping} and its sibling, which have a
 * fixed seed. A series too short to say anything about is answered by a type, never by a number.
 *
 * <p>Pure functions: nothing here knows about goals, clocks or databases. Read {@link
 * org.waymark.measure.attainment.Outlook} first, then {@code Member} for the models. How right it
 * is on real series is told in docs/attainment.md.
 */
@org.jspecify.annotations.NullMarked
package org.waymark.measure.attainment;
