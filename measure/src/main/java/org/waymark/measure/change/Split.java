package org.waymark.measure.change;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.statistics.Interval;

/**
 * The change of a number between two periods, split by the values of a dimension.
 *
 * <p>With w for the share of the items that carry a value and r for their reading, 0 before and 1
 * after, the change of a share, rate, score or mean is: what really changed, the sum of w0 (r1 -
 * r0), which are the readings of now at the mix of then; and what the mix brought, the sum of (w1 -
 * w0) r1, which is the rest. (The two-fold decomposition of E. M. Kitagawa, Journal of the American
 * Statistical Association 50 (1955) 1168-1194, with the mix of the earlier period as the standard.)
 * How many items there are in all moves none of these numbers by itself, so volume brings exactly
 * nothing.
 *
 * <p>A total is N items of a mean: volume brought what as many more items of the old mean would
 * have, (N1 - N0) times the mean of then; the mix and the real change are those of the mean, N1
 * times. A count is a total of ones, so that all of its change is volume.
 *
 * <p>A value that is new cannot have changed, and one that is gone is taken to have stayed as it
 * was: both are mix.
 *
 * <p>The interval of what really changed puts together the intervals of its parts by the method of
 * variance estimates recovery (G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008)
 * 1693-1702), the shares w taken as they are. Without a division it is Newcombe's hybrid interval
 * of a difference of shares.
 *
 * @param before the whole, before
 * @param after the whole, after
 * @param rows one for each value
 * @param atOldMix what the reading of now would be at the mix of then; of a total its mean
 * @param total whether it is the change of a total
 */
public record Split(Piece before, Piece after, List<Row> rows, Fraction atOldMix, boolean total) {

  public Split {
    rows = List.copyOf(rows);
  }

  /**
   * One value of the dimension, in both periods.
   *
   * @param value empty for the items that carry none; null for all that are too few to stand alone
   */
  public record Value(@Nullable String value, Piece before, Piece after) {}

  /**
   * One value with what it brought.
   *
   * @param volume by all being more or fewer, had all values grown alike: nothing but of a total
   * @param mix by being more or less of all than before; of what is no total, against what all
   *     would be at the old mix
   * @param real by changing itself
   */
  public record Row(Value of, Fraction volume, Fraction mix, Fraction real) {

    /** All together: its part of the whole change; of a total its own change. */
    public Fraction part() {
      return volume.plus(mix).plus(real);
    }
  }

  /**
   * Splits the change of a share, score or mean by the values, which have no item in common and
   * leave none out.
   *
   * @throws IllegalArgumentException when there is nothing in one of the periods
   */
  public static Split of(List<Value> values) {
    return of(values, false);
  }

  /**
   * Splits the change of a count or a sum in the same way.
   *
   * @throws IllegalArgumentException when there is nothing in one of the periods
   */
  public static Split ofTotals(List<Value> values) {
    return of(values, true);
  }

  private static Split of(List<Value> values, boolean total) {
    Piece before = whole(values.stream().map(Value::before).toList());
    Piece after = whole(values.stream().map(Value::after).toList());
    if (!before.isThere() || !after.isThere()) {
      throw new IllegalArgumentException("there is no change from or to nothing");
    }
    Fraction atOldMix = Fraction.ZERO;
    for (Value one : values) {
      atOldMix = atOldMix.plus(weight(one.before(), before).times(stands(one)));
    }
    Split bare = new Split(before, after, List.of(), atOldMix, total);
    return new Split(before, after, values.stream().map(bare::row).toList(), atOldMix, total);
  }

  private Row row(Value one) {
    Fraction then = weight(one.before(), before);
    Fraction moved = weight(one.after(), after).minus(then);
    Fraction was = one.before().isThere() ? one.before().value() : stands(one);
    Fraction real = then.times(stands(one).minus(was));
    return total
        ? new Row(
            one,
            more().times(then).times(was),
            after.many().times(moved).times(stands(one)),
            after.many().times(real))
        : new Row(one, Fraction.ZERO, moved.times(stands(one).minus(atOldMix)), real);
  }

  /** The same with the intervals of the wholes, which cannot be told from those of their parts. */
  public Split within(@Nullable Interval then, @Nullable Interval now) {
    return new Split(
        new Piece(before.items(), before.sum(), then),
        new Piece(after.items(), after.sum(), now),
        rows,
        atOldMix,
        total);
  }

  public Fraction change() {
    return level(after).minus(level(before));
  }

  /** What another mix brought. */
  public Fraction mix() {
    Fraction mix = after.value().minus(atOldMix);
    return total ? after.many().times(mix) : mix;
  }

  /** What another volume brought: nothing, of a share, a score or a mean. */
  public Fraction volume() {
    return total ? more().times(before.value()) : Fraction.ZERO;
  }

  /** What really changed, at the mix of then: nothing, of a count. */
  public Fraction real() {
    Fraction real = atOldMix.minus(before.value());
    return total ? after.many().times(real) : real;
  }

  /** The 95 % interval of the whole change; null where that of a period is not known. */
  public @Nullable Interval changeRange() {
    Interval then = before.range();
    Interval now = after.range();
    return then == null || now == null
        ? null
        : recovered(
            change().doubleValue(),
            List.of(
                new Part(1, level(before).doubleValue(), then, level(after).doubleValue(), now)));
  }

  /**
   * The 95 % interval of what really changed; null where that of a value is not known, and of
   * totals.
   */
  public @Nullable Interval realRange() {
    if (total) {
      return null;
    }
    List<Part> parts = new ArrayList<>();
    for (Row row : rows) {
      Piece then = row.of().before();
      Piece now = row.of().after();
      if (!then.isThere() || !now.isThere()) {
        continue;
      }
      Interval old = then.range();
      Interval fresh = now.range();
      if (old == null || fresh == null) {
        return null;
      }
      parts.add(
          new Part(
              weight(then, before).doubleValue(),
              then.value().doubleValue(),
              old,
              now.value().doubleValue(),
              fresh));
    }
    return recovered(real().doubleValue(), parts);
  }

  /**
   * How far the mix moved: the share of all items that would have to carry another value for it to
   * be as before, 0 to 1.
   */
  public double mixMoved() {
    double sum = 0;
    for (Row row : rows) {
      sum +=
          Math.abs(
              weight(row.of().after(), after)
                  .minus(weight(row.of().before(), before))
                  .doubleValue());
    }
    return sum / 2;
  }

  /** Whether these are the parts of these wholes: nothing is in two of them, and none left out. */
  public boolean addsUpTo(Piece then, Piece now) {
    return before.isAsMuchAs(then) && after.isAsMuchAs(now);
  }

  private record Part(double weight, double was, Interval then, double is, Interval now) {}

  private static Interval recovered(double estimate, List<Part> parts) {
    double low = 0;
    double high = 0;
    for (Part part : parts) {
      double square = part.weight() * part.weight();
      low +=
          square
              * (squared(part.is() - part.now().low()) + squared(part.then().high() - part.was()));
      high +=
          square
              * (squared(part.now().high() - part.is()) + squared(part.was() - part.then().low()));
    }
    return new Interval(estimate - Math.sqrt(low), estimate + Math.sqrt(high));
  }

  private static double squared(double distance) {
    return distance * distance;
  }

  /** What a period as a whole is read as. */
  private Fraction level(Piece whole) {
    return total ? whole.total() : whole.value();
  }

  /** How many more items there are now; below 0 when there are fewer. */
  private Fraction more() {
    return after.many().minus(before.many());
  }

  /** The reading of now; of a value that is gone the one of then, of one that never was nothing. */
  private static Fraction stands(Value one) {
    return one.after().isThere()
        ? one.after().value()
        : one.before().isThere() ? one.before().value() : Fraction.ZERO;
  }

  private static Fraction weight(Piece one, Piece whole) {
    return Fraction.of(one.items(), whole.items());
  }

  private static Piece whole(List<Piece> pieces) {
    BigInteger items = BigInteger.ZERO;
    BigInteger sum = BigInteger.ZERO;
    for (Piece one : pieces) {
      items = items.add(one.items());
      sum = sum.add(one.sum());
    }
    return new Piece(items, sum, null);
  }
}
