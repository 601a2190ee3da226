/**
 * Formulas with their sources: intervals for shares, scores, counts and means, nearest-rank
 * quantiles and the Kaplan-Meier curve. Pure functions of numbers; nothing here knows what is
 * measured.
 */
@org.jspecify.annotations.NullMarked
package org.waymark.measure.statistics;
