package org.waymark.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import tools.jackson.databind.JsonNode;

/** How likely a target is while it is only thought about: the same as once it is kept. */
class OutlookTest {
  private static final LocalDate END = AttainmentStory.TODAY.plusDays(60);

  private AttainmentStory story;

  @BeforeEach
  void begin() {
    story = AttainmentStory.halfway();
  }

  private JsonNode thought(String query) {
    return story.got("/metrics/on-time-share/outlook?cycle=now&" + query);
  }

  private String keyResult(String more) {
    String goal = story.made("/goals", "{'statement':'Close more on time','cycle':'now'}");
    return story.made(
        "/goals/" + goal + "/key-results",
        "{'name':'On time','metric':'on-time-share','type':'increase','baseline':75,'target':86%s}"
            .formatted(more));
  }

  private void refused(String path, String... fields) {
    Api.Answer answer = story.api().get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.json().path("errors").valueStream().map(one -> one.path("field").asString()))
        .containsExactlyInAnyOrder(fields);
  }

  @Test
  void it_says_what_is_said_once_the_target_is_kept() {
    story.onTime(30);
    JsonNode thought = thought("target=86&type=increase");
    JsonNode kept = story.got("/key-results/" + keyResult("")).get("forecast");
    for (String field : List.of("chance", "label", "expected", "low", "high", "oneInThree")) {
      assertThat(thought.get(field)).as(field).isNotNull().isEqualTo(kept.get(field));
    }
    assertThat(thought.get("readings")).isEqualTo(kept.get("readings"));
    assertThat(thought.get("unit").asString()).isEqualTo("percent");
    assertThat(thought.get("due").asString()).isEqualTo(END.toString());
  }

  @Test
  void a_target_farther_away_is_less_likely_and_asks_what_will_be_different() {
    story.onTime(30);
    JsonNode easy = thought("target=70&ambition=stretch");
    assertThat(easy.get("label").asString()).isEqualTo("easy");
    assertThat(easy.get("asks").toString()).isEqualTo("[\"stretch-but-easy\"]");
    assertThat(easy.has("lacking")).isFalse();
    JsonNode bold = thought("target=88");
    assertThat(bold.get("chance").asDouble()).isLessThan(0.2);
    assertThat(bold.get("asks").toString())
        .contains("say-what-will-change", "committed-but-unlikely");
    assertThat(bold.get("lacking").asDouble()).isEqualTo(88 - bold.get("expected").asDouble());
    double third = bold.get("oneInThree").asDouble();
    assertThat(thought("target=" + third).get("chance").asDouble()).isBetween(0.32, 0.34);
    assertThat(bold.has("withDifference")).isFalse();
    JsonNode planned = thought("target=88&different=More+people&worth=8");
    assertThat(planned.get("chance")).isEqualTo(bold.get("chance"));
    assertThat(planned.get("withDifference").asDouble())
        .isGreaterThan(bold.get("chance").asDouble() + 0.1);
  }

  @Test
  void without_eight_weeks_it_says_how_many_there_are_and_no_number() {
    story.onTime(5);
    JsonNode few = thought("target=86");
    assertThat(few.get("state").asString()).isEqualTo("tooFewReadings");
    assertThat(few.get("readings").asInt()).isBetween(4, 5);
    assertThat(few.get("needed").asInt()).isEqualTo(8);
    assertThat(few.has("chance")).isFalse();
    assertThat(few.has("label")).isFalse();
    assertThat(few.get("asks").size()).isZero();
    JsonNode none = story.got("/metrics/nps/outlook?cycle=now&target=50");
    assertThat(none.get("state").asString()).isEqualTo("tooFewReadings");
    assertThat(none.get("readings").asInt()).isZero();
    assertThat(
            story.got("/metrics/case-volume/outlook?cycle=now&target=50").get("state").asString())
        .isEqualTo("addsUp");
  }

  @Test
  void what_makes_no_sense_is_refused_by_its_name() {
    String at = "/metrics/on-time-share/outlook?";
    assertThat(story.api().get("/metrics/no-such/outlook?target=1&due=" + END).status())
        .isEqualTo(404);
    refused(at + "cycle=now", "target");
    refused(at + "target=86", "due");
    refused(at + "target=much&cycle=now", "target");
    refused(at + "target=86&due=soon", "due");
    refused(at + "target=86&cycle=then", "cycle");
    refused(at + "target=86&cycle=now&planet=mars&per=week", "planet", "per");
    refused(at + "target=86&target=87&cycle=now&ambition=wild", "target", "ambition");
    refused(at + "target=86&cycle=now&worth=-2", "different.worth");
    refused(at + "target=86&cycle=now&unit=nowhere", "unit");
  }

  @Test
  void a_key_result_can_be_moved_in_thought_and_stays_where_it_is() {
    story.onTime(30);
    String id = keyResult(",'different':{'what':'Two more people on Mondays','worth':4}");
    JsonNode kept = story.got("/key-results/" + id);
    assertThat(kept.at("/different/what").asString()).isEqualTo("Two more people on Mondays");
    assertThat(kept.at("/forecast/withDifference").asDouble())
        .isGreaterThan(kept.at("/forecast/chance").asDouble());
    JsonNode same = story.got("/key-results/" + id + "/outlook");
    assertThat(same.get("chance")).isEqualTo(kept.at("/forecast/chance"));
    assertThat(same.get("withDifference")).isEqualTo(kept.at("/forecast/withDifference"));
    JsonNode nearer = story.got("/key-results/" + id + "/outlook?target=78");
    assertThat(nearer.get("chance").asDouble()).isGreaterThan(same.get("chance").asDouble());
    JsonNode sooner =
        story.got("/key-results/" + id + "/outlook?due=" + AttainmentStory.TODAY.plusDays(20));
    assertThat(sooner.get("due").asString())
        .isEqualTo(AttainmentStory.TODAY.plusDays(20).toString());
    assertThat(sooner.get("chance")).isNotEqualTo(same.get("chance"));
    JsonNode after = story.got("/key-results/" + id);
    for (String field : List.of("version", "target", "due", "forecast")) {
      assertThat(after.get(field)).as(field).isEqualTo(kept.get(field));
    }
    refused("/key-results/" + id + "/outlook?target=soon", "target");
    refused("/key-results/" + id + "/outlook?due=2001-01-01", "due");
    assertThat(story.api().get("/key-results/" + id + "/outlook?due=whenever").status())
        .isEqualTo(400);
  }

  @Test
  void what_will_be_different_is_kept_with_its_key_result() {
    String goal = story.made("/goals", "{'statement':'Close more on time','cycle':'now'}");
    String body =
        "{'name':'On time','metric':'on-time-share','type':'increase','baseline':75,'target':86,'different':%s}";
    for (String wrong : List.of("{'worth':3}", "{'what':'More','worth':0}")) {
      Api.Answer answer =
          story
              .api()
              .post("/goals/" + goal + "/key-results", body.formatted(wrong).replace('\'', '"'));
      assertThat(answer.status()).as(answer.body()).isEqualTo(422);
      assertThat(answer.json().at("/errors/0/field").asString()).startsWith("different.");
    }
    String id =
        story.made(
            "/goals/" + goal + "/key-results", body.formatted("{'what':' Two more people '}"));
    assertThat(story.got("/key-results/" + id).get("different").toString())
        .isEqualTo("{\"what\":\"Two more people\"}");
    Api.Answer moved = story.api().patch("/key-results/" + id, "{\"version\":1,\"target\":88}");
    assertThat(moved.json().at("/different/what").asString()).isEqualTo("Two more people");
    assertThat(story.got("/goals/" + goal + "/history").toString()).contains("Two more people");
    Api.Answer emptied =
        story.api().patch("/key-results/" + id, "{\"version\":2,\"different\":null}");
    assertThat(emptied.json().get("different").isNull()).isTrue();
  }

  /** What is remembered for the next target must never outlive the data it was made from. */
  @Test
  void a_number_that_comes_in_between_two_targets_counts() {
    story.onTime(30);
    double before = thought("target=82").get("chance").asDouble();
    assertThat(thought("target=82").get("chance").asDouble()).isEqualTo(before);
    LocalDate day = AttainmentStory.TODAY.minusWeeks(2);
    StringBuilder lines = new StringBuilder("[");
    for (int i = 0; i < 200; i++) {
      lines
          .append(i == 0 ? "" : ",")
          .append(
              """
              {"source":"desk","id":"late-%d","kind":"case","startedAt":"%sT08:00:00Z","dueAt":"%sT20:00:00Z","finishedAt":"%sT09:00:00Z"}"""
                  .formatted(i, day, day, day));
    }
    assertThat(story.api().post("/interactions", lines.append("]").toString()).status())
        .isEqualTo(200);
    assertThat(thought("target=82").get("chance").asDouble()).isGreaterThan(before + 0.05);
  }

  @Test
  void the_second_target_is_answered_at_once() {
    story.onTime(30);
    thought("target=82");
    long[] taken = new long[15];
    for (int i = 0; i < taken.length; i++) {
      Instant start = Instant.now();
      thought("target=" + (80 + i * 0.5));
      taken[i] = Duration.between(start, Instant.now()).toMillis();
    }
    assertThat(Arrays.stream(taken).min().orElseThrow())
        .as("the quickest of %s, whatever else this machine does", Arrays.toString(taken))
        .isLessThan(50);
  }
}
