package org.waymark.paste;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.coach.Advice;
import org.waymark.coach.Coach;
import org.waymark.coach.Kind;
import org.waymark.coach.KnownMetric;
import org.waymark.coach.Period;
import org.waymark.coach.Recognised;
import org.waymark.coach.Statement;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.metric.Unit;
import org.waymark.metrics.Metrics;
import org.waymark.people.Members;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/**
 * Makes goals that could be written down out of an outline. What a text says is taken; what it does
 * not say stays open, and where something had to be decided a note tells.
 */
@Component
public class Recognition {
  /** Most goals read at once. */
  public static final int MOST_GOALS = 30;

  /** Most key results read at once. */
  public static final int MOST_KEY_RESULTS = 60;

  /** Longest name of a key result. */
  private static final int LONGEST_NAME = 200;

  private static final Pattern WITHIN =
      Pattern.compile(
          "(?i)\\b(?:within|in under|in less than|inside|in)\\s+(?:the first\\s+)?"
              + "(\\d{1,4}|one|an?)\\s*+-?\\s*+(days?|hours?|hrs?|h|minutes?|mins?|seconds?|secs?)\\b");
  private static final Pattern KEEPS =
      Pattern.compile("(?i)^(?:keep|maintain|hold|stay|remain|sustain)\\b.*", Pattern.DOTALL);

  private final Access access;
  private final Members members;
  private final Metrics metrics;
  private final Workspaces workspaces;

  Recognition(Access access, Members members, Metrics metrics, Workspaces workspaces) {
    this.access = access;
    this.members = members;
    this.metrics = metrics;
    this.workspaces = workspaces;
  }

  /**
   * Reads a text.
   *
   * @param cycle the goals are to run in; null when not chosen yet
   */
  @Transactional(readOnly = true)
  public Reading read(Caller caller, String text, @Nullable Cycle cycle) {
    access.require(caller, Action.DRAFT_GOAL, null);
    WorkspaceSettings settings = workspaces.current();
    Round round =
        new Round(
            settings,
            cycle == null ? null : new Period(cycle.from(), cycle.to()),
            own(settings.locale()),
            new People(Cursor.everything("members", members::list)));
    Outline outline = Outline.of(text);
    List<ReadGoal> goals = new ArrayList<>();
    int room = MOST_KEY_RESULTS;
    for (Outline.Objective objective : outline.objectives()) {
      if (goals.size() == MOST_GOALS || room == 0) {
        return new Reading(goals, outline.unread(), objective.item().line());
      }
      List<Outline.Item> keyResults = objective.keyResults();
      if (keyResults.size() > room) {
        goals.add(
            goal(round, new Outline.Objective(objective.item(), keyResults.subList(0, room))));
        return new Reading(goals, outline.unread(), keyResults.get(room).line());
      }
      room -= Math.max(1, keyResults.size());
      goals.add(goal(round, objective));
    }
    return new Reading(goals, outline.unread(), 0);
  }

  private List<KnownMetric> own(Locale locale) {
    return metrics.all().stream()
        .filter(metric -> ShippedMetrics.find(metric.key()).isEmpty())
        .map(metric -> KnownMetric.of(metric, metrics.words(metric, locale).label()))
        .toList();
  }

  /** What stays the same for all lines of a text. */
  private record Round(
      WorkspaceSettings settings, @Nullable Period period, List<KnownMetric> own, People people) {

    Advice advise(String words, Kind kind, int keyResults) {
      return Coach.advise(
          new Statement(
              words,
              kind,
              settings.locale(),
              period,
              settings.fiscalYearStart(),
              null,
              keyResults,
              List.of(),
              own));
    }
  }

  private ReadGoal goal(Round round, Outline.Objective objective) {
    Outline.Item item = objective.item();
    List<Note> notes = new ArrayList<>();
    Owned stated = owned(round, item, notes);
    List<Outline.Item> lines = objective.keyResults();
    boolean alone = lines.isEmpty() && isMeasured(round, stated.words(), item);
    List<ReadGoal.Measured> keyResults = new ArrayList<>();
    @Nullable String owner = stated.owner();
    for (Outline.Item line : alone ? List.of(item) : lines) {
      List<Note> own = new ArrayList<>();
      Owned named = alone ? stated : owned(round, line, own);
      if (named.owner() != null && owner == null) {
        owner = named.owner();
        own.add(Note.of("owner-taken"));
      } else if (named.owner() != null && !named.owner().equals(owner)) {
        own.add(Note.of("owner-other", named.owner()));
      }
      keyResults.add(measured(round, line, named.words(), own));
    }
    if (keyResults.isEmpty()) {
      notes.add(Note.of("unmeasured"));
    }
    Kind kind = alone ? Kind.GOAL : Kind.OBJECTIVE;
    return new ReadGoal(
        item.line(),
        stated.words(),
        item.told().get(Part.WHY),
        item.told().get(Part.STRATEGY),
        owner,
        keyResults,
        alone ? List.of() : round.advise(stated.words(), kind, keyResults.size()).findings(),
        notes);
  }

  /** Words without whoever is named at their end, and who that is. */
  private record Owned(String words, @Nullable String owner) {}

  private static Owned owned(Round round, Outline.Item item, List<Note> notes) {
    String told = item.told().get(Part.OWNER);
    if (told != null) {
      Optional<String> member =
          round
              .people()
              .called(told)
              .or(() -> round.people().in(told).flatMap(People.Named::email));
      if (member.isEmpty()) {
        notes.add(Note.of("owner-unknown", told));
      }
      return new Owned(item.words(), member.orElse(null));
    }
    Optional<People.Named> named = round.people().in(item.words());
    if (named.isEmpty()) {
      return new Owned(item.words(), null);
    }
    if (named.get().email().isEmpty()) {
      notes.add(Note.of("owner-unknown", named.get().text()));
    }
    return new Owned(People.without(item.words(), named.get()), named.get().email().orElse(null));
  }

  private static boolean isMeasured(Round round, String words, Outline.Item item) {
    Recognised found = round.advise(sentence(item, words), Kind.GOAL, 0).recognised();
    return found.target() != null || found.changePercent() != null;
  }

  /** The words with what stood in cells of their own, as somebody would say it. */
  private static String sentence(Outline.Item item, String words) {
    StringBuilder said = new StringBuilder(words.replaceFirst("[.;,]\\s*$", ""));
    String unit = item.told().getOrDefault(Part.UNIT, "");
    String metric = item.told().get(Part.METRIC);
    if (metric != null
        && !words.toLowerCase(Locale.ROOT).contains(metric.toLowerCase(Locale.ROOT))) {
      said.append(", ").append(metric);
    }
    append(said, " from ", item.told().get(Part.BASELINE), unit);
    append(said, " to ", item.told().get(Part.TARGET), unit);
    append(said, " by ", item.told().get(Part.DUE), "");
    return said.toString();
  }

  private static void append(
      StringBuilder said, String before, @Nullable String value, String unit) {
    if (value != null) {
      boolean bare = Character.isDigit(value.charAt(value.length() - 1));
      said.append(before).append(value).append(bare && !unit.isEmpty() ? " " + unit : "");
    }
  }

  private ReadGoal.Measured measured(
      Round round, Outline.Item item, String words, List<Note> notes) {
    String sentence = sentence(item, words);
    Advice advice = round.advise(sentence, Kind.KEY_RESULT, 0);
    Recognised found = advice.recognised();
    boolean aims = found.target() != null || found.changePercent() != null;
    @Nullable MetricDefinition metric =
        found.metric() == null ? null : metrics.find(found.metric()).orElse(null);
    @Nullable Statistic statistic = metric == null ? null : statistic(metric, found, sentence);
    if (metric != null && aims && statistic == null) {
      notes.add(Note.of("metric-unit", metric.key()));
    }
    @Nullable String key = null;
    @Nullable String code = null;
    @Nullable Direction better = null;
    if (metric != null && statistic != null && aims) {
      key = metric.key();
      code = statistic.code();
      better = metric.direction(statistic);
      if (found.baseline() == null) {
        notes.add(Note.of("baseline-measured"));
      }
    }
    if (!aims) {
      notes.add(Note.of("done-or-not"));
    }
    LocalDate due = item.told().containsKey(Part.DUE) || found.due() != null ? found.due() : null;
    if (due == null && item.told().containsKey(Part.DUE)) {
      notes.add(Note.of("due-unclear", item.told().get(Part.DUE)));
    }
    String name =
        words.length() > LONGEST_NAME ? words.substring(0, LONGEST_NAME - 1) + "…" : words;
    return new ReadGoal.Measured(
        item.line(),
        sentence,
        name,
        key,
        code,
        type(found, sentence, aims, better),
        found.baseline(),
        found.target(),
        found.target() == null ? found.changePercent() : null,
        "seconds".equals(found.unit()),
        due,
        advice.findings(),
        notes);
  }

  /** The statistic whose values are counted as the words count them; null when there is none. */
  private static @Nullable Statistic statistic(
      MetricDefinition metric, Recognised found, String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    @Nullable Statistic said =
        lower.contains("median")
            ? new Statistic.Quantile(50)
            : lower.matches("(?s).*\\b(average|mean)\\b.*")
                ? Statistic.Plain.MEAN
                : lower.contains("p95") || lower.contains("95th percentile")
                    ? new Statistic.Quantile(95)
                    : null;
    if (said != null && metric.allows(said) && fits(metric.unit(said), found.unit())) {
      return said;
    }
    if (found.changePercent() != null && found.target() == null) {
      return metric.statistic();
    }
    boolean share = "percent".equals(found.unit());
    if (share && metric.unit(metric.statistic()) == Unit.SECONDS) {
      return within(words).filter(metric::allows).orElse(null);
    }
    return metric.statistics().stream()
        .filter(one -> fits(metric.unit(one), found.unit()))
        .findFirst()
        .orElse(null);
  }

  private static Optional<Statistic> within(String words) {
    Matcher limit = WITHIN.matcher(words);
    if (!limit.find()) {
      return Optional.empty();
    }
    String count = limit.group(1);
    long many = Character.isDigit(count.charAt(0)) ? Long.parseLong(count) : 1;
    Duration time =
        switch (Character.toLowerCase(limit.group(2).charAt(0))) {
          case 'd' -> Duration.ofDays(many);
          case 'h' -> Duration.ofHours(many);
          case 'm' -> Duration.ofMinutes(many);
          default -> Duration.ofSeconds(many);
        };
    return time.isZero() ? Optional.empty() : Optional.of(new Statistic.Within(time));
  }

  private static boolean fits(Unit unit, @Nullable String found) {
    return switch (unit) {
      case PERCENT -> "percent".equals(found);
      case POINTS -> "points".equals(found);
      case SECONDS -> "seconds".equals(found);
      case SCALE -> "scale".equals(found);
      case COUNT, QUANTITY, RATE -> "count".equals(found);
    };
  }

  private static String type(
      Recognised found, String words, boolean aims, @Nullable Direction better) {
    if (!aims) {
      return "binary";
    }
    BigDecimal from = found.baseline();
    BigDecimal to = found.target();
    if (from != null && to != null && from.compareTo(to) != 0) {
      return to.compareTo(from) > 0 ? "increase" : "decrease";
    }
    BigDecimal change = found.changePercent();
    boolean share = better == Direction.UP && "percent".equals(found.unit());
    boolean down =
        share
            ? change != null && change.signum() < 0
            : found.direction() == null
                ? better == Direction.DOWN
                : found.direction().equals("down");
    if (KEEPS.matcher(words.strip()).matches() && to != null) {
      return down ? "keep-below" : "keep-above";
    }
    boolean changes = change != null || better != null;
    return changes ? (down ? "decrease" : "increase") : "threshold";
  }
}
