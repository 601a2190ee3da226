package org.waymark.measurement.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.measurement.Period;
import org.waymark.metrics.MetricWords;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.LineChart;
import org.waymark.web.Option;

/**
 * One metric: its number, what it means, its history and its segments.
 *
 * @param title name and statistic
 * @param said the number of the latest days
 * @param latest the days that number covers
 * @param chosen the days were asked for, so the number covers all of them
 * @param narrowed the unit and the channel that were asked for, in words; null for everything
 * @param days all days shown
 * @param facts unit, direction, population and the like
 * @param form what was asked; mistakes in it are told beside the fields
 * @param chart null while what was asked makes no sense
 * @param rows the numbers behind the chart, newest first, each with the way to its interactions
 * @param by name of the dimension the segments are cut by; null when none was asked for
 * @param segments one per value of the dimension, over all days shown
 */
public record MetricPage(
    String key,
    String title,
    MetricWords words,
    @Nullable Said said,
    Period latest,
    boolean chosen,
    @Nullable String narrowed,
    Period days,
    List<Fact> facts,
    Form form,
    List<Option> statistics,
    List<Option> pers,
    List<Option> dimensions,
    List<Option> units,
    List<Option> channels,
    @Nullable LineChart chart,
    List<Row> rows,
    @Nullable String by,
    List<Row> segments) {

  /**
   * @param name the period or the value in words
   * @param behind address of the interactions that made the number; null when there are none to see
   */
  public record Row(String name, Said said, @Nullable String behind) {}
}
