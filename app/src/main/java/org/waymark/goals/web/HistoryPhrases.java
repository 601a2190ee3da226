package org.waymark.goals.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.GoalHistory;
import org.waymark.goals.KeyResultView;
import org.waymark.web.Frame;
import tools.jackson.databind.JsonNode;

/** Says in a person's language what happened to a goal. */
record HistoryPhrases(
    GoalPhrases phrases, GoalNames names, GoalChoices choices, List<KeyResultView> keyResults) {
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

  GoalPage.Past told(GoalHistory.Event event) {
    Frame frame = phrases.frame();
    String what = "goals.history." + event.what();
    String by = event.by();
    return new GoalPage.Past(
        frame.w().instant(event.at()),
        by == null ? frame.t().of("goals.history.server") : names.member(by),
        frame.t().has(what) ? frame.t().of(what) : event.what(),
        event.changes().stream()
            .filter(change -> !usual(event, change))
            .sorted(Comparator.comparingInt(HistoryPhrases::place))
            .map(change -> told(event, change))
            .toList());
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
    return frame
        .t()
        .of(
            change.before() == null ? "goals.history.set" : "goals.history.changed",
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
    if (!value.isString()) {
      return value.toString();
    }
    String text = value.asString();
    return switch (field) {
      case "due", "reviewOn", "baselineFrom", "baselineTo", "from", "to", "on" ->
          frame.w().date(LocalDate.parse(text));
      case "owner", "person", "responsible", "member" -> names.member(text);
      case "unit" -> names.unit(text);
      case "metric" -> metric(event.subject(), text);
      case "type", "window", "kind", "ambition", "outcome", "answer" ->
          frame.t().of("goals." + field + "." + text);
      default -> text;
    };
  }

  private String metric(@Nullable UUID subject, String key) {
    KeyResultView k = keyResult(subject);
    String statistic = k == null ? null : k.statistic();
    return statistic == null ? key : choices.measure(phrases.frame(), key, statistic);
  }

  private String number(GoalHistory.Event event, String field, BigDecimal number) {
    Frame frame = phrases.frame();
    KeyResultView k = keyResult(event.subject());
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

  private @Nullable KeyResultView keyResult(@Nullable UUID id) {
    return keyResults.stream().filter(k -> Objects.equals(k.id(), id)).findFirst().orElse(null);
  }
}
