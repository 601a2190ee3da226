/**
 * The pages of the metrics: the list with each one's latest number, a metric with its history, and
 * the interactions behind a number.
 */
@org.jspecify.annotations.NullMarked
package org.waymark.measurement.web;
