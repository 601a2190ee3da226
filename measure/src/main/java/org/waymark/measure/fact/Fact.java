package org.waymark.measure.fact;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of one interaction, as integers and codes. Nothing is missing by being zero: what is
 * not known is null.
 *
 * @param keyNo the workspace's number of (source, id)
 * @param revision the explicit revision, or the moment of arrival in microseconds; the highest wins
 * @param importNo the import that brought this version
 * @param gone true for "in this revision the item no longer lies in this file day"; such a row
 *     holds nothing else. A withdrawn item is not gone: it is kept with status {@code withdrawn}
 * @param itemId the source's own id
 * @param started answered, opened, placed, notified, subscribed or done
 * @param responded first public reply by a person; not before the start
 * @param finished resolved, delivered, settled or ended; not before the start
 * @param customerNo the workspace's number of the customer
 * @param weight survey weight in whole millionths, 0 to {@link #HEAVIEST}
 * @param quantity in whole millionths
 * @param pauses when it waited for the customer, in order; business hours leave them out
 */
public record Fact(
    long keyNo,
    long revision,
    long importNo,
    boolean gone,
    int sourceNo,
    Kind kind,
    String itemId,
    Moment started,
    @Nullable Moment responded,
    @Nullable Moment finished,
    @Nullable Moment reopened,
    @Nullable Moment due,
    @Nullable Long customerNo,
    @Nullable Integer unitNo,
    @Nullable String channel,
    @Nullable String product,
    @Nullable String region,
    @Nullable String topic,
    @Nullable String touchpoint,
    @Nullable String question,
    @Nullable About about,
    @Nullable Score score,
    @Nullable Long weight,
    @Nullable HandledBy handledBy,
    @Nullable Integer contacts,
    @Nullable Boolean complaint,
    @Nullable Long quantity,
    @Nullable String status,
    Attributes attributes,
    @Nullable AddedUp addedUp,
    List<Pause> pauses) {

  /** The status that takes an item out of every population. */
  public static final String WITHDRAWN = "withdrawn";

  /** The largest weight, in millionths; sums of weighted squares stay exact below it. */
  public static final long HEAVIEST = 999_999 * Score.ONE;

  public Fact {
    pauses = List.copyOf(pauses);
    if (!Pause.follow(pauses)) {
      throw new IllegalArgumentException("pauses follow each other");
    }
    if (finished != null && finished.us() < started.us()) {
      throw new IllegalArgumentException("finished before it started");
    }
    if (responded != null && responded.us() < started.us()) {
      throw new IllegalArgumentException("responded before it started");
    }
    if (weight != null && (weight < 0 || weight > HEAVIEST)) {
      throw new IllegalArgumentException("a weight lies between 0 and 999,999");
    }
    if (!gone && (kind == Kind.TALLY) != (addedUp != null)) {
      throw new IllegalArgumentException("a tally, and only a tally, brings added-up numbers");
    }
  }

  /** Starts a fact with what every fact has. */
  public static FactBuilder at(
      long keyNo,
      long revision,
      long importNo,
      int sourceNo,
      Kind kind,
      String itemId,
      Moment started) {
    return new FactBuilder(keyNo, revision, importNo, sourceNo, kind, itemId, started);
  }

  /** The row that says: in this revision the item is no longer in that file day. */
  public static Fact gone(
      long keyNo,
      long revision,
      long importNo,
      int sourceNo,
      Kind kind,
      String itemId,
      LocalDate fileDay) {
    long midnight = fileDay.toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC) * 1_000_000;
    return new FactBuilder(
            keyNo, revision, importNo, sourceNo, kind, itemId, new Moment(midnight, fileDay))
        .gone();
  }

  /** The UTC date of the start: the day this fact is filed under. */
  public LocalDate fileDay() {
    return started.utcDate();
  }

  /** The moment of one of the instants, or null when it has not happened. */
  public @Nullable Moment at(Instants instant) {
    return switch (instant) {
      case STARTED -> started;
      case RESPONDED -> responded;
      case FINISHED -> finished;
      case REOPENED -> reopened;
      case DUE -> due;
    };
  }
}
