package org.waymark.goals.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.GoalHistory;
import org.waymark.goals.GoalView;
import org.waymark.goals.KeyResultView;
import org.waymark.web.Frame;
import tools.jackson.databind.JsonNode;

/**
 * Says in a person's language what happened to a goal.
 *
 * @param keyResults those of now, by id
 * @param subjects what key results and steps are called, also those that were removed
 * @param metrics names of metrics by key
 * @param goals what the goals around this one say, by id
 */
record HistoryPhrases(
    GoalPhrases phrases,
    GoalNames names,
    Map<UUID, KeyResultView> keyResults,
    Map<UUID, String> subjects,
    Map<String, String> metrics,
    Map<UUID, String> goals) {
  /** In which order the fields of something new are told; all others come after them. */
  private static final List<String> ORDER =
      List.of(
          "statement",
          "name",
          "title",
          "why",
          "strategy",
          "value",
          "numerator",
          "denominator",
          "metric",
          "type",
          "baseline",
          "target",
          "low",
          "high",
          "changePercent",
          "due",
          "cycle",
          "unit",
          "owner",
          "confidence",
          "note",
          "outcome",
          "learning",
          "n",
          "from",
          "to");

  /** Of something new these are told only when they differ from what is usual. */
  private static final Set<String> USUAL =
      Set.of("weight", "window", "kind", "ambition", "statistic", "reviewOn");

  static HistoryPhrases of(
      GoalPhrases phrases,
      GoalNames names,
      GoalView view,
      List<GoalHistory.Event> events,
      Map<String, String> metrics) {
    Map<UUID, String> subjects = new HashMap<>();
    for (GoalHistory.Event event : events) {
      for (GoalHistory.Change change : event.changes()) {
        JsonNode after = change.after();
        if (Set.of("name", "title").contains(change.field())
            && event.subject() != null
            && after != null) {
          subjects.put(event.subject(), after.asString());
        }
      }
    }
    Map<UUID, String> goals =
        Stream.of(
                Stream.ofNullable(view.contributesToGoal()),
                Stream.ofNullable(view.drivesGoal()),
                view.contributing().stream(),
                view.drivenBy().stream())
            .flatMap(Function.identity())
            .collect(
                Collectors.toMap(
                    GoalView.Related::id, GoalView.Related::statement, (one, same) -> one));
    return new HistoryPhrases(
        phrases,
        names,
        view.keyResults().stream()
            .collect(Collectors.toMap(KeyResultView::id, Function.identity())),
        subjects,
        metrics,
        goals);
  }

  GoalPage.Past told(GoalHistory.Event event) {
    Frame frame = phrases.frame();
    String by = event.by();
    return new GoalPage.Past(
        frame.w().instant(event.at()),
        frame.w().machine(event.at()),
        by == null ? frame.t().of("goals.history.server") : names.member(by),
        what(event),
        event.changes().stream()
            .filter(change -> !inTheHeadline(event, change) && !usual(event, change))
            .sorted(Comparator.comparingInt(HistoryPhrases::place))
            .map(change -> told(event, change))
            .toList());
  }

  /** "Changed the key result “On time”". */
  private String what(GoalHistory.Event event) {
    Frame frame = phrases.frame();
    boolean removed = event.changes().stream().anyMatch(c -> c.field().equals("removed"));
    String key =
        "goals.past." + event.what() + (removed ? ".removed" : isFirst(event) ? ".first" : "");
    UUID subject = event.subject();
    String called = subject == null ? null : subjects.get(subject);
    return frame.t().has(key)
        ? frame.t().of(key, called == null ? "" : called)
        : frame.t().of("goals.history." + event.what());
  }

  /** What the headline says already: what is new is called, and that it was removed. */
  private static boolean inTheHeadline(GoalHistory.Event event, GoalHistory.Change change) {
    return change.field().equals("removed")
        || change.field().equals("title") && !event.what().equals("step")
        || Set.of("name", "title").contains(change.field()) && isFirst(event);
  }

  private static boolean isFirst(GoalHistory.Event event) {
    return event.version() != null && event.version() == 1;
  }

  private static boolean usual(GoalHistory.Event event, GoalHistory.Change change) {
    boolean first = event.version() == null || event.version() == 1;
    return first && change.before() == null && USUAL.contains(change.field());
  }

  private static int place(GoalHistory.Change change) {
    int place = ORDER.indexOf(change.field());
    return place < 0 ? ORDER.size() : place;
  }

  private String told(GoalHistory.Event event, GoalHistory.Change change) {
    Frame frame = phrases.frame();
    String field = "goals.field." + change.field();
    String key =
        change.before() == null
            ? "goals.history.set"
            : change.after() == null ? "goals.history.emptied" : "goals.history.changed";
    return frame
        .t()
        .of(
            key,
            frame.t().has(field) ? frame.t().of(field) : change.field(),
            words(event, change.field(), change.before()),
            words(event, change.field(), change.after()));
  }

  private String words(GoalHistory.Event event, String field, @Nullable JsonNode value) {
    if (value == null) {
      return "–";
    }
    Frame frame = phrases.frame();
    if (value.isNumber()) {
      return number(event, field, value.decimalValue());
    }
    if (value.isObject()) {
      return String.join(
          ", ",
          value.properties().stream()
              .flatMap(entry -> entry.getValue().valueStream().map(JsonNode::asString))
              .toList());
    }
    if (value.isBoolean()) {
      return frame.t().of(value.asBoolean() ? "goals.yes" : "goals.no");
    }
    if (!value.isString()) {
      return value.toString();
    }
    String text = value.asString();
    return switch (field) {
      case "due", "reviewOn", "baselineFrom", "baselineTo", "from", "to", "on" ->
          frame.w().date(LocalDate.parse(text));
      case "reviewEvery" -> Objects.requireNonNullElse(ReviewPhrases.every(frame, text), text);
      case "owner", "person", "responsible", "member" -> names.member(text);
      case "unit" -> names.unit(text);
      case "cycle" -> names.cycle(text);
      case "area" -> names.area(text);
      case "metric" -> metrics.getOrDefault(text, text);
      case "keyResult" -> subjects.getOrDefault(UUID.fromString(text), text);
      case "contributesTo", "drives" ->
          goals.getOrDefault(UUID.fromString(text), frame.t().of("goals.history.other"));
      case "evidence" -> {
        String key = "goals.evidence." + text;
        yield frame.t().has(key) ? frame.t().of(key) : text;
      }
      case "type", "window", "kind", "ambition", "outcome", "answer" ->
          frame.t().of("goals." + field + "." + text);
      default -> text;
    };
  }

  private String number(GoalHistory.Event event, String field, BigDecimal number) {
    Frame frame = phrases.frame();
    KeyResultView k = event.subject() == null ? null : keyResults.get(event.subject());
    return switch (field) {
      case "baseline", "target", "low", "high", "value" ->
          k == null
              ? frame.w().number(number)
              : event.what().equals("baseline")
                  ? frame.w().value(number, GoalPhrases.unit(k))
                  : frame.w().exact(number, GoalPhrases.unit(k));
      case "changePercent" -> frame.w().number(number) + "\u00a0%";
      default -> frame.w().number(number);
    };
  }
}
