package org.waymark.paste;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of a table. With a header line its columns may stand in any order, and those it does
 * not know are passed over. Without one the first cell is the objective, the second the key result,
 * and then what a cell looks like decides: one level is the target, of two the first is where it
 * starts; a day is when it is due; an address is the owner.
 */
final class Rows {
  private static final Pattern LEVEL =
      Pattern.compile("[<>≥≤~]?\\s*[+-]?[€$£]?\\d[\\d.,'\u00a0 ]*+\\s*+(%|\\p{L}{1,12})?");
  private static final Pattern DAY =
      Pattern.compile(
          "\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|(?i)(end of )?q[1-4]( \\d{4})?"
              + "|\\d{1,2}\\.? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*\\.?( \\d{4})?"
              + "|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}* \\d{1,2}(, ?| )?(\\d{4})?");

  /** The name of a column, with the number it may carry: "Key result 2". */
  private static final Pattern NUMBERED = Pattern.compile("^(.{1,40}?)\\s{0,9}\\d{0,9}$");

  static final Pattern ADDRESS =
      Pattern.compile("[\\w.+\\-]{1,64}@[\\w\\-]{1,63}(?:\\.[\\w\\-]{1,63}){1,9}");

  private final List<Outline.Open> objectives = new ArrayList<>();
  private final List<Outline.Unread> unread = new ArrayList<>();

  private Rows() {}

  static Outline read(List<PastedLine> lines) {
    Rows rows = new Rows();
    @Nullable Map<Part, Integer> header = null;
    boolean begun = false;
    for (PastedLine line : lines) {
      if (line.blank() || line.words().matches("[\\s:|\\-]+")) {
        continue;
      }
      List<String> cells = line.cells().isEmpty() ? List.of(line.words()) : line.cells();
      if (!begun) {
        begun = true;
        header = header(cells).orElse(null);
        if (header != null) {
          continue;
        }
      }
      rows.row(line, header == null ? rows.guessed(cells) : named(header, cells));
    }
    return new Outline(rows.objectives.stream().map(Outline.Open::objective).toList(), rows.unread);
  }

  private static Optional<Map<Part, Integer>> header(List<String> cells) {
    Map<Part, Integer> columns = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      int at = i;
      NUMBERED
          .matcher(cells.get(i))
          .results()
          .findFirst()
          .flatMap(name -> Part.named(name.group(1)))
          .ifPresent(part -> columns.putIfAbsent(part, at));
    }
    boolean about = columns.containsKey(Part.OBJECTIVE) || columns.containsKey(Part.KEY_RESULT);
    return about && columns.size() >= 2 ? Optional.of(columns) : Optional.empty();
  }

  private static Map<Part, String> named(Map<Part, Integer> header, List<String> cells) {
    Map<Part, String> said = new EnumMap<>(Part.class);
    header.forEach(
        (part, column) -> {
          if (column < cells.size() && !cells.get(column).isBlank()) {
            said.put(part, cells.get(column));
          }
        });
    return said;
  }

  private Map<Part, String> guessed(List<String> cells) {
    Map<Part, String> said = new EnumMap<>(Part.class);
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (cell.isBlank()) {
        continue;
      }
      PastedLine labelled = PastedLine.of(1, cell);
      if (labelled.part() != null && !labelled.words().isBlank()) {
        said.putIfAbsent(labelled.part(), labelled.words());
      } else if (ADDRESS.matcher(cell).matches()) {
        said.putIfAbsent(Part.OWNER, cell);
      } else if (DAY.matcher(cell).matches()) {
        said.putIfAbsent(Part.DUE, cell);
      } else if (LEVEL.matcher(cell).matches()) {
        String before = said.put(Part.TARGET, cell);
        if (before != null) {
          said.putIfAbsent(Part.BASELINE, before);
        }
      } else if (i == 0) {
        said.put(Part.OBJECTIVE, labelled.words());
      } else if (!said.containsKey(Part.KEY_RESULT)) {
        said.put(Part.KEY_RESULT, labelled.words());
      } else {
        said.putIfAbsent(Part.OWNER, cell);
      }
    }
    return said;
  }

  private void row(PastedLine line, Map<Part, String> said) {
    String objective = said.remove(Part.OBJECTIVE);
    String keyResult = said.remove(Part.KEY_RESULT);
    if (objective == null && keyResult == null) {
      unread.add(new Outline.Unread(line.number(), line.words(), Outline.Reason.EMPTY_ROW));
      return;
    }
    if (objective != null
        && (objectives.isEmpty() || !objectives.getLast().words.equals(objective))) {
      objectives.add(new Outline.Open(line.number(), objective, false));
    }
    if (keyResult == null) {
      objectives.getLast().told.putAll(said);
      return;
    }
    Outline.Open measured = new Outline.Open(line.number(), keyResult, false);
    if (objectives.isEmpty()) {
      objectives.add(measured);
    } else {
      objectives.getLast().keyResults.add(measured);
      for (Part part : List.of(Part.WHY, Part.STRATEGY)) {
        String about = said.remove(part);
        if (about != null) {
          objectives.getLast().told.putIfAbsent(part, about);
        }
      }
    }
    measured.told.putAll(said);
  }
}
