package org.waymark.measurement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.AddedUp;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.Moment;
import org.waymark.people.Unit;
import org.waymark.people.UnitTree;

/**
 * An interaction behind a number, in the shape in which interactions are sent. Who the customer was
 * is not told: a number is about its items.
 *
 * @param source code of the source
 * @param id the source's own id
 * @param unit code of the unit; null when it has none
 * @param numerator of numbers that arrived already added up: what was met, or the count
 * @param denominator of such numbers: all that counted; of a count the same as the numerator
 */
public record Behind(
    String source,
    String id,
    String kind,
    Instant startedAt,
    @Nullable Instant respondedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant reopenedAt,
    @Nullable Instant dueAt,
    @Nullable String unit,
    @Nullable String channel,
    @Nullable String product,
    @Nullable String region,
    @Nullable String topic,
    @Nullable String touchpoint,
    @Nullable About about,
    @Nullable String question,
    @Nullable String scale,
    @Nullable BigDecimal score,
    @Nullable BigDecimal weight,
    @Nullable String handledBy,
    @Nullable Integer contacts,
    @Nullable Boolean complaint,
    @Nullable BigDecimal quantity,
    @Nullable String status,
    @Nullable BigDecimal numerator,
    @Nullable BigDecimal denominator,
    List<Waited> pauses,
    Map<String, String> attributes) {

  /** A time in which it waited for the customer. */
  public record Waited(Instant from, Instant to) {}

  /** The interaction that a survey asked about. */
  public record About(String source, String id) {}

  /**
   * @param sources by number the source's code
   * @param tree tells the code of a unit
   */
  static Behind of(Fact fact, Map<Integer, String> sources, UnitTree tree) {
    AddedUp added = fact.addedUp();
    return new Behind(
        source(sources, fact.sourceNo()),
        fact.itemId(),
        fact.kind().code(),
        fact.started().instant(),
        instant(fact.responded()),
        instant(fact.finished()),
        instant(fact.reopened()),
        instant(fact.due()),
        fact.unitNo() == null ? null : tree.byNumber(fact.unitNo()).map(Unit::code).orElse(null),
        fact.channel(),
        fact.product(),
        fact.region(),
        fact.topic(),
        fact.touchpoint(),
        fact.about() == null
            ? null
            : new About(source(sources, fact.about().sourceNo()), fact.about().id()),
        fact.question(),
        fact.score() == null ? null : fact.score().scale(),
        fact.score() == null ? null : decimal(fact.score().value()),
        decimal(fact.weight()),
        fact.handledBy() == null ? null : fact.handledBy().code(),
        fact.contacts(),
        fact.complaint(),
        decimal(fact.quantity()),
        fact.status(),
        added == null ? null : decimal(added.numerator()),
        added == null ? null : decimal(added.denominator()),
        fact.pauses().stream()
            .map(one -> new Waited(Moment.instant(one.fromUs()), Moment.instant(one.toUs())))
            .toList(),
        fact.attributes().values());
  }

  private static String source(Map<Integer, String> sources, int number) {
    String code = sources.get(number);
    if (code == null) {
      throw new IllegalStateException("There is no source with number " + number);
    }
    return code;
  }

  private static @Nullable Instant instant(@Nullable Moment moment) {
    return moment == null ? null : moment.instant();
  }

  private static @Nullable BigDecimal decimal(@Nullable Long millionths) {
    if (millionths == null) {
      return null;
    }
    BigDecimal plain = BigDecimal.valueOf(millionths, 6).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
