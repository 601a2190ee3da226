package org.waymark.measurement.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.metrics.MetricWords;
import org.waymark.web.Change;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.LineChart;
import org.waymark.web.Option;

/**
 * One metric: its number, its history, its parts, who aims at it, and what it means.
 *
 * @param title name and statistic
 * @param formula how it is computed, ready to be set
 * @param number null while what was asked makes no sense
 * @param clocks by which hours it counts; null for what counts none
 * @param empty whether nothing has been brought in yet
 * @param chart null while there is no number to draw
 * @param aims the goals that use the metric
 * @param aimsLeftOut how many target lines found no room in the chart
 * @param parts null when it is not divided
 * @param why why it moved; null while there is no number
 * @param board what can be taken to a meeting; null without a number
 * @param goal address of a new goal with this metric; null for those who may not write one
 * @param facts unit, direction, population and the like
 * @param define null for those who may not define metrics
 */
public record MetricPage(
    String key,
    String title,
    MetricWords words,
    Formula formula,
    @Nullable Number number,
    @Nullable Clocks clocks,
    boolean empty,
    Look look,
    @Nullable LineChart chart,
    List<Aim> aims,
    int aimsLeftOut,
    @Nullable Parts parts,
    @Nullable Why why,
    @Nullable Board board,
    @Nullable String goal,
    List<Fact> facts,
    @Nullable Define define) {

  /** The way to its definition, or to one of one's own that begins like it. */
  public record Define(String address, String says) {}

  /**
   * Which hours a length of time counts, and what it is by the others.
   *
   * @param other the number by the other clock, in words; null when no metric tells it
   * @param page address of that metric with the same question
   * @param hours address where it is said when units work, or null when they do not matter here
   */
  public record Clocks(@Nullable String other, @Nullable String page, @Nullable String hours) {}

  /**
   * The number of the latest days, or of those that were asked for.
   *
   * @param days what it covers, with the zone in which a day is a day
   * @param only the part that was asked for; null for everything
   * @param change how it moved against as many days before; null where that cannot be judged
   * @param before the number of the days before, and whether the difference is more than noise;
   *     null without one
   * @param behind address of the interactions that made it; null when there are none to see
   */
  public record Number(
      Said said,
      String days,
      @Nullable String only,
      @Nullable Change change,
      @Nullable String before,
      @Nullable String behind) {}

  /**
   * How it is looked at, and how else it could be.
   *
   * @param form what was asked; mistakes in it are told beside the fields
   * @param narrow whether unit, channel or days were asked for
   * @param kept what was asked besides, which no field shows
   */
  public record Look(
      Form form,
      boolean narrow,
      Map<String, List<String>> kept,
      List<Option> statistics,
      List<Option> pers,
      List<Option> dimensions,
      List<Option> units,
      List<Option> channels) {}

  /**
   * A goal that uses the metric.
   *
   * @param title its statement
   * @param page where it is
   * @param state as the part for states takes it
   * @param way from where to where by when; null while nothing was said
   * @param measured statistic and part, in words
   * @param view address of the metric as the goal looks at it; null when that is how it is shown
   */
  public record Aim(
      String title,
      String page,
      String state,
      String stateWord,
      @Nullable String way,
      String measured,
      @Nullable String view) {}

  /**
   * The metric divided by one dimension.
   *
   * @param by name of the dimension
   * @param days all days that count
   * @param rows the largest first
   * @param scale ends of the drawings, in words; null when there is nothing to draw
   * @param table address of the same as CSV
   */
  public record Parts(
      String by, String days, List<Part> rows, @Nullable String scale, String table) {}

  /**
   * Why the number moved between two periods.
   *
   * @param form the periods and the dimension; mistakes in it are told beside the fields
   * @param kept what the page was asked besides
   * @param because the answer; null while the question makes no sense
   * @param divided whether somebody asked for a dimension, so that its parts are shown at once
   */
  public record Why(
      Form form,
      List<Option> dimensions,
      Map<String, List<String>> kept,
      @Nullable Because because,
      boolean divided) {}

  /**
   * The answer to why it moved.
   *
   * @param says the change in one sentence with its parts and its uncertainty
   * @param reason why it cannot be split; null where it is
   * @param otherwise that it does not follow all that was asked; null where it does
   * @param by name of the dimension; null without a split by one
   * @param columns what the numbers of each row are called
   * @param rows the largest part first, the whole last; empty without a split by a dimension
   * @param how what the columns mean
   */
  public record Because(
      String says,
      @Nullable String reason,
      @Nullable String otherwise,
      String before,
      String after,
      @Nullable String by,
      List<String> columns,
      List<WhyRow> rows,
      String how) {}

  /**
   * What one value of a dimension brought, in words; or all of them.
   *
   * @param brought as many as there are columns
   */
  public record WhyRow(
      String name, String before, String after, List<String> brought, boolean whole) {}

  /**
   * @param name the value in words
   * @param range its place among the others; null when it has no number
   * @param view address of the metric narrowed to it; null for items that state none
   * @param behind address of the interactions that made the number; null when there are none to see
   */
  public record Part(
      String name,
      Said said,
      @Nullable RangeMark range,
      @Nullable String view,
      @Nullable String behind) {}
}
