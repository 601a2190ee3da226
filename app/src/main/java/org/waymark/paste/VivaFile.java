package org.waymark.paste;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.InvalidInput;

/**
 * Reads the file that Viva Goals exports: 24 named columns, found by their names in any order, of
 * which only Title and Object Type have to be there; further check-ins stand in unnamed columns
 * behind the last. A line that makes no sense is refused with its reason and costs no other.
 *
 * @param header the names of its columns, as they were
 */
public record VivaFile(List<String> header, List<VivaRow> rows, List<Refused> refused) {
  /** Most lines read at once. */
  public static final int MOST = 1000;

  /** Most teams or owners of one line. */
  private static final int MOST_NAMES = 50;

  private static final List<String> NEEDED = List.of("title", "object type");
  private static final Pattern PARENT =
      Pattern.compile(
          "\\(\\s*weight:\\s*+([^%()\\s]{1,20})\\s*%\\s*,\\s*id:\\s*([^()\\s]{1,100})\\s*\\)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WEIGHT = Pattern.compile("\\d{1,3}(\\.\\d{1,6})?");
  private static final Pattern VALUE =
      Pattern.compile("current value:\\s*([^;]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY =
      Pattern.compile("checkin date:\\s*(\\d{4}-\\d{2}-\\d{2})", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,10})?");

  public VivaFile {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    refused = List.copyOf(refused);
  }

  /** A line that is not taken, and why. */
  public record Refused(int line, List<String> cells, String reason) {
    public Refused {
      cells = List.copyOf(cells);
    }
  }

  /** Whether a text looks like such a file by its first line. */
  public static boolean is(String text) {
    String first = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
    return NEEDED.stream().allMatch(first::contains)
        && (first.contains(",") || first.contains(";"));
  }

  /**
   * Reads a file.
   *
   * @throws InvalidInput when it is no such file: columns are missing, quotes never end, or it has
   *     more than {@value #MOST} lines
   */
  public static VivaFile of(String text) {
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(plain))
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(plain)) {
      reader.forEach(records::add);
    } catch (CsvParseException broken) {
      throw InvalidInput.of(
          "file", "cannot be read as CSV; a quoted cell probably never ends: export it again");
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    if (records.isEmpty()) {
      throw InvalidInput.of("file", "is empty");
    }
    List<String> header = records.getFirst().getFields();
    Map<String, Integer> columns = columns(header);
    List<String> missing = NEEDED.stream().filter(name -> !columns.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw InvalidInput.of(
          "file",
          "has no column called "
              + String.join(" and none called ", missing)
              + "; an export of Viva Goals has both");
    }
    if (records.size() - 1 > MOST) {
      throw InvalidInput.of(
          "file", "has " + (records.size() - 1) + " lines; at most " + MOST + " are read at once");
    }
    List<VivaRow> rows = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (CsvRecord record : records.subList(1, records.size())) {
      if (record.getFields().stream().allMatch(String::isBlank)) {
        continue;
      }
      int line = Math.toIntExact(record.getStartingLineNumber());
      try {
        rows.add(new Cells(columns, header.size(), record.getFields()).row(line));
      } catch (Odd odd) {
        refused.add(new Refused(line, record.getFields(), odd.reason));
      }
    }
    return new VivaFile(header, rows, refused);
  }

  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    long commas = first.chars().filter(c -> c == ',').count();
    long semicolons = first.chars().filter(c -> c == ';').count();
    return semicolons > commas ? ';' : ',';
  }

  /** By name without what stands in brackets: "Aligned To (weight, Objective ID)". */
  private static Map<String, Integer> columns(List<String> header) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String name =
          header
              .get(i)
              .replaceAll("\\(.*", "")
              .strip()
              .toLowerCase(Locale.ROOT)
              .replaceAll("\\s+", " ");
      if (!name.isEmpty()) {
        columns.putIfAbsent(name, i);
      }
    }
    return columns;
  }

  /** Why a line is refused. */
  private static final class Odd extends RuntimeException {
    private final String reason;

    Odd(String reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private record Cells(Map<String, Integer> columns, int named, List<String> cells) {

    VivaRow row(int line) {
      String title = text("title");
      if (title.isEmpty()) {
        throw new Odd("has no title");
      }
      String type = text("object type");
      if (type.isEmpty()) {
        throw new Odd("does not say whether it is an objective or a key result");
      }
      Matcher parent = PARENT.matcher(text("aligned to"));
      boolean aligned = parent.find();
      if (!aligned && !text("aligned to").isEmpty()) {
        throw new Odd(
            "is aligned to “" + text("aligned to") + "”, which names no Id: export it with Ids");
      }
      @Nullable CheckedIn latest = latest();
      if (aligned && !WEIGHT.matcher(parent.group(1)).matches()) {
        throw new Odd(
            "is aligned with the weight “" + parent.group(1) + "”, which is no share of a hundred");
      }
      return new VivaRow(
          line,
          cells,
          text("id"),
          type,
          title,
          few("team", ";"),
          few("owner", "[,;]"),
          text("period"),
          day("start date"),
          day("end date"),
          text("description"),
          aligned ? parent.group(2) : null,
          aligned ? new BigDecimal(parent.group(1)) : null,
          number("start"),
          number("target"),
          text("unit"),
          text("goal type").toLowerCase(Locale.ROOT).startsWith("aspirational"),
          text("status"),
          columns.containsKey("actual progress") && !text("actual progress").isEmpty()
              ? number("actual progress")
              : number("progress %"),
          latest == null ? day("last check-in") : latest.on(),
          text("last check-in note"),
          latest == null ? null : latest.value());
    }

    private record CheckedIn(LocalDate on, BigDecimal value) {}

    /** The latest of all check-ins whose value is a number. */
    private @Nullable CheckedIn latest() {
      @Nullable CheckedIn latest = null;
      int first = columns.getOrDefault("checkins", named);
      for (int i = first; i < cells.size(); i++) {
        Matcher value = VALUE.matcher(cells.get(i));
        Matcher day = DAY.matcher(cells.get(i));
        if (value.find() && day.find()) {
          @Nullable BigDecimal number = leading(value.group(1));
          LocalDate on = date(day.group(1));
          if (number != null && (latest == null || on.isAfter(latest.on()))) {
            latest = new CheckedIn(on, number);
          }
        }
      }
      return latest;
    }

    private String text(String column) {
      @Nullable Integer at = columns.get(column);
      return at == null || at >= cells.size() ? "" : cells.get(at).strip();
    }

    private List<String> few(String column, String by) {
      List<String> names =
          Arrays.stream(text(column).split(by))
              .map(String::strip)
              .filter(one -> !one.isEmpty())
              .distinct()
              .toList();
      if (names.size() > MOST_NAMES) {
        throw new Odd(
            "names " + names.size() + " under " + column + "; at most " + MOST_NAMES + " are read");
      }
      return names;
    }

    private @Nullable LocalDate day(String column) {
      String text = text(column);
      return text.isEmpty() ? null : date(text.length() > 10 ? text.substring(0, 10) : text);
    }

    private static LocalDate date(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException odd) {
        throw new Odd("holds “" + text + "” where a day such as 2026-03-31 belongs");
      }
    }

    /** What a column holds as a number, whatever sign of money or percent stands with it. */
    private @Nullable BigDecimal number(String column) {
      String text = text(column);
      String plain = plain(text.replaceAll("[%$€£]", ""));
      if (plain.isEmpty()) {
        return null;
      }
      if (!NUMBER.matcher(plain).matches()) {
        throw new Odd("holds “" + text + "” under " + column + ", which is no number");
      }
      return new BigDecimal(plain);
    }

    /** The number that a text begins with, such as "2.6 days"; null when it begins with none. */
    private static @Nullable BigDecimal leading(String text) {
      Matcher number = NUMBER.matcher(plain(text.replaceFirst("^[$€£]", "")));
      return number.lookingAt() ? new BigDecimal(number.group()) : null;
    }

    private static String plain(String text) {
      return text.replaceAll("[\\s\u00a0]", "").replaceAll(",(?=\\d{3}(\\D|$))", "");
    }
  }
}
