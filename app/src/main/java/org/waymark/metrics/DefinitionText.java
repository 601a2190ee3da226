package org.waymark.metrics;

import java.util.Collection;
import org.waymark.measure.fact.Kind;
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
    }
    return json;
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
