package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.platform.Bookmark;
import tools.jackson.databind.JsonNode;

/**
 * Every list that goes on over pages, as the description of the API names them, refuses a cursor
 * that it did not give out: taken for a place it would answer with an empty page, which says that
 * there is nothing more.
 */
class CursorsTest {
  private static TestWorkspace harbourCity;

  @BeforeAll
  static void a_workspace() {
    harbourCity = TestServer.newWorkspace();
  }

  @TestFactory
  Stream<DynamicTest> a_cursor_that_the_list_did_not_give_out_is_refused_by_its_name() {
    return paged()
        .map(route -> DynamicTest.dynamicTest(route.address(), () -> refused(address(route))));
  }

  @Test
  void the_lists_over_pages_are_known() {
    Set<String> addresses = new TreeSet<>(paged().map(Route::address).toList());
    assertThat(addresses)
        .contains(
            "/api/v1/goals",
            "/api/v1/imports",
            "/api/v1/imports/{id}/refusals",
            "/api/v1/metrics/{metric}/interactions")
        .hasSizeGreaterThanOrEqualTo(9);
  }

  private static void refused(String address) {
    Api api = harbourCity.api();
    assertThat(api.get(address).status()).as(address).isEqualTo(200);
    assertThat(api.get(address + "?cursor=").status()).isEqualTo(200);
    for (String cursor :
        List.of(
            "xx",
            "!!",
            "0",
            "zzzzzzzz",
            "AAAAAAAAAAAAAAAAAAAAAA",
            Bookmark.at("another list", 12),
            Bookmark.at("another list", harbourCity.id()))) {
      Api.Answer answer = api.get(address + "?cursor=" + cursor);
      assertThat(answer.status()).as(cursor + ": " + answer.body()).isEqualTo(422);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      JsonNode error = answer.json().path("errors").path(0);
      assertThat(error.path("field").asString()).isEqualTo("cursor");
      assertThat(error.path("reason").asString()).contains("start without it");
    }
  }

  private static Stream<Route> paged() {
    JsonNode paths = harbourCity.api().get("/openapi.json").json().path("paths");
    return Route.all().stream()
        .filter(Route::isApi)
        .filter(route -> !route.changes())
        .filter(
            route ->
                paths
                    .path(route.address())
                    .path("get")
                    .path("parameters")
                    .valueStream()
                    .anyMatch(parameter -> parameter.path("name").asString().equals("cursor")));
  }

  private static String address(Route route) {
    return route.at(Things.make(route, harbourCity)).substring("/api/v1".length());
  }
}
