package org.waymark.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.SignIns;
import org.waymark.TestServer;
import org.waymark.TestServer.TestMember;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.people.Members;
import org.waymark.people.Role;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;

/** Calendars as calendars read them: with a parser that is not ours. */
class CalendarTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void a_goal_becomes_an_all_day_event_that_any_calendar_reads() throws Exception {
    TestWorkspace workspace = workspace("Europe/Berlin");
    String words = "Answer; everyone, \\\\ quickly – größer als früher. ".repeat(8) + "🎉";
    String goal =
        made(
            workspace.api(),
            "/goals",
            "{\"statement\": \"%s\", \"why\": \"One\\nTwo\", \"cycle\": \"2026\", \"reviewOn\": \"2026-03-01\"}"
                .formatted(words));
    HttpResponse<String> answer =
        page("/goals/" + goal + "/review.ics", SignIns.cookie(workspace.owner().email()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .isEqualTo("text/calendar;charset=UTF-8");
    for (String line : answer.body().split("\r\n")) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
      assertThat(line).doesNotContain("\n", "\r", "\ufffd");
    }
    VEvent event = event(answer.body());
    assertThat(day(event)).isEqualTo("2026-03-01");
    assertThat(event.getDateStart().getValue().hasTime()).isFalse();
    assertThat(event.getDateEnd().getValue().getRawComponents().toString()).contains("2026");
    String said = words.replace("\\\\", "\\");
    assertThat(event.getDescription().getValue()).startsWith(said).contains("One\nTwo");
    assertThat(event.getStatus().getValue()).isEqualTo(Status.tentative().getValue());
    assertThat(event.getUrl().getValue()).endsWith("/goals/" + goal);
    assertThat(Biweekly.parse(answer.body()).first().validate(biweekly.ICalVersion.V2_0).isEmpty())
        .as(Biweekly.parse(answer.body()).first().validate(biweekly.ICalVersion.V2_0).toString())
        .isTrue();
  }

  @Test
  void the_event_keeps_its_uid_its_sequence_grows_and_what_is_given_up_is_cancelled()
      throws Exception {
    TestWorkspace workspace = workspace("Pacific/Auckland");
    Api api = workspace.api();
    String address = feedOf(api);
    String goal =
        made(
            api,
            "/goals",
            "{\"statement\": \"Fewer calls\", \"cycle\": \"2026\", \"reviewOn\": \"2026-03-01\"}");
    assertThat(events(address)).as("a draft is in nobody's calendar").isEmpty();
    made(api, "/goals/" + goal + "/start", "{}");
    VEvent first = events(address).getFirst();
    assertThat(first.getStatus().getValue()).isEqualTo("CONFIRMED");
    assertThat(first.getRecurrenceRule()).isNull();

    plan(api, goal, "\"on\": \"2026-03-15\", \"every\": \"P2W\"");
    VEvent moved = events(address).getFirst();
    assertThat(moved.getUid().getValue()).isEqualTo(first.getUid().getValue());
    assertThat(day(moved)).isEqualTo("2026-03-15");
    assertThat(moved.getSequence().getValue()).isGreaterThan(first.getSequence().getValue());
    assertThat(moved.getDateTimeStamp().getValue())
        .isAfterOrEqualTo(first.getDateTimeStamp().getValue());
    assertThat(moved.getRecurrenceRule().getValue().getInterval()).isEqualTo(2);

    made(api, "/goals/" + goal + "/withdrawal", "{}");
    VEvent gone = events(address).getFirst();
    assertThat(gone.getStatus()).isEqualTo(Status.cancelled());
    assertThat(gone.getUid().getValue()).isEqualTo(first.getUid().getValue());
    assertThat(gone.getSequence().getValue()).isGreaterThan(moved.getSequence().getValue());
  }

  @Test
  void a_feed_holds_what_concerns_its_member_and_nothing_else() throws Exception {
    TestWorkspace workspace = workspace("UTC");
    TestMember asked = workspace.newMember(Role.MEMBER);
    String goal = made(workspace.api(), "/goals", "{\"statement\": \"Ours\", \"cycle\": \"2026\"}");
    made(
        workspace.api(),
        "/goals/" + goal + "/proposal",
        "{\"invite\": [\"%s\"]}".formatted(asked.caller().email()));
    String own = made(workspace.api(), "/goals", "{\"statement\": \"Mine\", \"cycle\": \"2026\"}");
    made(workspace.api(), "/goals/" + own + "/start", "{}");
    assertThat(events(feedOf(asked.api())))
        .extracting(event -> event.getSummary().getValue())
        .containsExactly("Review: Ours");
    assertThat(events(feedOf(workspace.api()))).hasSize(2);
    assertThat(events(feedOf(workspace("UTC").api()))).isEmpty();
  }

  @Test
  void a_revoked_address_answers_like_one_that_never_was() throws Exception {
    TestWorkspace workspace = workspace("UTC");
    TestMember member = workspace.newMember(Role.VIEWER);
    assertThat(member.api().get("/calendar").status()).isEqualTo(404);
    String first = feedOf(member.api());
    assertThat(get(first).statusCode()).isEqualTo(200);
    assertThat(member.api().get("/calendar").json().get("fetchedOn").isNull()).isFalse();
    assertThat(member.api().get("/calendar").body()).doesNotContain("address\":\"http");
    String second = feedOf(member.api());
    assertThat(get(second).statusCode()).isEqualTo(200);
    HttpResponse<String> unknown = get(first.replaceAll("[^/]{6}\\.ics$", "AAAAAA.ics"));
    HttpResponse<String> replaced = get(first);
    assertThat(replaced.statusCode()).isEqualTo(404);
    assertThat(told(replaced)).isEqualTo(told(unknown));
    assertThat(member.api().delete("/calendar").status()).isEqualTo(204);
    assertThat(member.api().get("/calendar").status()).isEqualTo(404);
    assertThat(member.api().delete("/calendar").status()).isEqualTo(204);
    assertThat(told(get(second))).isEqualTo(told(unknown));

    String third = feedOf(member.api());
    TestServer.bean(Tenancy.class)
        .run(
            workspace.id(),
            () ->
                TestServer.bean(Members.class).leave(workspace.owner(), member.caller().member()));
    assertThat(get(third).statusCode()).as("whoever left reads nothing").isEqualTo(404);
  }

  @Test
  void a_calendar_that_asks_again_is_told_nothing_is_new_and_one_that_never_stops_to_wait()
      throws Exception {
    TestWorkspace workspace = workspace("UTC");
    String address = feedOf(workspace.api());
    HttpResponse<String> first = get(address);
    assertThat(first.headers().firstValue("Cache-Control").orElse(""))
        .contains("max-age=900")
        .contains("private");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(address)).header("If-None-Match", tag).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    int status = 200;
    for (int n = 2; n < 80 && status == 200; n++) {
      HttpResponse<String> answer = get(address);
      status = answer.statusCode();
      if (status == 429) {
        assertThat(n).isEqualTo(Pace.MOST);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
            .isBetween(1, 3601);
      }
    }
    assertThat(status).isEqualTo(429);
  }

  @Test
  void somebody_signed_in_elsewhere_reads_the_calendar_of_the_address() throws Exception {
    TestWorkspace workspace = workspace("UTC");
    String goal = made(workspace.api(), "/goals", "{\"statement\": \"Ours\", \"cycle\": \"2026\"}");
    made(workspace.api(), "/goals/" + goal + "/start", "{}");
    String address = feedOf(workspace.api());
    String cookie = SignIns.cookie(workspace("UTC").owner().email());
    HttpResponse<String> answer = page(address.substring(TestServer.address().length()), cookie);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Review: Ours");
  }

  private static TestWorkspace workspace(String zone) {
    TestWorkspace workspace = TestServer.newWorkspace(ZoneId.of(zone));
    made(
        workspace.api(),
        "/cycles",
        "{\"name\": \"2026\", \"code\": \"2026\", \"from\": \"2026-01-01\", \"to\": \"2026-12-31\"}");
    return workspace;
  }

  private static String made(Api api, String path, String json) {
    Api.Answer answer = api.post(path, json);
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
    return answer.json().path("id").asString("");
  }

  private static void plan(Api api, String goal, String words) {
    JsonNode now = api.get("/goals/" + goal).json();
    Api.Answer answer =
        api.send(
            api.request("/goals/" + goal + "/review")
                .header("Content-Type", "application/json")
                .PUT(
                    HttpRequest.BodyPublishers.ofString(
                        "{%s, \"version\": %d}".formatted(words, now.get("version").asInt()))));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** A new address of whoever speaks to this API. */
  private static String feedOf(Api api) {
    Api.Answer answer = api.post("/calendar", "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().get("address").asString();
  }

  private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> page(String path, String cookie)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(TestServer.address() + path))
            .header("Cookie", cookie)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Status and words, without what differs between any two answers. */
  private static String told(HttpResponse<String> answer) {
    return answer.statusCode()
        + answer
            .body()
            .replaceAll("<time.*?</time>", "")
            .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "(id)")
            .replaceAll("/calendar/[^\"<& ]*", "(address)");
  }

  private static List<VEvent> events(String address) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(address);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Biweekly.parse(answer.body()).first().getEvents();
  }

  private static VEvent event(String text) {
    ICalendar calendar = Biweekly.parse(text).first();
    assertThat(calendar.getEvents()).hasSize(1);
    return calendar.getEvents().getFirst();
  }

  private static String day(VEvent event) {
    return LocalDate.ofInstant(
            event.getDateStart().getValue().toInstant(), TimeZone.getDefault().toZoneId())
        .toString();
  }
}
