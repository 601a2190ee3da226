package org.waymark.measure.change;

import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.CountTally;
import org.waymark.measure.DurationTally;
import org.waymark.measure.NpsTally;
import org.waymark.measure.OnTimeTally;
import org.waymark.measure.RateTally;
import org.waymark.measure.ScoreTally;
import org.waymark.measure.ShareTally;
import org.waymark.measure.SumTally;
import org.waymark.measure.Tally;
import org.waymark.measure.fact.Score;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.statistics.Pool;

/**
 * What of a metric can be split: what is a sum over a number of items, each of which is in one part
 * alone. Quantiles are not, nor are times of which some are still open; nor is what is told of
 * customers, who may be in several parts.
 */
public final class Pieces {
  private static final BigInteger ONE = BigInteger.valueOf(Score.ONE);

  private Pieces() {}

  /** Whether the reading is the sum itself rather than the sum over the items. */
  public static boolean isTotal(Statistic statistic) {
    return statistic == Statistic.Plain.COUNT || statistic == Statistic.Plain.SUM;
  }

  /**
   * The piece that a tally is for a statistic.
   *
   * @param tally null where there is nothing
   * @return nothing where the statistic of such a tally cannot be split
   */
  public static Optional<Piece> of(Statistic statistic, @Nullable Tally tally) {
    if (statistic instanceof Statistic.Quantile) {
      return Optional.empty();
    }
    return tally == null ? Optional.of(Piece.NONE) : Optional.ofNullable(piece(statistic, tally));
  }

  private static @Nullable Piece piece(Statistic statistic, Tally tally) {
    return switch (tally) {
      case ShareTally it when statistic == Statistic.Plain.SHARE ->
          Piece.share(millionths(it.met(), it.addedMet()), millionths(it.n(), it.addedN()));
      case OnTimeTally it when statistic == Statistic.Plain.SHARE ->
          Piece.share(millionths(it.met(), it.addedMet()), millionths(it.due(), it.addedDue()));
      case NpsTally it when statistic == Statistic.Plain.SCORE ->
          Piece.score(it.promoters(), it.detractors(), it.n());
      case ScoreTally it when statistic == Statistic.Plain.TOP_BOX ->
          Piece.share(millionths(it.top(), it.addedTop()), millionths(it.n(), it.addedN()));
      case ScoreTally it when statistic == Statistic.Plain.MEAN ->
          Piece.mean(it.n(), it.sum(), it.squares());
      case CountTally it when statistic == Statistic.Plain.COUNT ->
          Piece.count(millionths(it.items(), it.added()));
      case SumTally it when statistic == Statistic.Plain.SUM -> Piece.sum(it.items(), it.sum());
      case RateTally it when statistic instanceof Statistic.Per per ->
          Piece.rate(it.of(), it.over(), per.many());
      case DurationTally it when it.openCount() == 0 && !it.approximate() ->
          ended(statistic, it.pool());
      default -> null;
    };
  }

  /** Times that have all ended are shares and means like others; they lie in microseconds. */
  private static @Nullable Piece ended(Statistic statistic, Pool times) {
    if (statistic instanceof Statistic.Within within) {
      return Piece.share(times.upTo(within.micros()), times.total());
    }
    return statistic == Statistic.Plain.MEAN
        ? Piece.mean(times.total(), times.sum(), times.squares())
        : null;
  }

  private static BigInteger millionths(long counted, long added) {
    return BigInteger.valueOf(counted).multiply(ONE).add(BigInteger.valueOf(added));
  }
}
