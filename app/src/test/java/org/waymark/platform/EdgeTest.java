package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
}
