package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import tools.jackson.databind.JsonNode;

/**
 * Routes that change something and need no body: as the description of the API tells, every one
 * that takes none, or may do without. What comes along is read all the same.
 */
class BodilessRoutesTest {
  private static TestWorkspace harbourCity;

  @BeforeAll
  static void a_workspace() {
    harbourCity = TestServer.newWorkspace();
  }

  @TestFactory
  Stream<DynamicTest> a_body_that_makes_no_sense_is_refused_although_none_is_needed() {
    return bodiless()
        .map(
            route ->
                DynamicTest.dynamicTest(
                    route.name(),
                    () -> {
                      String address = address(route);
                      refused(send(route, address, "application/json", "{\"zebra\":1}"), "zebra");
                      refused(send(route, address, "application/json", "{"), null);
                      refused(send(route, address, "application/json", "{}{}"), null);
                      refused(send(route, address, "application/json", "[]"), null);
                      for (String type :
                          List.of(
                              "text/plain",
                              "application/x-www-form-urlencoded",
                              "multipart/form-data; boundary=here")) {
                        Api.Answer answer = send(route, address, type, "a=b");
                        assertThat(answer.status()).as(type + answer.body()).isIn(400, 415);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> no_body_and_an_empty_object_say_the_same() {
    return bodiless()
        .map(
            route ->
                DynamicTest.dynamicTest(
                    route.name(),
                    () -> {
                      Api api = harbourCity.api();
                      Api.Answer without =
                          api.send(
                              api.request(address(route))
                                  .method(route.method(), BodyPublishers.noBody()));
                      assertThat(send(route, address(route), "application/json", "").status())
                          .isEqualTo(without.status());
                      assertThat(send(route, address(route), "application/json", "{}").status())
                          .isEqualTo(without.status());
                      // A goal that is not proposed has no proposal to take back, and the like.
                      assertThat(without.status())
                          .as(without.body())
                          .isIn(200, 201, 202, 204, 404, 409, 422);
                      assertThat(without.json().at("/errors/0/field").asString(""))
                          .isNotEqualTo("body");
                    }));
  }

  @Test
  void the_routes_without_a_body_are_known() {
    assertThat(bodiless().map(Route::name))
        .contains(
            "POST /api/v1/goals/{id}/start",
            "POST /api/v1/goals/{id}/withdrawal",
            "POST /api/v1/members/{member}/invitation",
            "POST /api/v1/steps/{id}/completion",
            "DELETE /api/v1/goals/{id}/start");
  }

  private static void refused(Api.Answer answer, String field) {
    assertThat(answer.status()).as(answer.body()).isIn(400, 422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    if (field != null) {
      assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }
  }

  private static Api.Answer send(Route route, String address, String type, String body) {
    Api api = harbourCity.api();
    BodyPublisher bytes = BodyPublishers.ofString(body);
    return api.send(
        api.request(address).header("Content-Type", type).method(route.method(), bytes));
  }

  private static Stream<Route> bodiless() {
    JsonNode paths = harbourCity.api().get("/openapi.json").json().path("paths");
    return Route.all().stream()
        .filter(route -> route.isApi() && route.changes())
        .filter(route -> Set.of("POST", "PUT", "DELETE").contains(route.method()))
        .filter(
            route ->
                !paths
                    .path(route.address())
                    .path(route.method().toLowerCase(java.util.Locale.ROOT))
                    .at("/requestBody/required")
                    .asBoolean(false));
  }

  private static String address(Route route) {
    return route.at(Things.make(route, harbourCity)).substring("/api/v1".length());
  }
}
