package org.waymark.measure.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
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

  @Test
  void the_order_of_pooling_changes_no_sum() {
    Pool one = new Pool(List.of(LONG, SHORT));
    Pool other = new Pool(List.of(SHORT, LONG));

    assertThat(one.sum()).isEqualTo(other.sum());
    assertThat(one.squares()).isEqualTo(other.squares());
  }
}
