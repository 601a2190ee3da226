package org.waymark.intake;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.waymark.measure.fact.Kind;

/** Describes the bodies that the routes of the intake read by themselves, line by line. */
@Component
class ImportsDescribed implements OpenApiCustomizer {
  private static final List<String> INSTANTS =
      List.of("startedAt", "respondedAt", "finishedAt", "reopenedAt", "dueAt");
  private static final List<String> TEXTS =
      List.of(
          "customer",
          "unit",
          "channel",
          "product",
          "region",
          "topic",
          "touchpoint",
          "question",
          "handledBy",
          "status",
          "metric");
  private static final List<String> NUMBERS =
      List.of("score", "weight", "quantity", "numerator", "missed", "denominator");

  @Override
  public void customise(OpenAPI api) {
    api.getComponents().addSchemas("Interaction", interaction());
    Schema<?> one = new Schema<>().$ref("#/components/schemas/Interaction");
    post(api, "/api/v1/interactions")
        .requestBody(
            new RequestBody()
                .required(true)
                .description("Up to 5 MB: a JSON array, or one interaction a line.")
                .content(
                    new Content()
                        .addMediaType(
                            "application/json",
                            new MediaType().schema(new ArraySchema().items(one)))
                        .addMediaType("application/x-ndjson", new MediaType().schema(one))));
    Operation upload = post(api, "/api/v1/imports");
    upload.requestBody(file(true));
    accepted(upload.getResponses());
    accepted(post(api, "/api/v1/imports/{id}/replay").getResponses());
    post(api, "/api/v1/imports/preview").requestBody(file(false));
  }

  private static Operation post(OpenAPI api, String address) {
    return requireNonNull(api.getPaths().get(address), address).getPost();
  }

  /** The work is taken on and goes on after the answer. */
  private static void accepted(ApiResponses responses) {
    ApiResponse answer = responses.remove("201");
    if (answer != null) {
      responses.addApiResponse(
          "202", answer.description("Taken on; how far it is, at the address in Location"));
    }
  }

  private static RequestBody file(boolean mapped) {
    Schema<?> parts =
        new ObjectSchema()
            .addProperty(
                "file",
                new StringSchema()
                    .format("binary")
                    .description("A CSV file, packed with gzip or not."))
            .addProperty(
                "mapping",
                new StringSchema()
                    .description(
                        mapped
                            ? "How its columns are to be understood, as JSON."
                            : "The same as JSON; without it one is proposed."));
    parts.addRequiredItem("file");
    if (mapped) {
      parts.addRequiredItem("mapping");
    }
    return new RequestBody()
        .required(true)
        .content(new Content().addMediaType("multipart/form-data", new MediaType().schema(parts)));
  }

  private static Schema<?> interaction() {
    Schema<?> schema = new ObjectSchema();
    schema.addProperty("source", new StringSchema());
    schema.addProperty("id", new StringSchema());
    schema.addProperty("revision", typed("integer").format("int64"));
    StringSchema kind = new StringSchema();
    for (Kind each : Kind.values()) {
      kind.addEnumItem(each.name().toLowerCase(java.util.Locale.ROOT));
    }
    schema.addProperty("kind", kind);
    INSTANTS.forEach(name -> schema.addProperty(name, new StringSchema().format("date-time")));
    TEXTS.forEach(name -> schema.addProperty(name, new StringSchema()));
    NUMBERS.forEach(name -> schema.addProperty(name, typed("number")));
    schema.addProperty(
        "scale",
        new Schema<>()
            .description("nps-0-10, csat-1-5, ces-1-7, or an object with min, max and top."));
    schema.addProperty("about", typed("object").description("source and id of another."));
    schema.addProperty("contacts", typed("integer").format("int32"));
    schema.addProperty("complaint", typed("boolean"));
    schema.addProperty(
        "pauses",
        new ArraySchema()
            .items(
                new ObjectSchema()
                    .addProperty("from", new StringSchema().format("date-time"))
                    .addProperty("to", new StringSchema().format("date-time")))
            .maxItems(Pauses.MOST)
            .description(
                "When it waited for the customer, in order and ended; left out of business hours."));
    schema.addProperty("attributes", typed("object").description("Texts by name."));
    List.of("source", "id", "kind", "startedAt").forEach(schema::addRequiredItem);
    return schema;
  }

  private static Schema<?> typed(String type) {
    Schema<?> schema = new Schema<>();
    schema.addType(type);
    return schema;
  }
}
