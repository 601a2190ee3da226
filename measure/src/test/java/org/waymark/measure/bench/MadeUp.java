package org.waymark.measure.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.waymark.measure.fact.Attributes;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.fact.Moment;

/** Made-up cases in any number, the same ones for the same seed. */
final class MadeUp {

  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final String[] CHANNELS = {"phone", "email", "web", "chat"};
  private static final String[] TOPICS = {
    "billing", "delivery", "damage", "change", "question", "access", "return", "praise"
  };

  private MadeUp() {}

  /** A case started on a day: nine in ten have finished, after an hour to some weeks. */
  static Fact someCase(SplittableRandom random, long key, long importNo, LocalDate day) {
    Instant start =
        day.atStartOfDay(ZONE)
            .toInstant()
            .plus(random.nextLong(86_400_000_000L), ChronoUnit.MICROS);
    long took = (long) (3_600e6 * Math.exp(random.nextDouble() * 6.5));
    boolean finished = random.nextInt(10) > 0;
    return Fact.at(key, 1, importNo, 1, Kind.CASE, "C" + key, Moment.of(start, ZONE))
        .responded(Moment.of(start.plus(took / 10, ChronoUnit.MICROS), ZONE))
        .finished(finished ? Moment.of(start.plus(took, ChronoUnit.MICROS), ZONE) : null)
        .due(Moment.of(start.plus(5, ChronoUnit.DAYS), ZONE))
        .customer(random.nextLong(1_000_000))
        .unit(random.nextInt(1, 40))
        .channel(CHANNELS[random.nextInt(CHANNELS.length)])
        .topic(TOPICS[random.nextInt(TOPICS.length)])
        .status(finished ? "closed" : "open")
        .attributes(Attributes.NONE)
        .build();
  }
}
