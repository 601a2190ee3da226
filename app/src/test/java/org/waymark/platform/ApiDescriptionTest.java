package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.waymark.Api;
import org.waymark.TestServer;
import tools.jackson.databind.JsonNode;

/** The description of the API says what the routes really take and give. */
class ApiDescriptionTest {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  private static JsonNode api;

  private record Described(String method, String address, JsonNode operation) {
    JsonNode response(String status) {
      return operation.path("responses").path(status);
    }

    Stream<String> parameters() {
      return operation
          .path("parameters")
          .valueStream()
          .map(p -> p.path("name").asString(p.path("$ref").asString("")));
    }

    @Override
    public String toString() {
      return method + " " + address;
    }
  }

  @BeforeAll
  static void ask() {
    api = new Api(TestServer.address(), "").get("/openapi.json").json();
  }

  private static List<Described> operations() {
    List<Described> operations = new ArrayList<>();
    api.get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        one ->
                            operations.add(
                                new Described(one.getKey(), path.getKey(), one.getValue()))));
    assertThat(operations).hasSizeGreaterThan(60);
    return operations;
  }

  private static Described operation(String method, String address) {
    return operations().stream()
        .filter(one -> one.method().equals(method) && one.address().equals("/api/v1" + address))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void every_reference_leads_somewhere() {
    List<String> references = api.findValuesAsString("$ref");
    assertThat(references).hasSizeGreaterThan(100);
    assertThat(new HashSet<>(references))
        .allSatisfy(
            reference ->
                assertThat(api.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
  }

  @Test
  void every_operation_has_a_name_of_its_own_its_parameters_and_its_errors() {
    assertThat(operations().stream().map(one -> one.operation().path("operationId").asString()))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    assertThat(operations())
        .allSatisfy(
            one -> {
              List<String> variables =
                  VARIABLE.matcher(one.address()).results().map(found -> found.group(1)).toList();
              assertThat(one.parameters()).as(one.toString()).containsAll(variables);
              assertThat(one.response("default").path("$ref").asString())
                  .isEqualTo("#/components/responses/Problem");
              assertThat(one.parameters().anyMatch(name -> name.endsWith("/IdempotencyKey")))
                  .as(one.toString())
                  .isEqualTo(!one.method().equals("get"));
            });
    assertThat(api.at("/security/0/token").isMissingNode()).isFalse();
    assertThat(api.at("/components/securitySchemes/token/scheme").asString()).isEqualTo("bearer");
  }

  @Test
  void the_host_that_somebody_names_is_not_repeated() {
    assertThat(api.at("/servers/0/url").asString()).isEqualTo("/");
  }

  @Test
  void what_is_made_is_201_what_is_taken_on_202_what_is_gone_204() {
    assertThat(operation("post", "/goals").response("201").isMissingNode()).isFalse();
    assertThat(operation("post", "/units").response("201").isMissingNode()).isFalse();
    assertThat(operation("post", "/imports").response("202").isMissingNode()).isFalse();
    assertThat(operation("post", "/interactions").response("200").isMissingNode()).isFalse();
    assertThat(operation("delete", "/key-results/{id}").response("204").isMissingNode()).isFalse();
    assertThat(operation("delete", "/areas/{area}").response("204").isMissingNode()).isFalse();
  }

  @Test
  void the_question_of_a_reading_is_described_parameter_by_parameter() {
    assertThat(operation("get", "/metrics/{metric}/readings").parameters())
        .contains("statistic", "from", "to", "per", "by", "asOf", "weighted", "unit", "channel")
        .doesNotContain("parameters");
    assertThat(operation("get", "/metrics/{metric}/interactions").parameters())
        .contains("from", "unit", "cursor")
        .doesNotContain("parameters");
  }

  @Test
  void the_question_about_a_change_is_described_parameter_by_parameter() {
    assertThat(operation("get", "/metrics/{metric}/change").parameters())
        .contains("from", "to", "beforeFrom", "beforeTo", "by", "statistic", "unit", "channel")
        .doesNotContain("parameters", "per", "asOf")
        .doesNotHaveDuplicates();
  }

  @Test
  void the_question_about_a_target_is_described_parameter_by_parameter() {
    assertThat(operation("get", "/metrics/{metric}/outlook").parameters())
        .contains("target", "due", "cycle", "type", "ambition", "worth", "unit", "channel")
        .doesNotContain("parameters");
    assertThat(operation("get", "/key-results/{id}/outlook").parameters())
        .contains("id", "target", "due");
  }

  @Test
  void uploads_and_changes_are_described() {
    assertThat(
            operation("post", "/imports")
                .operation()
                .at("/requestBody/content/multipart~1form-data/schema/required")
                .valueStream()
                .map(JsonNode::asString))
        .containsExactlyInAnyOrder("file", "mapping");
    assertThat(
            operation("patch", "/goals/{id}")
                .operation()
                .at("/requestBody/content/application~1json/schema/allOf/0/$ref")
                .asString())
        .endsWith("/GoalWords");
    assertThat(
            operation("post", "/interactions")
                .operation()
                .at("/requestBody/content/application~1json/schema/items/$ref")
                .asString())
        .endsWith("/Interaction");
  }

  /** Two records of the same name would otherwise be described by whichever comes first. */
  @Test
  void every_record_that_a_route_takes_or_gives_is_described_by_its_own_fields() {
    int[] compared = {0};
    TestServer.bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              for (String address : mapping.getPatternValues()) {
                if (!api.path("paths").has(address)) {
                  continue;
                }
                mapping
                    .getMethodsCondition()
                    .getMethods()
                    .forEach(
                        method -> {
                          JsonNode operation =
                              api.path("paths")
                                  .path(address)
                                  .path(method.name().toLowerCase(java.util.Locale.ROOT));
                          compared[0] += compare(address, handler, operation);
                        });
              }
            });
    assertThat(compared[0]).isGreaterThan(50);
  }

  private static int compare(String address, HandlerMethod handler, JsonNode operation) {
    int compared = 0;
    for (MethodParameter parameter : handler.getMethodParameters()) {
      if (parameter.hasParameterAnnotation(RequestBody.class)) {
        compared +=
            compare(address, parameter.getParameterType(), operation.path("requestBody"), false);
      }
    }
    ResolvableType given = ResolvableType.forMethodParameter(handler.getReturnType());
    if (given.resolve() == ResponseEntity.class) {
      given = given.getGeneric(0);
    }
    boolean list = given.resolve() == Page.class;
    Class<?> type = list ? given.getGeneric(0).resolve() : given.resolve();
    for (String status : List.of("200", "201", "202")) {
      JsonNode answer = operation.path("responses").path(status);
      if (type != null && !answer.isMissingNode()) {
        compared += compare(address, type, answer, list);
      }
    }
    return compared;
  }

  private static int compare(String address, Class<?> type, JsonNode holder, boolean list) {
    JsonNode schema = resolved(holder.at("/content/application~1json/schema"));
    if (list) {
      schema = resolved(schema.at("/properties/items/items"));
    }
    if (!type.isRecord()
        || Arrays.stream(type.getRecordComponents())
            .anyMatch(part -> part.getAccessor().isAnnotationPresent(JsonUnwrapped.class))) {
      return 0;
    }
    Set<String> named = new HashSet<>();
    schema.path("properties").propertyNames().forEach(named::add);
    assertThat(named)
        .as("%s: %s", address, type.getName())
        .containsAll(
            Arrays.stream(type.getRecordComponents())
                .filter(part -> !part.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .map(RecordComponent::getName)
                .toList());
    return 1;
  }

  private static JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : api.at(reference.substring(1));
  }
}
