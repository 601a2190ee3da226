package org.waymark.measure.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PoolTest {
  private static final ValueCounts LONG =
      ValueCounts.of(new long[] {9_000_000_000_001L}, new long[] {3});
  private static final ValueCounts SHORT = ValueCounts.of(new long[] {1, 7}, new long[] {2, 1});

  @Test
  void squares_are_exact_where_doubles_would_round() {
    BigInteger value = BigInteger.valueOf(9_000_000_000_001L);

    assertThat(new Pool(List.of(LONG, SHORT)).squares())
        .isEqualTo(value.pow(2).multiply(BigInteger.valueOf(3)).add(BigInteger.valueOf(2 + 49)));
  }

  /** Among them those of items whose end was entered as the year 9999. */
  @Property(tries = 200)
  void sums_and_squares_are_exact_for_values_of_any_size(@ForAll Random random) {
    List<ValueCounts> parts = new ArrayList<>();
    BigInteger sum = BigInteger.ZERO;
    BigInteger squares = BigInteger.ZERO;
    for (int part = 0; part < 3; part++) {
      TreeMap<Long, Long> counts = new TreeMap<>();
      for (int i = 0; i < 50; i++) {
        counts.put(
            random.nextLong() >>> random.nextInt(1, 64),
            1L + random.nextInt(1 << random.nextInt(30)));
      }
      parts.add(ValueCounts.of(counts));
      for (Map.Entry<Long, Long> entry : counts.entrySet()) {
        BigInteger value = BigInteger.valueOf(entry.getKey());
        BigInteger times = BigInteger.valueOf(entry.getValue());
        sum = sum.add(value.multiply(times));
        squares = squares.add(value.multiply(value).multiply(times));
      }
    }

    assertThat(new Pool(parts).sum()).isEqualTo(sum);
    assertThat(new Pool(parts).squares()).isEqualTo(squares);
  }

  @Property(tries = 200)
  void the_steps_between_limits_are_counted_in_blocks_as_one_by_one(@ForAll Random random) {
    List<ValueCounts> parts = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      parts.add(ValueCounts.ofValues(random.longs(random.nextInt(30), 0, 40).toArray()));
    }
    Pool pool = new Pool(parts);
    ValueCounts limits = ValueCounts.ofValues(random.longs(20, 0, 60).toArray());
    for (int from = 0; from < limits.distinct(); from++) {
      int to = random.nextInt(from, limits.distinct() + 1);
      long[] steps = pool.steps(limits, from, to);
      for (int i = from; i < to; i++) {
        long before = i == 0 ? 0 : pool.upTo(limits.value(i - 1));
        assertThat(steps[i - from]).isEqualTo(pool.upTo(limits.value(i)) - before);
      }
    }
  }

  @Property(tries = 200)
  void lists_are_merged_value_by_value_whether_they_overlap_or_follow(@ForAll Random random) {
    List<ValueCounts> parts = new ArrayList<>();
    TreeMap<Long, Long> all = new TreeMap<>();
    int apart = random.nextInt(3) * 10;
    for (int part = 0; part < random.nextInt(6); part++) {
      long[] values = random.longs(random.nextInt(8), part * apart, part * apart + 11).toArray();
      parts.add(ValueCounts.ofValues(values));
      for (long value : values) {
        all.merge(value, 1L, Long::sum);
      }
    }

    assertThat(ValueCounts.merge(parts)).isEqualTo(ValueCounts.of(all));
  }

  @Test
  void the_order_of_pooling_changes_no_sum() {
    Pool one = new Pool(List.of(LONG, SHORT));
    Pool other = new Pool(List.of(SHORT, LONG));

    assertThat(one.sum()).isEqualTo(other.sum());
    assertThat(one.squares()).isEqualTo(other.squares());
  }
}
