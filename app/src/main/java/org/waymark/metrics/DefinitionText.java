package org.waymark.metrics;

import java.time.Duration;
import java.util.Collection;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.ClockKind;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a definition in the JSON shape that {@link DefinitionFormat} reads. */
final class DefinitionText {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DefinitionText() {}

  /** The definition without its version, which is kept beside it. */
  static ObjectNode write(MetricDefinition metric) {
    ObjectNode json = JSON.objectNode();
    json.put("key", metric.key());
    json.put("label", metric.label());
    if (!metric.kinds().isEmpty()) {
      json.set("kind", words(metric.kinds().stream().map(Kind::code).sorted().toList()));
    }
    if (!metric.where().equals(Condition.ALWAYS)) {
      json.set("where", condition(metric.where()));
    }
    json.put("anchor", metric.anchor().field());
    json.set("measure", measure(metric.measure()));
    if (metric.measure().byBusinessHours()) {
      json.put("clock", ClockKind.BUSINESS.code());
    }
    json.set("statistics", words(metric.statistics().stream().map(Statistic::code).toList()));
    json.set("dimensions", words(metric.dimensions().stream().map(Dimension::code).toList()));
    json.put("direction", metric.direction().code());
    json.put("minimum", metric.minimum());
    return json;
  }

  private static ObjectNode measure(Measure measure) {
    ObjectNode json = JSON.objectNode();
    switch (measure) {
      case Measure.Duration duration ->
          json.putArray("duration").add(duration.from().field()).add(duration.to().field());
      case Measure.Share share -> json.putObject("share").set("of", condition(share.of()));
      case Measure.Nps nps -> json.put("nps", "score");
      case Measure.Mean mean -> json.put("mean", "score");
      case Measure.Count count -> json.put("count", true);
      case Measure.Sum sum -> json.put("sum", "quantity");
      case Measure.OnTime onTime -> json.put("onTime", true);
      case Measure.Rate rate -> json.set("rate", rate(rate));
      case Measure.Reopened reopened -> json.put("reopened", days(reopened.within()));
      case Measure.FirstContact first -> json.put("firstContact", days(first.within()));
      case Measure.FollowedUp followed -> json.put("followedUp", days(followed.within()));
      case Measure.Distinct distinct -> json.put("distinct", "customer");
      case Measure.Churn churn -> json.put("churn", true);
      case Measure.Retention retention -> json.put("retention", true);
      case Measure.Repeat repeat -> {
        java.time.Period before = repeat.before();
        if (before == null) {
          json.put("repeat", true);
        } else {
          json.put("repeat", before.toString());
        }
      }
    }
    return json;
  }

  private static ObjectNode rate(Measure.Rate rate) {
    ObjectNode json = JSON.objectNode();
    json.set("of", condition(rate.of()));
    json.put("per", rate.per());
    ObjectNode over = json.putObject("over");
    over.set("kind", words(rate.over().kinds().stream().map(Kind::code).sorted().toList()));
    if (!rate.over().where().equals(Condition.ALWAYS)) {
      over.set("where", condition(rate.over().where()));
    }
    if (rate.over().customers()) {
      over.put("distinct", "customer");
    }
    return json;
  }

  /** Whole days as days, because Java writes them as hours. */
  private static String days(Duration time) {
    return time.equals(Duration.ofDays(time.toDays()))
        ? "P" + time.toDays() + "D"
        : time.toString();
  }

  private static ObjectNode condition(Condition condition) {
    ObjectNode json = JSON.objectNode();
    switch (condition) {
      case Condition.All all -> json.set("all", conditions(all.parts()));
      case Condition.Any any -> json.set("any", conditions(any.parts()));
      case Condition.Is is -> json.put("field", is.field().code()).put("is", is.value());
      case Condition.IsNot not -> json.put("field", not.field().code()).put("not", not.value());
      case Condition.In in -> json.put("field", in.field().code()).set("in", words(in.values()));
      case Condition.AtLeast least ->
          json.put("field", least.field().code()).put("atLeast", least.value());
      case Condition.AtMost most ->
          json.put("field", most.field().code()).put("atMost", most.value());
      case Condition.Flagged flag -> json.put("field", flag.field().code()).put("is", flag.value());
    }
    return json;
  }

  private static ArrayNode conditions(Collection<Condition> parts) {
    ArrayNode list = JSON.arrayNode();
    parts.forEach(part -> list.add(condition(part)));
    return list;
  }

  private static ArrayNode words(Collection<String> words) {
    ArrayNode list = JSON.arrayNode();
    words.forEach(list::add);
    return list;
  }
}
