package org.waymark.platform;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the API at {@code /api/v1/openapi.json}: what the routes say of themselves,
 * and what holds for all of them.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final Set<HttpMethod> MUTATING =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Object.class);
    SpringDocUtils.getConfig().replaceWithClass(ObjectNode.class, Object.class);
  }

  @Bean
  OpenAPI whatHoldsForAll() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Waymark")
                .version("1")
                .description(
                    "Customer-experience goals that measure themselves. Instants are RFC 3339 in UTC, shares are percent 0-100,"
                        + " durations are seconds. Lists are {items, next} with an opaque cursor. Errors are problem documents.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(new Server().url("/").description("this server")))
        .components(
            new Components()
                .addSecuritySchemes(
                    "token",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An API token, wm_..."))
                .addResponses("Problem", problem())
                .addParameters("IdempotencyKey", idempotencyKey()))
        .addSecurityItem(new SecurityRequirement().addList("token"));
  }

  /** Names an operation after its handler, and says the status that the handler answers with. */
  @Bean
  OperationCustomizer eachHandler() {
    return (operation, handler) -> {
      String handlers = handler.getBeanType().getSimpleName().replaceFirst("(Api|Routes)$", "");
      String verb = handler.getMethod().getName();
      operation.setOperationId(
          Character.toLowerCase(handlers.charAt(0))
              + handlers.substring(1)
              + Character.toUpperCase(verb.charAt(0))
              + verb.substring(1));
      ApiResponse answer = operation.getResponses().get("200");
      if (answer != null && handler.getReturnType().getParameterType() == ResponseEntity.class) {
        if (ResolvableType.forMethodParameter(handler.getReturnType()).resolveGeneric(0)
            == Void.class) {
          operation.getResponses().remove("200");
          operation.getResponses().addApiResponse("204", answer.description("Done"));
        } else if (handler.hasMethodAnnotation(PostMapping.class)) {
          operation.getResponses().remove("200");
          operation
              .getResponses()
              .addApiResponse("201", answer.description("Created, at the address in Location"));
        }
      }
      return operation;
    };
  }

  @Bean
  OpenApiCustomizer eachRoute() {
    return api -> {
      ModelConverters.getInstance(true)
          .readAll(Problem.class)
          .forEach(api.getComponents()::addSchemas);
      if (api.getPaths() == null) {
        return;
      }
      api.getPaths()
          .forEach(
              (address, path) ->
                  path.readOperationsMap()
                      .forEach(
                          (method, operation) -> {
                            operation.setTags(List.of(address.split("/")[3]));
                            complete(operation, MUTATING.contains(method));
                          }));
    };
  }

  private static void complete(Operation operation, boolean mutating) {
    operation
        .getResponses()
        .addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem"));
    if (mutating) {
      operation.addParametersItem(new Parameter().$ref("#/components/parameters/IdempotencyKey"));
    }
  }

  private static ApiResponse problem() {
    return new ApiResponse()
        .description(
            "A problem document (RFC 9457). 400 cannot be read, 401 not signed in, 404 not there or not to be seen,"
                + " 409 changed meanwhile with the current state, 413 too large, 415 content type, 422 not valid; errors name the fields.")
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
  }

  private static Parameter idempotencyKey() {
    return new HeaderParameter()
        .name("Idempotency-Key")
        .required(false)
        .description(
            "Any text of up to 200 printable characters, new for each new request. A request sent again with the same key has one"
                + " effect and gets the first answer, for seven days; with another body it is refused with 422.")
        .schema(new StringSchema().maxLength(200))
        .extensions(Map.of());
  }
}
