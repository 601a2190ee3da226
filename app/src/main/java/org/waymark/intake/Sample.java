package org.waymark.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header and the first good rows of a file. */
record Sample(CsvFile.Format format, List<String> header, List<List<String>> rows) {
  static final int ROWS = 500;

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
}
