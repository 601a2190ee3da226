package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.people.Members;
import org.waymark.people.Role;
import org.waymark.platform.Ids;
import org.waymark.platform.Tenancy;

/**
 * Tries every route of the server as somebody who must not get through: without sign-in, with a
 * revoked token or an ended session, with too low a role, and with the ids of another workspace.
 *
 * <p><b>A new route</b> is one line in {@code src/test/resources/access/routes.txt}: method,
 * address as mapped, and the lowest role that may use it ({@code open} when it answers everybody,
 * {@code session} when being signed in is enough), and {@code form}, {@code multipart} or {@code
 * ndjson} when its body is not JSON, or the JSON it needs to get as far as asking who may. A route
 * without a line fails this test, and so does a line without a route. When its address names a
 * thing that no other does, {@link Things} gets one line saying how to make one. Handlers ask
 * {@link Access#require} before they look at the body, or the test of the lower role sees a 422 and
 * fails.
 *
 * <p>Another workspace's id must be told apart in nothing from one that never existed: same status,
 * same words. That the ids are good is checked too: their own owner does find them.
 */
class RouteMatrixTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static TestWorkspace ours;
  private static TestWorkspace theirs;

  @BeforeAll
  static void two_workspaces() {
    ours = TestServer.newWorkspace();
    theirs = TestServer.newWorkspace();
  }

  @Test
  void every_route_has_its_line_and_every_line_its_route() {
    Set<String> mapped = new TreeSet<>();
    TestServer.bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(
            info -> {
              Set<String> methods = new TreeSet<>();
              info.getMethodsCondition().getMethods().forEach(m -> methods.add(m.name()));
              for (String address : info.getPatternValues()) {
                (methods.isEmpty() ? Set.of("*") : methods)
                    .forEach(method -> mapped.add(method + " " + address));
              }
            });
    assertThat(Route.all().stream().map(Route::name)).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(Route.all().stream().map(Route::name).toList()))
        .as("routes.txt against what Spring has mapped; see the javadoc of this test")
        .isEqualTo(mapped);
  }

  @TestFactory
  Stream<DynamicTest> nobody_gets_through_without_signing_in() {
    return each(
        Route::isClosed,
        route -> {
          HttpResponse<String> answer = send(route, Things.make(route, ours), "", "");
          assertShutOut(route, answer);
          HttpResponse<String> inAddress =
              send(route, Things.make(route, ours), "", "?access_token=" + ours.api().token());
          assertShutOut(route, inAddress);
        });
  }

  @TestFactory
  Stream<DynamicTest> a_revoked_token_or_an_ended_session_opens_nothing() {
    String revoked = revokedToken();
    String ended = endedSession();
    return each(
        Route::isClosed,
        route ->
            assertShutOut(
                route, send(route, Things.make(route, ours), route.isApi() ? revoked : ended, "")));
  }

  @TestFactory
  Stream<DynamicTest> a_role_too_low_is_refused_before_anything_else() {
    return each(
        route -> route.lowest().filter(role -> role != Role.VIEWER).isPresent(),
        route -> {
          Role below = Role.values()[route.lowest().orElseThrow().ordinal() + 1];
          HttpResponse<String> answer =
              send(route, Things.make(route, ours), key(route, ours, below), "");
          assertThat(answer.statusCode()).as(answer.body()).isIn(403, 404);
        });
  }

  @TestFactory
  Stream<DynamicTest> another_workspaces_thing_is_not_there() {
    return each(
        route -> route.isClosed() && !route.variables().isEmpty(),
        route -> {
          List<String> foreign = Things.make(route, theirs);
          List<String> unheardOf = foreign.stream().map(RouteMatrixTest::neverGiven).toList();
          String key = key(route, ours, Role.OWNER);
          HttpResponse<String> answer = send(route, foreign, key, "");
          HttpResponse<String> control = send(route, unheardOf, key, "");
          assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
          assertThat(answer.statusCode()).isNotEqualTo(403).isEqualTo(control.statusCode());
          assertThat(withoutIds(answer.body(), foreign))
              .doesNotContain(Things.MARK)
              .isEqualTo(withoutIds(control.body(), unheardOf));
          if (!route.changes()) {
            assertThat(answer.statusCode()).isEqualTo(404);
          }
          HttpResponse<String> own = send(route, foreign, key(route, theirs, Role.OWNER), "");
          assertThat(own.statusCode())
              .as("its own owner finds it: " + own.body())
              .isNotIn(401, 403, 404)
              .isLessThan(500);
        });
  }

  @TestFactory
  Stream<DynamicTest> a_list_shows_nothing_of_another_workspace() {
    for (Route route : Route.all()) {
      if (route.isClosed() && !route.variables().isEmpty()) {
        Things.make(route, theirs);
      }
    }
    return each(
        route -> route.isClosed() && !route.changes() && route.variables().isEmpty(),
        route -> {
          HttpResponse<String> answer = send(route, List.of(), key(route, ours, Role.OWNER), "");
          assertThat(answer.body())
              .doesNotContain(theirs.owner().email())
              .doesNotContain(theirs.id().toString());
        });
  }

  private static Stream<DynamicTest> each(Predicate<Route> which, Trial trial) {
    return Route.all().stream()
        .filter(which)
        .map(route -> DynamicTest.dynamicTest(route.name(), () -> trial.of(route)));
  }

  private interface Trial {
    void of(Route route) throws Exception;
  }

  private static void assertShutOut(Route route, HttpResponse<String> answer) {
    if (route.isApi()) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
    } else {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/sign-in");
    }
    assertThat(answer.body()).doesNotContain(Things.MARK);
  }

  /** Sends a request with an empty body; the key is a token for the API, a cookie for a page. */
  private static HttpResponse<String> send(Route route, List<String> ids, String key, String query)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(TestServer.address() + route.at(ids) + query));
    if (!key.isEmpty() && route.isApi()) {
      request.header("Authorization", "Bearer " + key);
    } else if (!key.isEmpty()) {
      request.header("Cookie", Sessions.COOKIE + "=" + key);
    }
    boolean hasBody = Set.of("POST", "PUT", "PATCH").contains(route.method());
    if (hasBody) {
      request.header("Content-Type", contentType(route));
    }
    request.method(
        route.method(), hasBody ? BodyPublishers.ofString(body(route)) : BodyPublishers.noBody());
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static String contentType(Route route) {
    return switch (route.body().startsWith("{") ? "json" : route.body()) {
      case "json" -> "application/json";
      case "form" -> "application/x-www-form-urlencoded";
      case "ndjson" -> "application/x-ndjson";
      case "multipart" -> "multipart/form-data; boundary=----here";
      default -> throw new IllegalArgumentException("routes.txt: " + route.body());
    };
  }

  private static String body(Route route) {
    return switch (route.body()) {
      case "json", "ndjson" -> "{}";
      case "multipart" ->
          String.join(
              "\r\n",
              "------here",
              "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"",
              "Content-Type: text/csv",
              "",
              "id",
              "------here",
              "Content-Disposition: form-data; name=\"mapping\"",
              "Content-Type: application/json",
              "",
              "{}",
              "------here--",
              "");
      default -> route.body().startsWith("{") ? route.body() : "";
    };
  }

  /** What opens a route for a role: a token, or for a page a session. */
  private static String key(Route route, TestWorkspace at, Role role) {
    if (route.isApi()) {
      return role == Role.OWNER ? at.api().token() : at.newMember(role).api().token();
    }
    if (role == Role.OWNER && Things.isPersonal(route)) {
      String email = at.owner().email();
      return cookie(
          at,
          TestServer.bean(Accounts.class).byEmail(email).map(Accounts.Account::id).orElseThrow());
    }
    return session(at, role);
  }

  private static String session(TestWorkspace at, Role role) {
    Tenancy tenancy = TestServer.bean(Tenancy.class);
    String email = role.word() + "-" + Ids.next() + "@harbour.example";
    UUID account =
        tenancy.in(
            at.id(),
            () -> {
              Members members = TestServer.bean(Members.class);
              UUID made = TestServer.bean(Accounts.class).make(email, TestServer.PASSWORD);
              UUID member =
                  members
                      .add(at.owner(), new Members.NewMember(email, null, role.word(), null))
                      .id();
              members.join(at.owner(), member, made);
              return made;
            });
    return cookie(at, account);
  }

  private static String cookie(TestWorkspace at, UUID account) {
    Secret cookie = Secret.random("");
    TestServer.bean(SessionTable.class)
        .insert(Ids.next(), cookie.hash(), account, at.id(), Instant.now());
    return cookie.text();
  }

  private static String revokedToken() {
    Tokens tokens = TestServer.bean(Tokens.class);
    return TestServer.bean(Tenancy.class)
        .in(
            ours.id(),
            () -> {
              var made = tokens.make(ours.owner(), new Tokens.NewToken("lost", null, null));
              tokens.revoke(ours.owner(), made.token().id());
              return made.secret();
            });
  }

  private static String endedSession() {
    String cookie = session(ours, Role.OWNER);
    Optional<SignedIn> signedIn = TestServer.bean(Doors.class).ofSession(cookie);
    TestServer.bean(Sessions.class)
        .revoke(signedIn.orElseThrow(), signedIn.orElseThrow().session());
    return cookie;
  }

  /** An id of the same shape that was never given to anything. */
  private static String neverGiven(String id) {
    return id.matches("[0-9a-f-]{36}") ? Ids.next().toString() : id.replaceAll("\\w", "9");
  }

  /**
   * What was said, without the ids, times and one-time keys that differ between any two answers.
   */
  private static String withoutIds(String body, List<String> ids) {
    String plain = body;
    for (String id : ids) {
      plain = plain.replace(id, "(id)");
    }
    return plain
        .replaceAll("name=\"key\" value=\"[^\"]*\"", "")
        .replaceAll("<time.*?</time>", "")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "(uuid)");
  }
}
