/**
 * Facts: what is known about each interaction, as integers and codes, in immutable Parquet files
 * filed by the UTC date of the start. Read {@link org.waymark.measure.fact.Fact} first, then {@link
 * org.waymark.measure.fact.FactFiles} for how corrections and withdrawals are read.
 */
@org.jspecify.annotations.NullMarked
package org.waymark.measure.fact;
