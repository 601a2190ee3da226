package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.waymark.TestServer.TestWorkspace;
import tools.jackson.databind.JsonNode;

/**
 * Sends what makes no sense to routes that take JSON. Each answer is a problem document that names
 * the field, and shows nothing of what is behind the route. A new route is one line.
 */
class StrictBodiesTest {
  private static final String VERSION = "\"version\":1";

  private static TestWorkspace harbourCity;
  private static List<Target> targets;

  /**
   * A route.
   *
   * @param text one of its fields that takes a text
   * @param rest the other fields that it needs
   * @param whole one of its fields that takes a whole number
   */
  private record Target(
      String method, String path, String text, String rest, @Nullable String whole) {
    /** A body it understands, with something else in the place of the text. */
    String with(String value) {
      return "{\"" + text + "\":" + value + "," + rest;
    }

    @Override
    public String toString() {
      return method + " " + path.replaceAll("[0-9a-f-]{36}", "{id}");
    }
  }

  /** A body, and the field that the answer must name; empty when it is about the whole. */
  private record Attack(String name, String body, @Nullable String field) {}

  @BeforeAll
  static void a_goal_with_a_key_result() {
    harbourCity = TestServer.newWorkspace();
    String unit = made("/units", "{\"code\":\"works\",\"name\":\"Works\",\"kind\":\"department\"}");
    made(
        "/cycles",
        "{\"code\":\"2026\",\"name\":\"2026\",\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"}");
    String goal = made("/goals", "{\"statement\":\"Answer faster\",\"cycle\":\"2026\"}");
    String keyResult =
        made(
            "/goals/" + goal + "/key-results",
            """
            {"name":"Letters answered within a week","type":"increase","baseline":60,"target":90,"due":"2026-12-31"}
            """);
    targets =
        List.of(
            new Target("POST", "/units", "name", "\"kind\":\"team\"", null),
            new Target("PATCH", "/units/" + unit, "name", VERSION, "version"),
            new Target("POST", "/goals", "statement", "\"cycle\":\"2026\"", null),
            new Target("PATCH", "/goals/" + goal, "statement", VERSION, "version"),
            new Target("POST", "/goals/" + goal + "/key-results", "name", "\"target\":5", null),
            new Target("PATCH", "/key-results/" + keyResult, "name", VERSION, "version"),
            new Target(
                "POST",
                "/key-results/" + keyResult + "/check-ins",
                "note",
                "\"value\":70",
                "confidence"),
            new Target("POST", "/goals/" + goal + "/steps", "title", "\"milestone\":false", null),
            new Target(
                "POST",
                "/metrics",
                "label",
                "\"key\":\"calls\",\"kind\":\"case\",\"anchor\":\"startedAt\",\"measure\":{\"count\":true},\"statistics\":[\"count\"],\"direction\":\"down\"",
                "minimum"),
            new Target("POST", "/members", "email", "\"role\":\"member\"", null),
            new Target("POST", "/areas", "name", "\"code\":\"parks\"", null),
            new Target(
                "POST",
                "/cycles",
                "name",
                "\"code\":\"2027\",\"from\":\"2027-01-01\",\"to\":\"2027-12-31\"",
                null),
            new Target("POST", "/coach", "statement", "\"kind\":\"goal\"", "keyResults"),
            new Target("POST", "/tokens", "name", "\"role\":\"viewer\"", null));
  }

  private static String made(String path, String json) {
    Api.Answer answer = harbourCity.api().post(path, json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().get("id").asString();
  }

  private static List<Attack> attacks(Target target) {
    String good = target.with("\"Roads\"");
    String text = target.text();
    List<Attack> attacks =
        new ArrayList<>(
            List.of(
                new Attack("an unknown key", good + ",\"zebra\":1}", "zebra"),
                new Attack("a key twice", good + ",\"" + text + "\":\"x\"}", text),
                new Attack("a number for a text", target.with("7") + "}", text),
                new Attack("true for a text", target.with("true") + "}", text),
                new Attack("a list for a text", target.with("[\"x\"]") + "}", text),
                new Attack("an object for a text", target.with("{\"x\":1}") + "}", text),
                new Attack("NUL", target.with("\"a\\u0000b\"") + "}", text),
                new Attack("half a character", target.with("\"a\\ud800b\"") + "}", text),
                new Attack(
                    "an endless text", target.with('"' + "x".repeat(900_000) + '"') + "}", text),
                new Attack("NaN", target.with("NaN") + "}", text),
                new Attack(
                    "deep nesting", target.with("[".repeat(500) + "]".repeat(500)) + "}", null),
                new Attack("a list of it", "[" + good + "}]", null),
                new Attack("a text", "\"" + text + "\"", null),
                new Attack("two of it", good + "}" + good + "}", null),
                new Attack("half of it", good, null),
                new Attack("nothing", "", null),
                new Attack("null", "null", null)));
    if (target.whole() != null) {
      String whole = target.whole();
      String before = target.rest().equals(VERSION) ? "{" : good + ",";
      for (String wrong :
          List.of("3.7", "\"3\"", "true", "99999999999", "1e2", "[3]", "{}", "Infinity")) {
        attacks.add(new Attack(wrong, before + "\"" + whole + "\":" + wrong + "}", whole));
      }
    }
    return attacks;
  }

  @TestFactory
  Stream<DynamicTest> a_body_that_makes_no_sense_is_refused_by_the_name_of_its_field() {
    return targets.stream()
        .flatMap(
            target ->
                attacks(target).stream()
                    .map(
                        attack ->
                            DynamicTest.dynamicTest(
                                target + ": " + attack.name(), () -> refused(target, attack))));
  }

  private static void refused(Target target, Attack attack) {
    Api.Answer answer =
        send(target, "application/json", attack.body().getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.body()).isIn(400, 422);
    assertProblem(answer);
    if (attack.field() != null) {
      assertThat(answer.json().path("errors").valueStream().map(e -> e.path("field").asString()))
          .as(answer.body())
          .contains(attack.field());
    }
  }

  @TestFactory
  Stream<DynamicTest> a_body_that_is_no_json_is_refused() {
    return targets.stream()
        .map(
            target ->
                DynamicTest.dynamicTest(
                    target.toString(),
                    () -> {
                      byte[] good =
                          (target.with("\"Roads\"") + "}").getBytes(StandardCharsets.UTF_8);
                      for (String type :
                          List.of("text/plain", "application/xml", "multipart/form-data")) {
                        Api.Answer answer = send(target, type, good);
                        assertThat(answer.status()).as(type + answer.body()).isIn(400, 415);
                        assertProblem(answer);
                      }
                      Api.Answer latin =
                          send(
                              target,
                              "application/json",
                              (target.with("\"Caf\u00e9\"") + "}")
                                  .getBytes(StandardCharsets.ISO_8859_1));
                      assertThat(latin.status()).as(latin.body()).isEqualTo(400);
                      assertProblem(latin);
                      Api.Answer large =
                          send(target, "application/json", new byte[5 * 1024 * 1024 + 1]);
                      assertThat(large.status()).as(large.body()).isEqualTo(413);
                      assertProblem(large);
                    }));
  }

  private static Api.Answer send(Target target, String type, byte[] body) {
    Api api = harbourCity.api();
    return api.send(
        api.request(target.path())
            .header("Content-Type", type)
            .method(target.method(), BodyPublishers.ofByteArray(body)));
  }

  private static void assertProblem(Api.Answer answer) {
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.path("detail").asString()).isNotBlank();
    assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
    assertThat(answer.body())
        .doesNotContain("org.waymark", "java.", "tools.jackson", "springframework", "Exception");
  }
}
