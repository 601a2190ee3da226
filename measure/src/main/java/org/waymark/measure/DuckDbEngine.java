package org.waymark.measure;

import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Duck;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.FactTable;
import org.waymark.measure.fact.Limits;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.statistics.ValueCounts;

/** Adds up Parquet files of facts with an in-memory DuckDB. Safe for use by several threads. */
public final class DuckDbEngine implements Engine, AutoCloseable {

  private final Duck duck;

  private DuckDbEngine(Duck duck) {
    this.duck = duck;
  }

  /** An engine that sees one folder of facts, with its sub-folders. */
  public static DuckDbEngine open(Path facts, Limits limits) {
    return new DuckDbEngine(Duck.open(limits, List.of(facts)));
  }

  @Override
  public Cells compute(Plan plan, FactFiles files) {
    if (files.files().isEmpty()) {
      return Cells.NONE;
    }
    SqlCompiler sql = new SqlCompiler(plan, files);
    Measure measure = plan.metric().measure();
    return duck.work(
        connection -> {
          Cells.Gathering cells = new Cells.Gathering();
          if (measure instanceof Measure.Duration duration) {
            switch (duration.clock()) {
              case CALENDAR -> {
                finished(connection, sql.sums(), cells);
                open(connection, sql.open(duration), cells);
              }
              case BUSINESS -> business(connection, sql, duration, cells);
            }
          } else {
            each(
                connection,
                sql.sums(),
                row -> cells.add(day(row), row.getString(2), tally(measure, row)));
          }
          if (measure instanceof Measure.OnTime) {
            each(
                connection,
                sql.without(),
                row ->
                    cells.add(
                        day(row), row.getString(2), new OnTimeTally(0, 0, row.getLong(3), 0, 0)));
          }
          if (measure instanceof Measure.Rate rate) {
            each(
                connection,
                sql.over(rate.over()),
                row -> cells.add(day(row), row.getString(2), new RateTally(0, row.getLong(3))));
          }
          if (measure.acceptsTallies()) {
            each(
                connection,
                sql.tallies(),
                row ->
                    cells.add(
                        day(row),
                        row.getString(2),
                        ReferenceEngine.pooled(measure, row.getLong(3), row.getLong(4))));
          }
          return cells.cells();
        });
  }

  @Override
  public Cells compute(PeriodPlan plan, FactFiles files) {
    if (files.files().isEmpty()) {
      return Cells.NONE;
    }
    SqlPeriods sql = new SqlPeriods(plan, files);
    return duck.work(
        connection -> {
          Cells.Gathering cells = new Cells.Gathering();
          boolean rate = plan.measure() instanceof Measure.Rate;
          each(connection, sql.statement(), row -> period(plan, row, rate, cells));
          if (plan.measure() instanceof Measure.Rate of) {
            each(
                connection,
                sql.of(of),
                row ->
                    cells.add(
                        plan.spans().get(row.getInt(1)).from(),
                        row.getString(2),
                        new RateTally(row.getLong(3), 0)));
          }
          return cells.cells();
        });
  }

  private static void period(PeriodPlan plan, ResultSet row, boolean rate, Cells.Gathering cells)
      throws SQLException {
    LocalDate from = plan.spans().get(row.getInt(1)).from();
    String value =
        plan.cohorts().isEmpty()
            ? row.getString(2)
            : plan.cohorts().get(row.getInt(2)).from().toString();
    PeriodTally tally =
        new PeriodTally(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
    if (rate && tally.n() > 0) {
      cells.add(from, value, new RateTally(0, tally.n()));
    } else if (!rate && !tally.equals(PeriodTally.NOTHING)) {
      cells.add(from, value, tally);
    }
  }

  /**
   * The items behind a plan's numbers, by rising key number; of on-time those whose promise has
   * passed.
   *
   * @param afterKey the last key number of the page before, or {@link Long#MIN_VALUE}
   * @param limit at most this many
   */
  public List<Fact> items(Plan plan, FactFiles files, long afterKey, int limit) {
    if (files.files().isEmpty()) {
      return List.of();
    }
    Question sql = new SqlBehind(plan, files).statement(afterKey, limit);
    return duck.work(
        connection -> {
          List<Fact> items = new ArrayList<>();
          each(connection, sql, row -> items.add(FactTable.read(row)));
          return items;
        });
  }

  /**
   * How many different values each dimension has among a plan's items; what carries none is not
   * counted.
   */
  public Map<Dimension, Long> spread(Plan plan, FactFiles files, List<Dimension> dimensions) {
    Map<Dimension, Long> spread = new LinkedHashMap<>();
    dimensions.forEach(dimension -> spread.put(dimension, 0L));
    if (files.files().isEmpty() || dimensions.isEmpty()) {
      return spread;
    }
    Question sql = new SqlCompiler(plan, files).spread(dimensions);
    return duck.work(
        connection -> {
          each(
              connection,
              sql,
              row -> {
                for (int i = 0; i < dimensions.size(); i++) {
                  spread.put(dimensions.get(i), row.getLong(i + 1));
                }
              });
          return spread;
        });
  }

  @Override
  public void close() {
    duck.close();
  }

  private interface EachRow {
    void row(ResultSet row) throws SQLException;
  }

  private void each(DuckDBConnection connection, Question question, EachRow each)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question.sql().toString())) {
      statement.setQueryTimeout(duck.timeoutSeconds());
      for (int i = 0; i < question.parameters().size(); i++) {
        statement.setObject(i + 1, question.parameters().get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          each.row(row);
        }
      }
    }
  }

  private static LocalDate day(ResultSet row) throws SQLException {
    return row.getObject(1, LocalDate.class);
  }

  private static Tally tally(Measure measure, ResultSet row) throws SQLException {
    return switch (measure) {
      case Measure.Count count -> new CountTally(row.getLong(3), 0);
      case Measure.Sum sum -> new SumTally(row.getLong(3), whole(row, 4));
      case Measure.Share share ->
          new ShareTally(row.getLong(3), row.getLong(4), 0, 0, weights(row, 5), whole(row, 8));
      case Measure.Nps nps ->
          new NpsTally(
              row.getLong(3),
              row.getLong(4),
              row.getLong(5),
              weights(row, 6),
              whole(row, 9),
              whole(row, 10));
      case Measure.Mean mean ->
          new ScoreTally(
              row.getLong(3),
              row.getLong(4),
              whole(row, 5),
              whole(row, 6),
              0,
              0,
              weights(row, 7),
              whole(row, 10),
              whole(row, 11),
              whole(row, 12));
      case Measure.OnTime onTime -> new OnTimeTally(row.getLong(3), row.getLong(4), 0, 0, 0);
      case Measure.Reopened reopened ->
          new ShareTally(row.getLong(3), row.getLong(4), 0, 0, Weights.NONE, BigInteger.ZERO);
      case Measure.Rate rate -> new RateTally(row.getLong(3), 0);
      case Measure.Duration duration ->
          throw new IllegalStateException("durations come as lists, not as sums");
      case Measure.FirstContact _, Measure.FollowedUp _, Measure.Distinct _ -> throw acrossDays();
      case Measure.Churn _, Measure.Retention _, Measure.Repeat _ -> throw acrossDays();
    };
  }

  private static IllegalArgumentException acrossDays() {
    return new IllegalArgumentException("this measure does not add up from days");
  }

  private static Weights weights(ResultSet row, int column) throws SQLException {
    return new Weights(row.getLong(column), whole(row, column + 1), whole(row, column + 2));
  }

  private static BigInteger whole(ResultSet row, int column) throws SQLException {
    return row.getBigDecimal(column).toBigIntegerExact();
  }

  private void business(
      DuckDBConnection connection,
      SqlCompiler sql,
      Measure.Duration duration,
      Cells.Gathering cells)
      throws SQLException {
    List<Long> last = new ArrayList<>();
    each(
        connection,
        sql.business(duration, null).lastPause(),
        row -> {
          long us = row.getLong(1);
          if (!row.wasNull()) {
            last.add(us);
          }
        });
    SqlBusiness business = sql.business(duration, last.isEmpty() ? null : last.getFirst());
    finished(connection, business.finished(), cells);
    open(connection, business.open(), cells);
    each(
        connection,
        business.untimed(),
        row -> cells.add(day(row), row.getString(2), DurationTally.without(row.getLong(3))));
  }

  private void finished(DuckDBConnection connection, Question question, Cells.Gathering cells)
      throws SQLException {
    Lists<Boolean> lists =
        new Lists<>(
            (day, value, whole, counts) -> cells.add(day, value, DurationTally.finished(counts)));
    each(
        connection,
        question,
        row -> lists.add(day(row), row.getString(2), true, row.getLong(3), row.getLong(4)));
    lists.end();
  }

  private void open(DuckDBConnection connection, Question question, Cells.Gathering cells)
      throws SQLException {
    Lists<OpenBy> lists =
        new Lists<>(
            (day, value, by, starts) -> cells.add(day, value, DurationTally.open(by, starts)));
    each(
        connection,
        question,
        row ->
            lists.add(
                day(row),
                row.getString(2),
                new OpenBy(row.getInt(3), row.getInt(4)),
                row.getLong(5),
                row.getLong(6)));
    lists.end();
  }

  /** Turns ordered rows into one list for each day, value and group. */
  private static final class Lists<G> {
    private final Done<G> done;
    private @Nullable LocalDate day;
    private @Nullable String value;
    private @Nullable G group;
    private ValueCounts.Gathering gathering = new ValueCounts.Gathering(0);

    interface Done<G> {
      void list(LocalDate day, @Nullable String value, G group, ValueCounts counts);
    }

    Lists(Done<G> done) {
      this.done = done;
    }

    void add(LocalDate day, @Nullable String value, G group, long number, long count) {
      if (!day.equals(this.day)
          || !Objects.equals(value, this.value)
          || !group.equals(this.group)) {
        end();
        this.day = day;
        this.value = value;
        this.group = group;
      }
      gathering.add(number, count);
    }

    void end() {
      if (day != null && group != null) {
        done.list(day, value, group, gathering.done());
      }
      day = null;
      gathering = new ValueCounts.Gathering(1024);
    }
  }
}
