package org.waymark.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Attributes;
import org.waymark.measure.fact.Kind;

/**
 * One thing that happened with a customer, as a source tells it; whoever holds one holds a valid
 * one ({@link Draft} checks). Scores, weights, quantities and tallies are whole millionths; moments
 * are whole microseconds.
 *
 * @param revision the source's own revision, or null when the moment of arrival is the revision
 */
record Interaction(
    String source,
    String id,
    @Nullable Long revision,
    Kind kind,
    Instant startedAt,
    @Nullable Instant respondedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant reopenedAt,
    @Nullable Instant dueAt,
    @Nullable String customer,
    @Nullable String unit,
    @Nullable String channel,
    @Nullable String product,
    @Nullable String region,
    @Nullable String topic,
    @Nullable String touchpoint,
    @Nullable String question,
    @Nullable About about,
    @Nullable Scale scale,
    @Nullable Long score,
    @Nullable Long weight,
    @Nullable String handledBy,
    @Nullable Integer contacts,
    @Nullable Boolean complaint,
    @Nullable Long quantity,
    @Nullable String status,
    Attributes attributes,
    @Nullable Tally tally) {

  /** The interaction that this one is about, for example the case that a survey asks after. */
  record About(String source, String id) {}

  /**
   * Numbers that arrive already added up for one metric, in millionths; a count has no denominator.
   */
  record Tally(String metric, long numerator, @Nullable Long denominator) {}
}
