package org.waymark.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.AddedUp;
import org.waymark.measure.fact.Attributes;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactBuilder;
import org.waymark.measure.fact.HandledBy;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.fact.Pause;
import org.waymark.measure.fact.Score;

/**
 * One thing that happened with a customer, as a source tells it; whoever holds one holds a valid
 * one ({@link Draft} checks). Scores, weights, quantities and tallies are whole millionths; moments
 * are whole microseconds.
 *
 * @param pauses when it waited for the customer, in order
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
    @Nullable Tally tally,
    List<Pause> pauses) {

  /** The interaction that this one is about, for example the case that a survey asks after. */
  record About(String source, String id) {}

  /**
   * Numbers that arrive already added up for one metric, in millionths; a count has no denominator.
   */
  record Tally(String metric, long numerator, @Nullable Long denominator) {}

  /**
   * What it says as a fact. Its customer, its unit and what it is about go by numbers that the
   * caller adds.
   */
  FactBuilder fact(long keyNo, long revision, long importNo, int sourceNo, ZoneId zone) {
    return Fact.at(keyNo, revision, importNo, sourceNo, kind, id, Moment.of(startedAt, zone))
        .responded(moment(respondedAt, zone))
        .finished(moment(finishedAt, zone))
        .reopened(moment(reopenedAt, zone))
        .due(moment(dueAt, zone))
        .channel(channel)
        .product(product)
        .region(region)
        .topic(topic)
        .touchpoint(touchpoint)
        .question(question)
        .score(
            scale == null || score == null
                ? null
                : new Score(scale.code(), scale.min(), scale.max(), scale.top(), score))
        .weight(weight)
        .handledBy(handledBy == null ? null : HandledBy.of(handledBy))
        .contacts(contacts)
        .complaint(complaint)
        .quantity(quantity)
        .status(status)
        .attributes(attributes)
        .addedUp(tally == null ? null : addedUp(tally))
        .pauses(pauses);
  }

  private static AddedUp addedUp(Tally tally) {
    Long of = tally.denominator();
    return new AddedUp(tally.metric(), tally.numerator(), of == null ? tally.numerator() : of);
  }

  private static @Nullable Moment moment(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? null : Moment.of(instant, zone);
  }
}
