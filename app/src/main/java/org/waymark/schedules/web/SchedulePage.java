package org.waymark.schedules.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * The hours that were said, or one of them to be corrected.
 *
 * @param id of the one to be corrected; null for the list
 * @param rows what was said: all, or the one
 * @param language of the names of calendars and holidays
 */
public record SchedulePage(
    @Nullable String id,
    List<Row> rows,
    Form form,
    boolean mayChange,
    List<Option> units,
    List<Option> zones,
    List<Option> holidays,
    String language) {

  /**
   * @param unit who works
   * @param from since when, in words
   * @param week "Monday–Friday 9:00–17:00", one line each
   * @param holidays name of the calendar; null when none is kept
   * @param next the next hours, in words
   * @param closed the next days without any, in words
   */
  public record Row(
      String id,
      String unit,
      String from,
      List<String> week,
      String zone,
      @Nullable String holidays,
      String next,
      List<String> closed) {}
}
