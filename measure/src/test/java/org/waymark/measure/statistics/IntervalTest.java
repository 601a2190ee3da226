package org.waymark.measure.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  private static void assertInterval(Interval interval, double low, double high, double tolerance) {
    assertThat(interval.low()).isCloseTo(low, within(tolerance));
    assertThat(interval.high()).isCloseTo(high, within(tolerance));
  }

  @ParameterizedTest(name = "{0}: {1} of {2}")
  @CsvFileSource(resources = "/vectors-wilson.csv", numLinesToSkip = 1)
  void wilson(String id, double met, double n, double low, double high, String source) {
    assertInterval(Interval.wilson(met / n, n), low, high, 5e-5);
  }

  @ParameterizedTest(name = "{0}: {1}/{2} - {3}/{4}")
  @CsvFileSource(resources = "/vectors-newcombe.csv", numLinesToSkip = 1)
  void newcombe(
      String id, double a, double m, double b, double n, double low, double high, String source) {
    assertInterval(Interval.difference(a / m, m, b / n, n), low, high, 5e-5);
  }

  @ParameterizedTest(name = "{0}: {1} of {2}")
  @CsvFileSource(resources = "/vectors-garwood.csv", numLinesToSkip = 1)
  void garwood(String id, double count, double of, double low, double high, String source) {
    assertInterval(Interval.garwood(count).times(1000 / of), low, high, 5e-4);
  }

  @ParameterizedTest(name = "{0}: {1} promoters, {2} detractors of {3}")
  @CsvFileSource(resources = "/vectors-nps.csv", numLinesToSkip = 1)
  void adjustedWald(
      String id,
      double promoters,
      double detractors,
      double n,
      double low,
      double high,
      String source) {
    assertInterval(
        Interval.adjustedWald(promoters / n, detractors / n, n).times(100), low, high, 5e-3);
  }

  @Test
  void a_t_interval_of_five_values() {
    // 2, 4, 4, 5, 10: mean 5, variance 9, t(4) at 97.5 % = 2.776445 (any table of Student's t)
    assertInterval(Interval.mean(5, 9, 5), 5 - 3.72499, 5 + 3.72499, 1e-4);
  }

  @ParameterizedTest(name = "p{0} of {1}: ranks {2} to {3}")
  @CsvSource({
    "90, 100, 84, 96",
    "90, 50, 41, 50",
    "90, 36, 29, 36",
    "50, 6, 1, 6",
    "95, 72, 64, 72"
  })
  void the_ranks_of_a_quantiles_interval(int percent, long n, long low, long high) {
    assertThat(NearestRank.lowRank(percent, n)).isEqualTo(low);
    assertThat(NearestRank.highRank(percent, n)).isEqualTo(high);
  }

  @ParameterizedTest(name = "p{0} of {1} has no upper rank")
  @CsvSource({"90, 35", "50, 5", "95, 71"})
  void too_few_values_have_no_two_sided_interval(int percent, long n) {
    assertThat(NearestRank.highRank(percent, n)).isNull();
  }

  @ParameterizedTest(name = "rank of p{0} of {1} is {2}")
  @CsvSource({"7, 100, 7", "90, 10, 9", "90, 11, 10", "50, 1, 1", "99, 1, 1", "1, 1000, 10"})
  void ranks_are_whole_number_arithmetic(int percent, long n, long rank) {
    assertThat(NearestRank.rank(percent, n)).isEqualTo(rank);
  }

  @Test
  void nearest_rank_of_published_examples() {
    // p40 of {15, 20, 35, 40, 50} is 20: Wikipedia, Percentile, nearest-rank method
    Pool five = new Pool(java.util.List.of(ValueCounts.ofValues(15, 20, 35, 40, 50)));
    assertThat(five.select(NearestRank.rank(40, 5))).isEqualTo(20);
    // 95.0610 ... 95.1990 in NIST's handbook 7.2.6.2: nearest rank of p90 is the 11th of 12
    Pool nist =
        new Pool(
            java.util.List.of(
                ValueCounts.ofValues(951772, 951567, 951937, 951959, 951442, 950610),
                ValueCounts.ofValues(951591, 951195, 951772, 950925, 951990, 951682)));
    assertThat(nist.select(NearestRank.rank(90, 12))).isEqualTo(951959);
  }
}
