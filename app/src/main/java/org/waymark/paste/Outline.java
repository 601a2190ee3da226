package org.waymark.paste;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Objectives and key results as they stand in a text, before anybody asked what they mean. Labels
 * ("O1:", "KR:", "Key results:") decide; then headings; then what is further in or marked otherwise
 * than the first line. Lines that look all alike are goals of their own when the first of them
 * holds a number, else the first is the objective of the others.
 */
public record Outline(List<Objective> objectives, List<Unread> unread) {
  /** Longest text that is read, in characters. */
  public static final int LONGEST = 100_000;

  /** Longest line that is read, in characters; what was wrapped is one line. */
  public static final int LONGEST_LINE = 6_000;

  public Outline {
    objectives = List.copyOf(objectives);
    unread = List.copyOf(unread);
  }

  /**
   * One line that says something to be reached.
   *
   * @param line where it stands, from 1
   * @param told what labelled lines below it or columns beside it say
   */
  public record Item(int line, String words, Map<Part, String> told) {
    public Item {
      told = Map.copyOf(told);
    }
  }

  /** What is to be reached, and what shows it. */
  public record Objective(Item item, List<Item> keyResults) {
    public Objective {
      keyResults = List.copyOf(keyResults);
    }
  }

  /** Why a line was not used. */
  public enum Reason {
    /** It tells about an objective, and none stands above it. */
    ABOUT_NOTHING,
    /** A heading above other headings. */
    TITLE,
    /** A row of a table that holds neither an objective nor a key result. */
    EMPTY_ROW,
    /** It is longer than anything that a goal takes. */
    TOO_LONG
  }

  /** A line that was not used, so that nobody thinks it was. */
  public record Unread(int line, String text, Reason reason) {

    static Unread tooLong(int line, String text) {
      String head = text.strip();
      return new Unread(
          line,
          head.length() > SHOWN ? head.substring(0, SHOWN).strip() + "…" : head,
          Reason.TOO_LONG);
    }
  }

  /** How much of a line that is too long is shown, in characters. */
  private static final int SHOWN = 60;

  /** Reads a text; never fails, whatever it holds. */
  public static Outline of(String text) {
    List<PastedLine> lines = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    int number = 0;
    for (String raw : text.split("\\R", -1)) {
      number++;
      if (raw.length() > LONGEST_LINE) {
        unread.add(Unread.tooLong(number, raw));
      } else {
        lines.add(PastedLine.of(number, raw));
      }
    }
    boolean table = lines.stream().filter(line -> !line.cells().isEmpty()).count() > 0;
    Outline read = table ? Rows.read(lines) : new Writing().read(lines);
    unread.addAll(read.unread());
    unread.sort(Comparator.comparingInt(Unread::line));
    return new Outline(read.objectives(), unread);
  }

  /** An item whose labelled lines are still coming. */
  static final class Open {
    final int line;
    String words;
    final Map<Part, String> told = new EnumMap<>(Part.class);
    final List<Open> keyResults = new ArrayList<>();
    final boolean heading;

    Open(PastedLine line) {
      this(line.number(), line.words(), line.mark().equals(PastedLine.HEADING));
    }

    Open(int line, String words, boolean heading) {
      this.line = line;
      this.words = words;
      this.heading = heading;
    }

    Item item() {
      return new Item(line, words, told);
    }

    Objective objective() {
      return new Objective(item(), keyResults.stream().map(Open::item).toList());
    }
  }

  /** Reads lines that are no table. */
  private static final class Writing {
    private final List<Open> objectives = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private @Nullable Open last;
    private @Nullable Part section;

    Outline read(List<PastedLine> lines) {
      List<PastedLine> said = withRoles(lines);
      boolean afterBlank = true;
      for (PastedLine line : said) {
        if (line.blank()) {
          afterBlank = true;
          continue;
        }
        take(line, afterBlank);
        afterBlank = false;
      }
      titles();
      return new Outline(objectives.stream().map(Open::objective).toList(), unread);
    }

    private void take(PastedLine line, boolean afterBlank) {
      Part part = line.part();
      if (part == Part.OBJECTIVE || part == Part.KEY_RESULT) {
        if (line.words().isBlank()) {
          section = part;
        } else if (part == Part.OBJECTIVE) {
          open(line);
        } else {
          keyResult(line);
        }
      } else if (part != null) {
        tell(line, part);
      } else if (section == Part.KEY_RESULT
          && !(afterBlank && line.mark().isEmpty() && !line.hasDigit())) {
        keyResult(line);
      } else if (section == Part.OBJECTIVE) {
        open(line);
      } else if (last != null && line.mark().isEmpty() && !afterBlank) {
        wrapped(last, line);
      } else if (last != null && (line.hasDigit() || !line.mark().isEmpty())) {
        keyResult(line);
      } else {
        open(line);
      }
    }

    /** A line that goes on where the one above it ended. */
    private void wrapped(Open above, PastedLine line) {
      if (above.words.length() + line.words().length() < LONGEST_LINE) {
        above.words = above.words + " " + line.words();
      } else {
        unread.add(Unread.tooLong(line.number(), line.words()));
      }
    }

    private void open(PastedLine line) {
      section = section == Part.KEY_RESULT ? null : section;
      String[] measured = line.words().split("(?i),? as measured by:? ", 2);
      Open objective =
          new Open(line.number(), measured[0].strip(), line.mark().equals(PastedLine.HEADING));
      objectives.add(objective);
      last = objective;
      if (measured.length == 2) {
        for (String part : measured[1].split(";\\s*(?:and )?")) {
          if (!part.isBlank()) {
            objective.keyResults.add(new Open(line.number(), part.strip(), false));
          }
        }
      }
    }

    private void keyResult(PastedLine line) {
      if (objectives.isEmpty()) {
        open(line);
        return;
      }
      last = new Open(line);
      objectives.getLast().keyResults.add(last);
    }

    private void tell(PastedLine line, Part part) {
      if (last == null) {
        unread.add(new Unread(line.number(), line.words(), Reason.ABOUT_NOTHING));
      } else {
        Open about = part == Part.WHY || part == Part.STRATEGY ? objectives.getLast() : last;
        String before = about.told.getOrDefault(part, "");
        if (before.length() + line.words().length() < LONGEST_LINE) {
          about.told.merge(part, line.words(), (one, other) -> one + " " + other);
        } else {
          unread.add(Unread.tooLong(line.number(), line.words()));
        }
      }
    }

    /** Headings with nothing below them, above others that have something, name the whole. */
    private void titles() {
      boolean some = objectives.stream().anyMatch(one -> one.heading && !one.keyResults.isEmpty());
      if (some) {
        List<Open> titles =
            objectives.stream().filter(one -> one.heading && one.keyResults.isEmpty()).toList();
        titles.forEach(title -> unread.add(new Unread(title.line, title.words, Reason.TITLE)));
        objectives.removeAll(titles);
      }
    }

    /** Says of each line without a label what it is, where no label in the text does. */
    private static List<PastedLine> withRoles(List<PastedLine> lines) {
      boolean labelled =
          lines.stream()
              .anyMatch(line -> line.part() == Part.OBJECTIVE || line.part() == Part.KEY_RESULT);
      List<PastedLine> bare =
          lines.stream().filter(line -> !line.blank() && line.part() == null).toList();
      if (labelled || bare.isEmpty()) {
        return lines;
      }
      PastedLine first = bare.getFirst();
      boolean headings = bare.stream().anyMatch(line -> line.mark().equals(PastedLine.HEADING));
      if (headings) {
        return roles(lines, line -> line.mark().equals(PastedLine.HEADING));
      }
      boolean alike =
          bare.stream()
              .allMatch(
                  line -> line.indent() == first.indent() && line.mark().equals(first.mark()));
      return alike
          ? flat(lines)
          : roles(
              lines, line -> line.indent() <= first.indent() && line.mark().equals(first.mark()));
    }

    private static List<PastedLine> roles(
        List<PastedLine> lines, java.util.function.Predicate<PastedLine> objective) {
      return lines.stream()
          .map(
              line ->
                  line.blank() || line.part() != null
                      ? line
                      : line.as(objective.test(line) ? Part.OBJECTIVE : Part.KEY_RESULT))
          .toList();
    }

    private static List<PastedLine> flat(List<PastedLine> lines) {
      List<PastedLine> all = new ArrayList<>();
      boolean afterBlank = true;
      boolean led = false; // an objective without a number stands above
      for (PastedLine line : lines) {
        if (line.blank() || line.part() != null) {
          afterBlank |= line.blank();
          all.add(line);
          continue;
        }
        boolean begins = afterBlank && !(led && line.hasDigit() && alone(all));
        if (begins) {
          led = !line.hasDigit();
        }
        all.add(line.as(begins || !led ? Part.OBJECTIVE : Part.KEY_RESULT));
        afterBlank = false;
      }
      return all;
    }

    /** Whether the last line said stands alone between blank lines. */
    private static boolean alone(List<PastedLine> before) {
      List<PastedLine> said = before.stream().filter(line -> !line.blank()).toList();
      return !said.isEmpty() && Objects.equals(said.getLast().part(), Part.OBJECTIVE);
    }
  }
}
