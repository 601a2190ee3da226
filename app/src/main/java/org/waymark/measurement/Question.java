package org.waymark.measurement;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Filter;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.people.UnitTree;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.schedules.Timetable;

/**
 * A query that makes sense: everything it names is known, and it says which slice answers it.
 *
 * @param slice the cells to read
 * @param values the values of the slice's dimension that count; null for all
 * @param cut whether the answer is told by the values of the slice's dimension, or pooled over them
 * @param tree tells the codes of units; null when the question does not name units
 */
record Question(
    ReadingQuery query,
    MetricDefinition metric,
    Statistic statistic,
    Slice slice,
    @Nullable Set<String> values,
    boolean cut,
    @Nullable UnitTree tree,
    Instant asOf) {

  /** Most periods of one answer. */
  static final int MOST_PERIODS = 4_000;

  /** The same of periods that do not add up from days. */
  static final int MOST_WHOLE_PERIODS = 400;

  /** Whether the query names units, so that it needs their tree. */
  static boolean namesUnits(ReadingQuery query) {
    return "unit".equals(query.by()) || query.filters().containsKey("unit");
  }

  /**
   * Understands a query.
   *
   * @param tree the units on the day the query stands on; null only when it names none
   * @param timetable by which hours the workspace works
   * @throws InvalidInput naming every field that makes no sense
   */
  static Question of(
      ReadingQuery query,
      MetricDefinition metric,
      @Nullable UnitTree tree,
      Timetable timetable,
      Instant now) {
    List<FieldError> errors = new ArrayList<>();
    Statistic statistic = statistic(query, metric, errors);
    Dimension by = query.by() == null ? null : dimension("by", query.by(), metric, errors);
    Map<Dimension, Filter> filters = new LinkedHashMap<>();
    query
        .filters()
        .forEach(
            (field, values) -> {
              Dimension dimension = dimension(field, field, metric, errors);
              if (dimension != null) {
                filters.put(dimension, filter(field, dimension, values, tree, errors));
              }
            });
    if (query.weighted() && !metric.measure().weighs()) {
      errors.add(new FieldError("weighted", metric.key() + " is not made of survey answers"));
    }
    if (query.per().atMost(query.days()) > MOST_PERIODS) {
      errors.add(
          new FieldError(
              "per",
              "makes more than "
                  + MOST_PERIODS
                  + " periods: ask for fewer days or longer periods"));
    }
    if (metric.measure().acrossDays() && query.per().atMost(query.days()) > MOST_WHOLE_PERIODS) {
      errors.add(
          new FieldError(
              "per",
              "makes more than "
                  + MOST_WHOLE_PERIODS
                  + " periods, and customers are followed through each: ask for fewer days or longer periods"));
    }
    if (Dimension.COHORT.equals(by) && query.per() == Per.ALL) {
      errors.add(
          new FieldError(
              "per", "say how long periods are, such as month: cohorts come back in periods"));
    }
    if (query.asOf() != null && query.asOf().isAfter(now)) {
      errors.add(new FieldError("asOf", "lies in the future"));
    }
    if (!errors.isEmpty() || statistic == null) {
      throw new InvalidInput(errors);
    }
    boolean across = metric.measure().acrossDays();
    Dimension cutBy = by != null || across ? by : easiest(filters.keySet());
    Filter onCut = cutBy == null || across ? null : filters.remove(cutBy);
    return new Question(
        query,
        metric,
        statistic,
        new Slice(metric, cutBy, List.copyOf(filters.values()), timetable),
        onCut == null ? null : Slice.spelled(onCut),
        by != null,
        tree,
        Moment.instant(Moment.micros(query.asOf() == null ? now : query.asOf())));
  }

  /** Whether its numbers are those of whole periods, because days do not add up. */
  boolean acrossDays() {
    return metric.measure().acrossDays();
  }

  /** The periods it asks for. */
  List<Period> periods(DayOfWeek weekStart) {
    return query.per().split(query.days(), weekStart);
  }

  /** By which hours it is timed. */
  Timetable timetable() {
    return slice.timetable();
  }

  Wanted wanted() {
    return new Wanted(slice, query.days(), values, Moment.micros(asOf));
  }

  /** What the items behind the numbers have to carry. */
  List<Filter> allFilters() {
    List<Filter> all = new ArrayList<>(slice.where());
    if (slice.by() != null && values != null) {
      all.add(
          slice.by() instanceof Dimension.ByText text
              ? new Filter.Words(text, values)
              : new Filter.Units(
                  values.stream().map(Integer::valueOf).collect(Collectors.toSet())));
    }
    return all;
  }

  /** How the answer names a value of the dimension it is cut by. */
  String named(String value) {
    if (Dimension.COHORT.equals(slice.by())) {
      return Cohorts.name(query.per(), LocalDate.parse(value));
    }
    if (tree == null || !Dimension.UNIT.equals(slice.by())) {
      return value;
    }
    return tree.byNumber(Integer.parseInt(value))
        .orElseThrow(() -> new IllegalStateException("There is no unit with number " + value))
        .code();
  }

  private static @Nullable Statistic statistic(
      ReadingQuery query, MetricDefinition metric, List<FieldError> errors) {
    if (query.statistic() == null) {
      return metric.statistic();
    }
    try {
      Statistic statistic = Statistic.of(query.statistic());
      if (metric.allows(statistic)) {
        return statistic;
      }
    } catch (IllegalArgumentException unknown) {
      // told below, together with what there is
    }
    String offered =
        metric.statistics().stream().map(Statistic::code).collect(Collectors.joining(", "));
    boolean within = metric.allows(new Statistic.Within(java.time.Duration.ofHours(4)));
    errors.add(
        new FieldError(
            "statistic",
            metric.key()
                + " offers "
                + offered
                + (within ? ", and within: a duration such as within:PT4H" : "")));
    return null;
  }

  private static @Nullable Dimension dimension(
      String field, String code, MetricDefinition metric, List<FieldError> errors) {
    try {
      Dimension dimension = Dimension.of(code);
      if (metric.has(dimension)) {
        return dimension;
      }
    } catch (IllegalArgumentException unknown) {
      // told below, together with what there is
    }
    String declared =
        metric.dimensions().stream().map(Dimension::code).collect(Collectors.joining(", "));
    errors.add(
        new FieldError(
            field, code + " is not a dimension of " + metric.key() + ", which has " + declared));
    return null;
  }

  private static Filter filter(
      String field,
      Dimension dimension,
      List<String> values,
      @Nullable UnitTree tree,
      List<FieldError> errors) {
    if (dimension instanceof Dimension.ByText text) {
      return new Filter.Words(text, Set.copyOf(values));
    }
    if (dimension instanceof Dimension.ByCohort) {
      errors.add(new FieldError(field, "cuts only: ask with by=cohort"));
    }
    Set<Integer> numbers = new TreeSet<>();
    for (String code : dimension.equals(Dimension.UNIT) ? values : List.<String>of()) {
      Set<Integer> within = tree == null ? Set.of() : tree.numbersWithin(code);
      if (within.isEmpty()) {
        errors.add(new FieldError(field, "there is no unit with the code " + code));
      }
      numbers.addAll(within);
    }
    return new Filter.Units(numbers);
  }

  /** Units first: what is below one changes with the tree, the rest of a question seldom does. */
  private static @Nullable Dimension easiest(Set<Dimension> filtered) {
    return filtered.contains(Dimension.UNIT)
        ? Dimension.UNIT
        : filtered.stream().findFirst().orElse(null);
  }
}
