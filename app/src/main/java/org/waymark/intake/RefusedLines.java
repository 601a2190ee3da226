package org.waymark.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.platform.Tenancy;

/** Lines that an earlier import refused, as they were or as they have been corrected by hand. */
final class RefusedLines implements Lines {
  private static final int PAGE = 1000;

  private final Tenancy tenancy;
  private final JdbcClient jdbc;
  private final UUID workspace;
  private final UUID replay;
  private final Layout layout;
  private final Deque<Text> page = new ArrayDeque<>();
  private Map<String, Integer> places = Map.of();
  private long after = -1;

  private record Text(long line, String text) {}

  RefusedLines(Tenancy tenancy, JdbcClient jdbc, UUID workspace, UUID replay, Layout layout) {
    this.tenancy = tenancy;
    this.jdbc = jdbc;
    this.workspace = workspace;
    this.replay = replay;
    this.layout = layout;
  }

  @Override
  public List<String> header() {
    return layout.header();
  }

  @Override
  public Map<String, Integer> read(Set<String> columns) {
    Map<String, Integer> found = new LinkedHashMap<>();
    CsvLines.refuseMissing(columns, layout.header());
    columns.forEach(column -> found.put(column, found.size()));
    places = found;
    return found;
  }

  @Override
  public @Nullable Line next() {
    Text text = nextText();
    if (text == null) {
      return null;
    }
    CsvRecord record;
    try {
      record =
          CsvReader.builder()
              .fieldSeparator(layout.delimiter())
              .quoteCharacter(layout.quote())
              .allowExtraFields(true)
              .allowMissingFields(true)
              .ofSingleCsvRecord(text.text());
    } catch (CsvParseException e) {
      return new Line(
          text.line(),
          text.text(),
          null,
          new Refused(
              "line",
              "cannot be read as CSV: double every quote inside a quoted cell, and close it"));
    }
    if (record.getFieldCount() != layout.header().size()) {
      return new Line(
          text.line(),
          text.text(),
          null,
          new Refused(
              "line",
              "has "
                  + record.getFieldCount()
                  + " cells where the header has "
                  + layout.header().size()
                  + ": quote cells that hold the delimiter, or fill in what is missing"));
    }
    @Nullable String[] cells = new @Nullable String[places.size()];
    places.forEach(
        (column, place) -> cells[place] = record.getField(layout.header().indexOf(column)).strip());
    return new Line(text.line(), text.text(), cells, null);
  }

  private @Nullable Text nextText() {
    if (page.isEmpty()) {
      page.addAll(
          tenancy.in(
              workspace,
              () ->
                  jdbc.sql(
                          """
                          select distinct on (line) line, coalesce(edited, original) as text from refusal
                          where workspace_id = :workspace and replayed_by = :replay and line > :after
                          order by line, part limit :page
                          """)
                      .param("workspace", workspace)
                      .param("replay", replay)
                      .param("after", after)
                      .param("page", PAGE)
                      .query((row, n) -> new Text(row.getLong(1), row.getString(2)))
                      .list()));
    }
    Text text = page.pollFirst();
    if (text != null) {
      after = text.line();
    }
    return text;
  }

  @Override
  public void close() {
    page.clear();
  }
}
