package org.waymark.measurement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.waymark.intake.Facts;
import org.waymark.measure.Cell;
import org.waymark.measure.Reading;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.platform.Tenancy;
import org.waymark.schedules.Timetable;
import org.waymark.schedules.Timetables;
import org.waymark.workspace.Workspaces;

/**
 * What a definition would say of the interactions that are held, before anybody keeps it. Neither
 * the definition nor its days are kept.
 */
@Component
public class Trials {
  /** Days of the history: thirteen months, so that a month can be seen beside that of last year. */
  static final int MOST_DAYS = 396;

  private final Measurement measurement;
  private final Refreshing refreshing;
  private final Periods periods;
  private final Workspaces workspaces;
  private final Facts facts;
  private final Timetables timetables;
  private final Tenancy tenancy;
  private final Clock clock;

  Trials(
      Measurement measurement,
      Refreshing refreshing,
      Periods periods,
      Workspaces workspaces,
      Facts facts,
      Timetables timetables,
      Tenancy tenancy,
      Clock clock) {
    this.measurement = measurement;
    this.refreshing = refreshing;
    this.periods = periods;
    this.workspaces = workspaces;
    this.facts = facts;
    this.timetables = timetables;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param latest the last four weeks of which anything is known, as one
   * @param latestDays those days
   * @param history the latest thirteen months at most, in periods
   * @param days all days of the history
   * @param counted how many interactions the history counts
   * @param leftOut how many more it would count without the conditions of the definition
   */
  public record Trial(
      Readings latest,
      Period latestDays,
      Readings history,
      Period days,
      long counted,
      long leftOut) {}

  /** Tries a definition on what is held, in its first statistic. */
  public Trial of(MetricDefinition metric) {
    Period shown = measurement.shown(metric);
    Period days = within(shown, shown.to().minusDays(MOST_DAYS - 1));
    Period latest = measurement.latest(metric);
    Period latestDays = within(latest, days.from());
    ReadingQuery all = ReadingQuery.pooled(metric.key(), null, days);
    List<ReadingQuery> queries =
        new ArrayList<>(List.of(all.days(latestDays), all, all.per(Per.MONTH)));
    if (days.days() <= 200) {
      queries.add(all.per(Per.WEEK));
    }
    if (days.days() <= 45) {
      queries.add(all.per(Per.DAY));
    }
    List<Readings> answers = answers(metric, queries, days);
    long counted = counted(metric, metric.where(), days);
    long without =
        metric.where().equals(Condition.ALWAYS) ? counted : counted(metric, Condition.ALWAYS, days);
    return new Trial(
        answers.get(0),
        latestDays,
        finest(answers.subList(2, answers.size())),
        days,
        counted,
        without - counted);
  }

  /** The shortest periods of which most have a number; the longest where none have. */
  private static Readings finest(List<Readings> fromLong) {
    Readings finest = fromLong.getFirst();
    for (Readings one : fromLong) {
      long numbers = one.items().stream().filter(item -> isNumber(item.reading())).count();
      if (2 * numbers > one.items().size()) {
        finest = one;
      }
    }
    return finest;
  }

  private static boolean isNumber(Reading reading) {
    return switch (reading) {
      case Reading.Measured measured -> true;
      case Reading.AtLeast atLeast -> true;
      case Reading.TooFew few -> false;
      case Reading.NoData none -> false;
    };
  }

  /** Answers to questions about the same days, from one look at the interactions. */
  private List<Readings> answers(MetricDefinition metric, List<ReadingQuery> queries, Period days) {
    Measurement.Asked asked =
        tenancy.in(
            tenancy.current(),
            () -> {
              Timetable timetable =
                  metric.measure().byBusinessHours() ? timetables.current() : Timetable.NONE;
              return new Measurement.Asked(
                  workspaces.current(),
                  queries.stream()
                      .map(query -> Question.of(query, metric, null, timetable, clock.instant()))
                      .toList(),
                  facts.knownUntil());
            });
    if (metric.measure().acrossDays()) {
      return asked.questions().stream()
          .map(
              question ->
                  Measurement.finish(
                      asked,
                      question,
                      periods.once(measurement.whole(asked, question), asked.settings().zone())))
          .toList();
    }
    Question first = asked.questions().getFirst();
    List<Cell> cells = new ArrayList<>();
    refreshing
        .asOf(first.slice(), all(days), Moment.micros(first.asOf()))
        .values()
        .forEach(cells::addAll);
    return asked.questions().stream()
        .map(question -> Measurement.finish(asked, question, cells))
        .toList();
  }

  private static NavigableSet<LocalDate> all(Period days) {
    NavigableSet<LocalDate> all = new TreeSet<>();
    days.from().datesUntil(days.to().plusDays(1)).forEach(all::add);
    return all;
  }

  private static Period within(Period days, LocalDate first) {
    return days.from().isBefore(first) ? new Period(first, days.to()) : days;
  }

  /** How many interactions a definition counts under a condition. */
  private long counted(MetricDefinition metric, Condition where, Period days) {
    boolean countsSomethingElse =
        metric.measure().acrossDays() || metric.measure() instanceof Measure.Rate;
    MetricDefinition counting =
        new MetricDefinition(
            metric.key(),
            metric.version(),
            metric.label(),
            metric.kinds(),
            where,
            metric.anchor(),
            countsSomethingElse ? new Measure.Count() : metric.measure(),
            countsSomethingElse ? List.of(Statistic.Plain.COUNT) : metric.statistics(),
            List.of(),
            metric.direction(),
            metric.minimum());
    ReadingQuery all = ReadingQuery.pooled(metric.key(), null, days);
    return switch (answers(counting, List.of(all), days).getFirst().single()) {
      case Reading.Measured measured -> measured.n();
      case Reading.AtLeast atLeast -> atLeast.n();
      case Reading.TooFew few -> few.n();
      case Reading.NoData none -> 0;
    };
  }
}
