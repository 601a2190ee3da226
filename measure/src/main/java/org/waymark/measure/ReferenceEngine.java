package org.waymark.measure;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.clock.Hours;
import org.waymark.measure.clock.Schedule;
import org.waymark.measure.fact.AddedUp;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactFile;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.FactSource;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.fact.Pause;
import org.waymark.measure.fact.Score;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.statistics.ValueCounts;

/**
 * The engine that says what is right: slow, in memory, one item after the other. Every other engine
 * has to give the same cells.
 */
public final class ReferenceEngine implements Engine {

  /** Kinds that can carry a promise, of which those without a due instant are counted. */
  static final Set<Kind> PROMISED = Set.of(Kind.CASE, Kind.ORDER, Kind.CLAIM);

  /** The scale of the net promoter score and its two limits, in millionths. */
  static final String NPS_SCALE = "nps-0-10";

  static final long PROMOTER = 9 * Score.ONE;
  static final long DETRACTOR = 6 * Score.ONE;

  private static final Comparator<Fact> LATER =
      Comparator.comparingLong(Fact::revision).thenComparingLong(Fact::importNo);

  private final FactSource source;

  public ReferenceEngine(FactSource source) {
    this.source = source;
  }

  @Override
  public Cells compute(Plan plan, FactFiles files) {
    Cells.Gathering cells = new Cells.Gathering();
    for (List<FactFile> day : files.byDay().values()) {
      for (Fact fact : held(day, plan.withdrawnImports())) {
        if (Population.exists(plan, fact)) {
          add(plan, fact, cells);
        }
      }
    }
    return cells.cells();
  }

  @Override
  public Cells compute(PeriodPlan plan, FactFiles files) {
    List<Fact> held = new ArrayList<>();
    for (List<FactFile> day : files.byDay().values()) {
      held.addAll(held(day, plan.items().withdrawnImports()));
    }
    return new ReferencePeriods(plan, held).cells();
  }

  /** What is true of one file day. */
  private Collection<Fact> held(List<FactFile> day, Set<Long> withdrawnImports) {
    Map<Long, Fact> latest = new HashMap<>();
    for (FactFile file : day) {
      for (Fact row : source.rows(file)) {
        if (!withdrawnImports.contains(row.importNo())) {
          latest.merge(row.keyNo(), row, (a, b) -> LATER.compare(a, b) >= 0 ? a : b);
        }
      }
    }
    return latest.values().stream().filter(fact -> !fact.gone()).toList();
  }

  private static void add(Plan plan, Fact fact, Cells.Gathering cells) {
    MetricDefinition metric = plan.metric();
    @Nullable LocalDate day = null;
    @Nullable Tally tally = null;
    AddedUp added = fact.addedUp();
    if (added != null) {
      if (metric.measure().acceptsTallies() && added.metric().equals(metric.key())) {
        day = fact.started().day();
        tally = pooled(metric.measure(), added);
      }
    } else if (metric.measure() instanceof Measure.Rate rate) {
      day = fact.started().day();
      tally = rate(metric, rate, fact);
    } else if (Population.has(metric, fact)) {
      day = day(plan, fact);
      tally = tally(plan, fact);
    }
    if (day != null && tally != null && !day.isBefore(plan.from()) && !day.isAfter(plan.to())) {
      cells.add(day, Population.value(plan.by(), fact), tally);
    }
  }

  private static @Nullable LocalDate day(Plan plan, Fact fact) {
    Measure measure = plan.metric().measure();
    if (measure instanceof Measure.OnTime && fact.due() == null) {
      return fact.started().day();
    }
    Moment anchor =
        measure instanceof Measure.Reopened
            ? Population.done(plan, fact)
            : fact.at(plan.metric().anchor());
    return anchor == null || anchor.us() > plan.asOfMicros() ? null : anchor.day();
  }

  /** An item may be on both sides of a rate. */
  private static @Nullable Tally rate(MetricDefinition metric, Measure.Rate rate, Fact fact) {
    boolean of = Population.has(metric, fact) && Population.holds(rate.of(), fact);
    boolean over =
        rate.over().kinds().contains(fact.kind()) && Population.holds(rate.over().where(), fact);
    return of || over ? new RateTally(of ? 1 : 0, over ? 1 : 0) : null;
  }

  /** What one item adds, or null when it adds nothing. */
  private static @Nullable Tally tally(Plan plan, Fact fact) {
    return switch (plan.metric().measure()) {
      case Measure.Count count -> new CountTally(1, 0);
      case Measure.Sum sum ->
          new SumTally(
              1, BigInteger.valueOf(fact.quantity() == null ? Score.ONE : fact.quantity()));
      case Measure.Share share -> share(fact, Population.holds(share.of(), fact));
      case Measure.Nps nps -> nps(fact);
      case Measure.Mean mean -> score(fact);
      case Measure.OnTime onTime -> onTime(plan, fact);
      case Measure.Duration duration -> duration(plan, fact, duration);
      case Measure.Reopened reopened -> share(fact, reopened(plan, fact, reopened));
      case Measure.Rate _ -> throw new IllegalStateException("rates have two sides");
      case Measure.FirstContact _, Measure.FollowedUp _, Measure.Distinct _ -> throw acrossDays();
      case Measure.Churn _, Measure.Retention _, Measure.Repeat _ -> throw acrossDays();
    };
  }

  private static IllegalArgumentException acrossDays() {
    return new IllegalArgumentException("this measure does not add up from days");
  }

  private static boolean reopened(Plan plan, Fact fact, Measure.Reopened reopened) {
    Moment again = fact.reopened();
    if (again == null || again.us() > plan.asOfMicros()) {
      return false;
    }
    Moment finished = fact.finished();
    return finished == null
        || finished.us() > plan.asOfMicros()
        || again.us() - finished.us() <= reopened.within().toMillis() * 1_000;
  }

  private static Tally share(Fact fact, boolean met) {
    Weights weights = weights(fact);
    return new ShareTally(1, met ? 1 : 0, 0, 0, weights, met ? weights.sum() : BigInteger.ZERO);
  }

  private static @Nullable Tally nps(Fact fact) {
    Score score = fact.score();
    if (score == null || !score.scale().equals(NPS_SCALE)) {
      return null;
    }
    boolean promoter = score.value() >= PROMOTER;
    boolean detractor = score.value() <= DETRACTOR;
    Weights weights = weights(fact);
    return new NpsTally(
        1,
        promoter ? 1 : 0,
        detractor ? 1 : 0,
        weights,
        promoter ? weights.sum() : BigInteger.ZERO,
        detractor ? weights.sum() : BigInteger.ZERO);
  }

  private static @Nullable Tally score(Fact fact) {
    Score score = fact.score();
    if (score == null) {
      return null;
    }
    boolean top = score.value() >= score.top();
    Weights weights = weights(fact);
    BigInteger value = BigInteger.valueOf(score.value());
    return new ScoreTally(
        1,
        top ? 1 : 0,
        value,
        value.multiply(value),
        0,
        0,
        weights,
        top ? weights.sum() : BigInteger.ZERO,
        weights.sum().multiply(value),
        weights.sum().multiply(value).multiply(value));
  }

  private static @Nullable Tally onTime(Plan plan, Fact fact) {
    Moment due = fact.due();
    if (due == null) {
      return PROMISED.contains(fact.kind()) ? new OnTimeTally(0, 0, 1, 0, 0) : null;
    }
    Known known = plan.known();
    if (!known.has(fact.sourceNo()) || due.us() > known.of(fact.sourceNo())) {
      return null;
    }
    Moment finished = fact.finished();
    boolean met = finished != null && finished.us() <= due.us();
    return new OnTimeTally(1, met ? 1 : 0, 0, 0, 0);
  }

  private static Tally duration(Plan plan, Fact fact, Measure.Duration duration) {
    Moment moment = fact.at(duration.to());
    Moment end = moment == null || moment.us() > plan.asOfMicros() ? null : moment;
    return switch (duration.clock()) {
      case CALENDAR -> calendar(fact, end);
      case BUSINESS -> business(plan, fact, end);
    };
  }

  private static Tally calendar(Fact fact, @Nullable Moment end) {
    long start = fact.started().us();
    return end == null
        ? DurationTally.open(OpenBy.calendar(fact.sourceNo()), ValueCounts.ofValues(start))
        : DurationTally.finished(ValueCounts.ofValues(end.us() - start));
  }

  private static Tally business(Plan plan, Fact fact, @Nullable Moment end) {
    Hours hours = plan.hours();
    long start = fact.started().us();
    int number = hours.of(fact.unitNo(), start);
    if (number == Hours.UNKNOWN) {
      return DurationTally.without(1);
    }
    Schedule schedule = hours.clock(number).schedule();
    long paused = 0;
    for (Pause pause : fact.pauses()) {
      paused +=
          schedule.workedBetween(
              Math.max(start, pause.fromUs()), Math.min(until(plan, end), pause.toUs()));
    }
    return end == null
        ? DurationTally.open(
            new OpenBy(fact.sourceNo(), number),
            ValueCounts.ofValues(schedule.workedBetween(schedule.fromUs(), start) + paused))
        : DurationTally.finished(
            ValueCounts.ofValues(schedule.workedBetween(start, end.us()) - paused));
  }

  /** Pauses of what is open count as far as they are told. */
  private static long until(Plan plan, @Nullable Moment end) {
    return end == null ? plan.asOfMicros() : end.us();
  }

  /** What numbers already added up add. */
  static Tally pooled(Measure measure, AddedUp added) {
    return pooled(measure, added.numerator(), added.denominator());
  }

  static Tally pooled(Measure measure, long numerator, long denominator) {
    return switch (measure) {
      case Measure.Count count -> new CountTally(0, numerator);
      case Measure.Share share ->
          new ShareTally(0, 0, denominator, numerator, Weights.NONE, BigInteger.ZERO);
      case Measure.Mean mean ->
          new ScoreTally(
              0,
              0,
              BigInteger.ZERO,
              BigInteger.ZERO,
              denominator,
              numerator,
              Weights.NONE,
              BigInteger.ZERO,
              BigInteger.ZERO,
              BigInteger.ZERO);
      case Measure.OnTime onTime -> new OnTimeTally(0, 0, 0, denominator, numerator);
      case Measure.Nps _, Measure.Duration _, Measure.Sum _, Measure.Rate _ -> throw noTallies();
      case Measure.Reopened _, Measure.FirstContact _, Measure.FollowedUp _ -> throw noTallies();
      case Measure.Distinct _, Measure.Churn _, Measure.Retention _ -> throw noTallies();
      case Measure.Repeat _ -> throw noTallies();
    };
  }

  private static IllegalArgumentException noTallies() {
    return new IllegalArgumentException("this measure cannot pool numbers already added up");
  }

  private static Weights weights(Fact fact) {
    if (fact.weight() == null) {
      return Weights.NONE;
    }
    BigInteger weight = BigInteger.valueOf(fact.weight());
    return new Weights(1, weight, weight.multiply(weight));
  }
}
