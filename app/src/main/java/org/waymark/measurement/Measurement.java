package org.waymark.measurement;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.intake.Facts;
import org.waymark.measure.Cell;
import org.waymark.measure.Finisher;
import org.waymark.measure.Known;
import org.waymark.measure.Reading;
import org.waymark.measure.Tally;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.metrics.Metrics;
import org.waymark.people.UnitTree;
import org.waymark.people.Units;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.platform.Tenancy;
import org.waymark.schedules.Timetable;
import org.waymark.schedules.Timetables;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/**
 * What the metrics of the bound workspace say. Every answer is computed from all interactions that
 * have been acknowledged: there is no waiting for a refresh.
 */
@Component
public class Measurement {
  private static final Comparator<@Nullable String> VALUES =
      Comparator.nullsLast(Comparator.naturalOrder());

  private final Metrics metrics;
  private final Units units;
  private final Workspaces workspaces;
  private final Facts facts;
  private final Partials partials;
  private final Periods periods;
  private final PartialTable table;
  private final Remembered remembered;
  private final Timetables timetables;
  private final Tenancy tenancy;
  private final Clock clock;

  Measurement(
      Metrics metrics,
      Units units,
      Workspaces workspaces,
      Facts facts,
      Partials partials,
      Periods periods,
      PartialTable table,
      Remembered remembered,
      Timetables timetables,
      Tenancy tenancy,
      Clock clock) {
    this.metrics = metrics;
    this.units = units;
    this.workspaces = workspaces;
    this.facts = facts;
    this.partials = partials;
    this.periods = periods;
    this.table = table;
    this.remembered = remembered;
    this.timetables = timetables;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /**
   * The answer to one question.
   *
   * @throws NotFound when there is no such metric
   * @throws InvalidInput naming what makes no sense, such as a dimension that the metric does not
   *     declare
   */
  public Readings readings(ReadingQuery query) {
    Asked asked = asked(List.of(query));
    Question question = asked.questions().getFirst();
    Remembered.Key key =
        Remembered.key(
                tenancy.current(), question, asked.settings().weekStart(), asked.knownUntil())
            .orElse(null);
    if (key == null) {
      return answer(asked, Refreshing.Keep.PLAIN).getFirst();
    }
    List<PartialTable.Day> days =
        tenancy.in(
            tenancy.current(), () -> table.find(List.of(question.wanted().withoutCells())).days());
    Readings before = remembered.find(key, days, asked.knownUntil(), question);
    if (before != null) {
      return before;
    }
    Readings given = answer(asked, Refreshing.Keep.PLAIN).getFirst();
    remembered.keep(key, days, asked.knownUntil(), question, given);
    return given;
  }

  /**
   * The answers to many questions, in their order, with a number of statements that does not grow
   * with them. Meant for what is asked again and again, such as key results: what had to be cut for
   * one question is kept as well.
   *
   * @throws NotFound when one of the metrics does not exist
   * @throws InvalidInput when one of the questions makes no sense
   */
  public List<Readings> readings(List<ReadingQuery> queries) {
    return queries.isEmpty() ? List.of() : answer(asked(queries), Refreshing.Keep.ALL);
  }

  /**
   * The values that occur among what a query would measure, by the dimension it is cut by: in their
   * order, and without the work of measuring them.
   *
   * @throws NotFound when there is no such metric
   * @throws InvalidInput naming what makes no sense
   */
  public List<String> values(ReadingQuery query) {
    Asked asked = asked(List.of(query));
    List<Cell> cells = cells(asked, Refreshing.Keep.PLAIN).getFirst();
    return byValue(asked.questions().getFirst(), cells).keySet().stream()
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Whether a question makes sense, without answering it.
   *
   * @throws NotFound when there is no such metric
   * @throws InvalidInput naming what makes no sense
   */
  public void check(ReadingQuery query) {
    tenancy.in(tenancy.current(), () -> questions(List.of(query), workspaces.current()));
  }

  /** From the first day that holds anything the metric may count to today, or today alone. */
  public Period known(MetricDefinition metric) {
    return tenancy.in(
        tenancy.current(),
        () -> {
          LocalDate today = workspaces.today();
          LocalDate first = table.firstDay(metric).orElse(today);
          return new Period(first.isAfter(today) ? today : first, today);
        });
  }

  /** How many days the latest number of a metric covers: four weeks. */
  private static final int LATEST_DAYS = 28;

  /**
   * The last four weeks of which anything is known: they end today, or earlier when the last day
   * that holds anything, or the moment until which the sources are known, lies earlier.
   */
  public Period latest(MetricDefinition metric) {
    LocalDate to = lastKnown(metric);
    return new Period(to.minusDays(LATEST_DAYS - 1), to);
  }

  /** The same for many metrics, by their keys. */
  public Map<String, Period> latest(List<MetricDefinition> metrics) {
    return tenancy.in(
        tenancy.current(),
        () -> {
          Map<String, Period> latest = new HashMap<>();
          metrics.forEach(metric -> latest.put(metric.key(), latest(metric)));
          return latest;
        });
  }

  /** The days to show of a metric unless others are asked for: all of which anything is known. */
  public Period shown(MetricDefinition metric) {
    LocalDate to = lastKnown(metric);
    LocalDate from = known(metric).from();
    return new Period(from.isAfter(to) ? to : from, to);
  }

  /** Whether anything has ever been brought in. */
  public boolean holdsAnything() {
    return tenancy.in(tenancy.current(), () -> !facts.knownUntil().isEmpty());
  }

  /** Until when anything at all is known: the latest snapshot or arrival of any source. */
  public Optional<Instant> knownUntil() {
    return tenancy.in(
        tenancy.current(),
        () ->
            facts.knownUntil().values().stream()
                .max(Comparator.naturalOrder())
                .map(Moment::instant));
  }

  private LocalDate lastKnown(MetricDefinition metric) {
    return tenancy.in(
        tenancy.current(),
        () -> {
          WorkspaceSettings settings = workspaces.current();
          LocalDate today = settings.today(clock);
          LocalDate last =
              isAboutWhatLasts(metric)
                  ? today
                  : table
                      .lastDay(metric, today)
                      .or(() -> table.lastAddedUp(metric, today))
                      .orElse(today);
          LocalDate known =
              facts.knownUntil().values().stream()
                  .max(Comparator.naturalOrder())
                  .map(until -> Moment.instant(until).atZone(settings.zone()).toLocalDate())
                  .orElse(today);
          return last.isAfter(known) ? known : last;
        });
  }

  /** Subscriptions go on, and end, long after the last one began. */
  private static boolean isAboutWhatLasts(MetricDefinition metric) {
    return metric.measure().acrossDays() && metric.kinds().equals(Set.of(Kind.SUBSCRIPTION));
  }

  /** Forgets every stored result of the workspace; the next readings compute them again. */
  void forget() {
    tenancy.run(tenancy.current(), table::forget);
  }

  record Asked(
      WorkspaceSettings settings, List<Question> questions, Map<Integer, Long> knownUntil) {}

  Asked asked(List<ReadingQuery> queries) {
    return tenancy.in(
        tenancy.current(),
        () -> {
          WorkspaceSettings settings = workspaces.current();
          return new Asked(settings, questions(queries, settings), facts.knownUntil());
        });
  }

  /** Days that add up and periods that do not, each in as few questions as there are kinds. */
  List<List<Cell>> cells(Asked asked, Refreshing.Keep keep) {
    List<Question> ofDays = asked.questions().stream().filter(one -> !one.acrossDays()).toList();
    List<Question> ofPeriods = asked.questions().stream().filter(Question::acrossDays).toList();
    ZoneId zone = asked.settings().zone();
    Iterator<List<Cell>> days =
        ofDays.isEmpty()
            ? Collections.emptyIterator()
            : partials
                .cells(
                    ofDays.stream().map(Question::wanted).toList(), asked.knownUntil(), zone, keep)
                .iterator();
    Iterator<List<Cell>> whole =
        ofPeriods.isEmpty()
            ? Collections.emptyIterator()
            : periods
                .cells(ofPeriods.stream().map(one -> whole(asked, one)).toList(), zone, keep)
                .iterator();
    return asked.questions().stream()
        .map(question -> (question.acrossDays() ? whole : days).next())
        .toList();
  }

  Periods.Asked whole(Asked asked, Question question) {
    DayOfWeek weekStart = asked.settings().weekStart();
    List<Period> all = question.periods(weekStart);
    LocalDate last = question.query().days().to();
    List<Period> cohorts =
        Dimension.COHORT.equals(question.slice().by())
            ? Cohorts.of(question.query().per(), known(question.metric()).from(), last, weekStart)
            : List.of();
    return new Periods.Asked(question.slice(), all, cohorts, Moment.micros(question.asOf()));
  }

  private List<Readings> answer(Asked asked, Refreshing.Keep keep) {
    List<List<Cell>> cells = cells(asked, keep);
    List<Readings> answers = new ArrayList<>();
    for (int i = 0; i < asked.questions().size(); i++) {
      answers.add(finish(asked, asked.questions().get(i), cells.get(i)));
    }
    return answers;
  }

  private List<Question> questions(List<ReadingQuery> queries, WorkspaceSettings settings) {
    Instant now = clock.instant();
    LocalDate today = settings.today(clock);
    Map<String, MetricDefinition> definitions = definitions(queries);
    Map<LocalDate, UnitTree> trees = trees(queries, today);
    Timetable timetable = timetable(definitions, queries);
    List<Question> questions = new ArrayList<>();
    for (ReadingQuery query : queries) {
      MetricDefinition metric = definitions.get(query.metric());
      if (metric == null) {
        throw new NotFound("metric");
      }
      UnitTree tree = Question.namesUnits(query) ? trees.get(standsOn(query, today)) : null;
      questions.add(Question.of(query, metric, tree, timetable, now));
    }
    return questions;
  }

  /** How everything is timed, or none when no query asks for business hours. */
  private Timetable timetable(
      Map<String, MetricDefinition> definitions, List<ReadingQuery> queries) {
    boolean asked =
        queries.stream()
            .map(query -> definitions.get(query.metric()))
            .anyMatch(metric -> metric != null && metric.measure().byBusinessHours());
    return asked ? timetables.current() : Timetable.NONE;
  }

  /** One statement, or none when no query names units. */
  private Map<LocalDate, UnitTree> trees(List<ReadingQuery> queries, LocalDate today) {
    Set<LocalDate> days =
        queries.stream()
            .filter(Question::namesUnits)
            .map(query -> standsOn(query, today))
            .collect(Collectors.toSet());
    return days.isEmpty() ? Map.of() : units.trees(days);
  }

  private static LocalDate standsOn(ReadingQuery query, LocalDate today) {
    return switch (query.standing()) {
      case THEN -> query.days().to();
      case TODAY -> today;
    };
  }

  private Map<String, MetricDefinition> definitions(List<ReadingQuery> queries) {
    boolean shippedOnly =
        queries.stream().allMatch(query -> ShippedMetrics.find(query.metric()).isPresent());
    Map<String, MetricDefinition> definitions = new HashMap<>();
    for (MetricDefinition metric : shippedOnly ? ShippedMetrics.all() : metrics.all()) {
      definitions.put(metric.key(), metric);
    }
    return definitions;
  }

  static Readings finish(Asked asked, Question question, List<Cell> cells) {
    ReadingQuery query = question.query();
    Known known = Known.of(question.asOf(), asked.knownUntil(), question.timetable().hours());
    SortedMap<@Nullable String, List<Cell>> byValue = byValue(question, cells);
    List<PeriodReading> items = new ArrayList<>();
    for (Period period : question.periods(asked.settings().weekStart())) {
      boolean settling = settling(asked, question, period);
      byValue.forEach(
          (value, its) -> {
            Reading reading = reading(question, pooled(period, its), known);
            items.add(
                new PeriodReading(
                    period,
                    value,
                    settling && reading instanceof Reading.Measured measured
                        ? measured.whileSettling()
                        : reading));
          });
    }
    return new Readings(question.metric(), question.statistic(), question.asOf(), items);
  }

  /** Whether what the number of a period waits for after its end is not yet known. */
  private static boolean settling(Asked asked, Question question, Period period) {
    Duration after = question.metric().measure().settlesAfter();
    if (after == null) {
      return false;
    }
    Instant settled =
        period.to().plusDays(1).atStartOfDay(asked.settings().zone()).toInstant().plus(after);
    long known =
        asked.knownUntil().values().stream()
            .max(Comparator.naturalOrder())
            .orElse(Moment.micros(question.asOf()));
    return settled.isAfter(question.asOf()) || Moment.micros(settled) > known;
  }

  private static SortedMap<@Nullable String, List<Cell>> byValue(
      Question question, List<Cell> cells) {
    SortedMap<@Nullable String, List<Cell>> byValue = new TreeMap<>(VALUES);
    if (!question.cut()) {
      byValue.put(null, cells);
      return byValue;
    }
    for (Cell cell : cells) {
      String value = cell.value() == null ? null : question.named(cell.value());
      byValue.computeIfAbsent(value, first -> new ArrayList<>()).add(cell);
    }
    return byValue;
  }

  private static @Nullable Tally pooled(Period period, List<Cell> cells) {
    return Tally.pool(
            cells.stream().filter(cell -> period.contains(cell.day())).map(Cell::tally).toList())
        .orElse(null);
  }

  private static Reading reading(Question question, @Nullable Tally tally, Known known) {
    return Finisher.finish(
        question.metric(), question.statistic(), tally, question.query().weighted(), known);
  }
}
