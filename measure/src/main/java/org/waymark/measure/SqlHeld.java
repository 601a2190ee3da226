package org.waymark.measure;

import java.util.ArrayList;
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
import org.waymark.measure.fact.Kind;

/** What every statement begins with: the rows that are true, and how far sources are known. */
final class SqlHeld {

  static final String NOT_WITHDRAWN = "(status IS NULL OR status <> 'withdrawn')";

  private SqlHeld() {}

  /**
   * The rows that are true, as {@code WITH held AS (...)}: days of one file without repeated keys
   * or withdrawn rows are read as they are; in the others the highest revision of each key wins.
   */
  static Question rows(FactFiles files, Set<Long> withdrawnImports) {
    List<FactFile> plain = new ArrayList<>();
    List<FactFile> versioned = new ArrayList<>();
    for (List<FactFile> day : files.byDay().values()) {
      boolean asItIs =
          day.size() == 1
              && day.getFirst().unique()
              && day.getFirst().imports().stream().noneMatch(withdrawnImports::contains);
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
      if (!withdrawnImports.isEmpty()) {
        sql.add(" WHERE import_no NOT IN (" + numbers(withdrawnImports) + ")");
      }
      sql.add(") AS versions WHERE place = 1 AND NOT gone");
    }
    return sql.add(") ");
  }

  /** How far each source is known, seen from the plan's asOf, as one more table {@code known}. */
  static String known(Plan plan) {
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
    return ", known AS (SELECT * FROM (VALUES " + values + ") AS v(source, until_us)) ";
  }

  /** Whether a row is of one of the kinds; none named means all but tallies. */
  static String of(Set<Kind> kinds) {
    return kinds.isEmpty()
        ? "kind <> 'tally'"
        : kinds.stream()
            .map(kind -> "'" + kind.code() + "'")
            .sorted()
            .collect(Collectors.joining(", ", "kind IN (", ")"));
  }

  private static String numbers(Set<Long> numbers) {
    return new TreeSet<>(numbers).stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
