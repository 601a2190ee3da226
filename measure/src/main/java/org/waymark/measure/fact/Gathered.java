package org.waymark.measure.fact;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * The facts gathered in a DuckDB, with only those columns that any of them fills in. Most facts
 * leave most columns empty, and an empty cell costs as much to gather as a full one.
 *
 * <p>DuckDB fetches them itself, by a table function that fills its vectors column by column: a
 * third of the cost of appending row by row.
 */
final class Gathered {
  static final String TABLE = "fact";
  private static final String HANDED_OVER = "handed_over";

  private final List<FactTable.Column> columns = new ArrayList<>();
  private final HandOver handOver = new HandOver();
  private long lastDay = Long.MIN_VALUE;
  private boolean inOrder = true;

  /** Gets a DuckDB ready to fetch facts. */
  void register(DuckDBConnection connection) throws SQLException {
    DuckDBFunctions.tableFunction()
        .withName(HANDED_OVER)
        .withFunction(handOver)
        .register(connection);
  }

  /** Adds facts. What all of them share is said once, and only the rest is fetched. */
  void add(DuckDBConnection connection, List<Fact> facts) throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<FactTable.Column> fetched = new ArrayList<>();
    List<FactTable.Column> more = new ArrayList<>();
    for (FactTable.Column column : FactTable.COLUMNS) {
      String value = value(column, facts);
      if (value.equals("NULL")) {
        continue;
      }
      names.add(column.name());
      values.add(value);
      if (value.equals(column.name())) {
        fetched.add(column);
      }
      if (!columns.contains(column)) {
        more.add(column);
      }
    }
    widen(connection, more);
    handOver.facts = facts;
    handOver.columns = fetched;
    execute(
        connection,
        "INSERT INTO %s (%s) SELECT %s FROM %s()"
            .formatted(TABLE, String.join(", ", names), String.join(", ", values), HANDED_OVER));
    noteOrder(facts);
  }

  /** What a column is filled from: the same for all, or by its name what is fetched. */
  private static String value(FactTable.Column column, List<Fact> facts) {
    if (column.equals(FactTable.KEY)) {
      return column.name(); // at least one column has to be fetched
    }
    if (column.sameInAll(facts)) {
      return column.literal(facts.getFirst());
    }
    return column.equals(FactTable.FILE_DAY)
        ? "CAST(make_timestamp(started_us) AS DATE)"
        : column.name();
  }

  private void noteOrder(List<Fact> facts) {
    for (Fact fact : facts) {
      long day = Math.floorDiv(fact.started().us(), Moment.DAY_US);
      inOrder &= day >= lastDay;
      lastDay = day;
    }
  }

  /**
   * Adds the rows of a query whose columns are {@link FactTable#columns()}.
   *
   * @return how many
   */
  long addFrom(DuckDBConnection connection, String query) throws SQLException {
    widen(
        connection,
        FactTable.COLUMNS.stream().filter(column -> !columns.contains(column)).toList());
    inOrder = false;
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(
          "INSERT INTO %s (%s) %s".formatted(TABLE, FactTable.columns(), query));
    }
  }

  /** Puts the facts in the order of their days, so that those of one are found together. */
  void sort(DuckDBConnection connection) throws SQLException {
    if (!inOrder) {
      execute(
          connection,
          "CREATE TABLE sorted AS SELECT * FROM " + TABLE + " ORDER BY file_day, key_no");
      execute(connection, "DROP TABLE " + TABLE);
      execute(connection, "ALTER TABLE sorted RENAME TO " + TABLE);
      inOrder = true;
    }
  }

  /** Forgets all. */
  void clear(DuckDBConnection connection) throws SQLException {
    if (!columns.isEmpty()) {
      execute(connection, "DROP TABLE " + TABLE);
      columns.clear();
    }
    lastDay = Long.MIN_VALUE;
    inOrder = true;
  }

  /** The names of the columns that any fact fills in, separated by commas. */
  String filledColumns() {
    return FactTable.COLUMNS.stream()
        .filter(columns::contains)
        .map(FactTable.Column::name)
        .collect(Collectors.joining(", "));
  }

  /** The facts as a table with all columns of {@link FactTable}, for a FROM. */
  String rows() {
    return FactTable.COLUMNS.stream()
        .map(
            column ->
                columns.contains(column)
                    ? column.name()
                    : "CAST(NULL AS %s) AS %s".formatted(column.type(), column.name()))
        .collect(Collectors.joining(", ", "(SELECT ", " FROM " + TABLE + ")"));
  }

  private void widen(DuckDBConnection connection, List<FactTable.Column> more) throws SQLException {
    if (more.isEmpty()) {
      return;
    }
    if (columns.isEmpty()) {
      execute(
          connection,
          more.stream()
              .map(Gathered::definition)
              .collect(Collectors.joining(", ", "CREATE TABLE " + TABLE + " (", ")")));
    } else {
      for (FactTable.Column column : more) {
        execute(connection, "ALTER TABLE " + TABLE + " ADD COLUMN " + definition(column));
      }
    }
    columns.addAll(more);
  }

  private static String definition(FactTable.Column column) {
    return column.name() + " " + column.type();
  }

  private static void execute(DuckDBConnection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The facts of one hand-over, as DuckDB fetches them. */
  private static final class HandOver
      implements DuckDBTableFunction<List<FactTable.Column>, AtomicInteger, Object> {
    private volatile List<Fact> facts = List.of();
    private volatile List<FactTable.Column> columns = List.of();

    @Override
    public List<FactTable.Column> bind(DuckDBTableFunctionBindInfo info) {
      columns.forEach(
          column ->
              info.addResultColumn(column.name(), DuckDBColumnType.valueOf(column.type().name())));
      info.setCardinality(facts.size(), true);
      return columns;
    }

    @Override
    public AtomicInteger init(DuckDBTableFunctionInitInfo info) {
      info.setMaxThreads(1);
      return new AtomicInteger();
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter chunk) {
      AtomicInteger fetched = call.getInitData();
      List<FactTable.Column> columns = call.getBindData();
      int from = fetched.get();
      int to = (int) Math.min(facts.size(), from + chunk.capacity());
      List<Fact> next = facts.subList(from, to);
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).fill(chunk.vector(i), next);
      }
      fetched.set(to);
      return next.size();
    }
  }
}
