package org.waymark.measure;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.Measure;

/**
 * Writes the statements of a plan; with {@link SqlPeriods}, {@link SqlBusiness} and what they are
 * made of ({@link SqlHeld}, {@link SqlDone}, {@link SqlConditions}) the only place that writes SQL
 * over facts. It keeps to what DuckDB and Spark read alike: SELECT, WHERE, GROUP BY, CASE, COUNT,
 * SUM, CTE, JOIN and row_number; whole numbers and DECIMAL(38,0); no division.
 */
final class SqlCompiler {

  private static final String WEIGHT = "CAST(weight AS DECIMAL(38,0))";
  private static final String SCORE = "CAST(score AS DECIMAL(38,0))";

  private final Plan plan;
  private final FactFiles files;

  SqlCompiler(Plan plan, FactFiles files) {
    this.plan = plan;
    this.files = files;
  }

  /** Sums of the items by day and value, in the order in which {@link DuckDbEngine} reads them. */
  Question sums() {
    return switch (plan.metric().measure()) {
      case Measure.Count count -> anchored(new Question().add("COUNT(*)"), "1 = 1");
      case Measure.Sum sum ->
          anchored(
              new Question()
                  .add("COUNT(*), ")
                  .add(decimal("CASE WHEN quantity IS NULL THEN 1000000 ELSE quantity END")),
              "1 = 1");
      case Measure.Share share -> anchored(shareSums(share), "1 = 1");
      case Measure.Nps nps ->
          anchored(npsSums(), "scale = '" + ReferenceEngine.NPS_SCALE + "' AND score IS NOT NULL");
      case Measure.Mean mean -> anchored(scoreSums(), "score IS NOT NULL");
      case Measure.OnTime onTime -> due();
      case Measure.Duration duration -> finished(duration);
      case Measure.Reopened reopened -> reopened(reopened);
      case Measure.Rate rate -> of(rate);
      case Measure.FirstContact _, Measure.FollowedUp _, Measure.Distinct _ -> throw acrossDays();
      case Measure.Churn _, Measure.Retention _, Measure.Repeat _ -> throw acrossDays();
    };
  }

  private IllegalArgumentException acrossDays() {
    return new IllegalArgumentException(plan.metric().key() + " does not add up from days");
  }

  /** What was finished, or is open again: day, value, how many, how many of them reopened. */
  private Question reopened(Measure.Reopened reopened) {
    Question sql =
        held()
            .add("SELECT done_day AS day, value, COUNT(*), " + whole("met") + " FROM (")
            .add("SELECT " + by() + " AS value, " + SqlDone.day(plan) + " AS done_day, ")
            .add(SqlDone.reopenedWithin(plan, reopened.within()) + " AS met FROM held WHERE ");
    exists(sql, plan.metric().kinds(), plan.metric().where());
    return sql.add(") AS done WHERE " + days("done_day") + " GROUP BY 1, 2");
  }

  /** What a rate counts, by the day of its start: day, value, how many. */
  private Question of(Measure.Rate rate) {
    Question which = new Question();
    SqlConditions.write(which, rate.of());
    Question sql =
        held().add("SELECT " + day(Instants.STARTED) + ", " + by() + " AS value, COUNT(*)");
    sql.add(" FROM held WHERE ").add(which).add(" AND ");
    population(sql, Instants.STARTED);
    return sql.add(" GROUP BY 1, 2");
  }

  /** What a rate is of, by the day of its start: day, value, how many. */
  Question over(Measure.Over over) {
    Question sql =
        held().add("SELECT " + day(Instants.STARTED) + ", " + by() + " AS value, COUNT(*)");
    sql.add(" FROM held WHERE " + days(Instants.STARTED.dayColumn()) + " AND ");
    exists(sql, over.kinds(), over.where());
    return sql.add(" GROUP BY 1, 2");
  }

  /** Items that finished: day, value, duration, how many; in rising order. */
  private Question finished(Measure.Duration duration) {
    String took = duration.to().column() + " - started_us";
    Question sql = held().add("SELECT " + day(Instants.STARTED) + ", ");
    sql.add(by() + " AS value, " + took + " AS took, COUNT(*) FROM held WHERE ");
    population(sql, Instants.STARTED);
    sql.add(" AND " + duration.to().column() + " IS NOT NULL" + notLater(duration.to()));
    return sql.add(" GROUP BY 1, 2, 3 ORDER BY 1, 2, 3");
  }

  /** The statements of a duration in business hours; see {@link SqlBusiness}. */
  SqlBusiness business(Measure.Duration duration, @Nullable Long pausedUntil) {
    return new SqlBusiness(plan, files, this, duration, pausedUntil);
  }

  /** Items still open: day, value, source, no schedule, start, how many; in rising order. */
  Question open(Measure.Duration duration) {
    Question sql = held().add("SELECT " + day(Instants.STARTED) + ", ");
    sql.add(by() + " AS value, source_no, 0, started_us, COUNT(*) FROM held WHERE ");
    population(sql, Instants.STARTED);
    String to = duration.to().column();
    sql.add(" AND (" + to + " IS NULL");
    if (plan.asOf() != null) {
      sql.add(" OR " + to + " > " + plan.asOfMicros());
    }
    return sql.add(") GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5");
  }

  /** Promises that have fallen due: day, value, how many, how many of them kept. */
  private Question due() {
    Question sql =
        held()
            .add(SqlHeld.known(plan))
            .add("SELECT " + day(Instants.DUE) + ", " + by() + " AS value, COUNT(*), ")
            .add(whole("CASE WHEN finished_us <= due_us THEN 1 ELSE 0 END"))
            .add(" FROM held JOIN known ON source_no = source WHERE due_us <= until_us AND ");
    population(sql, Instants.DUE);
    return sql.add(" GROUP BY 1, 2");
  }

  /** Cases, orders and claims that carry no promise, by the day of their start. */
  Question without() {
    Question sql =
        held()
            .add("SELECT " + day(Instants.STARTED) + ", " + by() + " AS value, COUNT(*)")
            .add(" FROM held WHERE due_us IS NULL AND " + SqlHeld.of(ReferenceEngine.PROMISED))
            .add(" AND ");
    population(sql, Instants.STARTED);
    return sql.add(" GROUP BY 1, 2");
  }

  /** Numbers that arrived already added up: day, value, numerator, denominator. */
  Question tallies() {
    Question sql =
        held()
            .add("SELECT " + day(Instants.STARTED) + ", " + by() + " AS value, ")
            .add(whole("tally_numerator") + ", " + whole("tally_denominator"))
            .add(" FROM held WHERE ");
    tallied(sql);
    return sql.add(" GROUP BY 1, 2");
  }

  /** Those of them that are the plan's. */
  void tallied(Question sql) {
    sql.add("kind = 'tally' AND tally_metric = ").value(plan.metric().key()).add(" AND ");
    existing(sql, Instants.STARTED);
  }

  /** How many different values each dimension has among the plan's items: one column each. */
  Question spread(List<Dimension> dimensions) {
    Question sql = held().add("SELECT ");
    String comma = "";
    for (Dimension dimension : dimensions) {
      sql.add(comma + "COUNT(DISTINCT " + SqlConditions.value(dimension) + ")");
      comma = ", ";
    }
    sql.add(" FROM held WHERE ");
    population(sql, plan.metric().anchor());
    return sql;
  }

  private Question anchored(Question sums, String which) {
    Instants anchor = plan.metric().anchor();
    Question sql =
        held()
            .add("SELECT " + day(anchor) + ", " + by() + " AS value, ")
            .add(sums)
            .add(" FROM held WHERE " + which + " AND ");
    population(sql, anchor);
    return sql.add(" GROUP BY 1, 2");
  }

  private static Question shareSums(Measure.Share share) {
    Question sql = new Question().add("COUNT(*), CAST(SUM(CASE WHEN ");
    SqlConditions.write(sql, share.of());
    sql.add(" THEN 1 ELSE 0 END) AS BIGINT), ").add(weights()).add(", CAST(SUM(CASE WHEN ");
    SqlConditions.write(sql, share.of());
    return sql.add(" AND weight IS NOT NULL THEN " + WEIGHT + " ELSE 0 END) AS DECIMAL(38,0))");
  }

  private static Question npsSums() {
    String promoter = "score >= " + ReferenceEngine.PROMOTER;
    String detractor = "score <= " + ReferenceEngine.DETRACTOR;
    return new Question()
        .add("COUNT(*), " + whole("CASE WHEN " + promoter + " THEN 1 ELSE 0 END"))
        .add(", " + whole("CASE WHEN " + detractor + " THEN 1 ELSE 0 END"))
        .add(", " + weights())
        .add(", " + decimal(weightWhen(promoter)) + ", " + decimal(weightWhen(detractor)));
  }

  private static Question scoreSums() {
    String top = "score >= scale_top";
    return new Question()
        .add("COUNT(*), " + whole("CASE WHEN " + top + " THEN 1 ELSE 0 END"))
        .add(", " + decimal(SCORE) + ", " + decimal(SCORE + " * " + SCORE))
        .add(", " + weights() + ", " + decimal(weightWhen(top)))
        .add(", " + decimal(weighted(WEIGHT + " * " + SCORE)))
        .add(", " + decimal(weighted(WEIGHT + " * " + SCORE + " * " + SCORE)));
  }

  private static String weights() {
    return "COUNT(weight), "
        + decimal(weighted(WEIGHT))
        + ", "
        + decimal(weighted(WEIGHT + " * " + WEIGHT));
  }

  private static String weightWhen(String condition) {
    return "CASE WHEN " + condition + " AND weight IS NOT NULL THEN " + WEIGHT + " ELSE 0 END";
  }

  /** What has no weight adds nothing to a sum of weights. */
  private static String weighted(String product) {
    return "CASE WHEN weight IS NOT NULL THEN " + product + " ELSE 0 END";
  }

  private static String whole(String summand) {
    return "CAST(SUM(" + summand + ") AS BIGINT)";
  }

  private static String decimal(String summand) {
    return "CAST(SUM(" + summand + ") AS DECIMAL(38,0))";
  }

  private static String day(Instants instant) {
    return instant.dayColumn() + " AS day";
  }

  String by() {
    return plan.by() == null ? "CAST(NULL AS VARCHAR)" : SqlConditions.value(plan.by());
  }

  /** Items of the metric's population whose instant lies in the plan's days. */
  void population(Question sql, Instants instant) {
    kindsAnd(sql, plan.metric().kinds(), plan.metric().where());
    existing(sql, instant);
  }

  /** Items of some kinds for which a condition holds, on whatever day. */
  void exists(Question sql, Set<Kind> kinds, Condition where) {
    kindsAnd(sql, kinds, where);
    existing(sql);
  }

  private static void kindsAnd(Question sql, Set<Kind> kinds, Condition where) {
    sql.add(SqlHeld.of(kinds) + " AND ");
    SqlConditions.write(sql, where);
    sql.add(" AND ");
  }

  private void existing(Question sql, Instants instant) {
    sql.add(days(instant.dayColumn()) + " AND ");
    existing(sql);
    if (instant != Instants.STARTED) {
      sql.add(notLater(instant));
    }
  }

  private void existing(Question sql) {
    sql.add(SqlHeld.NOT_WITHDRAWN + notLater(Instants.STARTED));
    for (Filter filter : plan.filters()) {
      sql.add(" AND ");
      SqlConditions.write(sql, filter);
    }
  }

  String days(String column) {
    return column + " >= DATE '" + plan.from() + "' AND " + column + " <= DATE '" + plan.to() + "'";
  }

  private String notLater(Instants instant) {
    return plan.asOf() == null ? "" : " AND " + instant.column() + " <= " + plan.asOfMicros();
  }

  Question held() {
    return SqlHeld.rows(files, plan.withdrawnImports());
  }
}
