package org.waymark.intake;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a sample that hold dates, and the patterns they are written in. Where day and
 * month could be either way round in every row, no pattern is chosen: the note asks.
 */
record DateColumns(
    List<String> columns, Set<String> patterns, List<String> notes, List<Doubt> doubts) {
  static final List<String> TIMES =
      List.of("", " HH:mm", " HH:mm:ss", " hh:mm a", " hh:mm:ss a", "'T'HH:mm:ss");
  private static final List<String> UNDOUBTED = List.of("dd.MM.yyyy", "yyyy/MM/dd", "yyyyMMdd");

  static DateColumns in(Sample sample) {
    List<String> columns = new ArrayList<>();
    Set<String> patterns = new LinkedHashSet<>();
    Set<String> asked = new LinkedHashSet<>();
    boolean monthFirst = false;
    boolean dayFirst = false;
    List<String> slashed = new ArrayList<>();
    for (String column : sample.header()) {
      List<String> values = sample.values(column);
      if (values.isEmpty() || column.isEmpty()) {
        continue;
      }
      if (fits(values, List.of())) {
        columns.add(column);
      } else if (fitsAny(values, "MM/dd/yyyy") || fitsAny(values, "dd/MM/yyyy")) {
        columns.add(column);
        slashed.add(column);
        monthFirst |= !fitsAny(values, "dd/MM/yyyy");
        dayFirst |= !fitsAny(values, "MM/dd/yyyy");
      } else {
        for (String date : UNDOUBTED) {
          for (String time : TIMES) {
            if (fits(values, List.of(date + time))
                && (!date.equals("yyyyMMdd")
                    || column.toLowerCase(java.util.Locale.ROOT).contains("date"))) {
              columns.add(column);
              patterns.add(date + time);
            }
          }
        }
      }
    }
    for (String column : slashed) {
      if (monthFirst == dayFirst) {
        asked.add(column);
        continue;
      }
      for (String time : TIMES) {
        String pattern = (monthFirst ? "MM/dd/yyyy" : "dd/MM/yyyy") + time;
        if (fits(sample.values(column), List.of(pattern))) {
          patterns.add(pattern);
          break;
        }
      }
    }
    List<String> notes = new ArrayList<>();
    if (!asked.isEmpty()) {
      notes.add(
          "In "
              + String.join(", ", asked)
              + " day and month could be either way round: set formats.instant to MM/dd/yyyy or dd/MM/yyyy.");
    } else if (!slashed.isEmpty()) {
      notes.add(
          "Dates are read "
              + (monthFirst ? "month first, as in the United States" : "day first")
              + ": check the first rows.");
    }
    return new DateColumns(
        List.copyOf(columns),
        patterns,
        notes,
        asked.isEmpty() ? List.of() : List.of(new Doubt(Doubt.ORDER, List.copyOf(asked))));
  }

  private static boolean fitsAny(List<String> values, String date) {
    return TIMES.stream().anyMatch(time -> fits(values, List.of(date + time)));
  }

  /** Whether nearly all values read so; a file of real life has its slips. */
  private static boolean fits(List<String> values, List<String> patterns) {
    Times times = Times.of(ZoneOffset.UTC, patterns);
    int good = 0;
    int bad = 0;
    for (String value : values) {
      try {
        times.read("", value, new Notes());
        good++;
      } catch (Refused e) {
        bad++;
        if (bad * 5 > values.size()) {
          return false;
        }
      }
    }
    return good > 0;
  }
}
