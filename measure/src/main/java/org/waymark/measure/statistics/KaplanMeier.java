package org.waymark.measure.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The share that has not ended after a time, when some are still open: E. L. Kaplan and P. Meier,
 * JASA 53 (1958) 457-481. What ends at a time is counted before what was last seen open at the same
 * time.
 *
 * <p>Between two times at which something was last seen open, the product of the curve and the sum
 * of Greenwood's variance telescope, so both need only the number of ends in between: the lists of
 * ends are never merged. Products are carried with some 31 digits, and a curve is taken to have
 * reached a level when it lies within 1e-20 of it; so a quantile and the share within it cannot
 * disagree. The curve is worked out as far as it is asked for, so that a median does not pay for
 * the tail; it is not meant to be shared between threads.
 */
public final class KaplanMeier {

  private static final MathContext DIGITS = new MathContext(50);
  private static final BigDecimal TIE = new BigDecimal("1e-20");

  /** What rounding cannot bridge. */
  private static final double SURELY = 1 - 1e-9;

  /** How many stretches are worked out at a time. */
  private static final int BLOCK = 1024;

  private final Pool ends;
  private final ValueCounts censored;
  private final long n;

  /**
   * The number of the last stretch. Stretch i runs from (not including) one censoring to
   * (including) the next, the last one without end.
   */
  private final int tail;

  private final long[] atRisk;
  private final long[] endsBefore;
  private final Twofold[] survivalBefore;
  private final double[] greenwoodBefore;

  /** The last stretch whose start is worked out: what nobody asks for costs nothing. */
  private int reached;

  /**
   * @param ends times at which something ended
   * @param censored times at which something was last seen open
   */
  public KaplanMeier(Pool ends, ValueCounts censored) {
    this.ends = ends;
    this.censored = censored;
    this.n = ends.total() + censored.total();
    this.tail = censored.distinct();
    this.atRisk = new long[tail + 1];
    this.endsBefore = new long[tail + 1];
    this.survivalBefore = new Twofold[tail + 1];
    this.greenwoodBefore = new double[tail + 1];
    atRisk[0] = n;
    survivalBefore[0] = Twofold.ONE;
  }

  /** How many there are, ended or open. */
  public long n() {
    return n;
  }

  /** The share that has ended by a time, 0 to 1. */
  public BigDecimal endedBy(long time) {
    return BigDecimal.ONE.subtract(at(time).survival().exact());
  }

  /**
   * Whether the curve is known at a time: not beyond the last observation, unless everything has
   * ended.
   */
  public boolean knownAt(long time) {
    return time <= lastSeen() || survivalAtEnd().isZero();
  }

  /** The largest time at which anything was seen, ended or open: the curve is known until there. */
  public long lastSeen() {
    long last = Long.MIN_VALUE;
    if (ends.total() > 0) {
      last = ends.largest();
    }
    if (censored.distinct() > 0) {
      last = Math.max(last, censored.largest());
    }
    return last;
  }

  /** Whether something was last seen open before a time, so that the share by then is estimated. */
  public boolean censoredBefore(long time) {
    return censored.distinct() > 0 && censored.value(0) < time;
  }

  /** How many had neither ended nor left sight just after a time. */
  public long stillSeenAfter(long time) {
    return n - ends.upTo(time) - censored.upTo(time);
  }

  /** The smallest time by which p percent have ended, or null when the curve does not get there. */
  public @Nullable Long quantile(int percent) {
    BigDecimal level = BigDecimal.valueOf(100 - percent, 2);
    for (int i = 0; i <= tail; i++) {
      if (reaches(survivalAfter(i, endsIn(i)), level)) {
        // survivalBefore * (risk - ended) / risk <= level, solved for the smallest whole number
        BigDecimal needed =
            BigDecimal.ONE
                .subtract(level.add(TIE).divide(survivalBefore[i].exact(), DIGITS))
                .multiply(BigDecimal.valueOf(atRisk[i]));
        long ended = needed.setScale(0, RoundingMode.CEILING).longValueExact();
        return ends.select(endsBefore[i] + Math.max(ended, 1));
      }
    }
    return null;
  }

  /**
   * Lower end of the 95 % interval of a quantile: the smallest time at which the lower band of the
   * curve has come down to the level. R. Brookmeyer and J. Crowley, Biometrics 38 (1982) 29-41,
   * with the log-log band. Null when it never does.
   */
  public @Nullable Long quantileLow(int percent) {
    return crossing(percent, false);
  }

  /** Upper end: the smallest time at which the upper band has come down to the level, or null. */
  public @Nullable Long quantileHigh(int percent) {
    return crossing(percent, true);
  }

  /**
   * 95 % interval of the share that has not ended by a time: Greenwood's variance on the scale
   * log(-log S), as in J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure
   * Time Data (2002), 1.4. Null where the curve is 0 or 1 and the variance says nothing.
   */
  public @Nullable Interval survivalInterval(long time) {
    return at(time).interval();
  }

  private record Point(Twofold survival, double greenwood) {
    /**
     * Whether the band surely lies above a level, told without powers. The upper end lies above the
     * curve. The lower end S^exp(s) is above the level while s is below log(log level / log S), and
     * a logarithm of x is at least 1 - 1/x.
     */
    boolean liesAbove(double level, boolean upper) {
      double share = survival.high();
      if (share <= level || share >= 1) {
        return false;
      }
      double curve = -Math.log(share);
      return upper
          || Interval.Z * Math.sqrt(greenwood) < SURELY * curve * (1 - curve / -Math.log(level));
    }

    @Nullable Interval interval() {
      double share = survival.high();
      if (share <= 0 || share >= 1) {
        return null;
      }
      double spread = Interval.Z * Math.sqrt(greenwood) / Math.abs(Math.log(share));
      return new Interval(Math.pow(share, Math.exp(spread)), Math.pow(share, Math.exp(-spread)));
    }
  }

  private Point at(long time) {
    int stretch = stretchOf(time);
    reach(stretch);
    long ended = ends.upTo(time) - endsBefore[stretch];
    return point(stretch, ended);
  }

  private Point point(int stretch, long ended) {
    return new Point(survivalAfter(stretch, ended), greenwoodAfter(stretch, ended));
  }

  private int stretchOf(long time) {
    int low = 0;
    int high = tail;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (censored.value(middle) >= time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** How many end in a stretch; works the curve out until its end. */
  private long endsIn(int stretch) {
    reach(Math.min(stretch + 1, tail));
    return (stretch < tail ? endsBefore[stretch + 1] : ends.total()) - endsBefore[stretch];
  }

  private Twofold survivalAtEnd() {
    return survivalAfter(tail, endsIn(tail));
  }

  /** Works the curve out until the start of a stretch. */
  private void reach(int stretch) {
    while (reached < stretch) {
      int from = reached;
      int to = Math.min(from + BLOCK, tail);
      long[] ended = ends.steps(censored, from, to);
      for (int i = from; i < to; i++) {
        long here = ended[i - from];
        atRisk[i + 1] = atRisk[i] - here - censored.count(i);
        endsBefore[i + 1] = endsBefore[i] + here;
        survivalBefore[i + 1] = survivalAfter(i, here);
        greenwoodBefore[i + 1] = greenwoodAfter(i, here);
      }
      reached = to;
    }
  }

  private Twofold survivalAfter(int stretch, long ended) {
    if (ended == 0) {
      return survivalBefore[stretch];
    }
    return survivalBefore[stretch].times(atRisk[stretch] - ended).dividedBy(atRisk[stretch]);
  }

  /** The terms d / (r (r - d)) of Greenwood's sum are 1 / (r - d) - 1 / r, so they telescope. */
  private double greenwoodAfter(int stretch, long ended) {
    if (ended == 0) {
      return greenwoodBefore[stretch];
    }
    return greenwoodBefore[stretch] + 1.0 / (atRisk[stretch] - ended) - 1.0 / atRisk[stretch];
  }

  private static boolean reaches(Twofold survival, BigDecimal level) {
    double distance = survival.high() - level.doubleValue();
    if (Math.abs(distance) > 1e-9) {
      return distance < 0;
    }
    return survival.exact().compareTo(level.add(TIE)) <= 0;
  }

  private @Nullable Long crossing(int percent, boolean upper) {
    double level = (100 - percent) / 100.0;
    for (int i = 0; i <= tail; i++) {
      long last = upper ? endsBeforeNone(i) : endsIn(i);
      if (last > 0 && bandReaches(point(i, last), level, upper)) {
        long low = 1;
        long high = last;
        while (low < high) {
          long middle = low + (high - low) / 2;
          if (bandReaches(point(i, middle), level, upper)) {
            high = middle;
          } else {
            low = middle + 1;
          }
        }
        return ends.select(endsBefore[i] + low);
      }
    }
    return null;
  }

  /**
   * How many end in a stretch as long as anything is left: at the last of all the upper band is not
   * defined, although it may well have come down before.
   */
  private long endsBeforeNone(int stretch) {
    long all = endsIn(stretch);
    if (all == 0 || !survivalAfter(stretch, all).isZero()) {
      return all;
    }
    return ends.upTo(ends.select(endsBefore[stretch] + all) - 1) - endsBefore[stretch];
  }

  private static boolean bandReaches(Point point, double level, boolean upper) {
    if (point.survival().isZero()) {
      // Everything has ended: the lower band is 0; the upper one is not defined.
      return !upper;
    }
    if (point.liesAbove(level, upper)) {
      return false;
    }
    Interval band = point.interval();
    return band != null && (upper ? band.high() : band.low()) <= level;
  }
}
