package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.people.Units;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Cycles;
import tools.jackson.databind.JsonNode;

/** The fictional city's goals, written down through the API. */
record GoalStory(TestWorkspace workspace, Api api) {

  /** A workspace with the cycle 2015 and a department. */
  static GoalStory in2015() {
    TestWorkspace workspace = TestServer.newWorkspace();
    GoalStory story = new GoalStory(workspace, workspace.api());
    story.asManyGoalsAsOneLikes();
    story.cycle("2015", LocalDate.of(2015, 1, 1), LocalDate.of(2015, 12, 31));
    story.unit("city-services", "department", null);
    return story;
  }

  void cycle(String code, LocalDate from, LocalDate to) {
    inside(
        () ->
            TestServer.bean(Cycles.class)
                .add(workspace.owner(), new Cycles.NewCycle(code, code, from, to, null)));
  }

  void asManyGoalsAsOneLikes() {
    Focus.Wanted none = new Focus.Wanted(false, null, null, null, null, 0);
    inside(() -> TestServer.bean(Focus.class).change(workspace.owner(), none));
  }

  void unit(String code, String kind, @Nullable String parent) {
    inside(
        () ->
            TestServer.bean(Units.class)
                .add(workspace.owner(), new Units.NewUnit(code, code, kind, parent)));
  }

  void inside(Runnable work) {
    TestServer.bean(Tenancy.class).run(workspace.id(), work);
  }

  JsonNode goal(String statement) {
    return made("/goals", "{\"statement\": \"%s\", \"cycle\": \"2015\"}".formatted(statement));
  }

  JsonNode keyResult(String goal, String json) {
    return made("/goals/" + goal + "/key-results", json);
  }

  JsonNode made(String path, String json) {
    Api.Answer answer = api.post(path, json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  JsonNode get(String path) {
    Api.Answer answer = api.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /** The refusal of something that is wrong, by field. */
  String refused(String path, String json, String field) {
    Api.Answer answer = api.post(path, json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    for (JsonNode error : answer.json().get("errors")) {
      if (error.get("field").asString().equals(field)) {
        return error.get("reason").asString();
      }
    }
    throw new AssertionError("no word about " + field + " in " + answer.body());
  }

  static String id(JsonNode thing) {
    return thing.get("id").asString();
  }
}
