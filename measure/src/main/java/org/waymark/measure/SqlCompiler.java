package org.waymark.measure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.waymark.measure.fact.FactFile;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.FactReader;
import org.waymark.measure.fact.FactTable;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;

/**
 * Writes the statements of a plan; the only place, with {@link SqlConditions}, that writes SQL over
 * facts. It keeps to what DuckDB and Spark read alike: SELECT, WHERE, GROUP BY, CASE, COUNT, SUM,
 * CTE, JOIN and row_number; whole numbers and DECIMAL(38,0); no division.
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
    };
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

  /** Items still open: day, value, source, start, how many; in rising order. */
  Question open(Measure.Duration duration) {
    Question sql = held().add("SELECT " + day(Instants.STARTED) + ", ");
    sql.add(by() + " AS value, source_no, started_us, COUNT(*) FROM held WHERE ");
    population(sql, Instants.STARTED);
    String to = duration.to().column();
    sql.add(" AND (" + to + " IS NULL");
    if (plan.asOf() != null) {
      sql.add(" OR " + to + " > " + plan.asOfMicros());
    }
    return sql.add(") GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4");
  }

  /** Promises that have fallen due: day, value, how many, how many of them kept. */
  private Question due() {
    Known known = plan.known();
    Map<Integer, Long> until = new TreeMap<>();
    plan.knownUntil().keySet().forEach(source -> until.put(source, known.of(source)));
    String values =
        until.isEmpty()
            ? "(CAST(NULL AS INTEGER), CAST(NULL AS BIGINT))"
            : until.entrySet().stream()
                .map(
                    one ->
                        "(CAST(%d AS INTEGER), CAST(%d AS BIGINT))"
                            .formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    Question sql =
        held()
            .add(", known AS (SELECT * FROM (VALUES " + values + ") AS v(source, until_us)) ")
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
            .add(" FROM held WHERE due_us IS NULL AND kind IN " + kinds(ReferenceEngine.PROMISED))
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
            .add(" FROM held WHERE kind = 'tally' AND tally_metric = ")
            .value(plan.metric().key())
            .add(" AND ");
    existing(sql, Instants.STARTED);
    return sql.add(" GROUP BY 1, 2");
  }

  /** The items behind the plan's sums, and the numbers that arrived added up, by rising key. */
  Question items(long afterKey, int limit) {
    MetricDefinition metric = plan.metric();
    Question sql =
        held()
            .add("SELECT " + FactTable.columns() + " FROM held WHERE key_no > " + afterKey)
            .add(" AND ((");
    population(sql, metric.anchor());
    if (metric.measure() instanceof Measure.OnTime) {
      sql.add(" AND " + fallenDue());
    }
    sql.add(")");
    if (metric.measure().acceptsTallies()) {
      sql.add(" OR (kind = 'tally' AND tally_metric = ").value(metric.key()).add(" AND ");
      existing(sql, Instants.STARTED);
      sql.add(")");
    }
    sql.add(")");
    return sql.add(" ORDER BY key_no LIMIT " + limit);
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

  /** The promise has passed, as far as its source is known; never true of an unknown source. */
  private String fallenDue() {
    if (plan.knownUntil().isEmpty()) {
      return "1 = 0";
    }
    Known known = plan.known();
    return new TreeMap<>(plan.knownUntil())
        .keySet().stream()
            .map(source -> "(source_no = " + source + " AND due_us <= " + known.of(source) + ")")
            .collect(Collectors.joining(" OR ", "(", ")"));
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

  private String by() {
    return plan.by() == null ? "CAST(NULL AS VARCHAR)" : SqlConditions.value(plan.by());
  }

  /** Items of the metric's population whose instant lies in the plan's days. */
  private void population(Question sql, Instants instant) {
    MetricDefinition metric = plan.metric();
    sql.add(metric.kinds().isEmpty() ? "kind <> 'tally'" : "kind IN " + kinds(metric.kinds()));
    sql.add(" AND ");
    SqlConditions.write(sql, metric.where());
    sql.add(" AND ");
    existing(sql, instant);
  }

  private void existing(Question sql, Instants instant) {
    String day = instant.dayColumn();
    sql.add(day + " >= DATE '" + plan.from() + "' AND " + day + " <= DATE '" + plan.to() + "'");
    sql.add(" AND (status IS NULL OR status <> 'withdrawn')");
    sql.add(notLater(Instants.STARTED));
    if (instant != Instants.STARTED) {
      sql.add(notLater(instant));
    }
    for (Filter filter : plan.filters()) {
      sql.add(" AND ");
      SqlConditions.write(sql, filter);
    }
  }

  private String notLater(Instants instant) {
    return plan.asOf() == null ? "" : " AND " + instant.column() + " <= " + plan.asOfMicros();
  }

  private static String kinds(Set<Kind> kinds) {
    return kinds.stream()
        .map(kind -> "'" + kind.code() + "'")
        .sorted()
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /**
   * The rows that are true: days of one file without repeated keys or withdrawn rows are read as
   * they are; in the others the highest revision of each key wins.
   */
  private Question held() {
    List<FactFile> plain = new java.util.ArrayList<>();
    List<FactFile> versioned = new java.util.ArrayList<>();
    for (List<FactFile> day : files.byDay().values()) {
      boolean asItIs =
          day.size() == 1
              && day.getFirst().unique()
              && day.getFirst().imports().stream().noneMatch(plan.withdrawnImports()::contains);
      (asItIs ? plain : versioned).addAll(day);
    }
    Question sql = new Question().add("WITH held AS (");
    if (!plain.isEmpty()) {
      sql.add("SELECT " + FactTable.columns() + " FROM " + FactReader.parquet(plain));
      sql.add(" WHERE NOT gone");
    }
    if (!plain.isEmpty() && !versioned.isEmpty()) {
      sql.add(" UNION ALL ");
    }
    if (!versioned.isEmpty()) {
      sql.add("SELECT " + FactTable.columns() + " FROM (SELECT " + FactTable.columns());
      sql.add(", row_number() OVER (PARTITION BY file_day, key_no");
      sql.add(" ORDER BY revision DESC, import_no DESC) AS place FROM ");
      sql.add(FactReader.parquet(versioned));
      if (!plan.withdrawnImports().isEmpty()) {
        sql.add(" WHERE import_no NOT IN (" + numbers(plan.withdrawnImports()) + ")");
      }
      sql.add(") AS versions WHERE place = 1 AND NOT gone");
    }
    return sql.add(") ");
  }

  private static String numbers(Set<Long> numbers) {
    return new TreeSet<>(numbers).stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
