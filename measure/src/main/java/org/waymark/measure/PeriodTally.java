package org.waymark.measure;

/**
 * What a whole period tells of customers, or of items that are followed beyond their day. Two of
 * them add up only where nothing is in both: customers of two periods do not, those of two cohorts
 * do.
 *
 * @param n customers, or items, that are looked at
 * @param met those of them for which it holds
 * @param without items left out because nobody knows whose they are
 * @param unsettled those of n that are not known long enough to be sure
 */
public record PeriodTally(long n, long met, long without, long unsettled) implements Tally {

  static final PeriodTally NOTHING = new PeriodTally(0, 0, 0, 0);

  @Override
  public PeriodTally plus(Tally other) {
    if (!(other instanceof PeriodTally that)) {
      throw Tally.unlike(this, other);
    }
    return new PeriodTally(
        n + that.n, met + that.met, without + that.without, unsettled + that.unsettled);
  }
}
