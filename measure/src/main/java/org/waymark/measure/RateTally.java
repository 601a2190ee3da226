package org.waymark.measure;

/**
 * So many of something, and what they are told per.
 *
 * @param of items for which the condition holds
 * @param over items, or different customers, they are divided by; customers of several sets add up
 *     only where no customer is in two of them
 */
public record RateTally(long of, long over) implements Tally {
  @Override
  public RateTally plus(Tally other) {
    if (!(other instanceof RateTally that)) {
      throw Tally.unlike(this, other);
    }
    return new RateTally(of + that.of, over + that.over);
  }
}
