package org.waymark.firstuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.goals.Goal;
import org.waymark.measure.Reading;
import org.waymark.people.Role;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;

/** A first goal is proposed from what is measured, with a baseline that is so, or not at all. */
class FirstGoalTest {
  private final TestWorkspace workspace = TestServer.newWorkspace();
  private final FirstGoal firstGoal = TestServer.bean(FirstGoal.class);
  private final Tenancy tenancy = TestServer.bean(Tenancy.class);

  /** So many answers of four in five content ones, on days of the last two weeks. */
  private void answers(String question, int number) {
    StringBuilder lines = new StringBuilder("[");
    for (int i = 0; i < number; i++) {
      lines
          .append(i == 0 ? "" : ",")
          .append(
              """
              {"source":"survey","id":"%s-%d","kind":"survey","startedAt":"%sT09:00:00Z","question":"%s","scale":"csat-1-5","score":%d}"""
                  .formatted(
                      question,
                      i,
                      LocalDate.now(ZoneOffset.UTC).minusDays(1 + i % 14),
                      question,
                      i % 5 == 0 ? 2 : 5));
    }
    assertThat(workspace.api().post("/interactions", lines.append("]").toString()).status())
        .isEqualTo(200);
  }

  private List<Candidate> candidates() {
    return tenancy.as(workspace.id(), () -> firstGoal.candidates(workspace.owner()));
  }

  private Goal make(FirstGoal.Wanted wanted) {
    return tenancy.as(workspace.id(), () -> firstGoal.make(workspace.owner(), wanted));
  }

  private static FirstGoal.Wanted wanted(String candidate, String cycle, int target) {
    return new FirstGoal.Wanted(
        candidate,
        cycle,
        "This quarter",
        "Satisfaction rises.",
        "Satisfaction",
        Json.mapper().valueToTree(target));
  }

  @Test
  void each_question_stands_for_itself_and_too_few_answers_say_how_many_are_missing() {
    answers("overall", 60);
    answers("food", 4);
    List<Candidate> candidates = candidates();
    assertThat(candidates)
        .extracting(Candidate::code)
        .containsExactly("csat top-box overall", "csat top-box food");
    assertThat(candidates.getFirst().reading())
        .isInstanceOfSatisfying(
            Reading.Measured.class,
            it -> {
              assertThat(it.value()).isEqualTo(80);
              assertThat(it.n()).isEqualTo(60);
            });
    assertThat(candidates.getLast().reading()).isEqualTo(new Reading.TooFew(4, 10));
    assertThat(candidates.getLast().firm()).isFalse();
    assertThatThrownBy(() -> make(wanted("csat top-box food", "+quarter", 90)))
        .isInstanceOf(InvalidInput.class);
    assertThat(workspace.api().get("/cycles").json().get("items")).isEmpty();
  }

  @Test
  void one_press_makes_the_cycle_the_goal_and_a_key_result_with_the_measured_baseline() {
    answers("overall", 60);
    answers("food", 30);
    Goal goal = make(wanted("csat top-box overall", "+quarter", 90));

    JsonNode shown = workspace.api().get("/goals/" + goal.id()).json();
    assertThat(shown.get("state").asString()).isEqualTo("draft");
    assertThat(shown.get("owner").asString()).isEqualTo(workspace.owner().email());
    JsonNode keyResult = shown.get("keyResults").get(0);
    assertThat(keyResult.get("type").asString()).isEqualTo("increase");
    assertThat(keyResult.get("baseline").asDouble()).isEqualTo(80);
    assertThat(keyResult.get("target").asDouble()).isEqualTo(90);
    assertThat(keyResult.get("filter").get("question").get(0).asString()).isEqualTo("overall");
    JsonNode cycles = workspace.api().get("/cycles").json().get("items");
    assertThat(cycles).hasSize(1);
    assertThat(LocalDate.parse(cycles.get(0).get("from").asString()))
        .isBeforeOrEqualTo(LocalDate.now(ZoneOffset.UTC));

    List<CycleChoice> running =
        tenancy.as(workspace.id(), () -> firstGoal.cycles(workspace.owner()));
    assertThat(running)
        .extracting(CycleChoice::code)
        .containsExactly(cycles.get(0).get("code").asString());
  }

  @Test
  void ninety_days_from_today_can_be_made_too() {
    answers("overall", 60);
    answers("food", 60);
    Goal goal = make(wanted("csat top-box food", "+90", 95));
    assertThat(goal.days().days()).isEqualTo(90);
  }

  @Test
  void a_question_that_is_alone_is_not_named() {
    answers("overall", 60);
    assertThat(candidates()).extracting(Candidate::code).containsExactly("csat top-box");
  }

  @Test
  void a_target_on_the_wrong_side_keeps_nothing_not_even_the_cycle() {
    answers("overall", 60);
    answers("food", 60);
    assertThatThrownBy(() -> make(wanted("csat top-box overall", "+year", 70)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.errors().getFirst().field()).isEqualTo("target"));
    assertThat(workspace.api().get("/cycles").json().get("items")).isEmpty();
    assertThat(workspace.api().get("/goals").json().get("items")).isEmpty();
  }

  @Test
  void who_may_not_make_cycles_is_offered_only_those_that_run() {
    var member = workspace.newMember(Role.MEMBER).caller();
    assertThat(tenancy.as(workspace.id(), () -> firstGoal.cycles(member))).isEmpty();
    assertThat(tenancy.as(workspace.id(), () -> firstGoal.cycles(workspace.owner())))
        .extracting(CycleChoice::code)
        .containsExactly("+quarter", "+year", "+90");
  }
}
