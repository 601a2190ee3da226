package org.waymark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.measure.Reading.Measured;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.measure.metric.Statistic;

/** Differences that are more than chance, and those that are not. */
class DifferenceTest {

  @ParameterizedTest(name = "{0}/{1}/{2} then {3}/{4}/{5}: {6}")
  @CsvSource({
    // From the second to the first sample z is 0.929.
    "12, 7, 12, 15, 13, 8, NOISE",
    // From 60 to 75: z is 1.694 with 100 answers each time, p is .041 with 150 and .015 with 200.
    "70, 20, 10, 80, 15, 5, NOISE",
    "105, 30, 15, 120, 22, 8, SURE",
    "140, 40, 20, 160, 30, 10, SURE",
    // Down is told as well as up, and so is a score whose interval is cut at the end of the scale.
    "160, 30, 10, 140, 40, 20, SURE",
    "10, 0, 0, 9, 1, 0, NOISE",
    "40, 0, 0, 20, 0, 20, SURE"
  })
  void net_promoter_scores(
      long promoters1,
      long passives1,
      long detractors1,
      long promoters2,
      long passives2,
      long detractors2,
      Difference expected) {
    assertThat(
            difference(
                ShippedMetrics.NPS,
                nps(promoters1, passives1, detractors1),
                nps(promoters2, passives2, detractors2)))
        .isEqualTo(expected);
  }

  /** Exact binomial tails, doubled: 0.00010, 1.0, 0.232 and 0.00010 for the first four. */
  @ParameterizedTest(name = "{0} in {1} days then {2} in {3}: {4}")
  @CsvSource({
    "2800, 1, 3100, 1, SURE",
    "2800, 28, 3100, 31, NOISE",
    "280, 30, 310, 30, NOISE",
    "3100, 30, 2800, 30, SURE",
    "2800, 31, 2800, 28, SURE",
    "0, 28, 3, 31, NOISE"
  })
  void counts_by_the_day(
      double before, long daysBefore, double after, long daysAfter, Difference expected) {
    assertThat(Difference.ofCounts(before, daysBefore, after, daysAfter)).isEqualTo(expected);
  }

  /** Newcombe's own example, and two pairs of which only the larger is told apart. */
  @ParameterizedTest(name = "{0}/{1} then {2}/{3}: {4}")
  @CsvSource({
    "48, 80, 56, 70, SURE",
    "82, 100, 90, 100, NOISE",
    "164, 200, 180, 200, SURE",
    "180, 200, 164, 200, SURE",
    "10, 10, 10, 10, NOISE"
  })
  void shares(long met1, long n1, long met2, long n2, Difference expected) {
    assertThat(difference(ShippedMetrics.ON_TIME_SHARE, share(met1, n1), share(met2, n2)))
        .isEqualTo(expected);
  }

  /** Of a hundred, 40 or fewer has a probability of .0284 on one side, 39 or fewer of .0176. */
  @ParameterizedTest(name = "{0} then {1}: {2}")
  @CsvSource({"40, 60, NOISE", "39, 61, SURE", "61, 39, SURE", "20000, 20000, NOISE"})
  void counts(long before, long after, Difference expected) {
    assertThat(difference(ShippedMetrics.CASE_VOLUME, count(before), count(after)))
        .isEqualTo(expected);
  }

  @Test
  void quantiles_and_means_of_times_are_left_untold() {
    Measured hours = (Measured) count(100);
    assertThat(
            Difference.between(ShippedMetrics.RESOLUTION_TIME, Statistic.of("p90"), hours, hours))
        .isEqualTo(Difference.UNTOLD);
    assertThat(
            Difference.between(ShippedMetrics.RESOLUTION_TIME, Statistic.of("mean"), hours, hours))
        .isEqualTo(Difference.UNTOLD);
  }

  private static Difference difference(MetricDefinition metric, Reading before, Reading after) {
    return Difference.between(metric, metric.statistic(), (Measured) before, (Measured) after);
  }

  private static Reading nps(long promoters, long passives, long detractors) {
    return finish(
        ShippedMetrics.NPS,
        new NpsTally(
            promoters + passives + detractors,
            promoters,
            detractors,
            Weights.NONE,
            BigInteger.ZERO,
            BigInteger.ZERO));
  }

  private static Reading share(long met, long n) {
    return finish(ShippedMetrics.ON_TIME_SHARE, new OnTimeTally(n, met, 0, 0, 0));
  }

  private static Reading count(long items) {
    return finish(ShippedMetrics.CASE_VOLUME, new CountTally(items, 0));
  }

  private static Reading finish(MetricDefinition metric, Tally tally) {
    return Finisher.finish(
        metric, metric.statistic(), tally, false, new Known(Long.MAX_VALUE, Map.of()));
  }
}
