package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestMember;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.access.Access;
import org.waymark.access.Caller;
import org.waymark.people.Role;
import org.waymark.workspace.Workspaces;

/** Which check-ins are owed, on days of a year long past. */
class CheckInsDueTest {
  /** Two in the night of a Monday; in New York it is still Sunday. */
  private static final Instant MONDAY_NIGHT = Instant.parse("2015-03-09T02:00:00Z");

  private static final String COUNTED = "\"type\": \"increase\", \"baseline\": 0, \"target\": 40";

  @Test
  void a_week_is_told_by_a_check_in_of_one_of_its_days() {
    GoalStory story = in2015(TestServer.newWorkspace());
    String crews = running(story, COUNTED);
    assertThat(owed(story, MONDAY_NIGHT)).containsExactly("2015-03-09");
    String checkIn = tell(story, crews, "2015-03-08");
    assertThat(owed(story, MONDAY_NIGHT)).containsExactly("2015-03-09");
    String today = tell(story, crews, "2015-03-09");
    assertThat(owed(story, MONDAY_NIGHT)).isEmpty();
    assertThat(story.api().delete("/check-ins/" + today).status()).isEqualTo(204);
    assertThat(owed(story, MONDAY_NIGHT)).containsExactly("2015-03-09");
    assertThat(story.api().delete("/check-ins/" + checkIn).status()).isEqualTo(204);
  }

  @Test
  void the_week_is_the_one_of_the_workspace_by_its_zone_and_its_first_day() {
    GoalStory newYork = in2015(TestServer.newWorkspace(ZoneId.of("America/New_York")));
    tell(newYork, running(newYork, COUNTED), "2015-03-08");
    assertThat(owed(newYork, MONDAY_NIGHT)).isEmpty();
    assertThat(owed(newYork, MONDAY_NIGHT.plusSeconds(3 * 3600))).containsExactly("2015-03-09");

    GoalStory sunday = in2015(TestServer.newWorkspace());
    assertThat(
            sunday
                .api()
                .patch("/workspace", "{\"weekStart\": \"sunday\", \"version\": 1}")
                .status())
        .isEqualTo(200);
    tell(sunday, running(sunday, COUNTED), "2015-03-08");
    assertThat(owed(sunday, MONDAY_NIGHT)).isEmpty();
    assertThat(owed(sunday, Instant.parse("2015-03-15T12:00:00Z"))).containsExactly("2015-03-15");
  }

  @Test
  void the_last_number_stays_owed_after_the_due_date_until_it_is_told() {
    GoalStory story = in2015(TestServer.newWorkspace());
    String crews = running(story, COUNTED + ", \"due\": \"2015-06-30\"");
    Instant september = Instant.parse("2015-09-01T12:00:00Z");
    tell(story, crews, "2015-06-28");
    assertThat(owed(story, september)).containsExactly("2015-06-29");
    tell(story, crews, "2015-07-20");
    assertThat(owed(story, september)).isEmpty();
  }

  @Test
  void nobody_owes_what_is_measured_what_follows_from_steps_what_is_done_or_what_does_not_run() {
    GoalStory story = in2015(TestServer.newWorkspace());
    running(story, "\"type\": \"milestone\"");
    running(story, "\"type\": \"threshold\", \"target\": 50, \"metric\": \"csat\"");
    String done = running(story, "\"type\": \"binary\"");
    String goal = GoalStory.id(story.goal("Not started"));
    story.keyResult(goal, "{\"name\": \"Later\", " + COUNTED + "}");
    assertThat(owed(story, MONDAY_NIGHT)).containsExactly("2015-03-09");
    story.made("/key-results/" + done + "/check-ins", "{\"value\": 1, \"on\": \"2015-01-07\"}");
    assertThat(owed(story, MONDAY_NIGHT)).isEmpty();
    running(story, COUNTED);
    assertThat(owed(story, Instant.parse("2014-12-31T12:00:00Z"))).isEmpty();
  }

  @Test
  void owner_and_person_owe_it_others_and_viewers_do_not() {
    GoalStory story = in2015(TestServer.newWorkspace());
    running(story, COUNTED);
    TestMember person = story.workspace().newMember(Role.MEMBER);
    assertThat(owed(story, person.caller(), MONDAY_NIGHT)).isEmpty();
    String goal =
        GoalStory.id(
            story.made(
                "/goals",
                "{\"statement\": \"Theirs\", \"cycle\": \"2015\", \"kind\": \"process\", \"person\": \"%s\"}"
                    .formatted(person.caller().email())));
    story.keyResult(goal, "{\"name\": \"Calls made\", " + COUNTED + "}");
    start(story, goal);
    assertThat(owed(story, person.caller(), MONDAY_NIGHT)).hasSize(1);
    assertThat(owed(story, MONDAY_NIGHT)).hasSize(2);
    List<CheckInDue> all = asked(story, story.workspace().owner(), MONDAY_NIGHT);
    assertThat(all)
        .extracting(CheckInDue::kind)
        .containsExactly(GoalKind.PROCESS, GoalKind.OUTCOME);
    Caller reads = person.caller();
    Caller viewer =
        new Caller(reads.workspace(), reads.member(), reads.email(), Role.VIEWER, reads.via());
    assertThat(owed(story, viewer, MONDAY_NIGHT)).isEmpty();
  }

  private static GoalStory in2015(TestWorkspace workspace) {
    GoalStory story = new GoalStory(workspace, workspace.api());
    story.asManyGoalsAsOneLikes();
    story.cycle("2015", LocalDate.of(2015, 1, 1), LocalDate.of(2015, 12, 31));
    return story;
  }

  /** The key result of a goal that runs. */
  private static String running(GoalStory story, String asks) {
    String goal = GoalStory.id(story.goal("Train the crews"));
    String keyResult =
        GoalStory.id(story.keyResult(goal, "{\"name\": \"Crews trained\", " + asks + "}"));
    start(story, goal);
    return keyResult;
  }

  private static void start(GoalStory story, String goal) {
    Api.Answer started = story.api().post("/goals/" + goal + "/start", "{}");
    assertThat(started.status()).as(started.body()).isLessThan(300);
  }

  private static String tell(GoalStory story, String keyResult, String on) {
    return GoalStory.id(
        story.made(
            "/key-results/" + keyResult + "/check-ins",
            "{\"value\": 28, \"on\": \"%s\"}".formatted(on)));
  }

  /** The first days of the weeks that are owed at this moment. */
  private static List<String> owed(GoalStory story, Instant now) {
    return owed(story, story.workspace().owner(), now);
  }

  private static List<String> owed(GoalStory story, Caller caller, Instant now) {
    return asked(story, caller, now).stream()
        .filter(one -> !one.told())
        .map(one -> one.from().toString())
        .toList();
  }

  private static List<CheckInDue> asked(GoalStory story, Caller caller, Instant now) {
    List<CheckInDue> asked = new ArrayList<>();
    CheckInsDue due =
        new CheckInsDue(
            TestServer.bean(JdbcClient.class),
            TestServer.bean(Access.class),
            TestServer.bean(Workspaces.class),
            Clock.fixed(now, ZoneOffset.UTC));
    story.inside(() -> asked.addAll(due.of(caller)));
    return asked;
  }
}
