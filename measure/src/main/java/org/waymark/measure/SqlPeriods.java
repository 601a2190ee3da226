package org.waymark.measure;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Measure;

/**
 * Writes the statements of a plan of periods: one for all its periods, each row with the place of
 * its period, the value, n, met, without and unsettled of a {@link PeriodTally}. {@link
 * ReferencePeriods} says the same in plain loops.
 */
final class SqlPeriods {

  private static final String UNSETTLED = " > until_us THEN 1 ELSE 0 END";

  private final PeriodPlan periods;
  private final Plan plan;
  private final FactFiles files;

  SqlPeriods(PeriodPlan periods, FactFiles files) {
    this.periods = periods;
    this.plan = periods.items();
    this.files = files;
  }

  Question statement() {
    return switch (periods.measure()) {
      case Measure.Distinct _ -> distinct(plan.metric().kinds(), plan.metric().where());
      case Measure.Rate rate -> distinct(rate.over().kinds(), rate.over().where());
      case Measure.Churn _, Measure.Retention _ -> churn();
      case Measure.Repeat _ -> periods.cohorts().isEmpty() ? repeat() : cohorts();
      case Measure.FirstContact first -> firstContact(first.within());
      case Measure.FollowedUp followed -> followedUp(followed.within());
      case Measure.Duration _, Measure.Share _, Measure.Nps _, Measure.Mean _, Measure.Count _ ->
          throw fromDays();
      case Measure.Sum _, Measure.OnTime _, Measure.Reopened _ -> throw fromDays();
    };
  }

  /** What a rate of customers counts. */
  Question of(Measure.Rate rate) {
    Question sql = begin().add("SELECT span_no, value, COUNT(*), 0, 0, 0 FROM (SELECT " + by());
    sql.add(" AS value, started_us FROM held WHERE ");
    SqlConditions.write(sql, rate.of());
    sql.add(" AND ");
    population(sql);
    return sql.add(") AS item JOIN span ON started_us >= start_us AND started_us < end_us")
        .add(" GROUP BY 1, 2");
  }

  private IllegalArgumentException fromDays() {
    return new IllegalArgumentException(plan.metric().key() + " adds up from days");
  }

  private Question distinct(Set<Kind> kinds, Condition where) {
    return lasting(kinds, where)
        .add("SELECT span_no, value, COUNT(DISTINCT customer_no), 0, ")
        .add(sum("CASE WHEN customer_no IS NULL THEN 1 ELSE 0 END") + ", 0")
        .add(" FROM item JOIN span ON started_us < end_us AND last_us >= start_us GROUP BY 1, 2");
  }

  /**
   * Customers first, then how many they are: who had one at the start, who kept one as far as
   * anybody knows, and of whom that is known to the end.
   */
  private Question churn() {
    return lasting(plan.metric().kinds(), plan.metric().where())
        .add(", customer AS (SELECT span_no, value, customer_no, ")
        .add(sum("CASE WHEN started_us < start_us THEN 1 ELSE 0 END") + " AS had, ")
        .add("MAX(CASE WHEN is_open = 1 OR last_us >= end_us THEN 1 ELSE 0 END) AS kept, ")
        .add("MAX(CASE WHEN last_us >= end_us THEN 1 ELSE 0 END) AS sure FROM item JOIN span")
        .add(" ON started_us < end_us AND last_us >= start_us GROUP BY 1, 2, 3) ")
        .add("SELECT span_no, value, ")
        .add(sum(known("had > 0")) + ", " + sum(known("had > 0 AND kept = 0")) + ", ")
        .add(sum("CASE WHEN customer_no IS NULL THEN had ELSE 0 END") + ", ")
        .add(sum(known("had > 0 AND kept = 1 AND sure = 0")))
        .add(" FROM customer GROUP BY 1, 2");
  }

  private Question repeat() {
    return momentary()
        .add(", customer AS (SELECT span_no, value, customer_no, ")
        .add(sum("CASE WHEN started_us < start_us THEN 1 ELSE 0 END") + " AS had, ")
        .add("MAX(CASE WHEN started_us >= start_us THEN 1 ELSE 0 END) AS again FROM item JOIN span")
        .add(" ON started_us >= before_us AND started_us < end_us GROUP BY 1, 2, 3) ")
        .add("SELECT span_no, value, ")
        .add(sum(known("had > 0")) + ", " + sum(known("had > 0 AND again = 1")) + ", ")
        .add(sum("CASE WHEN customer_no IS NULL THEN had ELSE 0 END") + ", 0")
        .add(" FROM customer GROUP BY 1, 2");
  }

  /**
   * Each cohort that ended before a period began, or is that of the period itself, and who of it
   * came in it.
   */
  private Question cohorts() {
    return momentary()
        .add(", " + spans("cohort", periods.cohorts(), "cohort_no"))
        .add(
            ", member AS (SELECT customer_no, cohort_no, start_us AS opened_us, end_us AS closed_us FROM (SELECT")
        .add(" customer_no, MIN(started_us) AS first_us FROM item WHERE customer_no IS NOT NULL")
        .add(" GROUP BY 1) AS newcomer JOIN cohort ON first_us >= start_us AND first_us < end_us)")
        .add(", came AS (SELECT span_no, cohort_no, COUNT(DISTINCT item.customer_no) AS met")
        .add(" FROM item JOIN span ON started_us >= start_us AND started_us < end_us")
        .add(" JOIN member ON member.customer_no = item.customer_no GROUP BY 1, 2)")
        .add(", size AS (SELECT cohort_no, opened_us, closed_us, COUNT(*) AS members FROM member")
        .add(" GROUP BY 1, 2, 3)")
        .add(" SELECT span.span_no, size.cohort_no, members,")
        .add(" CASE WHEN met IS NULL THEN 0 ELSE met END, 0, 0")
        .add(
            " FROM span JOIN size ON closed_us <= start_us OR (opened_us = start_us AND closed_us = end_us)")
        .add(" LEFT JOIN came")
        .add(" ON came.span_no = span.span_no AND came.cohort_no = size.cohort_no");
  }

  private Question firstContact(Duration within) {
    long micros = micros(within);
    Question sql =
        begin()
            .add(", item AS (SELECT * FROM (SELECT key_no, source_no, customer_no, topic, contacts")
            .add(", " + by() + " AS value, " + SqlDone.us(plan) + " AS done_us, ")
            .add(SqlDone.reopened(plan) + " AS reopened FROM held WHERE ");
    population(sql);
    sql.add(") AS done WHERE done_us >= " + periods.firstUs() + " AND done_us < " + periods.endUs())
        .add("), begun AS (SELECT customer_no AS whose, topic AS about, started_us FROM held")
        .add(" WHERE customer_no IS NOT NULL AND " + exists(plan.metric().kinds()))
        .add("), again AS (SELECT DISTINCT key_no AS again_no FROM item JOIN begun")
        .add(" ON customer_no = whose AND (topic = about OR (topic IS NULL AND about IS NULL))")
        .add(" AND started_us > done_us AND started_us - done_us <= " + micros + ") ");
    String atOnce = "reopened = 0 AND (contacts IS NULL OR contacts <= 1) AND again_no IS NULL";
    return sql.add("SELECT span_no, value, " + sum(known("1 = 1")) + ", " + sum(known(atOnce)))
        .add(", " + sum("CASE WHEN customer_no IS NULL THEN 1 ELSE 0 END") + ", ")
        .add(sum(known("until_us IS NULL OR done_us + " + micros + " > until_us")))
        .add(" FROM item JOIN span ON done_us >= start_us AND done_us < end_us")
        .add(" LEFT JOIN again ON key_no = again_no LEFT JOIN known ON source_no = source")
        .add(" GROUP BY 1, 2");
  }

  private Question followedUp(Duration within) {
    long micros = micros(within);
    Question sql =
        begin()
            .add(", item AS (SELECT key_no, source_no, item_id, started_us, " + by() + " AS value")
            .add(" FROM held WHERE ");
    population(sql);
    return sql.add(" AND started_us >= " + periods.firstUs() + " AND started_us < ")
        .add(periods.endUs() + "), reply AS (SELECT about_source_no, about_id,")
        .add(" started_us AS begun_us, responded_us FROM held WHERE about_id IS NOT NULL AND ")
        .add(exists(Set.of(Kind.CASE)) + " AND " + SqlDone.happened(plan, Instants.RESPONDED))
        .add("), answered AS (SELECT DISTINCT key_no AS answered_no FROM item JOIN reply")
        .add(" ON about_source_no = source_no AND about_id = item_id AND begun_us >= started_us")
        .add(" AND responded_us - started_us <= " + micros + ") ")
        .add("SELECT span_no, value, COUNT(*), ")
        .add(sum("CASE WHEN answered_no IS NULL THEN 0 ELSE 1 END") + ", 0, ")
        .add(sum("CASE WHEN until_us IS NULL OR started_us + " + micros + UNSETTLED))
        .add(" FROM item JOIN span ON started_us >= start_us AND started_us < end_us")
        .add(" LEFT JOIN answered ON key_no = answered_no")
        .add(" LEFT JOIN known ON source_no = source GROUP BY 1, 2");
  }

  /**
   * Items with the last microsecond at which they are known to be there: their own start, or for a
   * subscription its finish, or until when its source is known while it is open.
   */
  private Question lasting(Set<Kind> kinds, Condition where) {
    String ended = SqlDone.happened(plan, Instants.FINISHED);
    Question sql =
        begin()
            .add(", item AS (SELECT " + by() + " AS value, customer_no, started_us, ")
            .add("CASE WHEN kind <> 'subscription' THEN started_us WHEN " + ended)
            .add(" THEN finished_us WHEN until_us IS NULL OR until_us < started_us")
            .add(" THEN started_us ELSE until_us END AS last_us, CASE WHEN kind <> 'subscription'")
            .add(" OR (" + ended + ") THEN 0 ELSE 1 END AS is_open")
            .add(" FROM held LEFT JOIN known ON source_no = source WHERE ");
    SqlConditions.write(sql, where);
    return sql.add(" AND " + exists(kinds)).add(filters()).add(") ");
  }

  private Question momentary() {
    Question sql = begin().add(", item AS (SELECT " + (periods.cohorts().isEmpty() ? by() : "0"));
    sql.add(" AS value, customer_no, started_us FROM held WHERE ");
    population(sql);
    return sql.add(") ");
  }

  private Question begin() {
    return SqlHeld.rows(files, plan.withdrawnImports())
        .add(SqlHeld.known(plan))
        .add(", " + spans("span", periods.spans(), "span_no"));
  }

  private static String spans(String table, List<Span> spans, String number) {
    return IntStream.range(0, spans.size())
        .mapToObj(
            i ->
                "(%d, CAST(%d AS BIGINT), CAST(%d AS BIGINT), CAST(%d AS BIGINT))"
                    .formatted(
                        i, spans.get(i).beforeUs(), spans.get(i).startUs(), spans.get(i).endUs()))
        .collect(
            Collectors.joining(
                ", ",
                table + " AS (SELECT * FROM (VALUES ",
                ") AS v(" + number + ", before_us, start_us, end_us))"));
  }

  /** The metric's own items that pass the filters, on whatever day. */
  private void population(Question sql) {
    SqlConditions.write(sql, plan.metric().where());
    sql.add(" AND " + exists(plan.metric().kinds())).add(filters());
  }

  private String exists(Set<Kind> kinds) {
    return SqlHeld.of(kinds)
        + " AND "
        + SqlHeld.NOT_WITHDRAWN
        + (plan.asOf() == null ? "" : " AND started_us <= " + plan.asOfMicros());
  }

  private Question filters() {
    Question sql = new Question();
    for (Filter filter : plan.filters()) {
      sql.add(" AND ");
      SqlConditions.write(sql, filter);
    }
    return sql;
  }

  private String by() {
    return plan.by() == null ? "CAST(NULL AS VARCHAR)" : SqlConditions.value(plan.by());
  }

  /** One for a customer, or an item of one, for which something holds. */
  private static String known(String condition) {
    return "CASE WHEN customer_no IS NOT NULL AND (" + condition + ") THEN 1 ELSE 0 END";
  }

  private static String sum(String summand) {
    return "CAST(SUM(" + summand + ") AS BIGINT)";
  }

  private static long micros(Duration time) {
    return Math.multiplyExact(time.toMillis(), 1_000L);
  }
}
