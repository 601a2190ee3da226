package org.waymark.coach;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How often each rule is right on goals that people published and one person labelled. Run it as a
 * program to print the table of docs/coach.md; with {@code misses} it also prints where the rules
 * and the labels disagree. With {@code said}, a CSV file with a column {@code text} and names of
 * rules it prints what these rules say of goals that nobody has labelled, to be read by people.
 */
final class CoachFigures {
  /** One labelled goal; the columns of the file by name. */
  record Labelled(Map<String, String> columns) {
    String is(String column) {
      return Objects.requireNonNull(columns.get(column), column);
    }

    boolean number() {
      return is("measurable_target").equals("number") || is("measurable_target").equals("percent");
    }
  }

  /**
   * What the labels mean for a rule.
   *
   * @param right where the rule should speak
   * @param clear which goals are not open to debate
   */
  record Question(String rule, Predicate<Labelled> right, Predicate<Labelled> clear) {}

  /** Counts of one rule. */
  record Figures(String rule, int found, int spoken, int missed, int clearMissed, int clear) {
    double precision() {
      return spoken == 0 ? 1 : (double) found / spoken;
    }

    double recall() {
      return found + missed == 0 ? 1 : (double) found / (found + missed);
    }

    double clearRecall() {
      return clear == 0 ? 1 : 1 - (double) clearMissed / clear;
    }

    /** The line of the table in docs/coach.md. */
    String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %d | %.2f | %.2f | %.2f |",
          rule,
          spoken,
          found,
          precision(),
          recall(),
          clearRecall());
    }
  }

  static final List<Question> QUESTIONS =
      List.of(
          new Question(
              "VAGUE",
              goal -> !goal.is("vagueness").equals("0"),
              goal -> goal.is("vagueness").equals("2")),
          new Question(
              "NO_METRIC",
              goal ->
                  goal.is("vagueness").equals("2")
                      || (!goal.is("nature").equals("outcome")
                          && !goal.is("measurable_target").equals("percent")),
              goal -> goal.is("vagueness").equals("2")),
          new Question(
              "NO_TARGET", goal -> goal.is("measurable_target").equals("none"), goal -> true),
          new Question(
              "NO_BASELINE",
              goal -> goal.number() && goal.is("baseline").equals("none"),
              goal -> goal.is("nature").equals("outcome")),
          new Question("NO_DATE", goal -> goal.is("timeframe_in_text").equals("0"), goal -> true),
          new Question(
              "ACTIVITY",
              goal -> !goal.is("nature").equals("outcome"),
              goal -> goal.is("measurable_target").equals("deliverable")));

  private CoachFigures() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 2 && arguments[0].equals("said")) {
      said(Path.of(arguments[1]), List.of(arguments).subList(2, arguments.length));
      return;
    }
    boolean misses = arguments.length > 0;
    System.out.println("| rule | speaks | right | precision | recall | recall, clear cases |");
    System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
    for (Question one : QUESTIONS) {
      System.out.println(figures(one).row());
    }
    if (misses) {
      for (Labelled goal : goals()) {
        for (Question one : QUESTIONS) {
          boolean spoken = rules(goal.is("text")).contains(one.rule());
          if (spoken != one.right().test(goal)) {
            System.out.println(
                (spoken ? "said  " : "missed")
                    + " "
                    + one.rule()
                    + " "
                    + goal.is("id")
                    + " "
                    + goal.is("vagueness")
                    + " "
                    + goal.is("measurable_target")
                    + " "
                    + goal.is("nature")
                    + ": "
                    + goal.is("text"));
          }
        }
      }
    }
  }

  private static void said(Path file, List<String> rules) throws IOException {
    List<Labelled> goals = goals(Files.readString(file));
    Map<String, Integer> times = new TreeMap<>();
    for (Labelled goal : goals) {
      String text = goal.is("text");
      for (Finding one : Coach.advise(Statement.of(text, Kind.GOAL, null)).findings()) {
        if (rules.contains(one.rule())) {
          times.merge(one.rule(), 1, Integer::sum);
          System.out.printf(
              "%s “%s”: %s%n", one.rule(), text.substring(one.start(), one.end()), text);
        }
      }
    }
    System.out.println(goals.size() + " goals, " + times);
  }

  static Figures figures(Question question) throws IOException {
    int found = 0;
    int spoken = 0;
    int missed = 0;
    int clear = 0;
    int clearMissed = 0;
    for (Labelled goal : goals()) {
      boolean right = question.right().test(goal);
      boolean speaks = rules(goal.is("text")).contains(question.rule());
      boolean plain = right && question.clear().test(goal);
      spoken += speaks ? 1 : 0;
      found += speaks && right ? 1 : 0;
      missed += right && !speaks ? 1 : 0;
      clear += plain ? 1 : 0;
      clearMissed += plain && !speaks ? 1 : 0;
    }
    return new Figures(question.rule(), found, spoken, missed, clearMissed, clear);
  }

  private static Set<String> rules(String text) {
    return Coach.advise(Statement.of(text, Kind.GOAL, null)).findings().stream()
        .map(Finding::rule)
        .collect(Collectors.toSet());
  }

  static List<Labelled> goals() throws IOException {
    try (InputStream in = CoachFigures.class.getResourceAsStream("/coach/goals.csv")) {
      return goals(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static List<Labelled> goals(String csv) {
    List<List<String>> rows = csv.lines().map(CoachFigures::cells).toList();
    List<Labelled> goals = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      Map<String, String> columns = new HashMap<>();
      for (int i = 0; i < row.size(); i++) {
        columns.put(rows.getFirst().get(i), row.get(i));
      }
      goals.add(new Labelled(columns));
    }
    return goals;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char here = line.charAt(i);
      if (here == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (here == '"') {
        quoted = !quoted;
      } else if (here == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(here);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
