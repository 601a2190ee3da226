package org.waymark.library;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A candidate goal.
 *
 * @param version 0 as it ships, else how often this workspace has written it
 * @param shipped whether it came with the product, changed here or not
 * @param hidden whether this workspace does not want to be shown it
 * @param industries empty when it fits any
 * @param area code of the area it is about; null for none
 * @param statement what is to be reached
 * @param result what shows it, as it stands within a sentence
 * @param metric key of the metric, which this workspace may not measure yet; null when people tell
 * @param up whether more is better
 * @param process what a team does, week by week, so that it comes about
 * @param done what is counted of that
 * @param actions how many of these in a quarter
 */
public record LibraryEntry(
    String code,
    int version,
    boolean shipped,
    boolean hidden,
    Set<Function> functions,
    Set<Industry> industries,
    @Nullable String area,
    String statement,
    @Nullable String why,
    String result,
    @Nullable String metric,
    @Nullable String statistic,
    boolean up,
    Band band,
    String process,
    String done,
    int actions) {

  public LibraryEntry {
    functions = functions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(functions));
    industries = industries.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(industries));
  }

  /** Whether it is meant for this function and this industry; null means any. */
  boolean fits(@Nullable Function function, @Nullable Industry industry) {
    return (function == null || functions.contains(function))
        && (industry == null || industries.isEmpty() || industries.contains(industry));
  }
}
