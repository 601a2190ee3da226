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
  private static final String TABLE = "fact";
  private static final String HANDED_OVER = "handed_over";

  private final List<FactTable.Column> columns = new ArrayList<>();
  private final HandOver handOver = new HandOver();

  /** Gets a DuckDB ready to fetch facts. */
  void register(DuckDBConnection connection) throws SQLException {
    DuckDBFunctions.tableFunction()
        .withName(HANDED_OVER)
        .withFunction(handOver)
        .register(connection);
  }

  /** Adds facts. */
  void add(DuckDBConnection connection, List<Fact> facts) throws SQLException {
    widen(
        connection,
        FactTable.COLUMNS.stream()
            .filter(column -> !columns.contains(column))
            .filter(column -> column.filledInAny(facts))
            .toList());
    handOver.facts = facts;
    handOver.columns = List.copyOf(columns);
    String names = columns.stream().map(FactTable.Column::name).collect(Collectors.joining(", "));
    execute(
        connection,
        "INSERT INTO %s (%s) SELECT %s FROM %s()".formatted(TABLE, names, names, HANDED_OVER));
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
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(
          "INSERT INTO %s (%s) %s".formatted(TABLE, FactTable.columns(), query));
    }
  }

  /** Forgets all. */
  void clear(DuckDBConnection connection) throws SQLException {
    if (!columns.isEmpty()) {
      execute(connection, "DROP TABLE " + TABLE);
      columns.clear();
    }
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
