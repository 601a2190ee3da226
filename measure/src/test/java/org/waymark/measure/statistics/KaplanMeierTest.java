package org.waymark.measure.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

  /**
   * Weeks of remission of the 21 patients on 6-mercaptopurine; Freireich et al., Blood 21 (1963).
   */
  private static final KaplanMeier FREIREICH =
      new KaplanMeier(
          new Pool(List.of(ValueCounts.ofValues(6, 6, 6, 7, 10, 13, 16, 22, 23))),
          ValueCounts.ofValues(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35));

  @Test
  void it_gives_the_published_curve_of_the_remission_data() {
    // Survival and Greenwood's standard errors as printed in textbooks on survival analysis.
    double[][] published = {
      {6, 0.857, 0.0764},
      {7, 0.807, 0.0869},
      {10, 0.753, 0.0963},
      {13, 0.690, 0.1068},
      {16, 0.627, 0.1141},
      {22, 0.538, 0.1282},
      {23, 0.448, 0.1346}
    };
    for (double[] row : published) {
      double survival = 1 - FREIREICH.endedBy((long) row[0]).doubleValue();
      assertThat(survival).isCloseTo(row[1], within(0.0005));
      Interval interval = FREIREICH.survivalInterval((long) row[0]);
      double spread = Interval.Z * row[2] / (survival * Math.abs(Math.log(survival)));
      assertThat(interval.low()).isCloseTo(Math.pow(survival, Math.exp(spread)), within(0.001));
      assertThat(interval.high()).isCloseTo(Math.pow(survival, Math.exp(-spread)), within(0.001));
    }
    assertThat(FREIREICH.quantile(50)).isEqualTo(23);
    assertThat(FREIREICH.quantileLow(50)).isEqualTo(13);
    assertThat(FREIREICH.quantileHigh(50)).isNull();
    assertThat(FREIREICH.quantile(60)).isNull();
    assertThat(FREIREICH.lastSeen()).isEqualTo(35);
    assertThat(FREIREICH.knownAt(35)).isTrue();
    assertThat(FREIREICH.knownAt(36)).isFalse();
  }

  @Property(tries = 300)
  void it_agrees_with_exact_fractions_step_by_step(@ForAll Random random) {
    long[] ends = random.longs(random.nextInt(0, 40), 0, 25).toArray();
    long[] censored = random.longs(random.nextInt(0, 40), 0, 25).toArray();
    KaplanMeier curve =
        new KaplanMeier(new Pool(split(ends, random)), ValueCounts.ofValues(censored));
    BigInteger numerator = BigInteger.ONE;
    BigInteger denominator = BigInteger.ONE;
    TreeSet<Integer> open = new TreeSet<>(List.of(10, 25, 50, 75, 90));
    for (long time = 0; time <= 26; time++) {
      long t = time;
      long risk =
          Arrays.stream(ends).filter(x -> x >= t).count()
              + Arrays.stream(censored).filter(x -> x >= t).count();
      long ended = Arrays.stream(ends).filter(x -> x == t).count();
      if (ended > 0) {
        numerator = numerator.multiply(BigInteger.valueOf(risk - ended));
        denominator = denominator.multiply(BigInteger.valueOf(risk));
      }
      BigDecimal share =
          new BigDecimal(denominator.subtract(numerator))
              .divide(new BigDecimal(denominator), new MathContext(60));
      assertThat(curve.endedBy(time).subtract(share).abs()).isLessThan(new BigDecimal("1e-28"));
      for (int percent : List.copyOf(open)) {
        // ended / all >= percent / 100, in whole numbers
        boolean reached =
            denominator
                    .subtract(numerator)
                    .multiply(BigInteger.valueOf(100))
                    .compareTo(denominator.multiply(BigInteger.valueOf(percent)))
                >= 0;
        if (reached) {
          assertThat(curve.quantile(percent)).isEqualTo(time);
          open.remove(percent);
        }
      }
    }
    assertThat(open).allMatch(percent -> curve.quantile(percent) == null);
  }

  @Property(tries = 300)
  void a_quantile_lies_between_where_the_two_bands_first_come_down_to_it(@ForAll Random random) {
    long[] ends = random.longs(random.nextInt(1, 300), 0, 60).toArray();
    ValueCounts censored =
        ValueCounts.ofValues(random.longs(random.nextInt(0, 200), 0, 60).toArray());
    KaplanMeier curve = new KaplanMeier(new Pool(split(ends, random)), censored);
    for (int percent : List.of(5, 10, 25, 50, 75, 90, 95)) {
      double level = (100 - percent) / 100.0;
      Long low = null;
      Long high = null;
      for (long time = 60; time >= 0; time--) {
        Interval band = curve.survivalInterval(time);
        boolean over = curve.endedBy(time).compareTo(BigDecimal.ONE) == 0;
        low = over || band != null && band.low() <= level ? Long.valueOf(time) : low;
        high = band != null && band.high() <= level ? Long.valueOf(time) : high;
      }
      assertThat(curve.quantileLow(percent)).isEqualTo(low);
      assertThat(curve.quantileHigh(percent)).isEqualTo(high);
    }
  }

  @Property(tries = 200)
  void without_open_items_it_is_the_nearest_rank(@ForAll Random random) {
    long[] ends = random.longs(random.nextInt(1, 200), 0, 1000).toArray();
    KaplanMeier curve = new KaplanMeier(new Pool(split(ends, random)), ValueCounts.NONE);
    Arrays.sort(ends);
    for (int percent = 1; percent < 100; percent++) {
      long nearest = ends[(int) NearestRank.rank(percent, ends.length) - 1];
      assertThat(curve.quantile(percent)).isEqualTo(nearest);
    }
  }

  /** The curve is worked out some thousand stretches at a time, as far as somebody asks. */
  @Test
  void a_long_curve_is_the_same_wherever_it_is_asked_first() {
    Random random = new Random(11);
    List<ValueCounts> ends = split(random.longs(5_000, 0, 8_000).toArray(), random);
    ValueCounts censored = ValueCounts.ofValues(random.longs(4_000, 0, 8_000).toArray());
    KaplanMeier asked = new KaplanMeier(new Pool(ends), censored);
    double survival = 1;
    for (long time = 0; time < 8_000; time++) {
      long before = time - 1;
      long risk = asked.stillSeenAfter(before);
      long ended = new Pool(ends).upTo(time) - new Pool(ends).upTo(before);
      survival *= risk == 0 ? 1 : (double) (risk - ended) / risk;
      if (time % 500 == 0) {
        KaplanMeier fresh = new KaplanMeier(new Pool(ends), censored);
        assertThat(fresh.endedBy(time)).isEqualTo(asked.endedBy(time));
        assertThat(fresh.survivalInterval(time)).isEqualTo(asked.survivalInterval(time));
      }
      assertThat(asked.endedBy(time).doubleValue()).isCloseTo(1 - survival, within(1e-9));
    }
    KaplanMeier fresh = new KaplanMeier(new Pool(ends), censored);
    assertThat(fresh.quantile(80)).isEqualTo(asked.quantile(80));
    assertThat(asked.endedBy(asked.quantile(80)).doubleValue()).isGreaterThanOrEqualTo(0.8);
    assertThat(asked.endedBy(asked.quantile(80) - 1).doubleValue()).isLessThan(0.8);
  }

  private static List<ValueCounts> split(long[] values, Random random) {
    int cut = values.length == 0 ? 0 : random.nextInt(values.length);
    return List.of(
        ValueCounts.ofValues(Arrays.copyOfRange(values, 0, cut)),
        ValueCounts.ofValues(Arrays.copyOfRange(values, cut, values.length)));
  }
}
