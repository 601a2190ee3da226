package org.waymark.measurement;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Filter;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.schedules.Timetable;

/**
 * A cut through a metric whose days are kept together: nothing, one dimension, or one dimension
 * where others hold.
 *
 * @param by cells per value of this dimension; null for the total alone
 * @param where what has to hold besides
 * @param timetable by which hours it is timed; none unless the metric counts business hours
 */
record Slice(
    MetricDefinition metric, @Nullable Dimension by, List<Filter> where, Timetable timetable) {

  /** What the name begins with where business hours count, before that of the timetable. */
  static final String HOURS = "hours ";

  Slice {
    timetable = metric.measure().byBusinessHours() ? timetable : Timetable.NONE;
    where =
        where.stream().sorted(Comparator.comparing(filter -> filter.dimension().code())).toList();
  }

  /** Whether it is one of the few that every metric has, and not made for one question. */
  boolean plain() {
    return where.isEmpty();
  }

  boolean total() {
    return plain() && by == null;
  }

  /** Its name in the table of partials. */
  String name() {
    StringBuilder name = new StringBuilder(by == null ? "" : "by " + by.code());
    String join = " where ";
    for (Filter filter : where) {
      name.append(join).append(filter.dimension().code()).append(" in ").append(values(filter));
      join = " and ";
    }
    return Names.bounded(
        timetable.name().isEmpty() ? name.toString() : HOURS + timetable.name() + " " + name);
  }

  private static String values(Filter filter) {
    return switch (filter) {
      case Filter.Units units -> new TreeSet<>(units.numbers()).toString();
      case Filter.Words words ->
          new TreeSet<>(words.values())
              .stream().map(Slice::quoted).collect(Collectors.joining(", ", "[", "]"));
    };
  }

  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The values of {@link #by} that a filter keeps, as cells spell them. */
  static Set<String> spelled(Filter filter) {
    return switch (filter) {
      case Filter.Units units ->
          units.numbers().stream().map(String::valueOf).collect(Collectors.toSet());
      case Filter.Words words -> words.values();
    };
  }
}
