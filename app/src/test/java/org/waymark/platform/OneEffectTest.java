package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.waymark.TestServer;

/**
 * The filter on the real database, with a route that lights a lantern: an effect that can be
 * counted.
 */
class OneEffectTest {
  private final Tenancy tenancy = TestServer.bean(Tenancy.class);
  private final JdbcClient jdbc = TestServer.bean(JdbcClient.class);
  private final Audit audit = TestServer.bean(Audit.class);
  private final OneEffect filter = TestServer.bean(OneEffect.class);
  private final UUID workspace = TestServer.newWorkspace().id();

  private final FilterChain lights =
      (request, response) -> {
        tenancy.run(
            workspace,
            () -> audit.record(Actor.server(), "lantern.lit", "lantern", "7", null, Map.of()));
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setStatus(201);
        answer.setHeader("Location", "/api/v1/lanterns/7");
        answer.setContentType("application/json");
        answer.getWriter().write("{\"lantern\":" + lit() + "}");
      };

  private MockHttpServletResponse send(@Nullable String key, String body, FilterChain route)
      throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/lanterns");
    request.setContentType("application/json");
    request.setContent(body.getBytes(StandardCharsets.UTF_8));
    if (key != null) {
      request.addHeader("Idempotency-Key", key);
    }
    return send(request, route);
  }

  private MockHttpServletResponse send(MockHttpServletRequest request, FilterChain route)
      throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    tenancy.as(
        workspace,
        () -> {
          filter.doFilter(
              BoundedBodies.isMultipart(request) ? request : new BoundedBodies.Bounded(request),
              response,
              route);
          return true;
        });
    return response;
  }

  private int lit() {
    return tenancy.in(
        workspace,
        () ->
            jdbc.sql("select count(*) as n from audit where action = 'lantern.lit'")
                .query((row, number) -> row.getInt("n"))
                .single());
  }

  @Test
  void a_request_sent_again_gets_the_first_answer_and_has_no_second_effect() throws Exception {
    MockHttpServletResponse first = send("k1", "{}", lights);
    MockHttpServletResponse again = send("k1", "{}", lights);
    assertThat(first.getStatus()).isEqualTo(201);
    assertThat(first.getHeader("Idempotent-Replayed")).isNull();
    assertThat(again.getStatus()).isEqualTo(201);
    assertThat(again.getContentAsString())
        .isEqualTo(first.getContentAsString())
        .isEqualTo("{\"lantern\":1}");
    assertThat(again.getHeader("Location")).isEqualTo("/api/v1/lanterns/7");
    assertThat(again.getContentType()).startsWith("application/json");
    assertThat(again.getHeader("Idempotent-Replayed")).isEqualTo("true");
    assertThat(lit()).isEqualTo(1);
  }

  @Test
  void without_a_key_each_request_has_its_effect() throws Exception {
    send(null, "{}", lights);
    send(null, "{}", lights);
    assertThat(lit()).isEqualTo(2);
  }

  @Test
  void a_key_used_for_another_body_is_refused() throws Exception {
    send("k2", "{\"a\":1}", lights);
    assertThatThrownBy(() -> send("k2", "{\"a\":2}", lights))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.errors().getFirst().field()).isEqualTo("Idempotency-Key"));
    assertThat(lit()).isEqualTo(1);
  }

  @Test
  void a_key_that_is_no_key_is_refused() {
    for (String key : new String[] {" ", "a b", "x".repeat(201), "é"}) {
      assertThatThrownBy(() -> send(key, "{}", lights)).isInstanceOf(MalformedInput.class);
    }
    assertThat(lit()).isZero();
  }

  @Test
  void a_refused_request_leaves_nothing_and_may_be_mended() throws Exception {
    MockHttpServletResponse refused =
        send(
            "k3",
            "{}",
            (request, response) -> {
              lights.doFilter(request, response);
              ((HttpServletResponse) response).setStatus(422);
            });
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(lit()).isZero();
    assertThat(send("k3", "{\"mended\":true}", lights).getStatus()).isEqualTo(201);
    assertThat(lit()).isEqualTo(1);
  }

  @Test
  void a_route_that_breaks_leaves_nothing() throws Exception {
    assertThatThrownBy(
            () ->
                send(
                    "k4",
                    "{}",
                    (request, response) -> {
                      lights.doFilter(request, response);
                      throw new IllegalStateException("the wick is gone");
                    }))
        .hasMessage("the wick is gone");
    assertThat(lit()).isZero();
    send("k4", "{}", lights);
    assertThat(lit()).isEqualTo(1);
  }

  @Test
  void a_storm_of_the_same_request_has_one_effect() throws Exception {
    List<Callable<String>> storm = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      storm.add(() -> send("storm", "{}", lights).getContentAsString());
    }
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (Future<String> answer : threads.invokeAll(storm)) {
        assertThat(answer.get()).isEqualTo("{\"lantern\":1}");
      }
    }
    assertThat(lit()).isEqualTo(1);
  }

  @Test
  void after_seven_days_the_key_is_forgotten() throws Exception {
    send("old", "{}", lights);
    tenancy.run(
        workspace,
        () -> jdbc.sql("update one_effect set at = at - interval '7 days 1 second'").update());
    send("old", "{}", lights);
    assertThat(lit()).isEqualTo(2);
  }

  @Test
  void two_people_may_choose_the_same_key() throws Exception {
    for (UUID member : new UUID[] {Ids.next(), Ids.next()}) {
      MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/lanterns");
      request.addHeader("Idempotency-Key", "shared");
      request.setAttribute(
          Actor.ATTRIBUTE,
          new Actor() {
            @Override
            public UUID member() {
              return member;
            }

            @Override
            public String through() {
              return "token";
            }
          });
      assertThat(send(request, lights).getHeader("Idempotent-Replayed")).isNull();
    }
    assertThat(lit()).isEqualTo(2);
  }

  @Test
  void an_upload_is_the_same_whatever_its_boundary() throws Exception {
    for (String boundary : new String[] {"aaa", "bbb"}) {
      send(upload(boundary, "a,b\n1,2\n"), lights);
    }
    assertThat(lit()).isEqualTo(1);
    assertThatThrownBy(() -> send(upload("aaa", "a,b\n1,3\n"), lights))
        .isInstanceOf(InvalidInput.class);
  }

  private static MockHttpServletRequest upload(String boundary, String content) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/imports");
    request.addHeader("Idempotency-Key", "upload");
    request.setContentType("multipart/form-data; boundary=" + boundary);
    request.addPart(new MockPart("file", "a.csv", content.getBytes(StandardCharsets.UTF_8)));
    return request;
  }

  @Test
  void a_form_sent_twice_leads_to_the_same_page() throws Exception {
    List<String> pages = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      MockHttpServletRequest request = new MockHttpServletRequest("POST", "/lanterns");
      request.setContentType("application/x-www-form-urlencoded");
      request.addParameter("key", "form-1");
      MockHttpServletResponse response = new MockHttpServletResponse();
      tenancy.as(
          workspace,
          () -> {
            filter.doFilter(
                request,
                response,
                (asked, answer) -> {
                  lights.doFilter(asked, answer);
                  ((HttpServletResponse) answer).sendRedirect("/lanterns/" + lit());
                  assertThat(response.isCommitted())
                      .as("before the commit nobody hears of it")
                      .isFalse();
                });
            return true;
          });
      assertThat(response.getStatus()).isEqualTo(303);
      pages.add(String.valueOf(response.getHeader("Location")));
    }
    assertThat(pages).containsExactly("/lanterns/1", "/lanterns/1");
  }
}
