/**
 * What a number means. Plain Java: facts about customers go in, readings with their uncertainty
 * come out; nothing here knows of web pages, databases of the product or goals.
 *
 * <p>The way of a number: {@link org.waymark.measure.fact.Fact facts} lie in Parquet files; an
 * {@link org.waymark.measure.Engine} answers a {@link org.waymark.measure.Plan} with {@link
 * org.waymark.measure.Cells} of whole numbers only; the {@link org.waymark.measure.Finisher} makes
 * the ratio, the quantile and the interval, by one rule for all engines. Read {@code Plan} first,
 * then {@code ReferenceEngine}, which says in plain loops what every engine has to answer.
 */
@org.jspecify.annotations.NullMarked
package org.waymark.measure;
