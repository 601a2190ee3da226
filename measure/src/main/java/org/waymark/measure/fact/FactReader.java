package org.waymark.measure.fact;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** Reads facts back from their files, as they were written. */
public final class FactReader implements FactSource, AutoCloseable {

  private final Duck duck;

  private FactReader(Duck duck) {
    this.duck = duck;
  }

  /** A reader that sees one folder of facts, with its sub-folders. */
  public static FactReader open(Path facts, Limits limits) {
    return new FactReader(Duck.open(limits, List.of(facts)));
  }

  @Override
  public List<Fact> rows(FactFile file) {
    String sql = "SELECT " + FactTable.columns() + " FROM " + parquet(List.of(file));
    return duck.work(connection -> facts(connection, sql));
  }

  /**
   * The versions of some keys in one file day, whose import is not withdrawn, the held one of each
   * key first. What is gone is among them.
   *
   * @param day every file of the file day
   */
  public List<Fact> versions(
      Collection<FactFile> day, Collection<Long> keys, Set<Long> withdrawnImports) {
    if (day.isEmpty() || keys.isEmpty()) {
      return List.of();
    }
    String sql =
        "SELECT "
            + FactTable.columns()
            + " FROM "
            + parquet(day)
            + " WHERE key_no IN ("
            + numbers(keys)
            + ")"
            + (withdrawnImports.isEmpty()
                ? ""
                : " AND import_no NOT IN (" + numbers(withdrawnImports) + ")")
            + " ORDER BY key_no, revision DESC, import_no DESC";
    return duck.work(connection -> facts(connection, sql));
  }

  /** What is held of one key in one file day; nothing when it is not there or gone. */
  public Optional<Fact> held(Collection<FactFile> day, long key, Set<Long> withdrawnImports) {
    return versions(day, List.of(key), withdrawnImports).stream()
        .findFirst()
        .filter(fact -> !fact.gone());
  }

  @Override
  public void close() {
    duck.close();
  }

  /**
   * A table function over files, with all columns of {@link FactTable}. A file has only those in
   * which any of its facts has something; the others are read as empty.
   */
  public static String parquet(Collection<FactFile> files) {
    return files.stream()
        .map(file -> Duck.text(file.path().toAbsolutePath().toString()))
        .collect(Collectors.joining(", ", "read_parquet([", "], schema = " + SCHEMA + ")"));
  }

  private static final String SCHEMA =
      FactTable.COLUMNS.stream()
          .map(
              column ->
                  "'%s': {name: '%s', type: '%s', default_value: NULL}"
                      .formatted(column.name(), column.name(), column.type()))
          .collect(Collectors.joining(", ", "MAP {", "}"));

  private static String numbers(Collection<Long> numbers) {
    return numbers.stream().sorted().map(Object::toString).collect(Collectors.joining(", "));
  }

  private static List<Fact> facts(DuckDBConnection connection, String sql) throws SQLException {
    List<Fact> facts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        facts.add(FactTable.read(row));
      }
    }
    return facts;
  }
}
