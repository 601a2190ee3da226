package org.waymark.metrics;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.ClockKind;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.MetricDefinition;

/** Describes the definition of a metric, which {@link DefinitionFormat} takes apart by itself. */
@Component
class DefinitionDescribed implements OpenApiCustomizer {

  @Override
  public void customise(OpenAPI api) {
    var operation = requireNonNull(api.getPaths().get("/api/v1/metrics")).getPost();
    requireNonNull(operation.getRequestBody().getContent().get("application/json"))
        .schema(definition());
    operation.getParameters().stream()
        .filter(one -> "If-Match".equals(one.getName()))
        .forEach(
            one ->
                one.description(
                    "The version you have seen, 0 for a new metric; left out: whichever is the latest. Another one is 409."));
  }

  private static Schema<?> definition() {
    Schema<?> definition =
        new ObjectSchema()
            .addProperty(
                "key",
                word("Lower-case words joined by hyphens; the same key is a new version.")
                    .maxLength(60))
            .addProperty("label", word("What people call it.").maxLength(120))
            .addProperty(
                "kind",
                words(
                    codes(Arrays.stream(Kind.values()).map(Kind::code).toList(), "tally"),
                    "Kinds of interaction it counts, or one of them as a text; left out: every kind."))
            .addProperty(
                "where",
                condition(
                    "What has to hold: a field with is, not, in, atLeast or atMost; or all or any of such."))
            .addProperty(
                "anchor",
                codes(Arrays.stream(Instants.values()).map(Instants::field).toList(), "")
                    .description("The instant whose day an item belongs to."))
            .addProperty(
                "measure",
                new ObjectSchema()
                    .description(
                        "An object with one key, such as {\"duration\":[\"startedAt\",\"finishedAt\"]}, {\"share\":{\"of\":CONDITION}}, {\"count\":true}, {\"distinct\":\"customer\"}, {\"churn\":true}, {\"repeat\":\"P1M\"} or {\"rate\":{\"of\":CONDITION,\"per\":1000,\"over\":{\"kind\":\"order\"}}}."))
            .addProperty(
                "clock",
                codes(Arrays.stream(ClockKind.values()).map(ClockKind::code).toList(), "")
                    .description(
                        "Which hours a duration counts: all of them, or those in which the unit works by its schedule; left out: calendar."))
            .addProperty(
                "statistics",
                words(new StringSchema(), "What may be asked of it, the default first.")
                    .minItems(1))
            .addProperty(
                "dimensions",
                words(
                    new StringSchema(),
                    "What it may be cut and filtered by: unit, a word of the interaction, or attribute.NAME."))
            .addProperty(
                "direction",
                codes(Arrays.stream(Direction.values()).map(Direction::code).toList(), "")
                    .description("Which way is better; left out: none."))
            .addProperty(
                "minimum",
                new IntegerSchema()
                    .minimum(java.math.BigDecimal.valueOf(MetricDefinition.LEAST))
                    .description("Readings of fewer items are tooFew; left out: 10."));
    definition.setRequired(List.of("key", "label", "anchor", "measure", "statistics"));
    definition.setAdditionalProperties(false);
    return definition;
  }

  private static Schema<?> condition(String says) {
    return new ObjectSchema().description(says);
  }

  private static Schema<?> word(String says) {
    return new StringSchema().description(says);
  }

  private static ArraySchema words(Schema<?> of, String says) {
    ArraySchema words = new ArraySchema().items(of);
    words.description(says);
    return words;
  }

  private static StringSchema codes(List<String> codes, String but) {
    StringSchema words = new StringSchema();
    codes.stream().filter(code -> !code.equals(but)).forEach(words::addEnumItem);
    return words;
  }
}
