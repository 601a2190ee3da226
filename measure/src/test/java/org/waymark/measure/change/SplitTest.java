package org.waymark.measure.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.measure.change.Split.Value;
import org.waymark.measure.statistics.Interval;

/** Why a number moved: figures worked out by hand. */
class SplitTest {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  /** A score of so many points over so many answers, as a sum; nothing is known of its spread. */
  private static Piece at(long answers, long points) {
    BigInteger n = BigInteger.valueOf(answers).multiply(MILLION);
    return new Piece(n, n.multiply(BigInteger.valueOf(points)), null);
  }

  private static Value value(String name, Piece before, Piece after) {
    return new Value(name, before, after);
  }

  private static double number(Fraction fraction) {
    return fraction.doubleValue();
  }

  @Test
  void both_channels_rise_and_the_whole_falls() {
    Split split =
        Split.of(
            List.of(
                value("web", at(300, 40), at(150, 42)), value("phone", at(100, 10), at(250, 12))));
    assertThat(number(split.before().value())).isEqualTo(32.5);
    assertThat(number(split.after().value())).isEqualTo(23.25);
    assertThat(number(split.atOldMix())).isEqualTo(34.5);
    assertThat(number(split.real())).isEqualTo(2);
    assertThat(number(split.mix())).isEqualTo(-11.25);
    assertThat(number(split.change())).isEqualTo(-9.25);
    assertThat(split.volume()).isEqualTo(Fraction.ZERO);
    assertThat(split.mixMoved()).isEqualTo(0.375);
    Split.Row web = split.rows().getFirst();
    assertThat(number(web.real())).isEqualTo(1.5);
    assertThat(number(web.mix())).as("3/8 less of what lies 7.5 above").isEqualTo(-2.8125);
    Split.Row phone = split.rows().getLast();
    assertThat(number(phone.real())).isEqualTo(0.5);
    assertThat(number(phone.mix())).as("3/8 more of what lies 22.5 below").isEqualTo(-8.4375);
  }

  @Test
  void twice_as_many_of_the_same_mix_are_no_other_mix() {
    Split split =
        Split.of(
            List.of(
                value("web", at(300, 40), at(600, 42)), value("phone", at(100, 10), at(200, 9))));
    assertThat(split.mix()).isEqualTo(Fraction.ZERO);
    assertThat(split.real()).isEqualTo(split.change());
    assertThat(split.rows()).allMatch(row -> row.mix().signum() == 0);
    assertThat(split.mixMoved()).isZero();
  }

  @Test
  void what_is_new_or_gone_is_mix() {
    Split split =
        Split.of(
            List.of(
                value("web", at(100, 40), at(100, 40)),
                value("chat", Piece.NONE, at(100, 80)),
                value("fax", at(100, 20), Piece.NONE)));
    assertThat(split.real()).isEqualTo(Fraction.ZERO);
    assertThat(number(split.mix())).isEqualTo(30);
    assertThat(split.rows().stream().map(Split.Row::real)).allMatch(Fraction.ZERO::equals);
    assertThat(number(split.rows().get(1).mix())).as("half of 80 - 30").isEqualTo(25);
    assertThat(number(split.rows().get(2).mix())).as("half less of 20 - 30").isEqualTo(5);
  }

  @Test
  void a_sum_is_split_into_volume_mix_and_real_change() {
    // 10 small orders of 20 and 10 large of 50, then 30 of 22 and 20 of 50
    Split split =
        Split.ofTotals(
            List.of(
                value("small", sum(10, 200), sum(30, 660)),
                value("large", sum(10, 500), sum(20, 1000))));
    assertThat(number(split.change())).isEqualTo(960);
    assertThat(number(split.volume())).as("30 more at 35").isEqualTo(1050);
    assertThat(number(split.real())).as("50 at half a share of 2 more").isEqualTo(50);
    assertThat(number(split.mix())).as("a tenth of 50 from 50 to 22").isEqualTo(-140);
    Split.Row small = split.rows().getFirst();
    assertThat(number(small.volume())).as("2.5 times 200, less 200").isEqualTo(300);
    assertThat(number(small.real())).isEqualTo(50);
    assertThat(number(small.mix())).isEqualTo(110);
    assertThat(number(small.part())).as("its own change").isEqualTo(460);
    assertThat(number(split.rows().getLast().part())).isEqualTo(500);
    assertThat(split.realRange()).isNull();
    assertThat(split.changeRange()).isNull();
  }

  private static Piece sum(long items, long sum) {
    return Piece.sum(items, MILLION.multiply(BigInteger.valueOf(sum)));
  }

  private static Piece count(long items) {
    return Piece.count(MILLION.multiply(BigInteger.valueOf(items)));
  }

  @Test
  void a_count_is_volume_alone_and_its_rows_tell_who_grew_more() {
    Split split =
        Split.ofTotals(
            List.of(value("web", count(60), count(100)), value("phone", count(40), count(20))));
    assertThat(number(split.change())).isEqualTo(20);
    assertThat(split.volume()).isEqualTo(split.change());
    assertThat(split.mix()).isEqualTo(Fraction.ZERO);
    assertThat(split.real()).isEqualTo(Fraction.ZERO);
    Split.Row web = split.rows().getFirst();
    assertThat(number(web.volume())).as("a fifth more").isEqualTo(12);
    assertThat(number(web.mix())).isEqualTo(28);
    assertThat(number(web.part())).isEqualTo(40);
    // Garwood: 100 lies in 81.364 to 121.627, 120 in 99.491 to 143.490
    Interval range = split.within(count(100).range(), count(120).range()).changeRange();
    assertThat(range.low()).isCloseTo(20 - Math.hypot(20.509, 21.627), within(0.002));
    assertThat(range.high()).isCloseTo(20 + Math.hypot(23.490, 18.636), within(0.002));
  }

  @Test
  void parts_that_overlap_or_leave_something_out_are_not_those_of_the_whole() {
    Split split =
        Split.ofTotals(
            List.of(value("web", count(60), count(70)), value("phone", count(40), count(50))));
    assertThat(split.addsUpTo(count(100), count(120))).isTrue();
    assertThat(split.addsUpTo(count(90), count(120))).isFalse();
    assertThat(split.addsUpTo(count(100), count(121))).isFalse();
  }

  @Test
  void without_a_division_the_interval_is_newcombes() {
    // Newcombe 1998: 56/70 - 48/80 = .20, .0524 to .3339
    Split split =
        Split.of(List.of(value("all", Piece.share(48, 80), Piece.share(56, 70))))
            .within(Piece.share(48, 80).range(), Piece.share(56, 70).range());
    Interval real = split.realRange();
    assertThat(number(split.real())).isCloseTo(20, within(1e-12));
    assertThat(real.low()).isCloseTo(5.24, within(0.005));
    assertThat(real.high()).isCloseTo(33.39, within(0.005));
    assertThat(split.changeRange()).isEqualTo(real);
  }

  @Test
  void scores_and_means_carry_the_intervals_of_their_readings() {
    Piece score = Piece.score(15, 8, 36);
    assertThat(number(score.value())).isCloseTo(19.44, within(0.01));
    assertThat(score.range().low()).isCloseTo(-6.28, within(0.01));
    assertThat(score.range().high()).isCloseTo(42.18, within(0.01));
    // 1, 2, 3, 4: mean 2.5, s = 1.291, t(3) = 3.182
    Piece mean =
        Piece.mean(
            4, MILLION.multiply(BigInteger.TEN), MILLION.pow(2).multiply(BigInteger.valueOf(30)));
    assertThat(number(mean.value())).isEqualTo(2.5);
    assertThat(mean.range().low()).isCloseTo(0.446, within(0.001));
    assertThat(Piece.mean(1, MILLION, MILLION.pow(2)).range()).isNull();
  }

  @Test
  void where_one_value_has_a_single_answer_no_range_is_invented() {
    Piece one = Piece.mean(1, MILLION, MILLION.pow(2));
    Split split = Split.of(List.of(value("a", one, one)));
    assertThat(split.realRange()).isNull();
    assertThat(split.changeRange()).isNull();
  }

  @Test
  void nothing_is_split_from_or_to_nothing() {
    assertThatThrownBy(() -> Split.of(List.of(value("web", at(3, 1), Piece.NONE))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Split.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
