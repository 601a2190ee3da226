package org.waymark.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.SignIns;
import org.waymark.TestServer;
import org.waymark.people.Role;

/** The stream that names what has changed. */
class LiveTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void a_thousand_open_pages_hear_of_a_change_and_leave_no_trace() {
    TestServer.TestWorkspace workspace = TestServer.newWorkspace();
    OpenPages pages = TestServer.bean(OpenPages.class);
    int before = pages.count();
    List<String> cookies = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      cookies.add(SignIns.cookie(workspace.newSignIn(Role.VIEWER)));
    }
    List<InputStream> streams = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      streams.add(open(cookies.get(i % 10)).body());
    }
    await().untilAsserted(() -> assertThat(pages.count() - before).isEqualTo(1_000));

    AtomicInteger heard = new AtomicInteger();
    streams.forEach(stream -> Thread.ofVirtual().start(() -> listen(stream, heard)));
    Api.Answer made = workspace.api().post("/units", "{\"name\":\"Ferries\",\"kind\":\"company\"}");
    assertThat(made.status()).isEqualTo(201);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(heard.get()).isEqualTo(1_000));

    streams.forEach(LiveTest::close);
    workspace.api().post("/units", "{\"name\":\"Trams\",\"kind\":\"company\"}");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(pages.count()).isLessThanOrEqualTo(before));
  }

  @Test
  void one_person_cannot_take_all_the_room() {
    TestServer.TestWorkspace workspace = TestServer.newWorkspace();
    String cookie = SignIns.cookie(workspace.owner().email());
    List<HttpResponse<InputStream>> all =
        IntStream.range(0, OpenPages.MOST_OF_ONE).mapToObj(i -> open(cookie)).toList();
    assertThat(all).allSatisfy(one -> assertThat(one.statusCode()).isEqualTo(200));
    assertThat(open(cookie).statusCode()).isEqualTo(204);
    all.forEach(one -> close(one.body()));
  }

  @Test
  void a_stream_goes_on_where_the_last_one_ended() throws Exception {
    TestServer.TestWorkspace workspace = TestServer.newWorkspace();
    String cookie = SignIns.cookie(workspace.owner().email());
    String mark = news(cookie, "").split("\"mark\":\"")[1].split("\"")[0];
    String unit =
        workspace
            .api()
            .post("/units", "{\"name\":\"Ferries\",\"kind\":\"company\"}")
            .json()
            .get("id")
            .asString();

    assertThat(news(cookie, mark)).contains("\"everything\":false").contains(unit);
    try (InputStream stream = open(cookie, mark).body()) {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      String line = lines.readLine();
      while (!line.startsWith("data:")) {
        line = lines.readLine();
      }
      assertThat(line).isEqualTo("data: unit " + unit);
    }
  }

  private static void listen(InputStream stream, AtomicInteger heard) {
    try {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data: unit ")) {
          heard.incrementAndGet();
          return;
        }
      }
    } catch (java.io.IOException closed) {
      throw new java.io.UncheckedIOException(closed);
    }
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static HttpResponse<InputStream> open(String cookie) {
    return open(cookie, "");
  }

  private static HttpResponse<InputStream> open(String cookie, String since) {
    CompletableFuture<HttpResponse<InputStream>> answer =
        CLIENT.sendAsync(
            request(cookie, since).header("Accept", "text/event-stream").build(),
            HttpResponse.BodyHandlers.ofInputStream());
    return answer.join();
  }

  private static String news(String cookie, String since) throws Exception {
    return CLIENT.send(request(cookie, since).build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private static HttpRequest.Builder request(String cookie, String since) {
    String query = since.isEmpty() ? "" : "?since=" + since;
    return HttpRequest.newBuilder(URI.create(TestServer.address() + "/live" + query))
        .header("Cookie", cookie);
  }
}
