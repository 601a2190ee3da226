package org.waymark.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.measure.calibration.TrafficLight;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;

/** A workspace in the middle of its cycle: sixty days are gone, sixty are left. */
public record AttainmentStory(TestWorkspace workspace, Api api) {
  static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private static final String NO_LIMITS =
      """
      insert into focus_limits (workspace_id, hot_spots, version)
      values (current_setting('waymark.workspace')::uuid, false, 1)
      """;

  public static AttainmentStory halfway() {
    TestWorkspace workspace = TestServer.newWorkspace();
    AttainmentStory story = new AttainmentStory(workspace, workspace.api());
    story.made(
        "/cycles",
        "{'name':'Now','code':'now','from':'%s','to':'%s'}"
            .formatted(TODAY.minusDays(60), TODAY.plusDays(60)));
    return story;
  }

  /**
   * A running goal with fifty told numbers, four of five of them reached, and what was said of
   * each.
   */
  public String fiftyThings() {
    inside(() -> TestServer.bean(JdbcClient.class).sql(NO_LIMITS).update());
    String goal = made("/goals", "{'statement':'Fifty small things','cycle':'now'}");
    List<Saying> sayings = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      boolean met = i % 5 != 0;
      String id = told(goal, "Thing " + i, met ? 12 : 8);
      sayings.add(saying(id, 40, met ? 0.9 : 0.1));
      sayings.add(saying(id, 10, met ? 0.8 : 0.3));
      sayings.add(saying(id, -20, 0.5));
    }
    inside(() -> TestServer.bean(SayingTable.class).add(workspace.id(), sayings));
    made("/goals/" + goal + "/start", "");
    return goal;
  }

  /** A number that was to be ten or more by the end of the cycle's first half and a bit. */
  String told(String goal, String name, int value) {
    String id =
        made(
            "/goals/" + goal + "/key-results",
            "{'name':'%s','type':'threshold','target':10,'due':'%s'}"
                .formatted(name, TODAY.plusDays(40)));
    made("/key-results/" + id + "/check-ins", "{'value':%d}".formatted(value));
    return id;
  }

  private static Saying saying(String keyResult, int daysAgo, double chance) {
    return new Saying(
        UUID.fromString(keyResult),
        1,
        TODAY.minusDays(daysAgo).atTime(12, 0).toInstant(ZoneOffset.UTC),
        "known",
        TODAY.minusDays(daysAgo + 1),
        5,
        12,
        null,
        chance,
        null,
        TrafficLight.OFF_TRACK,
        null,
        null,
        null,
        null,
        List.of());
  }

  void inside(Runnable work) {
    TestServer.bean(Tenancy.class).run(workspace.id(), work);
  }

  public String made(String path, String json) {
    Api.Answer answer = api.post(path, json.replace('\'', '"'));
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer.json().path("id").asString("");
  }

  JsonNode got(String path) {
    Api.Answer answer = api.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /** Twenty cases a week, of which fourteen to eighteen were closed in time. */
  public void onTime(int weeks) {
    StringBuilder lines = new StringBuilder();
    for (int week = 1; week <= weeks; week++) {
      for (int i = 0; i < 20; i++) {
        Instant start = TODAY.minusWeeks(week).atTime(9, 0).toInstant(ZoneOffset.UTC);
        Instant due = start.plusSeconds(12 * 3600);
        Instant end = i < 14 + week * 7 % 5 ? due.minusSeconds(60) : due.plusSeconds(3600);
        lines.append(
            """
            {"source":"desk","id":"%d-%d","kind":"case","startedAt":"%s","dueAt":"%s","finishedAt":"%s"}
            """
                .formatted(week, i, start, due, end));
      }
    }
    Api.Answer answer =
        api.send(
            api.request("/interactions")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines.toString())));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }
}
