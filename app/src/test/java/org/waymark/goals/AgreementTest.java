package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.goals.GoalStory.id;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestMember;
import org.waymark.Visitor;
import org.waymark.people.Members;
import org.waymark.people.Role;
import tools.jackson.databind.JsonNode;

/** Asking for support, answering, objecting, settling, and units that are asked to propose. */
class AgreementTest {
  private static GoalStory story;

  @BeforeAll
  static void begin() {
    story = GoalStory.in2015();
  }

  @Test
  void what_is_missing_is_told_until_everyone_who_was_asked_agrees() {
    List<TestMember> asked = members(3);
    String goal = draft("Told what is missing");
    assertThat(missing(goal)).containsExactly("invitations");
    invite(goal, asked);
    assertThat(missing(goal)).containsExactly("proposal");
    story.made(goal + "/proposal", "");
    JsonNode answers = story.get(goal).at("/agreement/missing/0");
    assertThat(answers.get("what").asString()).isEqualTo("answers");
    assertThat(answers.get("have").asInt()).isZero();
    assertThat(answers.get("of").asInt()).isEqualTo(3);
    assertThat(answers.get("members")).hasSize(3);

    say(asked.get(0), goal, "agree", null);
    say(asked.get(1), goal, "concern", "Who covers the nights?");
    say(asked.get(2), goal, "cannot-support", "We have nobody for it");
    assertThat(missing(goal)).containsExactly("support");
    JsonNode support = story.get(goal).at("/agreement/missing/0");
    assertThat(support.get("members").get(0).asString()).isEqualTo(asked.get(2).caller().email());
    assertThat(support.get("reason").asString()).isEqualTo("We have nobody for it");
    assertThat(state(goal)).isEqualTo("proposed");

    say(asked.get(2), goal, "agree", null);
    assertThat(missing(goal)).isEmpty();
    assertThat(state(goal)).isEqualTo("agreed");
    assertThat(story.get(goal).at("/agreement/reached").asBoolean()).isTrue();
    JsonNode history = story.get(goal + "/history").get("items");
    assertThat(history.findValuesAsString("what"))
        .filteredOn(what -> what.equals("answer"))
        .as("the answer that was changed is kept")
        .hasSize(4);
  }

  @Test
  void a_settled_objection_no_longer_stands_in_the_way_but_is_no_agreement() {
    List<TestMember> four = members(4);
    String goal = proposed("Three of four are too few", four);
    for (TestMember one : four.subList(0, 3)) {
      say(one, goal, "agree", null);
    }
    TestMember against = four.get(3);
    say(against, goal, "cannot-support", "Not before spring");
    assertThat(four.get(0).api().post(goal + "/agreements/settlement", "").status())
        .as("nobody settles what another has against it, and who agrees has nothing open")
        .isEqualTo(409);
    assertThat(story.api().post(goal + "/agreements/settlement", "").status()).isEqualTo(409);
    assertThat(against.api().post(goal + "/agreements/settlement", "").status()).isEqualTo(201);
    JsonNode share = story.get(goal).at("/agreement/missing/0");
    assertThat(share.get("what").asString()).isEqualTo("share");
    assertThat(share.get("have").asInt()).isEqualTo(3);
    assertThat(share.get("of").asInt()).isEqualTo(4);
    assertThat(state(goal)).isEqualTo("proposed");

    List<TestMember> fifth = members(1);
    invite(goal, fifth);
    assertThat(missing(goal)).containsExactly("answers");
    say(fifth.getFirst(), goal, "agree", null);
    assertThat(state(goal)).as("four of five are enough").isEqualTo("agreed");
    assertThat(story.get(goal).at("/agreement/cannotSupport").asInt()).isEqualTo(1);
    assertThat(story.get(goal).at("/agreement/open").asInt()).isZero();
    assertThat(against.api().delete(goal + "/agreements/settlement").status()).isEqualTo(204);
    assertThat(state(goal)).isEqualTo("proposed");
    assertThat(missing(goal)).containsExactly("support");
  }

  @Test
  void a_reply_to_an_objection_is_a_comment_that_names_it() {
    List<TestMember> asked = members(1);
    TestMember one = asked.getFirst();
    String goal = proposed("Replied to", asked);
    say(one, goal, "cannot-support", "We have no van");
    String answer = story.get(goal).at("/agreements/0/id").asString();
    assertThat(whatIsAskedOf(story.api())).contains("reply " + name(goal));
    assertThat(whatIsAskedOf(one.api())).doesNotContain("settle " + name(goal));
    story.made(
        goal + "/comments",
        "{\"text\": \"A second van comes in May\", \"answer\": \"%s\"}".formatted(answer));
    assertThat(story.get(goal).at("/comments/0/answer").asString()).isEqualTo(answer);
    assertThat(whatIsAskedOf(story.api())).doesNotContain("reply " + name(goal));
    assertThat(whatIsAskedOf(one.api())).contains("settle " + name(goal));
    String other = proposed("Another goal", members(1));
    assertThat(
            story.refused(
                other + "/comments",
                "{\"text\": \"To whom?\", \"answer\": \"%s\"}".formatted(answer),
                "answer"))
        .contains("no answer");
    one.api().post(goal + "/agreements/settlement", "");
    assertThat(whatIsAskedOf(one.api())).doesNotContain("settle " + name(goal));
  }

  @Test
  void proposed_again_everyone_is_asked_anew_and_what_was_said_is_kept() {
    List<TestMember> asked = members(1);
    String goal = proposed("Published too early", asked);
    say(asked.getFirst(), goal, "agree", null);
    assertThat(state(goal)).isEqualTo("agreed");
    assertThat(story.api().delete(goal + "/proposal").status()).isEqualTo(204);
    assertThat(state(goal)).isEqualTo("draft");
    assertThat(asked.getFirst().api().get(goal).status()).as("still seen").isEqualTo(200);
    story.made(goal + "/proposal", "");
    assertThat(state(goal)).isEqualTo("proposed");
    assertThat(missing(goal)).containsExactly("answers");
    assertThat(whatIsAskedOf(asked.getFirst().api())).contains("answer " + name(goal));
    assertThat(story.get(goal + "/history").toString()).contains("\"what\":\"answer\"");
  }

  @Test
  void an_answer_is_given_to_the_words_that_were_read() {
    List<TestMember> asked = members(1);
    TestMember one = asked.getFirst();
    String goal = proposed("Read closely", asked);
    story.api().patch(goal, "{\"version\": 1, \"why\": \"Changed meanwhile\"}");
    Api.Answer late =
        one.api().post(goal + "/agreements", "{\"answer\": \"agree\", \"version\": 1}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().at("/current/why").asString()).isEqualTo("Changed meanwhile");
    assertThat(
            one.api()
                .post(goal + "/agreements", "{\"answer\": \"agree\", \"version\": 2}")
                .status())
        .isEqualTo(201);
    assertThat(story.get(goal).at("/agreements/0/changedSince").asBoolean()).isFalse();
    story.keyResult(name(goal), "{\"name\": \"Crews trained\", \"type\": \"binary\"}");
    assertThat(story.get(goal).at("/agreements/0/changedSince").asBoolean()).isTrue();
  }

  @Test
  void two_who_answer_at_once_lose_nothing() throws Exception {
    List<TestMember> many = members(8);
    String goal = proposed("All at once", many);
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (TestMember one : many) {
        answers.add(
            pool.submit(
                () -> one.api().post(goal + "/agreements", "{\"answer\": \"agree\"}").status()));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(201);
      }
    }
    assertThat(story.get(goal).at("/agreement/agree").asInt()).isEqualTo(8);
    assertThat(state(goal)).isEqualTo("agreed");
  }

  @Test
  void a_whole_unit_is_asked_without_viewers_and_whoever_owns_the_goal() {
    story.unit("asked-crews", "team", "city-services");
    story.unit("asked-north", "team", "asked-crews");
    String ruth = inUnit("ruth", Role.MEMBER, "asked-crews");
    String omar = inUnit("omar", Role.LEAD, "asked-north");
    inUnit("vera", Role.VIEWER, "asked-crews");
    String goal = draft("Asked as one");
    story.made(goal + "/invitations", "{\"units\": [\"asked-crews\"]}");
    JsonNode agreements = story.get(goal).get("agreements");
    assertThat(agreements.findValuesAsString("member")).containsExactlyInAnyOrder(ruth, omar);
    assertThat(agreements.findValuesAsString("unit")).containsExactly("asked-crews", "asked-crews");
    assertThat(agreements.get(0).get("askedBy").asString())
        .isEqualTo(story.workspace().owner().email());
    assertThat(story.refused(goal + "/invitations", "{\"units\": [\"moon\"]}", "units[0]"))
        .contains("no unit");
    TestMember viewer = story.workspace().newMember(Role.VIEWER);
    assertThat(
            story.refused(
                goal + "/invitations",
                "{\"invite\": [\"%s\"]}".formatted(viewer.caller().email()),
                "invite[0]"))
        .contains("viewer");
  }

  @Test
  void an_invitation_is_taken_back_only_before_it_is_answered() {
    List<TestMember> asked = members(2);
    String goal = proposed("Asked by mistake", asked);
    String first = asked.get(0).caller().email();
    String second = asked.get(1).caller().email();
    say(asked.get(0), goal, "cannot-support", "No");
    assertThat(story.api().delete(goal + "/invitations/" + first).status())
        .as("nobody is got round")
        .isEqualTo(409);
    assertThat(asked.get(1).api().delete(goal + "/invitations/" + second).status()).isEqualTo(403);
    assertThat(story.api().delete(goal + "/invitations/" + second).status()).isEqualTo(204);
    assertThat(story.api().delete(goal + "/invitations/" + second).status()).isEqualTo(404);
    assertThat(missing(goal)).containsExactly("support");
    assertThat(asked.get(1).api().post(goal + "/agreements", "{\"answer\": \"agree\"}").status())
        .isEqualTo(403);
    invite(goal, List.of(asked.get(1)));
    assertThat(missing(goal)).containsExactly("answers", "support");
    assertThat(story.get(goal + "/history").get("items").findValuesAsString("what"))
        .contains("invitation-taken-back");
  }

  @Test
  void whoever_leaves_without_an_answer_is_not_waited_for() {
    List<TestMember> asked = members(2);
    String goal = proposed("One leaves", asked);
    say(asked.get(0), goal, "agree", null);
    assertThat(state(goal)).isEqualTo("proposed");
    story.inside(
        () ->
            TestServer.bean(Members.class)
                .leave(story.workspace().owner(), asked.get(1).caller().member()));
    assertThat(state(goal)).isEqualTo("agreed");
    assertThat(story.get(goal).at("/agreement/reached").asBoolean()).isTrue();
  }

  @Test
  void a_draft_whose_people_have_not_been_asked_does_not_run_without_a_reason() {
    String goal = draft("Shown to some");
    invite(goal, members(1));
    assertThat(story.api().post(goal + "/start", "").status()).isEqualTo(409);
    assertThat(story.api().post(goal + "/commitment", "").status()).isEqualTo(422);
    assertThat(
            story
                .made(goal + "/commitment", "{\"reason\": \"The law asks for it\"}")
                .get("state")
                .asString())
        .isEqualTo("agreed");
  }

  @Test
  void only_whoever_owns_the_goal_commits_against_those_who_do_not_agree() {
    TestMember lead = story.workspace().newMember(Role.LEAD);
    List<TestMember> asked = members(1);
    String goal = proposed("Not the lead's to decide", asked);
    say(asked.getFirst(), goal, "cannot-support", "We have no van");
    String nevertheless = "{\"reason\": \"I say so\"}";
    assertThat(lead.api().post(goal + "/commitment", nevertheless).status()).isEqualTo(403);
    assertThat(state(goal)).isEqualTo("proposed");
    say(asked.getFirst(), goal, "agree", null);
    assertThat(lead.api().post(goal + "/commitment", "").status())
        .as("what is agreed needs nobody's reason")
        .isEqualTo(201);
  }

  @Test
  void an_answer_to_a_target_that_was_changed_meanwhile_is_refused() {
    String someone = story.workspace().newSignIn(Role.MEMBER);
    String goal = draft("From sixty to seventy-five");
    String keyResult =
        id(
            story.keyResult(
                name(goal),
                "{\"name\": \"NPS told\", \"type\": \"increase\", \"baseline\": 60, \"target\": 75}"));
    story.made(goal + "/proposal", "{\"invite\": [\"%s\"]}".formatted(someone));
    int read = story.get(goal).get("keyResultsVersion").asInt();
    assertThat(
            story
                .api()
                .patch("/key-results/" + keyResult, "{\"version\": 1, \"target\": 95}")
                .status())
        .isEqualTo(200);
    Visitor ben = Visitor.of(someone);
    HttpResponse<String> late =
        ben.post(
            goal + "/agreements",
            "answer",
            "agree",
            "version",
            "1",
            "keyResultsVersion",
            Integer.toString(read));
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("The goal was changed since you opened it");
    assertThat(story.get(goal).at("/agreement/answered").asInt()).isZero();
    int now = story.get(goal).get("keyResultsVersion").asInt();
    assertThat(late.body()).contains("name=\"keyResultsVersion\" value=\"" + now + "\"");
    assertThat(ben.get("/").body()).contains("name=\"keyResultsVersion\" value=\"" + now + "\"");
    assertThat(
            ben.post(
                    "/today" + goal + "/agreements",
                    "answer",
                    "agree",
                    "version",
                    "1",
                    "keyResultsVersion",
                    Integer.toString(now))
                .statusCode())
        .isEqualTo(303);
    assertThat(state(goal)).isEqualTo("agreed");
  }

  @Test
  void showing_a_draft_asks_nobody_yet_and_an_empty_choice_is_refused() {
    String goal = draft("Shown first");
    story.refused(goal + "/invitations", "{\"invite\": [], \"units\": []}", "invite");
    Visitor owner = Visitor.of(story.workspace());
    HttpResponse<String> nobody = owner.post(goal + "/invitations", "units", "");
    assertThat(nobody.statusCode()).isEqualTo(422);
    assertThat(nobody.body()).contains("choose at least one member");
    String someone = members(1).getFirst().caller().email();
    HttpResponse<String> shown = owner.post(goal + "/invitations", "invite", someone);
    assertThat(shown.statusCode()).isEqualTo(303);
    assertThat(told(owner, shown)).contains("They see the draft now").doesNotContain("are asked.<");
    story.made(goal + "/proposal", "");
    String another = members(1).getFirst().caller().email();
    assertThat(told(owner, owner.post(goal + "/invitations", "invite", another)))
        .contains("They are asked.");
  }

  /** The page that comes after, with what the notice in its cookie says. */
  private static String told(Visitor who, HttpResponse<String> answer) {
    String notice =
        answer.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.split(";")[0])
            .findFirst()
            .orElseThrow();
    return who.get(answer.headers().firstValue("Location").orElseThrow(), notice).body();
  }

  @Test
  void a_unit_that_is_asked_to_propose_answers_with_a_goal_of_its_own() {
    story.unit("called-roads", "department", "city-services");
    story.unit("called-crew", "team", "called-roads");
    story.unit("called-nobody", "team", null);
    TestMember lead = story.workspace().newMember(Role.LEAD);
    belongs(lead, "called-roads");
    String company = draft("Streets without holes");
    assertThat(story.api().post(company + "/calls", "{\"units\": [\"called-roads\"]}").status())
        .as("a draft is not there for them")
        .isEqualTo(409);
    story.made(company + "/proposal", "");
    assertThat(story.refused(company + "/calls", "{\"units\": [\"called-nobody\"]}", "units[0]"))
        .contains("nobody");
    story.made(
        company + "/calls", "{\"units\": [\"called-roads\"], \"note\": \"Begin in the north\"}");
    JsonNode call = story.get(company).at("/calls/0");
    assertThat(call.get("unit").asString()).isEqualTo("called-roads");
    assertThat(call.get("note").asString()).isEqualTo("Begin in the north");
    assertThat(call.get("proposals")).isEmpty();
    assertThat(whatIsAskedOf(lead.api())).contains("propose " + name(company));
    assertThat(whatIsAskedOf(members(1).getFirst().api())).isEmpty();

    Api.Answer own =
        lead.api()
            .post(
                "/goals",
                """
                {"statement": "Fill them within a day", "cycle": "2015", "unit": "called-crew", "contributesTo": "%s"}
                """
                    .formatted(name(company)));
    assertThat(own.status()).as(own.body()).isEqualTo(201);
    assertThat(whatIsAskedOf(lead.api()))
        .as("a draft is no answer yet")
        .contains("propose " + name(company));
    lead.api().post("/goals/" + id(own.json()) + "/proposal", "");
    assertThat(whatIsAskedOf(lead.api())).isEmpty();
    assertThat(story.get(company).at("/calls/0/proposals/0/statement").asString())
        .isEqualTo("Fill them within a day");
    assertThat(story.api().delete(company + "/calls/called-roads").status()).isEqualTo(204);
    assertThat(story.api().delete(company + "/calls/called-roads").status()).isEqualTo(404);
    assertThat(story.get(company).get("calls")).isEmpty();
  }

  @Test
  void a_unit_that_is_asked_says_that_it_proposes_nothing_and_whoever_asked_reads_why() {
    story.unit("busy", "department", "city-services");
    story.unit("busy-crew", "team", "busy");
    TestMember lead = story.workspace().newMember(Role.LEAD);
    TestMember below = story.workspace().newMember(Role.LEAD);
    TestMember asker = story.workspace().newMember(Role.LEAD);
    belongs(lead, "busy");
    belongs(below, "busy-crew");
    String goal = draft("Snow off every road by seven");
    story.made(goal + "/proposal", "");
    String calls = goal + "/calls/busy";
    assertThat(asker.api().post(goal + "/calls", "{\"units\": [\"busy\"]}").status())
        .isEqualTo(201);
    String refusal = "{\"reason\": \" The ploughs are sold. \"}";
    assertThat(below.api().post(calls + "/refusal", refusal).status()).isEqualTo(403);
    assertThat(lead.api().post(goal + "/calls/busy-crew/refusal", refusal).status()).isEqualTo(404);
    assertThat(lead.api().post(calls + "/refusal", "{\"reason\": \" \"}").status()).isEqualTo(422);
    assertThat(lead.api().post(calls + "/refusal", refusal).status()).isEqualTo(201);
    assertThat(lead.api().post(calls + "/refusal", refusal).status()).isEqualTo(409);

    assertThat(whatIsAskedOf(lead.api())).as("answered").isEmpty();
    assertThat(whatIsAskedOf(asker.api())).containsExactly("refusal " + name(goal));
    assertThat(asker.api().get("/today").json().at("/asked/0/text").asString())
        .isEqualTo("The ploughs are sold.");
    assertThat(whatIsAskedOf(story.api()))
        .as("who did not ask")
        .doesNotContain("refusal " + name(goal));
    JsonNode said = story.get(goal).at("/calls/0/refusal");
    assertThat(said.get("by").asString()).isEqualTo(lead.caller().email());
    assertThat(said.get("reason").asString()).isEqualTo("The ploughs are sold.");

    assertThat(lead.api().post(calls + "/refusal/reading", "").status()).isEqualTo(404);
    assertThat(asker.api().post(calls + "/refusal/reading", "").status()).isEqualTo(204);
    assertThat(whatIsAskedOf(asker.api())).isEmpty();
    assertThat(story.get(goal).at("/calls/0/refusal/reason").asString()).isNotEmpty();

    assertThat(lead.api().delete(calls + "/refusal").status()).isEqualTo(204);
    assertThat(lead.api().delete(calls + "/refusal").status()).isEqualTo(409);
    assertThat(whatIsAskedOf(lead.api())).containsExactly("propose " + name(goal));
    assertThat(calls(goal))
        .as("what was said and taken back is kept")
        .containsExactly("call", "call-refused", "call-refusal-taken-back");
    lead.api().post(calls + "/refusal", refusal);
    assertThat(asker.api().post(goal + "/calls", "{\"units\": [\"busy\"]}").status())
        .isEqualTo(201);
    assertThat(story.get(goal).get("calls")).as("asked anew").hasSize(1);
    assertThat(story.get(goal).at("/calls/0/refusal").isNull()).isTrue();
    assertThat(whatIsAskedOf(lead.api())).containsExactly("propose " + name(goal));
    assertThat(calls(goal))
        .endsWith("call-refusal-taken-back", "call-refused", "call-taken-back", "call");

    story.made(goal + "/withdrawal", "{\"reason\": \"It thaws.\"}");
    assertThat(lead.api().post(calls + "/refusal", refusal).status())
        .as("a goal that is over asks for nothing")
        .isEqualTo(409);
  }

  /** What the goal's history tells of units that were asked. */
  private static List<String> calls(String goal) {
    List<String> calls = new ArrayList<>();
    for (JsonNode event : story.get(goal + "/history").get("items")) {
      String what = event.get("what").asString();
      if (what.startsWith("call")) {
        calls.add(what);
      }
    }
    return calls;
  }

  private static List<TestMember> members(int count) {
    List<TestMember> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      members.add(story.workspace().newMember(Role.MEMBER));
    }
    return members;
  }

  private static String inUnit(String name, Role role, String unit) {
    TestMember member = story.workspace().newMember(role);
    belongs(member, unit);
    return member.caller().email();
  }

  private static void belongs(TestMember member, String unit) {
    story.inside(
        () -> {
          Members members = TestServer.bean(Members.class);
          int version = members.get(member.caller().member()).version();
          members.change(
              story.workspace().owner(),
              member.caller().member(),
              new Members.MemberChange(null, null, List.of(unit)),
              version);
        });
  }

  private static String draft(String statement) {
    return "/goals/" + id(story.goal(statement));
  }

  private static String proposed(String statement, List<TestMember> asked) {
    String goal = draft(statement);
    invite(goal, asked);
    story.made(goal + "/proposal", "");
    return goal;
  }

  private static void invite(String goal, List<TestMember> asked) {
    List<String> emails = asked.stream().map(one -> "\"" + one.caller().email() + "\"").toList();
    story.made(goal + "/invitations", "{\"invite\": [%s]}".formatted(String.join(",", emails)));
  }

  private static void say(TestMember who, String goal, String answer, @Nullable String reason) {
    String words =
        reason == null
            ? "{\"answer\": \"%s\"}".formatted(answer)
            : "{\"answer\": \"%s\", \"reason\": \"%s\"}".formatted(answer, reason);
    Api.Answer said = who.api().post(goal + "/agreements", words);
    assertThat(said.status()).as(said.body()).isEqualTo(201);
  }

  private static List<String> missing(String goal) {
    return story.get(goal).at("/agreement/missing").findValuesAsString("what");
  }

  private static String state(String goal) {
    return story.get(goal).get("state").asString();
  }

  private static String name(String goal) {
    return goal.substring("/goals/".length());
  }

  /** Each as "answer ID". */
  private static List<String> whatIsAskedOf(Api api) {
    List<String> asked = new ArrayList<>();
    for (JsonNode ask : api.get("/today").json().get("asked")) {
      asked.add(ask.get("what").asString() + " " + ask.get("goal").asString());
    }
    return asked;
  }
}
