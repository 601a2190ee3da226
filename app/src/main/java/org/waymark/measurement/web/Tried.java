package org.waymark.measurement.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.metrics.MetricWords;
import org.waymark.web.LineChart;

/**
 * What a definition says of the data while it is being written.
 *
 * @param missing what it still lacks, or what is wrong with it, in sentences; empty when it can be
 *     read
 * @param result null while it cannot be read
 */
public record Tried(List<String> missing, @Nullable Result result) {

  /** The number alone, or why there is none: what a narrow page has room for. */
  public String brief() {
    if (result == null) {
      return String.join(" ", missing);
    }
    String figure = result.said().figure();
    return figure == null ? result.said().basis() : figure;
  }

  /** A definition that cannot be read yet. */
  static Tried not(List<String> missing) {
    return new Tried(missing, null);
  }

  /**
   * @param title name and statistic
   * @param said the number of the latest days
   * @param days what it covers
   * @param chart the history; null when there is nothing to draw
   * @param counts how many interactions the history counts, a sentence
   * @param leftOut how many its conditions leave out, a sentence
   * @param words what it means, as the metric's page will say it
   * @param json the definition to copy, line by line
   */
  public record Result(
      String title,
      Said said,
      String days,
      @Nullable LineChart chart,
      String counts,
      String leftOut,
      MetricWords words,
      List<String> json) {}
}
