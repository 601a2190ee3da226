package org.waymark.measure;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.About;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Measure;

/** What whole periods tell of customers, one period and one customer after the other. */
final class ReferencePeriods {

  private final PeriodPlan periods;
  private final Plan plan;
  private final Known known;

  /** Everything that has started by the plan's asOf and is not withdrawn. */
  private final List<Fact> all;

  ReferencePeriods(PeriodPlan periods, Collection<Fact> held) {
    this.periods = periods;
    this.plan = periods.items();
    this.known = plan.known();
    this.all = held.stream().filter(fact -> Population.isThere(plan, fact)).toList();
  }

  Cells cells() {
    Cells.Gathering cells = new Cells.Gathering();
    for (Span span : periods.spans()) {
      if (!periods.cohorts().isEmpty()) {
        cohorts(span, cells);
        continue;
      }
      byValue(items())
          .forEach(
              (value, items) -> {
                Tally tally = tally(span, items);
                if (!tally.equals(PeriodTally.NOTHING) && !tally.equals(new RateTally(0, 0))) {
                  cells.add(span.from(), value.isEmpty() ? null : value.getFirst(), tally);
                }
              });
    }
    return cells.cells();
  }

  /** What may count at all: the metric's own items, and what a rate is of. */
  private List<Fact> items() {
    return all.stream()
        .filter(
            fact ->
                Population.has(plan.metric(), fact)
                    || (periods.measure() instanceof Measure.Rate rate && isOver(rate, fact)))
        .filter(fact -> Population.passes(plan, fact))
        .toList();
  }

  /** By the value of the dimension, as a list of one; what carries none under the empty list. */
  private Map<List<String>, List<Fact>> byValue(List<Fact> items) {
    return items.stream()
        .collect(
            Collectors.groupingBy(
                fact -> {
                  @Nullable String value = Population.value(plan.by(), fact);
                  return value == null ? List.<String>of() : List.of(value);
                },
                () -> new TreeMap<>(Comparator.comparing(Object::toString)),
                Collectors.toList()));
  }

  private Tally tally(Span span, List<Fact> items) {
    return switch (periods.measure()) {
      case Measure.Distinct _ -> distinct(span, items);
      case Measure.Rate rate -> rate(span, rate, items);
      case Measure.Churn _, Measure.Retention _ -> churn(span, items);
      case Measure.Repeat _ -> repeat(span, items);
      case Measure.FirstContact first -> firstContact(span, micros(first.within()), items);
      case Measure.FollowedUp followed -> followedUp(span, micros(followed.within()), items);
      case Measure.Duration _, Measure.Share _, Measure.Nps _, Measure.Mean _, Measure.Count _ ->
          throw fromDays();
      case Measure.Sum _, Measure.OnTime _, Measure.Reopened _ -> throw fromDays();
    };
  }

  private IllegalArgumentException fromDays() {
    return new IllegalArgumentException(plan.metric().key() + " adds up from days");
  }

  private PeriodTally distinct(Span span, List<Fact> items) {
    List<Fact> present =
        items.stream()
            .filter(item -> started(item) < span.endUs() && lastSeen(item) >= span.startUs())
            .toList();
    return new PeriodTally(customers(present).size(), 0, nobodys(present), 0);
  }

  private RateTally rate(Span span, Measure.Rate rate, List<Fact> items) {
    long of =
        items.stream()
            .filter(item -> Population.has(plan.metric(), item))
            .filter(item -> Population.holds(rate.of(), item) && span.contains(started(item)))
            .count();
    List<Fact> over = items.stream().filter(item -> isOver(rate, item)).toList();
    return new RateTally(of, distinct(span, over).n());
  }

  private PeriodTally churn(Span span, List<Fact> items) {
    List<Fact> atStart =
        items.stream()
            .filter(item -> started(item) < span.startUs() && lastSeen(item) >= span.startUs())
            .toList();
    long lost = 0;
    long unsettled = 0;
    for (Long customer : customers(atStart)) {
      List<Fact> atEnd =
          items.stream()
              .filter(item -> customer.equals(item.customerNo()) && started(item) < span.endUs())
              .filter(item -> lastSeen(item) >= span.startUs())
              .toList();
      boolean sure = atEnd.stream().anyMatch(item -> lastSeen(item) >= span.endUs());
      boolean perhaps = atEnd.stream().anyMatch(this::isOpen);
      lost += sure || perhaps ? 0 : 1;
      unsettled += perhaps && !sure ? 1 : 0;
    }
    return new PeriodTally(customers(atStart).size(), lost, nobodys(atStart), unsettled);
  }

  private PeriodTally repeat(Span span, List<Fact> items) {
    List<Fact> before =
        items.stream()
            .filter(item -> started(item) >= span.beforeUs() && started(item) < span.startUs())
            .toList();
    Set<Long> again =
        customers(items.stream().filter(item -> span.contains(started(item))).toList());
    long came = customers(before).stream().filter(again::contains).count();
    return new PeriodTally(customers(before).size(), came, nobodys(before), 0);
  }

  private void cohorts(Span span, Cells.Gathering cells) {
    List<Fact> items = items();
    Map<Long, Long> firstVisit = new TreeMap<>();
    for (Fact item : items) {
      if (item.customerNo() != null) {
        firstVisit.merge(item.customerNo(), started(item), Math::min);
      }
    }
    Set<Long> came =
        customers(items.stream().filter(item -> span.contains(started(item))).toList());
    for (Span cohort : periods.cohorts()) {
      Set<Long> members = new HashSet<>();
      firstVisit.forEach(
          (customer, first) -> {
            if (cohort.contains(first)) {
              members.add(customer);
            }
          });
      if (!members.isEmpty() && (cohort.endUs() <= span.startUs() || isThe(cohort, span))) {
        long met = members.stream().filter(came::contains).count();
        cells.add(
            span.from(), cohort.from().toString(), new PeriodTally(members.size(), met, 0, 0));
      }
    }
  }

  /** In its own period everybody of a cohort has come, by what a cohort is. */
  private static boolean isThe(Span cohort, Span span) {
    return cohort.startUs() == span.startUs() && cohort.endUs() == span.endUs();
  }

  private PeriodTally firstContact(Span span, long within, List<Fact> items) {
    List<Fact> done =
        items.stream()
            .filter(item -> Population.done(plan, item) != null)
            .filter(item -> span.contains(doneAt(item)))
            .toList();
    List<Fact> ofSomebody = done.stream().filter(item -> item.customerNo() != null).toList();
    long met =
        ofSomebody.stream()
            .filter(item -> !hasHappened(item.reopened()))
            .filter(item -> item.contacts() == null || item.contacts() <= 1)
            .filter(item -> all.stream().noneMatch(other -> isAgain(item, other, within)))
            .count();
    long unsettled =
        ofSomebody.stream().filter(item -> doneAt(item) + within > seenUntil(item)).count();
    return new PeriodTally(ofSomebody.size(), met, nobodys(done), unsettled);
  }

  /** Whether the customer began the same again soon after the first was done. */
  private boolean isAgain(Fact done, Fact other, long within) {
    Set<Kind> kinds = plan.metric().kinds();
    long after = started(other) - doneAt(done);
    return (kinds.isEmpty() ? other.kind() != Kind.TALLY : kinds.contains(other.kind()))
        && Objects.equals(done.customerNo(), other.customerNo())
        && Objects.equals(done.topic(), other.topic())
        && after > 0
        && after <= within;
  }

  private PeriodTally followedUp(Span span, long within, List<Fact> items) {
    List<Fact> answers = items.stream().filter(item -> span.contains(started(item))).toList();
    Predicate<Fact> followed =
        answer ->
            all.stream()
                .anyMatch(
                    other ->
                        other.kind() == Kind.CASE
                            && new About(answer.sourceNo(), answer.itemId()).equals(other.about())
                            && started(other) >= started(answer)
                            && other.responded() != null
                            && hasHappened(other.responded())
                            && other.responded().us() - started(answer) <= within);
    long unsettled =
        answers.stream().filter(answer -> started(answer) + within > seenUntil(answer)).count();
    return new PeriodTally(answers.size(), answers.stream().filter(followed).count(), 0, unsettled);
  }

  private boolean isOver(Measure.Rate rate, Fact fact) {
    Condition where = rate.over().where();
    return rate.over().kinds().contains(fact.kind()) && Population.holds(where, fact);
  }

  /** The last microsecond at which it is known to be there; of anything but subscriptions, once. */
  private long lastSeen(Fact item) {
    if (item.kind() != Kind.SUBSCRIPTION) {
      return started(item);
    }
    return hasHappened(item.finished())
        ? Objects.requireNonNull(item.finished()).us()
        : Math.max(started(item), seenUntil(item));
  }

  private boolean isOpen(Fact item) {
    return item.kind() == Kind.SUBSCRIPTION && !hasHappened(item.finished());
  }

  private boolean hasHappened(@Nullable Moment moment) {
    return moment != null && moment.us() <= plan.asOfMicros();
  }

  /** Until when its source is known; of an unknown one nothing has been seen. */
  private long seenUntil(Fact item) {
    return known.has(item.sourceNo()) ? known.of(item.sourceNo()) : Long.MIN_VALUE;
  }

  private long doneAt(Fact item) {
    return Objects.requireNonNull(Population.done(plan, item)).us();
  }

  private static long started(Fact item) {
    return item.started().us();
  }

  private static Set<Long> customers(List<Fact> items) {
    return items.stream()
        .map(Fact::customerNo)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static long nobodys(List<Fact> items) {
    return items.stream().filter(item -> item.customerNo() == null).count();
  }

  private static long micros(java.time.Duration time) {
    return Math.multiplyExact(time.toMillis(), 1_000L);
  }
}
