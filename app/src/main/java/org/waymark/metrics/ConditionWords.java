package org.waymark.metrics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Field;

/** What a condition asks, as part of a sentence: "status is not “withdrawn” and …". */
final class ConditionWords {
  private final Locale locale;

  ConditionWords(Locale locale) {
    this.locale = locale;
  }

  String of(Condition condition) {
    return switch (condition) {
      case Condition.All all -> joined(all.parts(), "and");
      case Condition.Any any -> joined(any.parts(), "or");
      case Condition.Is is -> say("is", name(is.field()), is.value());
      case Condition.IsNot not -> say("not", name(not.field()), not.value());
      case Condition.In in ->
          say(
              "in",
              name(in.field()),
              in.values().stream()
                  .map(value -> say("word", value))
                  .collect(Collectors.joining(", ")));
      case Condition.AtLeast least -> say("atLeast", name(least.field()), plain(least.value()));
      case Condition.AtMost most -> say("atMost", name(most.field()), plain(most.value()));
      case Condition.Flagged flagged -> say(flagged.field().code() + "." + flagged.value());
    };
  }

  private String joined(List<Condition> parts, String join) {
    if (parts.isEmpty()) {
      return say("always");
    }
    return parts.stream()
        .map(part -> parts.size() > 1 && several(part) ? say("group", of(part)) : of(part))
        .collect(Collectors.joining(say(join)));
  }

  /** Whether a part would be misread beside others. */
  private static boolean several(Condition part) {
    return switch (part) {
      case Condition.All all -> all.parts().size() > 1;
      case Condition.Any any -> any.parts().size() > 1;
      case Condition.Is i -> false;
      case Condition.IsNot n -> false;
      case Condition.In i -> false;
      case Condition.AtLeast a -> false;
      case Condition.AtMost a -> false;
      case Condition.Flagged f -> false;
    };
  }

  private String name(Field field) {
    return switch (field) {
      case Field.Attribute attribute -> say("word", attribute.name());
      case Field.Word word -> MetricWords.say(locale, "metrics.field." + word.code());
      case Field.Amount amount -> MetricWords.say(locale, "metrics.field." + amount.code());
      case Field.Flag flag -> MetricWords.say(locale, "metrics.field." + flag.code());
    };
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString();
  }

  private String say(String name, Object... arguments) {
    return MetricWords.say(locale, "metrics.condition." + name, arguments);
  }
}
