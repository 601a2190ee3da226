package org.waymark.measure;

import java.util.Set;
import java.util.TreeSet;
import org.waymark.measure.metric.Dimension;

/** Keeps the items that carry one of several values; an item that carries none is left out. */
public sealed interface Filter {

  /** The dimension it filters by. */
  Dimension dimension();

  /** Items of these units, by number; whoever asks has already added the descendants. */
  record Units(Set<Integer> numbers) implements Filter {
    public Units {
      numbers = Set.copyOf(numbers);
    }

    @Override
    public Dimension dimension() {
      return Dimension.UNIT;
    }
  }

  /** Items with one of these words. */
  record Words(Dimension.ByText dimension, Set<String> values) implements Filter {
    public Words {
      values = java.util.Collections.unmodifiableSet(new TreeSet<>(values));
    }
  }
}
