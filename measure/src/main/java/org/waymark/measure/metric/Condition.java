package org.waymark.measure.metric;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;

/**
 * What has to be true of an interaction. A condition is true or false, never unknown: a field that
 * the interaction does not carry is not equal to anything, so {@link Is}, {@link In}, {@link
 * AtLeast}, {@link AtMost} and {@link Flagged} are false for it and {@link IsNot} is true.
 */
public sealed interface Condition {

  /** Every part holds; with no parts, always true. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** At least one part holds. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("any of nothing is never true");
      }
    }
  }

  /** The field holds exactly this word. */
  record Is(Field.Text field, String value) implements Condition {}

  /** The field holds another word, or none. */
  record IsNot(Field.Text field, String value) implements Condition {}

  /** The field holds one of these words. */
  record In(Field.Text field, List<String> values) implements Condition {
    public In {
      values = List.copyOf(new TreeSet<>(values));
      if (values.isEmpty()) {
        throw new IllegalArgumentException("one of no values is never true");
      }
    }
  }

  /** The number is known and not smaller. */
  record AtLeast(Field.Amount field, BigDecimal value) implements Condition {
    public AtLeast {
      value = value.stripTrailingZeros();
    }
  }

  /** The number is known and not larger. */
  record AtMost(Field.Amount field, BigDecimal value) implements Condition {
    public AtMost {
      value = value.stripTrailingZeros();
    }
  }

  /** The flag is known and has this value. */
  record Flagged(Field.Flag field, boolean value) implements Condition {}

  /** True for everything. */
  Condition ALWAYS = new All(List.of());

  static Condition all(Condition... parts) {
    return new All(List.of(parts));
  }

  static Condition any(Condition... parts) {
    return new Any(List.of(parts));
  }
}
