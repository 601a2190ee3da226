package org.waymark.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Moment;

/** What is held of one (source, id), while a batch is being decided. */
final class KeyState {
  /**
   * A version: when it applies, what it says, which days it touches. Days are days since 1970;
   * {@link #NO_DAY} when there is none.
   */
  record Version(long revision, UUID content, long importNumber, int fileDay, int[] days) {}

  /** Where the state of a key was found. */
  enum Place {
    /** Nowhere: it has just come. */
    NONE,
    /** Among those that the running chunk brought. */
    CHUNK,
    /** In table interaction_key. */
    TABLE,
    /** In a run. */
    RUN
  }

  static final int NO_DAY = Integer.MIN_VALUE;
  static final Instants[] ANCHORS = Instants.values();

  final UUID identity;
  final int sourceNumber;
  final String itemId;
  final long keyNo;
  final Place place;

  /** The import whose key in a run this one goes before. */
  final @Nullable Long shadows;

  Version version;
  long seenRevision;
  boolean changed;

  /** What is held, when it was decided in the running batch. */
  @Nullable Fact decided;

  KeyState(
      UUID identity,
      int sourceNumber,
      String itemId,
      long keyNo,
      Place place,
      Version version,
      long seenRevision) {
    this.identity = identity;
    this.sourceNumber = sourceNumber;
    this.itemId = itemId;
    this.keyNo = keyNo;
    this.place = place;
    this.shadows = place == Place.RUN ? version.importNumber() : null;
    this.version = version;
    this.seenRevision = seenRevision;
  }

  static Version version(Fact fact, UUID content) {
    int[] days = new int[ANCHORS.length];
    for (Instants anchor : ANCHORS) {
      days[anchor.ordinal()] = day(fact.at(anchor));
    }
    return new Version(fact.revision(), content, fact.importNo(), fileDay(fact), days);
  }

  /** The day a fact is filed under. */
  static int fileDay(Fact fact) {
    return (int) Math.floorDiv(fact.started().us(), 86_400_000_000L);
  }

  private static int day(@Nullable Moment moment) {
    return moment == null ? NO_DAY : (int) moment.day().toEpochDay();
  }

  static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }
}
