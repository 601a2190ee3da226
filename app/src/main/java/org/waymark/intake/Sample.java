package org.waymark.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header and the first good rows of a file. */
record Sample(CsvFile.Format format, List<String> header, List<List<String>> rows) {
  static final int ROWS = 500;
  private static final int CHOICES = 60;

  static Sample of(Path file, CsvFile.Format format) throws IOException {
    try (CsvLines lines =
        CsvFile.open(file, format.encoding(), format.delimiter(), new CsvFile.Progress())) {
      Set<String> once = new LinkedHashSet<>();
      for (String name : lines.header()) {
        if (!name.isEmpty() && lines.header().indexOf(name) == lines.header().lastIndexOf(name)) {
          once.add(name);
        }
      }
      Map<String, Integer> places = lines.read(once);
      List<List<String>> rows = new ArrayList<>();
      boolean any = false;
      for (Lines.Line line = lines.next();
          line != null && rows.size() < ROWS;
          line = lines.next()) {
        any = true;
        @Nullable String @Nullable [] cells = line.cells();
        if (cells == null) {
          continue;
        }
        List<String> row = new ArrayList<>();
        for (String name : lines.header()) {
          Integer place = places.get(name);
          String cell = place == null ? null : cells[place];
          row.add(cell == null ? "" : cell);
        }
        rows.add(row);
      }
      if (!any) {
        throw new Refused(
            "file", "has a header line and nothing below it: there is nothing to import");
      }
      return new Sample(format, lines.header(), rows);
    }
  }

  /** What stands in a column, row by row, blanks left out. */
  List<String> values(String column) {
    int at = header.indexOf(column);
    return rows.stream()
        .map(row -> row.get(at))
        .filter(cell -> !cell.isEmpty() && !cell.equalsIgnoreCase("NULL"))
        .toList();
  }

  /** The name of a column without what people write differently: case, blanks, signs. */
  static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The first column with this bare name that holds anything. */
  @Nullable String named(String name) {
    return header.stream()
        .filter(column -> bare(column).equals(name) && !values(column).isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** Whether there is a column with one of these bare names. */
  boolean has(String... names) {
    return header.stream().map(Sample::bare).anyMatch(Set.of(names)::contains);
  }

  /** The columns that somebody could choose: those with a name. */
  List<String> choices() {
    return header.stream().filter(column -> !column.isEmpty()).limit(CHOICES).toList();
  }

  /** Whether a column holds numbers and nothing else. */
  boolean numeric(String column) {
    List<String> values = values(column);
    return !values.isEmpty() && values.stream().allMatch(v -> v.matches("-?\\d+([.,]\\d+)?"));
  }

  /** Whether no value of a column is longer than this. */
  boolean shorter(String column, int length) {
    return values(column).stream().allMatch(value -> value.length() <= length);
  }

  /** How many different rows these columns make; none when one of them has blanks. */
  long distinct(List<String> columns) {
    List<Integer> places = columns.stream().map(header::indexOf).toList();
    Set<List<String>> seen = new HashSet<>();
    for (List<String> row : rows) {
      List<String> cells = places.stream().map(row::get).toList();
      if (cells.stream().anyMatch(cell -> cell.isEmpty() || cell.equalsIgnoreCase("NULL"))) {
        return 0;
      }
      seen.add(cells);
    }
    return seen.size();
  }

  /** Whether these columns are different on every row. */
  boolean unique(List<String> columns) {
    return !rows.isEmpty() && distinct(columns) == rows.size();
  }
}
