package org.waymark.goals.web;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.waymark.goals.Ambition;
import org.waymark.goals.KeyResultType;

/** Describes the question about a target, which {@link OutlookRequest} takes apart by itself. */
@Component
class OutlookDescribed implements OpenApiCustomizer {
  private static final String ADDRESS = "/api/v1/metrics/{metric}/outlook";

  @Override
  public void customise(OpenAPI api) {
    Operation operation = requireNonNull(api.getPaths().get(ADDRESS)).getGet();
    operation.getParameters().removeIf(all -> "parameters".equals(all.getName()));
    question().forEach(operation::addParametersItem);
  }

  private static List<Parameter> question() {
    StringSchema type = new StringSchema();
    Arrays.stream(KeyResultType.values())
        .filter(one -> !one.onlyByHand())
        .map(KeyResultType::code)
        .forEach(type::addEnumItem);
    StringSchema ambition = new StringSchema();
    Arrays.stream(Ambition.values()).map(Ambition::code).forEach(ambition::addEnumItem);
    return List.of(
        one("target", new StringSchema(), "A number, or a duration such as PT4H.").required(true),
        one("due", new StringSchema().format("date"), "Left out: the last day of the cycle."),
        one("cycle", new StringSchema(), "Code of a cycle; left out: from today to the due date."),
        one("type", type, "Left out: increase, or decrease where lower is better."),
        one("statistic", new StringSchema(), "One of the metric's statistics, or within:PT4H."),
        one("window", new StringSchema(), "P1W to P53W, or cycle; left out: as of a key result."),
        one("ambition", ambition, "Left out: committed."),
        one("different", new StringSchema(), "What will be different."),
        one("worth", new StringSchema(), "How far towards the target that leads, above 0."),
        one("unit", new StringSchema(), "Code of a unit; its descendants count with it."),
        filter("channel", "A channel."),
        filter("product", "A product."),
        filter("region", "A region."),
        filter("topic", "A topic."),
        filter("question", "A survey's question."),
        filter("touchpoint", "A touchpoint."),
        filter("attribute.NAME", "A declared attribute, with its name in the place of NAME."));
  }

  private static Parameter one(String name, Schema<?> schema, String says) {
    return new QueryParameter().name(name).schema(schema).description(says);
  }

  private static Parameter filter(String name, String says) {
    return one(
        name,
        new ArraySchema().items(new StringSchema()),
        says + " May be given several times; any of its values counts.");
  }
}
