package org.waymark.measure.fact;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One immutable Parquet file with facts of one file day, and what has to be known of it without
 * opening it.
 *
 * @param fileDay the UTC date of the start of everything in it
 * @param rows how many rows it has, gone ones included
 * @param unique true when no key is in it twice
 * @param imports the imports whose rows it holds
 * @param ranges smallest and largest value of each instant among the rows that are not gone; an
 *     instant that no row has is absent
 * @param maxInstant the largest of all instants in it, in microseconds; {@link Long#MIN_VALUE} when
 *     every row is gone
 */
public record FactFile(
    UUID id,
    LocalDate fileDay,
    Path path,
    long rows,
    boolean unique,
    Set<Long> imports,
    Map<Instants, Range> ranges,
    long maxInstant) {

  public FactFile {
    imports = Set.copyOf(imports);
    ranges = Map.copyOf(ranges);
    if (rows < 1) {
      throw new IllegalArgumentException("a file of facts is not empty");
    }
  }

  /** Smallest and largest microsecond, both included. */
  public record Range(long min, long max) {
    public Range {
      if (min > max) {
        throw new IllegalArgumentException("a range runs from its smallest to its largest value");
      }
    }

    boolean touches(long from, long to) {
      return min <= to && from <= max;
    }
  }

  /** The same file lying elsewhere. */
  public FactFile at(Path elsewhere) {
    return new FactFile(id, fileDay, elsewhere, rows, unique, imports, ranges, maxInstant);
  }

  boolean mayHold(Instants instant, long from, long to) {
    @Nullable Range range = ranges.get(instant);
    return range != null && range.touches(from, to);
  }
}
