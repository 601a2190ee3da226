package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;

/** What every request meets before and behind the routes. */
class EdgeTest {
  private final Api api = new Api(TestServer.address(), "wm_nobody");

  @Test
  void a_body_over_the_limit_is_refused_before_it_is_read() {
    var answer = api.post("/interactions", " ".repeat(BoundedBodies.LIMIT + 1));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().get("errors").get(0).get("field").asString())
        .isEqualTo("request body");
  }

  @Test
  void a_packed_body_is_refused() {
    var answer =
        api.send(
            api.request("/interactions")
                .header("Content-Encoding", "gzip")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {31, (byte) 139, 8, 0})));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.json().get("detail").asString()).contains("Content-Encoding");
  }

  @Test
  void every_answer_carries_its_request_id_and_the_strict_headers() {
    var answer = api.get("/nothing-here");
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.header("X-Request-Id")).isNotEmpty();
    assertThat(answer.json().get("requestId").asString()).isEqualTo(answer.header("X-Request-Id"));
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Server")).isEmpty();
  }

  @Test
  void a_server_that_can_be_used_says_so() {
    var answer =
        api.send(HttpRequest.newBuilder(URI.create(TestServer.address() + "/ready")).GET());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("state").asString()).isEqualTo("ready");
  }

  @Test
  void the_api_describes_itself_without_sign_in() {
    var answer = new Api(TestServer.address(), "").get("/openapi.json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("openapi").asString()).startsWith("3.1");
    assertThat(answer.json().at("/components/schemas/Problem/properties/errors").isMissingNode())
        .isFalse();
    assertThat(answer.json().at("/components/parameters/IdempotencyKey/name").asString())
        .isEqualTo("Idempotency-Key");
  }

  @Test
  void an_address_or_a_form_that_nobody_can_keep_is_refused_not_failed() throws Exception {
    Api api = TestServer.newWorkspace().api();
    for (String address :
        List.of("/goals?q=%00", "/goals?q=%FF", "/goals?%00=x", "/audit?action=a%00b")) {
      var answer = api.get(address);
      assertThat(answer.status()).as(address + answer.body()).isEqualTo(400);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
    assertThat(api.get("/goals?q=%00").json().at("/errors/0/field").asString()).isEqualTo("q");
    assertThat(api.get("/units?at=-999999999-01-01").status()).isEqualTo(422);
    for (String body : List.of("email=%FF", "email=a%00", "email=x" + "&a=1".repeat(2000))) {
      var answer =
          api.send(
              HttpRequest.newBuilder(URI.create(TestServer.address() + "/sign-in"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(body)));
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.header("Content-Type")).startsWith("text/html");
    }
  }

  @Test
  void what_the_container_turns_away_is_answered_in_our_words() {
    Api api = new Api(TestServer.address(), "");
    for (String address : List.of("/%00", "/goals/%00", "/a%2Fb", "/a%5Cb", "/..%2F..%2Fetc")) {
      var page = api.send(HttpRequest.newBuilder(URI.create(TestServer.address() + address)).GET());
      assertThat(page.status()).as(address).isEqualTo(400);
      assertThat(page.header("Content-Type")).as(address).startsWith("text/html");
      assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
      assertThat(page.body())
          .contains("<main", page.header("X-Request-Id"))
          .doesNotContainIgnoringCase("tomcat")
          .doesNotContain("HTTP Status");

      var problem = api.get(address);
      assertThat(problem.status()).as(address).isEqualTo(400);
      assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
      assertThat(problem.json().get("requestId").asString())
          .isNotEmpty()
          .isEqualTo(problem.header("X-Request-Id"));
    }
  }

  @Test
  void an_upload_that_is_none_is_refused_not_failed() {
    Api api = TestServer.newWorkspace().api();
    String part =
        "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\na,b\n";
    for (String body :
        List.of(
            part.formatted("a.csv"),
            part.formatted("a\0b.csv") + "\r\n--XX--\r\n",
            part.formatted("a".repeat(5000)) + "\r\n--XX--\r\n",
            part.formatted("a.csv").repeat(100))) {
      for (String type :
          List.of(
              "multipart/form-data; boundary=XX",
              "multipart/form-data",
              "multipart/form-data; boundary=" + "X".repeat(5000))) {
        for (String key : List.of("", "a-key")) {
          var request =
              api.request("/imports/preview")
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofString(body));
          var answer = api.send(key.isEmpty() ? request : request.header("Idempotency-Key", key));
          assertThat(answer.status()).as(type + answer.body()).isBetween(400, 499);
          assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
      }
    }
  }

  @Test
  void a_number_that_would_fill_the_memory_is_refused() {
    for (String number : List.of("1e999999999", "1e-999999999", "1E+0001000")) {
      var answer = TestServer.newWorkspace().api().post("/metrics", "{\"minimum\":" + number + "}");
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("minimum");
    }
  }
}
