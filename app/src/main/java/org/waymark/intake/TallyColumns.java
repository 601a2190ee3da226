package org.waymark.intake;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Two columns of a file whose lines are numbers already added up: so many of so many.
 *
 * @param part the column that holds some of them
 * @param missed whether those are the ones that did not make it
 * @param all the column that holds how many there were
 */
record TallyColumns(String part, boolean missed, String all) {
  private static final Pattern MISSED =
      Pattern.compile(
          "breach(es)?|.*(toolate|del15|missed|overdue|failed)|late|delayed|numberlate");
  private static final Pattern MET =
      Pattern.compile("numerator|met|.*(ontime|within.*|intime|satisfied)|satisfied");
  private static final Pattern ALL =
      Pattern.compile(
          "denominator|total|all|n|.*(attendances|flights|calls|answers|responses|deliveries|handled|offered)");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,12}(\\.0+)?");

  /** Where a file has such columns and every line of the sample fits them; null otherwise. */
  static @Nullable TallyColumns in(Sample sample) {
    for (String all : sample.header()) {
      if (!ALL.matcher(bare(all)).matches()) {
        continue;
      }
      for (String part : sample.header()) {
        boolean missed = MISSED.matcher(bare(part)).matches();
        if (!part.equals(all)
            && (missed || MET.matcher(bare(part)).matches())
            && fits(sample, part, all)) {
          return new TallyColumns(part, missed, all);
        }
      }
    }
    return null;
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Whole numbers in nearly every line, some of them more than one, and never more than all. */
  private static boolean fits(Sample sample, String part, String all) {
    int some = sample.header().indexOf(part);
    int whole = sample.header().indexOf(all);
    int good = 0;
    boolean many = false;
    for (List<String> row : sample.rows()) {
      if (row.get(some).isEmpty() || row.get(whole).isEmpty()) {
        continue;
      }
      if (!WHOLE.matcher(row.get(some)).matches() || !WHOLE.matcher(row.get(whole)).matches()) {
        return false;
      }
      double counted = Double.parseDouble(row.get(some));
      double of = Double.parseDouble(row.get(whole));
      if (counted > of) {
        return false;
      }
      many |= of > 1;
      good++;
    }
    return many && good * 10 >= sample.rows().size() * 9;
  }

  /** How long a line's span is, from the days the lines begin: a month, a week or a day. */
  static String span(Sample sample, @Nullable String column, List<String> patterns) {
    if (column == null) {
      return "P1M";
    }
    Times times = Times.of(ZoneOffset.UTC, patterns);
    TreeSet<LocalDate> days = new TreeSet<>();
    for (String value : sample.values(column)) {
      try {
        days.add(times.read(column, value, new Notes()).atZone(ZoneOffset.UTC).toLocalDate());
      } catch (Refused slip) {
        // a slip in one line tells nothing of the others
      }
    }
    if (days.stream().allMatch(day -> day.getDayOfMonth() == 1)) {
      return "P1M";
    }
    boolean weeks =
        days.size() > 1
            && days.stream()
                .allMatch(day -> (day.toEpochDay() - days.getFirst().toEpochDay()) % 7 == 0);
    return weeks ? "P7D" : "P1D";
  }
}
