package org.waymark.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.TestServer;
import org.waymark.goals.Course;
import org.waymark.goals.KeyResultType;
import org.waymark.goals.KeyResultsMeasured;
import tools.jackson.databind.JsonNode;

/** Forecasts of the harbour's key results: made when they are measured, kept, and scored. */
class ForecastsTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private AttainmentStory story;

  @BeforeEach
  void begin() {
    story = AttainmentStory.halfway();
  }

  @Test
  void a_share_with_thirty_weeks_of_history_gets_a_chance_as_soon_as_it_is_written_down() {
    story.onTime(30);
    String goal = story.made("/goals", "{'statement':'Close more on time','cycle':'now'}");
    String id =
        story.made(
            "/goals/" + goal + "/key-results",
            "{'name':'On time','metric':'on-time-share','type':'increase','baseline':75,'target':90}");
    JsonNode forecast = story.got("/goals/" + goal).get("keyResults").get(0).get("forecast");
    assertThat(forecast.get("state").asString()).isEqualTo("known");
    assertThat(forecast.get("readings").asInt()).isGreaterThanOrEqualTo(29);
    assertThat(forecast.get("chance").asDouble()).isBetween(0.01, 0.3);
    assertThat(forecast.get("label").asString()).isIn("ambitious", "bold", "moonshot");
    assertThat(forecast.get("expected").asDouble()).isBetween(75.0, 85.0);
    assertThat(forecast.get("low").asDouble()).isLessThan(forecast.get("expected").asDouble());
    assertThat(forecast.get("path").size()).isBetween(7, 9);
    assertThat(kept(id)).isEqualTo(1);
    assertThat(story.got("/key-results/" + id).get("forecast")).isEqualTo(forecast);
  }

  @Test
  void people_who_tell_a_number_learn_how_many_weeks_are_missing() {
    String goal = story.made("/goals", "{'statement':'Answer more','cycle':'now'}");
    String id =
        story.made(
            "/goals/" + goal + "/key-results",
            "{'name':'Calls','type':'increase','baseline':10,'target':20}");
    for (int week = 4; week >= 2; week--) {
      story.made(
          "/key-results/" + id + "/check-ins",
          "{'value':%d,'on':'%s'}".formatted(15 - week, TODAY.minusWeeks(week)));
    }
    JsonNode forecast = story.got("/key-results/" + id).get("forecast");
    assertThat(forecast.get("state").asString()).isEqualTo("tooFewReadings");
    assertThat(forecast.get("readings").asInt()).isEqualTo(3);
    assertThat(forecast.get("needed").asInt()).isEqualTo(8);
    assertThat(forecast.has("chance")).isFalse();
  }

  @Test
  void what_was_said_stays_and_only_news_are_added() {
    String goal = story.made("/goals", "{'statement':'Answer more','cycle':'now'}");
    UUID id = UUID.fromString(story.told(goal, "Calls", 10));
    long before = kept(id.toString());
    Course course = Courses.of(Courses.reaching(KeyResultType.INCREASE, 84, Courses.STEADY), id);
    measured(course);
    measured(course);
    assertThat(kept(id.toString())).isEqualTo(before + 1);
    measured(Courses.of(Courses.reaching(KeyResultType.INCREASE, 85, Courses.STEADY), id));
    assertThat(kept(id.toString())).isEqualTo(before + 2);
    Course done = Courses.of(Courses.reaching(KeyResultType.BINARY, 1, Courses.STEADY), id);
    measured(done);
    assertThat(story.got("/key-results/" + id).get("forecast").isNull()).isTrue();
  }

  @Test
  void fifty_have_to_resolve_before_anything_is_said_of_how_right_forecasts_are() {
    assertThat(story.got("/calibration").toString())
        .isEqualTo("{\"state\":\"tooFew\",\"resolved\":0,\"needed\":50}");
    String goal = story.fiftyThings();
    assertThat(story.got("/calibration").get("resolved").asInt()).isZero();
    story.made("/goals/" + goal + "/closure", "{'outcome':'met'}");

    JsonNode record = story.got("/calibration");

    assertThat(record.get("state").asString()).isEqualTo("known");
    assertThat(record.get("resolved").asInt()).isEqualTo(50);
    // The one that stood halfway, ten days ago: .2² four times in five, .3² else.
    assertThat(record.get("forecast").get("brier").asDouble()).isCloseTo(.05, within(1e-9));
    // always red: .9² four times in five, .1² else
    assertThat(record.get("pace").get("brier").asDouble()).isCloseTo(.65, within(1e-9));
    assertThat(record.get("baseRate").get("brier").asDouble()).isCloseTo(.16, within(1e-9));
    assertThat(record.get("bins").size()).isEqualTo(2);
    assertThat(story.api().delete("/goals/" + goal + "/closure").status()).isLessThan(300);
    assertThat(story.got("/calibration").get("resolved").asInt()).isZero();
    assertThat(TestServer.newWorkspace().api().get("/calibration").json().get("resolved").asInt())
        .isZero();
  }

  private void measured(Course course) {
    story.inside(
        () -> TestServer.bean(Forecasts.class).measured(new KeyResultsMeasured(List.of(course))));
  }

  private long kept(String keyResult) {
    List<Long> count = new ArrayList<>();
    story.inside(
        () ->
            count.add(
                TestServer.bean(JdbcClient.class)
                    .sql("select count(*) from forecast where key_result_id = :id")
                    .param("id", UUID.fromString(keyResult))
                    .query(Long.class)
                    .single()));
    return count.getFirst();
  }
}
