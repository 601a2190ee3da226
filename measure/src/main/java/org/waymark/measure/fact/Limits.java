package org.waymark.measure.fact;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What one DuckDB may use.
 *
 * @param threads worker threads
 * @param memoryBytes off-heap memory; beyond it DuckDB spills or refuses
 * @param spill folder for spilled data, of ours alone
 * @param timeout longest time for one statement
 */
public record Limits(int threads, long memoryBytes, Path spill, Duration timeout) {
  public Limits {
    if (threads < 1 || memoryBytes < 64L << 20) {
      throw new IllegalArgumentException("DuckDB needs a thread and 64 MiB");
    }
    if (timeout.toSeconds() < 1) {
      throw new IllegalArgumentException("the shortest time limit is one second");
    }
  }

  /** Two threads, one gibibyte, ten minutes. */
  public static Limits modest(Path spill) {
    return new Limits(2, 1L << 30, spill, Duration.ofMinutes(10));
  }
}
