package org.waymark.measure;

/**
 * Promises that have fallen due.
 *
 * @param due items whose due instant has passed, as far as their source is known
 * @param met those of them that finished by it
 * @param without cases, orders and claims that carry no due instant, by the day they started
 * @param addedDue brought by tallies, in millionths
 * @param addedMet those of them that were on time, in millionths
 */
public record OnTimeTally(long due, long met, long without, long addedDue, long addedMet)
    implements Tally {
  @Override
  public OnTimeTally plus(Tally other) {
    if (!(other instanceof OnTimeTally that)) {
      throw Tally.unlike(this, other);
    }
    return new OnTimeTally(
        due + that.due,
        met + that.met,
        without + that.without,
        Math.addExact(addedDue, that.addedDue),
        Math.addExact(addedMet, that.addedMet));
  }
}
