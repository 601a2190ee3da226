package org.waymark.measurement;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes the question of a reading, which {@link ReadingRequest} takes apart by itself. */
@Component
class ReadingsDescribed implements OpenApiCustomizer {
  private static final Set<String> NOT_OF_A_CHANGE =
      Set.of("from", "to", "by", "per", "weighted", "asOf", "structure");
  private static final String METRIC = "/api/v1/metrics/{metric}/";

  @Override
  public void customise(OpenAPI api) {
    for (String asked : List.of("readings", "interactions")) {
      Operation operation = requireNonNull(api.getPaths().get(METRIC + asked)).getGet();
      operation.getParameters().removeIf(all -> "parameters".equals(all.getName()));
      question().forEach(operation::addParametersItem);
    }
    Operation change = requireNonNull(api.getPaths().get(METRIC + "change")).getGet();
    change.getParameters().removeIf(all -> "parameters".equals(all.getName()));
    change().forEach(change::addParametersItem);
    api.getComponents().getSchemas().remove("MultiValueMapStringString");
  }

  /** The question about a change: two periods, and nothing of what makes several readings. */
  private static List<Parameter> change() {
    List<Parameter> asked = new ArrayList<>();
    asked.add(one("from", day(), "First day of the later period. Left out: the latest month."));
    asked.add(one("to", day(), "Last day of the later period."));
    asked.add(one("beforeFrom", day(), "First day of the earlier one. Left out: right before."));
    asked.add(one("beforeTo", day(), "Last day of the earlier period."));
    asked.add(one("by", new StringSchema(), "A dimension. Left out: what explains most."));
    question().stream().filter(one -> !NOT_OF_A_CHANGE.contains(one.getName())).forEach(asked::add);
    return asked;
  }

  private static List<Parameter> question() {
    StringSchema per = new StringSchema();
    Arrays.stream(Per.values()).map(Per::word).forEach(per::addEnumItem);
    StringSchema structure = new StringSchema();
    structure.addEnumItem("then");
    structure.addEnumItem("today");
    return List.of(
        one("statistic", new StringSchema(), "One of the metric's statistics, or within:PT4H."),
        one("from", day(), "First day, in the workspace's zone. Left out: the first day known."),
        one("to", day(), "Last day. Left out: the last day known."),
        one("per", per, "Length of the periods; left out: all days are one."),
        one(
            "by",
            new StringSchema(),
            "A dimension of the metric: one series for each value. cohort, of repeat purchases, is the period of a customer's first order."),
        one("weighted", new BooleanSchema(), "Whether survey weights count."),
        one("asOf", new StringSchema().format("date-time"), "What was known then; left out: now."),
        one("structure", structure, "The tree of units as it stood then, or as it stands today."),
        filter("unit", "Code of a unit; its descendants count with it."),
        filter("channel", "A channel."),
        filter("product", "A product."),
        filter("region", "A region."),
        filter("topic", "A topic."),
        filter("question", "A survey's question."),
        filter("touchpoint", "A touchpoint."),
        filter(
            "attribute.NAME",
            "A declared attribute, with its name in the place of NAME, such as attribute.priority."));
  }

  private static Schema<?> day() {
    return new StringSchema().format("date");
  }

  private static Parameter one(String name, Schema<?> schema, String says) {
    return new QueryParameter().name(name).schema(schema).description(says);
  }

  private static Parameter filter(String name, String says) {
    return one(
        name,
        new ArraySchema().items(new StringSchema()).maxItems(200),
        says + " May be given several times; any of its values counts.");
  }
}
