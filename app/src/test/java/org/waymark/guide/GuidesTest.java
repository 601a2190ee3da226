package org.waymark.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.TestServer.TestMember;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.Visitor;
import org.waymark.goals.Focus;
import org.waymark.goals.FocusCrossing;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalVerbs;
import org.waymark.goals.State;
import org.waymark.people.Members;
import org.waymark.people.Role;
import org.waymark.platform.Conflict;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Cycles;
import tools.jackson.databind.JsonNode;

/**
 * A goal on its way: nothing typed is lost, only what is right is published, and there is a way
 * back.
 */
class GuidesTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private final TestWorkspace workspace = TestServer.newWorkspace();
  private final Guides guides = TestServer.bean(Guides.class);
  private final Publishing publishing = TestServer.bean(Publishing.class);

  @BeforeEach
  void a_cycle_runs() {
    in(
        () ->
            TestServer.bean(Cycles.class)
                .add(
                    workspace.owner(),
                    new Cycles.NewCycle(
                        "now", "Now", TODAY.minusDays(30), TODAY.plusDays(60), null)));
  }

  private <T> T in(Supplier<T> work) {
    return TestServer.bean(Tenancy.class).as(workspace.id(), work::get);
  }

  private static Map<String, List<String>> typed(String... pairs) {
    Map<String, List<String>> typed = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      typed.put(pairs[i], List.of(pairs[i + 1]));
    }
    return typed;
  }

  private Guide begun(String... pairs) {
    return in(() -> guides.begin(workspace.owner(), typed(pairs)));
  }

  private Guide again(Guide guide) {
    return in(() -> guides.get(workspace.owner(), guide.id()));
  }

  private Answer keep(Guide guide, GuideStep step, int version, String... pairs) {
    return in(() -> guides.keep(workspace.owner(), guide.id(), step, typed(pairs), version));
  }

  private List<String> missing(Guide guide) {
    return in(() -> publishing.missing(again(guide))).stream().map(FieldError::field).toList();
  }

  private JsonNode goal(UUID id) {
    return workspace.api().get("/goals/" + id).json();
  }

  @Test
  void what_is_typed_is_kept_right_or_not_and_the_same_again_is_no_new_version() {
    Guide guide = begun("cycle", "now", "measure", "metric=nps");
    keep(guide, GuideStep.DESCRIPTION, 0, "statement", "Improve things", "hoursPerWeek", "many");
    assertThat(again(guide).answer(GuideStep.DESCRIPTION).fields())
        .isEqualTo(Map.of("statement", List.of("Improve things")));
    assertThat(again(guide).form().text("measure")).isEqualTo("metric=nps");
    keep(guide, GuideStep.EFFORT, 0, "hoursPerWeek", "many");
    assertThat(missing(guide)).contains("hoursPerWeek");
    assertThat(keep(guide, GuideStep.EFFORT, 1, "hoursPerWeek", "many").version()).isEqualTo(1);
    assertThat(keep(guide, GuideStep.EFFORT, 1, "hoursPerWeek", "4").version()).isEqualTo(2);
    assertThat(missing(guide)).doesNotContain("hoursPerWeek");
  }

  @Test
  void of_two_tabs_in_one_step_the_second_learns_of_the_first_and_other_steps_go_on() {
    Guide guide = begun("cycle", "now");
    keep(guide, GuideStep.DESCRIPTION, 0, "statement", "Mine");
    assertThatThrownBy(() -> keep(guide, GuideStep.DESCRIPTION, 0, "statement", "Theirs"))
        .isInstanceOf(Conflict.class);
    assertThat(keep(guide, GuideStep.STRATEGY, 0, "strategy", "Listen.").version()).isEqualTo(1);
    assertThat(again(guide).form().text("statement")).isEqualTo("Mine");
    assertThat(keep(guide, GuideStep.DESCRIPTION, 1, "statement", "Both").version()).isEqualTo(2);
  }

  @Test
  void nobody_else_finds_it_not_even_an_owner() {
    Guide guide = begun("statement", "Secret");
    TestMember other = workspace.newMember(Role.OWNER);
    assertThatThrownBy(() -> in(() -> guides.get(other.caller(), guide.id())))
        .isInstanceOf(NotFound.class);
    assertThat(in(() -> guides.open(other.caller()))).isEmpty();
  }

  @Test
  void a_vague_goal_is_published_only_with_a_key_metric_or_a_reason_that_is_kept() {
    Guide vague = begun("cycle", "now", "statement", "Improve the customer experience.");
    assertThat(missing(vague)).containsExactly("overruled");
    assertThatThrownBy(() -> in(() -> publishing.publish(workspace.owner(), vague.id())))
        .isInstanceOf(InvalidInput.class);
    assertThat(workspace.api().get("/goals").json().get("items")).isEmpty();

    keep(vague, GuideStep.MEASURABLE, 0, "overruled", "We measure it in the second half.");
    Goal kept = in(() -> publishing.publish(workspace.owner(), vague.id()));
    assertThat(goal(kept.id()).get("overruled").asString())
        .isEqualTo("We measure it in the second half.");

    Guide told =
        begun(
            "cycle",
            "now",
            "statement",
            "Improve the customer experience.",
            "evidence",
            "told",
            "name",
            "Days without a complaint",
            "type",
            "increase",
            "baseline",
            "3",
            "target",
            "9");
    assertThat(missing(told)).isEmpty();
  }

  @Test
  void an_objective_that_inspires_is_not_scolded_but_asks_for_its_key_metric() {
    Guide guide =
        begun(
            "cycle", "now", "statement", "Delight everyone who writes to us.", "sort", "objective");
    assertThat(missing(guide)).containsExactly("target");
    keep(
        guide,
        GuideStep.METRIC,
        0,
        "evidence",
        "told",
        "name",
        "Thanks received",
        "type",
        "cumulative",
        "target",
        "40");
    assertThat(missing(guide)).isEmpty();
    Judgement judgement = in(() -> TestServer.bean(Judging.class).of(again(guide)));
    assertThat(judgement.verdict()).isEqualTo(Judgement.Verdict.BY_KEY_METRIC);
  }

  @Test
  void publishing_makes_the_goal_its_key_result_and_asks_whom_it_names() {
    TestMember colleague = workspace.newMember(Role.MEMBER);
    Guide guide =
        begun(
            "cycle",
            "now",
            "area",
            "customer-service",
            "statement",
            "Answer 90 % of e-mails within a day, up from 60 %.",
            "why",
            "Who waits writes again.",
            "strategy",
            "Sort the post at nine.",
            "hoursPerWeek",
            "6.5",
            "resources",
            "A second screen",
            "reviewEvery",
            "P3M",
            "recordedIn",
            "The board at the door",
            "evidence",
            "told",
            "name",
            "E-mails within a day",
            "type",
            "increase",
            "baseline",
            "60",
            "target",
            "90",
            "invite",
            colleague.caller().email());
    Goal made = in(() -> publishing.publish(workspace.owner(), guide.id()));

    JsonNode goal = goal(made.id());
    assertThat(goal.get("state").asString()).isEqualTo("proposed");
    assertThat(goal.get("hoursPerWeek").decimalValue()).isEqualByComparingTo("6.5");
    assertThat(goal.get("recordedIn").asString()).isEqualTo("The board at the door");
    assertThat(goal.get("reviewOn").asString()).isEqualTo(TODAY.plusDays(90).toString());
    assertThat(goal.get("reviewEvery").asString()).isEqualTo("P3M");
    assertThat(goal.get("keyResults")).hasSize(1);
    assertThat(goal.get("keyResults").get(0).get("target").asInt()).isEqualTo(90);
    assertThat(goal.get("agreement").get("asked").asInt()).isEqualTo(1);
    assertThat(in(() -> guides.open(workspace.owner()))).isEmpty();
    assertThatThrownBy(() -> keep(guide, GuideStep.STRATEGY, 1, "strategy", "Another"))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void what_was_published_too_early_goes_back_to_draft_is_changed_and_published_again() {
    Guide guide =
        begun(
            "cycle",
            "now",
            "statement",
            "Answer 90 % of e-mails within a day.",
            "evidence",
            "told",
            "name",
            "E-mails",
            "type",
            "increase",
            "baseline",
            "60",
            "target",
            "90");
    UUID id = in(() -> publishing.publish(workspace.owner(), guide.id())).id();
    Guide taken = in(() -> publishing.takeUp(workspace.owner(), id));
    assertThat(taken.id()).isEqualTo(guide.id());
    assertThat(goal(id).get("state").asString()).isEqualTo("draft");
    assertThat(taken.form().text("target")).isEqualTo("90");

    keep(
        taken,
        GuideStep.METRIC,
        taken.answer(GuideStep.METRIC).version(),
        "evidence",
        "told",
        "name",
        "E-mails",
        "type",
        "increase",
        "baseline",
        "60",
        "target",
        "85");
    Goal again = in(() -> publishing.publish(workspace.owner(), guide.id()));
    assertThat(again.id()).isEqualTo(id);
    assertThat(again.state()).isEqualTo(State.PROPOSED);
    assertThat(goal(id).get("keyResults")).hasSize(1);
    assertThat(goal(id).get("keyResults").get(0).get("target").asInt()).isEqualTo(85);
  }

  @Test
  void a_goal_that_was_changed_elsewhere_meanwhile_is_not_overwritten() {
    Guide guide = begun("cycle", "now", "statement", "Answer 90 % of e-mails within a day.");
    UUID id = in(() -> publishing.publish(workspace.owner(), guide.id())).id();
    in(() -> publishing.takeUp(workspace.owner(), id));
    assertThat(
            workspace
                .api()
                .patch("/goals/" + id, "{\"version\": 1, \"why\": \"Their reason\"}")
                .status())
        .isEqualTo(200);
    assertThatThrownBy(() -> in(() -> publishing.publish(workspace.owner(), guide.id())))
        .isInstanceOf(Conflict.class);
    Guide read = in(() -> publishing.takeUp(workspace.owner(), id));
    assertThat(read.form().text("why")).isEqualTo("Their reason");
    assertThat(in(() -> publishing.publish(workspace.owner(), guide.id())).why())
        .isEqualTo("Their reason");
  }

  @Test
  void a_second_goal_in_one_part_of_a_hot_spot_can_take_the_place_of_the_first() {
    Guide first =
        begun("cycle", "now", "area", "customer-service", "statement", "Answer 90 % within a day.");
    Goal before = in(() -> publishing.publish(workspace.owner(), first.id()));
    AreaUses uses = TestServer.bean(AreaUses.class);
    var working = in(() -> uses.in(workspace.owner(), "now", null));
    assertThat(in(() -> uses.crowded(workspace.owner(), "delivery-access", working)))
        .as("both are categories of the customer sub-area")
        .extracting(Goal::id)
        .containsExactly(before.id());
    assertThat(in(() -> uses.crowded(workspace.owner(), "staffing", working))).isEmpty();
    assertThat(in(() -> uses.crowded(workspace.owner(), "contact-centre", working))).isEmpty();
    var stranger = workspace.newMember(Role.MEMBER).caller();
    assertThat(in(() -> uses.crowded(stranger, "delivery-access", working))).isEmpty();

    Guide second =
        begun(
            "cycle",
            "now",
            "area",
            "delivery-access",
            "statement",
            "Deliver 95 % on time.",
            "drop",
            before.id().toString(),
            "dropBecause",
            "Delivery matters more.");
    in(() -> publishing.publish(workspace.owner(), second.id()));
    assertThat(goal(before.id()).get("state").asString()).isEqualTo("withdrawn");
    assertThat(goal(before.id()).get("withdrawal").get("reason").asString())
        .isEqualTo("Delivery matters more.");
  }

  @Test
  void what_was_given_up_once_is_not_given_up_again_when_it_is_published_again() {
    Goal before = published("area", "customer-service", "statement", "Answer 90 % within a day.");
    Guide second =
        begun(
            "cycle",
            "now",
            "area",
            "delivery-access",
            "statement",
            "Deliver 95 % on time.",
            "drop",
            before.id().toString());
    UUID id = in(() -> publishing.publish(workspace.owner(), second.id())).id();
    Guide taken = in(() -> publishing.takeUp(workspace.owner(), id));
    assertThat(taken.form().text("drop")).isEmpty();
    assertThat(in(() -> publishing.publish(workspace.owner(), second.id())).state())
        .isEqualTo(State.PROPOSED);
  }

  @Test
  void a_goal_that_another_area_does_not_crowd_is_not_given_up() {
    Goal before = published("area", "customer-service", "statement", "Answer 90 % within a day.");
    Guide second =
        begun(
            "cycle",
            "now",
            "area",
            "staffing",
            "statement",
            "Hire 12 people.",
            "drop",
            before.id().toString());
    in(() -> publishing.publish(workspace.owner(), second.id()));
    assertThat(goal(before.id()).get("state").asString()).isEqualTo("proposed");
  }

  @Test
  void nobody_is_offered_to_give_up_what_is_not_theirs_to_give_up() {
    workspace.api().post("/units", "{\"code\":\"desk\",\"name\":\"Desk\",\"kind\":\"team\"}");
    published("area", "customer-service", "unit", "desk", "statement", "Answer 90 % within a day.");
    AreaUses uses = TestServer.bean(AreaUses.class);
    for (Role role : List.of(Role.MEMBER, Role.LEAD)) {
      TestMember mate = workspace.newMember(role);
      int version =
          workspace.api().get("/members/" + mate.caller().email()).json().get("version").asInt();
      workspace
          .api()
          .patch(
              "/members/" + mate.caller().email(),
              "{\"version\":%d,\"units\":[\"desk\"]}".formatted(version));
      assertThat(
              in(
                  () ->
                      uses.crowded(
                          mate.caller(), "delivery-access", uses.in(mate.caller(), "now", null))))
          .as(role.word())
          .hasSize(role == Role.LEAD ? 1 : 0);
    }
  }

  @Test
  void a_key_metric_that_was_cleared_leaves_the_goal() {
    Goal made =
        published(
            "statement",
            "Answer 90 % of e-mails within a day.",
            "evidence",
            "told",
            "name",
            "E-mails",
            "type",
            "increase",
            "baseline",
            "60",
            "target",
            "90");
    Guide taken = in(() -> publishing.takeUp(workspace.owner(), made.id()));
    keep(taken, GuideStep.METRIC, taken.answer(GuideStep.METRIC).version());
    in(() -> publishing.publish(workspace.owner(), taken.id()));
    assertThat(goal(made.id()).get("keyResults")).isEmpty();
  }

  @Test
  void a_conflict_at_publishing_shows_both_and_costs_the_author_nothing() {
    Goal made = published("statement", "Answer 90 % of e-mails within a day.", "why", "At first");
    Guide taken = in(() -> publishing.takeUp(workspace.owner(), made.id()));
    keep(
        taken,
        GuideStep.STRATEGY,
        taken.answer(GuideStep.STRATEGY).version(),
        "strategy",
        "Mine: sort the post at nine.");
    workspace
        .api()
        .patch(
            "/goals/" + made.id(),
            "{\"version\": 1, \"why\": \"Their reason\", \"strategy\": \"Theirs: wait.\"}");
    Visitor author = Visitor.of(workspace);
    HttpResponse<String> lost = author.post("/guides/" + taken.id() + "/publication");
    assertThat(lost.statusCode()).isEqualTo(409);
    assertThat(lost.body())
        .contains("Mine: sort the post at nine.", "Theirs: wait.", "Their reason")
        .contains("action=\"/goals/" + made.id() + "/guide\"");
    assertThat(author.post("/goals/" + made.id() + "/guide").statusCode()).isEqualTo(303);
    assertThat(again(taken).form().text("strategy")).isEqualTo("Mine: sort the post at nine.");
    assertThat(again(taken).form().text("why")).isEqualTo("Their reason");

    workspace.api().patch("/goals/" + made.id(), "{\"version\": 2, \"why\": \"Once more\"}");
    assertThat(author.post("/guides/" + taken.id() + "/publication").statusCode()).isEqualTo(409);
    author.post("/goals/" + made.id() + "/guide");
    assertThat(again(taken).form().text("strategy"))
        .as("what is the author's stays so")
        .isEqualTo("Mine: sort the post at nine.");
    assertThat(again(taken).form().text("why")).isEqualTo("Once more");
    assertThat(author.post("/guides/" + taken.id() + "/publication").statusCode()).isEqualTo(303);
    assertThat(goal(made.id()).get("strategy").asString())
        .isEqualTo("Mine: sort the post at nine.");
    assertThat(goal(made.id()).get("why").asString()).isEqualTo("Once more");
  }

  @Test
  void a_review_day_that_nobody_chose_is_not_kept_as_chosen() {
    Guide guide = begun("cycle", "now", "statement", "Answer 90 % of e-mails within a day.");
    String page = Visitor.of(workspace).get("/guides/" + guide.id() + "/review").body();
    assertThat(page).contains("Left empty: 90 days after the goal starts");
    assertThat(page).doesNotContain("value=\"" + TODAY.plusDays(90) + "\"");
    UUID made = in(() -> publishing.publish(workspace.owner(), guide.id())).id();
    assertThat(workspace.api().get("/goals/" + made + "/review").json().get("chosen").asBoolean())
        .isFalse();
  }

  @Test
  void what_was_answered_stays_choosable_whatever_became_of_it() {
    TestMember leaver = workspace.newMember(Role.MEMBER);
    Goal above = published("statement", "Answer 80 % of letters.");
    Guide guide = begun("owner", leaver.caller().email(), "contributesTo", above.id().toString());
    workspace.api().post("/goals/" + above.id() + "/withdrawal", "");
    in(() -> TestServer.bean(Members.class).leave(workspace.owner(), leaver.caller().member()));
    Visitor author = Visitor.of(workspace);
    assertThat(author.get("/guides/" + guide.id() + "/effort").body())
        .contains("value=\"" + leaver.caller().email() + "\" selected");
    assertThat(author.get("/guides/" + guide.id() + "/benefit").body())
        .contains("value=\"" + above.id() + "\" selected");
  }

  @Test
  void a_form_without_a_session_leads_back_to_its_page_after_signing_in() {
    Guide guide = begun("statement", "Later");
    String here = "/guides/" + guide.id() + "/strategy";
    HttpResponse<String> sent =
        Visitor.of(workspace)
            .send(
                HttpRequest.newBuilder(URI.create(TestServer.address() + here))
                    .header("Referer", TestServer.address() + here)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("strategy=Listen.&version=0")));
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.headers().firstValue("Location").orElse(""))
        .isEqualTo("/sign-in?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
  }

  private Goal published(String... pairs) {
    String[] all = java.util.Arrays.copyOf(pairs, pairs.length + 2);
    all[pairs.length] = "cycle";
    all[pairs.length + 1] = "now";
    Guide guide = begun(all);
    return in(() -> publishing.publish(workspace.owner(), guide.id()));
  }

  @Test
  void whoever_said_why_both_stay_is_not_asked_again_and_a_dropped_goal_crowds_nobody() {
    in(
        () ->
            TestServer.bean(Focus.class)
                .change(workspace.owner(), new Focus.Wanted(true, 1, null, null, null, 0)));
    Guide first =
        begun("cycle", "now", "area", "customer-service", "statement", "Answer 90 % within a day.");
    Goal before = in(() -> publishing.publish(workspace.owner(), first.id()));
    String[] second = {
      "cycle", "now", "area", "delivery-access", "statement", "Deliver 95 % on time."
    };
    Guide unsaid = begun(second);
    keep(unsaid, GuideStep.AREA, 1, "cycle", "now", "area", "delivery-access", "drop", "none");
    assertThatThrownBy(() -> in(() -> publishing.publish(workspace.owner(), unsaid.id())))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("limit sub-area");

    keep(
        unsaid,
        GuideStep.AREA,
        2,
        "cycle",
        "now",
        "area",
        "delivery-access",
        "drop",
        "none",
        "dropBecause",
        "Two crews work on them.");
    Goal both = in(() -> publishing.publish(workspace.owner(), unsaid.id()));
    assertThat(in(() -> TestServer.bean(Focus.class).crossings(workspace.owner(), both.id())))
        .extracting(FocusCrossing::crossed, FocusCrossing::reason)
        .containsExactly(tuple("sub-area", "Two crews work on them."));
    assertThat(goal(both.id()).get("proposal").get("reason").isNull())
        .as("a reason for a limit is no word to those who are asked")
        .isTrue();

    in(() -> TestServer.bean(GoalVerbs.class).withdraw(workspace.owner(), both.id(), null));
    Guide third = begun(second);
    keep(
        third,
        GuideStep.AREA,
        1,
        "cycle",
        "now",
        "area",
        "delivery-access",
        "drop",
        before.id().toString());
    Goal alone = in(() -> publishing.publish(workspace.owner(), third.id()));
    assertThat(in(() -> TestServer.bean(Focus.class).crossings(workspace.owner(), alone.id())))
        .isEmpty();
  }

  @Test
  void a_unit_that_is_chosen_is_asked_with_everyone_in_it() {
    TestMember colleague = workspace.newMember(Role.MEMBER);
    String email = colleague.caller().email();
    workspace.api().post("/units", "{\"name\":\"Desk\",\"code\":\"desk\",\"kind\":\"team\"}");
    assertThat(
            workspace
                .api()
                .patch(
                    "/members/" + email,
                    "{\"version\":%s,\"units\":[\"desk\"]}"
                        .formatted(workspace.api().get("/members/" + email).json().get("version")))
                .status())
        .isEqualTo(200);
    Guide guide = begun("cycle", "now", "statement", "Answer 90 % within a day.", "units", "desk");
    Goal made = in(() -> publishing.publish(workspace.owner(), guide.id()));
    assertThat(goal(made.id()).get("agreement").get("asked").asInt()).isEqualTo(1);
    assertThat(colleague.api().get("/today").body()).contains(made.id().toString());

    Guide nowhere = begun("cycle", "now", "statement", "Answer 80 % within.", "units", "moon");
    assertThatThrownBy(() -> in(() -> publishing.publish(workspace.owner(), nowhere.id())))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(refused.errors())
                    .extracting(one -> GuideStep.asking(one.field()).orElseThrow())
                    .containsExactly(GuideStep.SHARE));
  }

  @Test
  void of_all_steps_at_once_only_the_one_that_was_answered_elsewhere_is_not_kept() {
    Guide guide = begun("cycle", "now", "statement", "Mine");
    Map<GuideStep, Integer> seen = new EnumMap<>(GuideStep.class);
    for (GuideStep step : GuideStep.values()) {
      seen.put(step, guide.answer(step).version());
    }
    keep(guide, GuideStep.STRATEGY, 0, "strategy", "Theirs.");
    keep(guide, GuideStep.AREA, 1, "cycle", "now", "area", "staffing");
    var typed =
        typed("cycle", "now", "statement", "Mine, better", "strategy", "Mine.", "why", "So");
    Guides.Kept kept = in(() -> guides.keep(workspace.owner(), guide.id(), typed, seen));
    assertThat(kept.lost()).containsExactly(GuideStep.STRATEGY);
    assertThat(kept.seen())
        .containsEntry(GuideStep.DESCRIPTION, 2)
        .containsEntry(GuideStep.STRATEGY, 0)
        .as("an area that this page never touched stays as they chose it, and still unseen")
        .containsEntry(GuideStep.AREA, 1);
    assertThat(again(guide).form().text("area")).isEqualTo("staffing");
    assertThat(again(guide).form().text("strategy")).isEqualTo("Theirs.");
    assertThat(again(guide).form().text("statement")).isEqualTo("Mine, better");
    assertThat(again(guide).form().text("why")).isEqualTo("So");
  }

  @Test
  void put_aside_it_is_kept_and_can_be_resumed() {
    Guide guide = begun("statement", "Later");
    in(
        () -> {
          guides.putAside(workspace.owner(), guide.id());
          return true;
        });
    assertThat(in(() -> guides.open(workspace.owner()))).isEmpty();
    in(
        () -> {
          guides.resume(workspace.owner(), guide.id());
          return true;
        });
    assertThat(in(() -> guides.open(workspace.owner())))
        .extracting(one -> one.form().text("statement"))
        .containsExactly("Later");
  }
}
