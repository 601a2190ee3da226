package org.waymark.measure;

/**
 * A number of items.
 *
 * @param items counted one by one
 * @param added brought by tallies, in millionths
 */
public record CountTally(long items, long added) implements Tally {
  @Override
  public CountTally plus(Tally other) {
    if (!(other instanceof CountTally that)) {
      throw Tally.unlike(this, other);
    }
    return new CountTally(items + that.items, Math.addExact(added, that.added));
  }
}
