package org.waymark.guide;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Different;
import org.waymark.goals.Evidence;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalWords;
import org.waymark.goals.KeyResultWords;
import org.waymark.goals.MeasureAsked;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.web.Form;
import org.waymark.web.Typed;
import tools.jackson.databind.JsonNode;

/** What was answered, read as the words of a goal and of its key result; and the way back. */
record Written(Form form) {

  /** What can be seen to be wrong without asking the database. */
  List<FieldError> mistakes() {
    List<FieldError> mistakes = new ArrayList<>();
    Typed typed = new Typed(form);
    for (Runnable reading :
        List.<Runnable>of(
            () -> typed.value("baseline"),
            () -> target(typed),
            () -> typed.day("due"),
            () -> typed.value("worth"),
            () -> typed.number("hoursPerWeek"),
            () -> typed.day("reviewOn"))) {
      try {
        reading.run();
      } catch (InvalidInput wrong) {
        mistakes.addAll(wrong.errors());
      }
    }
    return mistakes;
  }

  /**
   * @param before the goal that this was published as earlier; null for a new one
   */
  GoalWords goal(@Nullable Goal before) {
    Typed typed = new Typed(form);
    String unit = form.optional("unit");
    return new GoalWords(
        form.optional("statement"),
        form.optional("why"),
        form.optional("strategy"),
        form.optional("kind"),
        form.optional("area"),
        form.optional("cycle"),
        unit,
        before == null || unit != null ? null : before.person(),
        form.optional("owner"),
        typed.id("contributesTo"),
        typed.id("drives"),
        form.optional("ambition"),
        typed.day("reviewOn"),
        typed.number("hoursPerWeek"),
        form.optional("resources"),
        form.optional("recordedIn"),
        form.optional("overruled"));
  }

  /** Null while no key metric is named. */
  @Nullable KeyResultWords keyResult() {
    String evidence = form.text("evidence");
    boolean measured = evidence.equals("metric");
    if (evidence.isEmpty() || measured && form.text("measure").isEmpty() || Figures.unsaid(form)) {
      return null;
    }
    Typed typed = new Typed(form);
    MeasureAsked measure = measured ? MeasureAsked.ofQuery(form.text("measure")) : null;
    if (measured && measure == null) {
      throw InvalidInput.of("measure", "choose a metric, or another source of evidence");
    }
    var from = typed.day("baselineFrom");
    var to = typed.day("baselineTo");
    JsonNode baseline = typed.value("baseline");
    boolean pooled = measure != null && baseline == null && from != null && to != null;
    return new KeyResultWords(
        form.optional("name"),
        measure == null ? null : measure.metric(),
        measure == null ? null : measure.statistic(),
        measure == null ? null : measure.parts(),
        measure == null ? null : measure.unit(),
        form.optional("type"),
        baseline,
        pooled ? new KeyResultWords.Days(from, to) : null,
        target(typed),
        typed.day("due"),
        null,
        null,
        evidence(),
        different());
  }

  /** Null where nothing is said of what will be different. */
  private Different.@Nullable Words different() {
    String what = form.optional("different");
    JsonNode worth = new Typed(form).value("worth");
    return what == null && worth == null ? null : new Different.Words(what, worth);
  }

  /** A level, or what a goal may have that came from elsewhere: a change in per cent, or a band. */
  private static @Nullable JsonNode target(Typed typed) {
    BigDecimal change = typed.number("change");
    if (change != null) {
      return Json.mapper().valueToTree(Map.of("changePercent", change));
    }
    JsonNode low = typed.value("low");
    JsonNode high = typed.value("high");
    return low != null && high != null
        ? Json.mapper().valueToTree(Map.of("low", low, "high", high))
        : typed.value("target");
  }

  /** Null for what a metric measures, and for what people tell without more. */
  private @Nullable Evidence evidence() {
    return switch (form.text("evidence")) {
      case "report" ->
          new Evidence(
              Evidence.Kind.REPORT,
              form.optional("link"),
              form.optional("reader"),
              form.optional("readWhen"),
              null,
              null,
              null);
      case "observation" ->
          new Evidence(
              Evidence.Kind.OBSERVATION, null, null, null, form.optional("counted"), null, null);
      case "vote" ->
          new Evidence(
              Evidence.Kind.VOTE,
              null,
              null,
              null,
              null,
              form.optional("question"),
              form.text("answers").equals("yes-no")
                  ? Evidence.Answers.YES_NO
                  : Evidence.Answers.ONE_TO_FIVE);
      default -> null;
    };
  }

  /** What a goal and its first key result would have been answered with. */
  static Map<String, List<String>> answers(Goal goal, @Nullable KeyResultWords keyResult) {
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    said.put("cycle", goal.cycle());
    said.put("area", goal.area());
    said.put("statement", goal.statement());
    said.put("kind", goal.kind().code());
    said.put("ambition", goal.ambition().code());
    said.put("overruled", goal.overruled());
    said.put("owner", goal.owner());
    BigDecimal hours = goal.hoursPerWeek();
    said.put("hoursPerWeek", hours == null ? null : hours.toPlainString());
    said.put("resources", goal.resources());
    said.put("why", goal.why());
    said.put("contributesTo", goal.contributesTo());
    said.put("drives", goal.drives());
    said.put("strategy", goal.strategy());
    said.put("recordedIn", goal.recordedIn());
    said.put("unit", goal.unit());
    said.put("reviewOn", goal.reviewChosen() ? goal.reviewOn() : null);
    said.put("reviewEvery", goal.reviewEvery());
    if (keyResult != null) {
      String metric = keyResult.metric();
      Evidence evidence = keyResult.evidence();
      said.put(
          "evidence",
          metric != null ? "metric" : evidence == null ? "told" : evidence.kind().code());
      if (evidence != null) {
        said.put("link", evidence.link());
        said.put("reader", evidence.reader());
        said.put("readWhen", evidence.when());
        said.put("counted", evidence.counted());
        said.put("question", evidence.question());
        said.put("answers", evidence.answers() == null ? null : evidence.answers().code());
      }
      said.put("measure", measure(keyResult));
      said.put("name", keyResult.name());
      said.put("type", keyResult.type());
      said.put("baseline", typed(keyResult.baseline()));
      KeyResultWords.Days days = keyResult.baselineWindow();
      said.put("baselineFrom", days == null ? null : days.from());
      said.put("baselineTo", days == null ? null : days.to());
      JsonNode target = keyResult.target();
      said.put("target", typed(target));
      said.put("low", target == null ? null : typed(target.get("low")));
      said.put("high", target == null ? null : typed(target.get("high")));
      said.put("change", target == null ? null : typed(target.get("changePercent")));
      said.put("due", keyResult.due());
      Different.Words different = keyResult.different();
      said.put("different", different == null ? null : different.what());
      said.put("worth", different == null ? null : typed(different.worth()));
    }
    Map<String, List<String>> answers = new LinkedHashMap<>();
    said.forEach(
        (field, value) ->
            answers.put(field, value == null ? List.of() : List.of(value.toString())));
    return answers;
  }

  /**
   * What a key result was is kept where the guide does not ask for it: its weight and its window,
   * and, while the same number shows it, where its way begins.
   */
  static KeyResultWords keeping(KeyResultWords before, KeyResultWords wanted) {
    boolean same = Objects.equals(measure(before), measure(wanted));
    boolean measured = wanted.metric() != null;
    return new KeyResultWords(
        wanted.name(),
        wanted.metric(),
        wanted.statistic(),
        wanted.filter(),
        wanted.unit(),
        wanted.type(),
        measured && same ? before.baseline() : wanted.baseline(),
        measured && same && before.baseline() != null ? null : wanted.baselineWindow(),
        wanted.target(),
        wanted.due(),
        before.weight(),
        same ? before.window() : wanted.window(),
        wanted.evidence(),
        wanted.different());
  }

  private static @Nullable String measure(KeyResultWords words) {
    String metric = words.metric();
    return metric == null
        ? null
        : new MeasureAsked(
                metric,
                words.statistic(),
                words.unit(),
                words.filter() == null ? Map.of() : words.filter())
            .query();
  }

  /** As a person would type it. */
  private static @Nullable String typed(@Nullable JsonNode value) {
    if (value == null || value.isNull() || value.isObject()) {
      return null;
    }
    return value.isNumber()
        ? value.decimalValue().toPlainString()
        : Typed.spoken(Duration.parse(value.asString()));
  }
}
