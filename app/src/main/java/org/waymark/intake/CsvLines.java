package org.waymark.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a CSV file, one after the other, good or broken. A record that breaks costs the line
 * it started in and no other: reading goes on at the next line.
 */
final class CsvLines implements Lines {
  static final int LONGEST_CELL = 1_000_000;
  private static final int PARSER_ROOM = 1 << 21;

  private final LineMemory text;
  private final char delimiter;
  private final char quote;
  private final Cells cells = new Cells();
  private final List<String> header;
  private CloseableIterator<Cells> records;
  private long linesBefore; // physical lines before the running parser's first
  private @Nullable Pending pending;

  /**
   * @param several whether it may reach over more than its first line
   * @param quotedEnd the last cell when it was quoted and the file had ended
   */
  private record Pending(
      long line,
      @Nullable String @Nullable [] cells,
      @Nullable Refused broken,
      boolean several,
      @Nullable String quotedEnd) {}

  CsvLines(LineMemory text, char delimiter, char quote) throws IOException {
    this.text = text;
    this.delimiter = delimiter;
    this.quote = quote;
    this.records = parser();
    this.header = readHeader();
  }

  /** The column names, trimmed, in the order of the file. */
  @Override
  public List<String> header() {
    return header;
  }

  Layout layout() {
    return new Layout(header, delimiter, quote);
  }

  /**
   * From now on only these columns are read.
   *
   * @return the place of each column in {@link Line#cells()}
   * @throws Refused when a column is not there, or there twice
   */
  @Override
  public Map<String, Integer> read(Set<String> columns) {
    Map<String, Integer> places = new LinkedHashMap<>();
    int[] slots = new int[header.size()];
    Arrays.fill(slots, -1);
    refuseMissing(columns, header);
    for (String column : columns) {
      int at = header.indexOf(column);
      if (header.lastIndexOf(column) != at) {
        throw new Refused(
            "file",
            "has the column "
                + Refused.quote(column)
                + " twice in its header line: rename one of them");
      }
      slots[at] = places.size();
      places.put(column, places.size());
    }
    cells.slots = slots;
    cells.width = places.size();
    return places;
  }

  /**
   * @throws Refused when the header lacks any of the columns
   */
  static void refuseMissing(Set<String> columns, List<String> header) {
    List<String> missing =
        columns.stream().filter(column -> !header.contains(column)).map(Refused::quote).toList();
    if (!missing.isEmpty()) {
      throw new Refused(
          "fields",
          "name columns that the file does not have: "
              + String.join(", ", missing)
              + ". It has: "
              + listed(header));
    }
  }

  private static String listed(List<String> names) {
    List<String> shown = names.size() > 40 ? names.subList(0, 40) : names;
    return String.join(", ", shown)
        + (names.size() > 40 ? ", ... (" + names.size() + " columns)" : "");
  }

  private List<String> readHeader() throws IOException {
    cells.slots = null;
    Pending first = readRecord();
    if (first == null) {
      throw new Refused(
          "file", "is empty: export it again with a header line and at least one line below it");
    }
    if (first.broken() != null) {
      throw new Refused("file", "has a header line that " + first.broken().reason());
    }
    List<String> names = new ArrayList<>();
    for (String name : cells.all) {
      if (name.indexOf('\0') >= 0) {
        throw new Refused(
            "encoding",
            "is not what the file is written in (NUL characters in its header): set \"encoding\": \"utf-16\"");
      }
      names.add(name.strip());
    }
    cells.expected = names.size();
    cells.all = List.of();
    return List.copyOf(names);
  }

  @Override
  public @Nullable Line next() throws IOException {
    Pending record = pending != null ? pending : readRecord();
    pending = null;
    if (record == null) {
      return null;
    }
    text.keepFrom(record.line() - linesBefore);
    if (record.broken() != null) {
      return brokenLine(record, record.broken());
    }
    pending = readRecord();
    if (pending == null && record.quotedEnd() != null && !closed(record.quotedEnd())) {
      return brokenLine(
          record,
          new Refused(
              "line",
              "opens a quote that is never closed: close it, or double it when it is part of the text"));
    }
    String original =
        pending == null ? text.textToEnd() : text.textBefore(pending.line() - linesBefore);
    Refused doubtful = text.suspicious() ? doubtful(original) : null;
    return new Line(record.line(), original, doubtful == null ? record.cells() : null, doubtful);
  }

  private Line brokenLine(Pending record, Refused why) throws IOException {
    String original = text.textBefore(record.line() - linesBefore + 1);
    if (record.several()) {
      text.resumeAfterKept();
      text.startAgain();
      linesBefore = record.line();
      records = parser();
    }
    return new Line(record.line(), original, null, why);
  }

  /** Whether the last record of the file really ends with the quote that closes its last cell. */
  private boolean closed(String lastCell) {
    return text.textToEnd()
        .endsWith(quote + lastCell.replace(String.valueOf(quote), "" + quote + quote) + quote);
  }

  private static @Nullable Refused doubtful(String original) {
    if (original.indexOf('\0') >= 0) {
      return new Refused("line", "holds a NUL character: remove it");
    }
    if (original.indexOf('\uFFFD') >= 0) {
      return new Refused(
          "line",
          "holds bytes that are not of the encoding it was read in (UTF-8 unless the mapping says otherwise): "
              + "set \"encoding\": \"windows-1252\" (or what the file was saved as)");
    }
    return null;
  }

  private @Nullable Pending readRecord() throws IOException {
    cells.start = 0;
    boolean more;
    try {
      more = records.hasNext();
      if (more) {
        records.next();
      }
    } catch (CsvParseException e) {
      return broken(
          "cannot be read as CSV ("
              + cause(e)
              + "): double every quote inside a quoted cell, and close it",
          true);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof LineMemory.RecordTooLong) {
        return broken(
            "is longer than "
                + LineMemory.LONGEST_RECORD
                + " characters: an unclosed quote, or not a CSV file",
            true);
      }
      throw e.getCause();
    }
    if (!more) {
      return null;
    }
    long line = linesBefore + cells.start;
    if (cells.tooLong >= 0) {
      return broken(
          "has a cell of "
              + cells.tooLong
              + " characters in column "
              + (cells.tooLongAt + 1)
              + ", more than "
              + LONGEST_CELL
              + ": shorten it",
          cells.multiline);
    }
    if (cells.expected >= 0 && cells.count != cells.expected) {
      return broken(
          "has "
              + cells.count
              + " cells where the header has "
              + cells.expected
              + ": quote cells that hold the delimiter, or fill in what is missing",
          cells.multiline);
    }
    return new Pending(line, cells.taken, null, true, cells.quotedEnd);
  }

  private Pending broken(String reason, boolean several) {
    return new Pending(
        linesBefore + Math.max(cells.start, 1), null, new Refused("line", reason), several, null);
  }

  private static String cause(CsvParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = cause.getMessage();
    return message == null ? "broken quotes" : message;
  }

  private CloseableIterator<Cells> parser() {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .quoteCharacter(quote)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .maxBufferSize(PARSER_ROOM)
        .build(cells, text)
        .iterator();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** Takes from the parser only the cells that are asked for. */
  private final class Cells extends AbstractBaseCsvCallbackHandler<Cells> {
    private int @Nullable [] slots;
    private int width;
    private int expected = -1;
    private @Nullable String[] taken = new @Nullable String[0];
    private List<String> all = new ArrayList<>();
    private long start;
    private int count;
    private boolean multiline;
    private @Nullable String quotedEnd;
    private int tooLong = -1;
    private int tooLongAt;

    @Override
    protected void handleBegin(long startingLine) {
      start = startingLine;
      count = 0;
      tooLong = -1;
      multiline = false;
      quotedEnd = null;
      taken = new @Nullable String[width];
      if (slots == null) {
        all = new ArrayList<>();
      }
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      count = index + 1;
      quotedEnd = quoted && text.ended() ? new String(buffer, offset, length) : null;
      if (quoted && !multiline) {
        multiline = spansLines(buffer, offset, length);
      }
      if (length > LONGEST_CELL) {
        tooLong = length;
        tooLongAt = index;
        return;
      }
      int[] wanted = slots;
      if (wanted == null) {
        all.add(new String(buffer, offset, length));
      } else if (index < wanted.length && wanted[index] >= 0) {
        int from = offset;
        int to = offset + length;
        while (from < to && buffer[from] <= ' ') {
          from++;
        }
        while (to > from && buffer[to - 1] <= ' ') {
          to--;
        }
        taken[wanted[index]] = new String(buffer, from, to - from);
      }
    }

    private boolean spansLines(char[] buffer, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        if (buffer[i] == '\n' || buffer[i] == '\r') {
          return true;
        }
      }
      return false;
    }

    @Override
    protected Cells buildRecord() {
      return this;
    }
  }
}
