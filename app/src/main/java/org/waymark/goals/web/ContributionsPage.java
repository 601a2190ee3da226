package org.waymark.goals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Goal;
import org.waymark.web.Change;
import org.waymark.web.Fact;

/**
 * How a key result's number came about.
 *
 * @param figure the number; absent while there is none
 * @param said what is known, each a sentence
 * @param metric address of the metric's page, narrowed as the key result is; absent for told
 *     numbers
 * @param meaning what the metric counts
 * @param facts days, filters, evidence, versions
 * @param behind address of the interactions behind it; absent where there are none, or the reader
 *     may not see them
 * @param scoring how the number becomes progress and a score, each a sentence
 * @param parts what it is made of, where it is made of several things
 * @param later of a closed goal, what later data make of it
 */
public record ContributionsPage(
    Goal goal,
    String name,
    String aim,
    @Nullable String figure,
    @Nullable String basis,
    @Nullable Change change,
    List<String> said,
    @Nullable String metric,
    @Nullable String measure,
    @Nullable String meaning,
    List<Fact> facts,
    @Nullable String behind,
    List<String> scoring,
    @Nullable Parts parts,
    @Nullable String later) {

  /** A table of contributions; every row has one cell for each head. */
  public record Parts(String caption, List<String> heads, List<Row> rows) {}

  /**
   * @param address of the interactions behind this contribution
   */
  public record Row(List<String> cells, @Nullable String address) {}
}
