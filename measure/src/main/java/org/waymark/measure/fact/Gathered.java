package org.waymark.measure.fact;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The facts gathered in a DuckDB, with only those columns that any of them fills in. Most facts
 * leave most columns empty, and an empty cell costs as much to gather as a full one.
 */
final class Gathered {
  private static final String TABLE = "fact";

  private final List<FactTable.Column> columns = new ArrayList<>();

  /** Adds facts. */
  void add(DuckDBConnection connection, List<Fact> facts) throws SQLException {
    widen(
        connection,
        FactTable.COLUMNS.stream()
            .filter(column -> !columns.contains(column))
            .filter(column -> facts.stream().anyMatch(column::filledIn))
            .toList());
    FactTable.Column[] filled = columns.toArray(FactTable.Column[]::new);
    try (DuckDBAppender row = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, TABLE)) {
      for (Fact fact : facts) {
        row.beginRow();
        for (FactTable.Column column : filled) {
          column.append(row, fact);
        }
        row.endRow();
      }
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
}
