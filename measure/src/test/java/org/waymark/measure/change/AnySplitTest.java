package org.waymark.measure.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.waymark.measure.change.Split.Value;
import org.waymark.measure.statistics.Interval;

/** Properties of any split of shares. */
class AnySplitTest {

  @Provide
  Arbitrary<List<Value>> values() {
    Arbitrary<Piece> piece =
        Combinators.combine(
                Arbitraries.longs().between(0, 5_000), Arbitraries.longs().between(0, 5_000))
            .as((one, other) -> Piece.share(Math.min(one, other), Math.max(one, other)));
    return Combinators.combine(piece, piece)
        .as((before, after) -> new Value(null, before, after))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .filter(
            all ->
                all.stream().anyMatch(one -> one.before().isThere())
                    && all.stream().anyMatch(one -> one.after().isThere()));
  }

  @Property
  void parts_add_up_to_the_whole_exactly(@ForAll("values") List<Value> values) {
    Split split = Split.of(values);
    assertThat(split.mix().plus(split.real()).plus(split.volume())).isEqualTo(split.change());
    Fraction mix = Fraction.ZERO;
    Fraction real = Fraction.ZERO;
    Fraction parts = Fraction.ZERO;
    for (Split.Row row : split.rows()) {
      mix = mix.plus(row.mix());
      real = real.plus(row.real());
      parts = parts.plus(row.part());
    }
    assertThat(mix).isEqualTo(split.mix());
    assertThat(real).isEqualTo(split.real());
    assertThat(parts).isEqualTo(split.change());
  }

  @Provide
  Arbitrary<List<Value>> sums() {
    Arbitrary<Piece> piece =
        Combinators.combine(
                Arbitraries.longs().between(0, 500), Arbitraries.longs().between(-9_000, 9_000))
            .as((items, sum) -> Piece.sum(items, BigInteger.valueOf(sum)));
    return Combinators.combine(piece, piece)
        .as((before, after) -> new Value(null, before, after))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .filter(
            all ->
                all.stream().anyMatch(one -> one.before().isThere())
                    && all.stream().anyMatch(one -> one.after().isThere()));
  }

  @Property
  void parts_of_a_total_add_up_and_each_is_its_own_change(@ForAll("sums") List<Value> values) {
    Split split = Split.ofTotals(values);
    assertThat(split.volume().plus(split.mix()).plus(split.real())).isEqualTo(split.change());
    Fraction volume = Fraction.ZERO;
    Fraction mix = Fraction.ZERO;
    Fraction real = Fraction.ZERO;
    for (Split.Row row : split.rows()) {
      volume = volume.plus(row.volume());
      mix = mix.plus(row.mix());
      real = real.plus(row.real());
      assertThat(row.part()).isEqualTo(row.of().after().total().minus(row.of().before().total()));
    }
    assertThat(volume).isEqualTo(split.volume());
    assertThat(mix).isEqualTo(split.mix());
    assertThat(real).isEqualTo(split.real());
  }

  @Property
  void a_count_is_volume_alone(@ForAll("sums") List<Value> values) {
    Split split =
        Split.ofTotals(
            values.stream()
                .map(
                    one ->
                        new Value(
                            null,
                            Piece.count(one.before().items()),
                            Piece.count(one.after().items())))
                .toList());
    assertThat(split.volume()).isEqualTo(split.change());
    assertThat(split.rows()).allMatch(row -> row.real().signum() == 0);
  }

  /** So many tens of items, of which so many tenths are met before and after. */
  record Steady(int tens, int before, int after) {}

  @Provide
  Arbitrary<List<Steady>> steady() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 500),
            Arbitraries.integers().between(0, 10),
            Arbitraries.integers().between(0, 10))
        .as(Steady::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property
  void the_same_mix_brings_nothing_however_many_there_are(
      @ForAll("steady") List<Steady> values, @ForAll @IntRange(min = 1, max = 9) int times) {
    Split split =
        Split.of(
            values.stream()
                .map(
                    one ->
                        new Value(
                            null,
                            Piece.share(one.tens() * one.before(), one.tens() * 10L),
                            Piece.share(
                                (long) times * one.tens() * one.after(), times * one.tens() * 10L)))
                .toList());
    assertThat(split.mix()).isEqualTo(Fraction.ZERO);
    assertThat(split.rows()).allMatch(row -> row.mix().signum() == 0);
    assertThat(split.real()).isEqualTo(split.change());
  }

  @Property
  void the_range_holds_the_number_and_no_change_at_all_is_no_real_change(
      @ForAll("values") List<Value> values) {
    Split split = Split.of(values);
    Interval real = split.realRange();
    assertThat(real.low()).isLessThanOrEqualTo(split.real().doubleValue() + 1e-9);
    assertThat(real.high()).isGreaterThanOrEqualTo(split.real().doubleValue() - 1e-9);
    List<Value> still =
        values.stream().map(one -> new Value(one.value(), one.before(), one.before())).toList();
    assertThat(Split.of(still).change()).isEqualTo(Fraction.ZERO);
    assertThat(Split.of(still).real()).isEqualTo(Fraction.ZERO);
  }
}
