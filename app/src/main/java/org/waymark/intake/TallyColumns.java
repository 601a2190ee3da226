package org.waymark.intake;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
          "breach(es)?|.*(toolate|del15|missed|overdue|failed)|late|delayed|numberlate"
              + "|.*(dissatisfied|unsatisfied|notsatisfied|notmet|unmet)"
              + "|.*(not|outside|out|over)(ontime|within|intime|of?(target|time|sla)).*");
  private static final Pattern MET =
      Pattern.compile("numerator|met|.*(ontime|within.*|intime|satisfied)");
  private static final Pattern ALL =
      Pattern.compile(
          "denominator|total|all|n|.*(attendances|flights|calls|answers|responses|deliveries|handled|offered)");
  private static final int LONGEST_WORD = 30;
  private static final Pattern WHOLE = Pattern.compile("\\d{1,12}(\\.0+)?");

  /** Where a file has such columns and every line of the sample fits them; null otherwise. */
  static @Nullable TallyColumns in(Sample sample) {
    for (String all : sample.header()) {
      if (!ALL.matcher(Sample.bare(all)).matches()) {
        continue;
      }
      for (String part : sample.header()) {
        boolean missed = MISSED.matcher(Sample.bare(part)).matches();
        if (!part.equals(all)
            && (missed || MET.matcher(Sample.bare(part)).matches())
            && fits(sample, part, all)) {
          return new TallyColumns(part, missed, all);
        }
      }
    }
    return null;
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

  /** Proposes which of which they are, for which span and which unit. */
  void propose(ProposalDraft draft, DateColumns dates) {
    Sample sample = draft.sample;
    String year = sample.named("year");
    String month = sample.named("month");
    boolean months = dates.columns().isEmpty() && year != null && month != null;
    List<String> when = months ? List.of(year, month) : dates.columns().stream().limit(1).toList();
    id(draft, when);
    if (months) {
      draft.template("startedAt", "{" + year + "}-{" + month + "}-1", when);
    } else {
      MomentColumns.propose(draft, dates);
    }
    if (!draft.has("finishedAt")) {
      String column = months || when.isEmpty() ? null : when.getFirst();
      draft.constant("finishedAt", span(sample, column, List.copyOf(dates.patterns())));
    }
    String metric = Sample.bare(part).contains("satisf") ? "csat" : "on-time-share";
    draft.constant("metric", metric);
    draft.column(missed ? "missed" : "numerator", part);
    draft.column("denominator", all);
    draft.unit("department", "team", "unit", "group", "queue", "office");
    if (!draft.has("unit")) {
      draft.unit("orgcode", "site", "hospital", "store", "branch", "location", "carrier");
    }
    draft.notes.add(
        "Each line looks like numbers already added up: "
            + part
            + (missed ? " did not make it, out of " : " out of ")
            + all
            + ". Check the metric it is for ("
            + metric
            + " is proposed), how long a line covers, and which unit it belongs to.");
  }

  /** A line is known again by its time and by the short words in it. */
  private static void id(ProposalDraft draft, List<String> when) {
    Sample sample = draft.sample;
    List<String> together = new ArrayList<>(when);
    sample.header().stream()
        .filter(column -> !column.isEmpty() && !when.contains(column))
        .filter(column -> !sample.numeric(column) && !Sample.bare(column).endsWith("name"))
        .filter(column -> sample.shorter(column, LONGEST_WORD))
        .limit(IdColumns.MOST)
        .forEach(together::add);
    if (!together.isEmpty()) {
      draft.template("id", IdColumns.template(together), List.of());
    }
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
