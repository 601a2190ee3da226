package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.waymark.people.Role;
import org.waymark.today.Story;

/** Asking for agreement, answering on Today, objecting, settling and looking back, as people do. */
class AgreementPagesTest extends BrowserTest {

  @Test
  void a_goal_is_proposed_answered_on_today_objected_to_settled_and_agreed() {
    Story story = Story.now();
    String asked = story.workspace().newSignIn(Role.MEMBER);
    String goal = draft(story, "We come on the day we said");

    signIn(story.workspace());
    visit("/goals/" + goal);
    page.getByText("Ask for agreement", exactly()).click();
    field(asked).check();
    field("What you want to tell them").fill("You drive the vans, so I want your word.");
    inspect("agreement-ask");
    button("Propose").click();
    page.waitForURL("**/goals/*#agreement");
    assertThat(page.locator("#agreement").innerText())
        .contains("1 of 1 has not answered", "has not answered");
    inspect("agreement-proposed");

    use(new com.microsoft.playwright.Browser.NewContextOptions());
    signIn(asked);
    assertThat(page.locator("#asked").innerText())
        .contains("asks for your answer", "so I want your word", "We come on the day we said");
    inspect("today-asked");
    button("I cannot support it").click();
    page.waitForCondition(() -> page.locator(".errors").count() == 1);
    assertThat(page.locator(".field-wrong").innerText()).contains("Say what concerns you");
    inspect("today-asked-refused");
    field("Reason").fill("We have no second van.");
    button("I cannot support it").click();
    page.waitForCondition(() -> page.locator("#asked article").count() == 0);

    use(new com.microsoft.playwright.Browser.NewContextOptions());
    signIn(story.workspace());
    assertThat(page.locator("#asked").innerText())
        .contains("cannot support your goal", "We have no second van.");
    inspect("today-asked-reply");
    link("Reply").click();
    page.waitForURL("**/goals/*#agreement");
    assertThat(page.locator("#agreement").innerText()).contains("cannot support it: “We have no");
    page.locator("summary").getByText("Reply to").click();
    field("Your reply").fill("It comes in May.");
    inspect("agreement-objection");
    button("Reply").click();
    page.waitForCondition(() -> page.locator(".voice-replies").count() == 1);

    use(new com.microsoft.playwright.Browser.NewContextOptions());
    signIn(asked);
    assertThat(page.locator("#asked").innerText())
        .contains("replied to what you have against", "It comes in May.");
    inspect("today-asked-settle");
    link("Not yet: say why").click();
    page.waitForURL("**/goals/*#agreement");
    page.locator("summary").getByText("Change your answer").click();
    button("I agree").click();
    page.waitForCondition(
        () -> page.locator("#agreement").innerText().contains("Agreed: 1 of 1 answers agree"));
    inspect("agreement-reached");
  }

  @Test
  void an_answer_takes_one_key_press_more_than_reaching_it_and_can_be_undone() {
    Story story = Story.now();
    String asked = story.workspace().newSignIn(Role.MEMBER);
    String goal = proposed(story, "Nobody waits at the counter", asked);
    signIn(asked);
    tabTo("I agree");
    page.keyboard().press("Enter");
    page.waitForCondition(() -> page.locator("#asked article").count() == 0);
    assertThat(story.api().get("/goals/" + goal).json().get("state").asString())
        .isEqualTo("agreed");
    button("Undo").click();
    page.waitForCondition(() -> page.locator("#asked article").count() == 1);
    assertThat(story.api().get("/goals/" + goal).json().get("state").asString())
        .isEqualTo("proposed");
    tabTo("Reason");
    page.keyboard().type("The mornings are thin.");
    tabTo("I agree, with a concern");
    page.keyboard().press("Enter");
    page.waitForCondition(() -> page.locator("#asked article").count() == 0);
    assertThat(story.api().get("/goals/" + goal).json().at("/agreements/0/reason").asString())
        .isEqualTo("The mornings are thin.");
  }

  @Test
  void without_scripts_a_proposal_is_answered_and_a_review_is_held() {
    Story story = Story.now();
    String asked = story.workspace().newSignIn(Role.MEMBER);
    proposed(story, "Nobody waits at the counter", asked);
    String goal = proposed(story, "We ring back the same day", asked);
    story.made(story.api(), "/goals/" + goal + "/commitment", "{'reason':'It was promised'}");
    story.made(story.api(), "/goals/" + goal + "/start", "{}");
    reviewOn(story, goal, LocalDate.now(ZoneOffset.UTC));
    withoutScripts();
    signIn(asked);
    assertThat(page.locator("#asked article").count()).isEqualTo(2);
    button("I agree").click();
    assertThat(page.locator("#asked article").count()).isEqualTo(1);
    assertThat(page.locator(".toast").innerText()).contains("Your answer is kept");
    field("What came of it, in a sentence or two").fill("We go on.");
    button("It was held").click();
    assertThat(page.locator("#asked article").count()).isZero();
    visit("/goals/" + goal);
    assertThat(page.locator("#review").innerText()).contains("Held on", "We go on.");
  }

  @Test
  void what_was_changed_meanwhile_is_not_agreed_to_unread() {
    Story story = Story.now();
    String asked = story.workspace().newSignIn(Role.MEMBER);
    String goal = proposed(story, "Nobody waits at the counter", asked);
    signIn(asked);
    assertThat(
            story
                .api()
                .patch("/goals/" + goal, "{\"version\": 1, \"statement\": \"Everybody waits\"}")
                .status())
        .isEqualTo(200);
    button("I agree").click();
    page.waitForCondition(() -> page.locator(".errors").count() == 1);
    assertThat(page.locator("#asked").innerText()).contains("Everybody waits");
    assertThat(story.api().get("/goals/" + goal).json().get("state").asString())
        .isEqualTo("proposed");
    button("I agree").click();
    page.waitForCondition(() -> page.locator("#asked article").count() == 0);
  }

  @Test
  void a_unit_is_asked_to_propose_and_its_people_find_it_on_today() {
    Story story = Story.now();
    story.made(story.api(), "/units", "{'code':'vans','name':'Vans','kind':'team'}");
    String email = story.workspace().newSignIn(Role.LEAD);
    belongs(story, email, "vans");
    String goal = story.goal(story.api(), "We come on the day we said", "");
    signIn(story.workspace());
    visit("/goals/" + goal);
    page.getByText("Ask a unit to propose", exactly()).click();
    field("Unit").selectOption("vans");
    field("What they should think of").fill("The second van");
    button("Ask the unit").click();
    page.waitForCondition(() -> page.locator("#calls").innerText().contains("Vans"));
    inspect("goal-calls");
    use(new com.microsoft.playwright.Browser.NewContextOptions());
    signIn(email);
    assertThat(page.locator("#asked").innerText()).contains("Vans", "The second van");
    String propose = link("Propose a goal").getAttribute("href");
    page.getByText("We propose nothing", exactly()).click();
    button("Say so").click();
    assertThat(page.locator("#asked").innerText()).contains("Say why, so that whoever asked");
    inspect("today-asked-propose");
    field("Why not").fill("Both vans are in repair.");
    button("Say so").click();
    assertThat(page.locator("#asked").count()).isZero();
    use(new com.microsoft.playwright.Browser.NewContextOptions());
    signIn(story.workspace());
    assertThat(page.locator("#asked").innerText())
        .contains("Vans proposes nothing for this", "Both vans are in repair.");
    inspect("today-asked-refusal");
    button("I have read it").click();
    visit("/goals/" + goal);
    assertThat(page.locator("#calls").innerText())
        .contains("proposes nothing", "Both vans are in repair.");
    inspect("goal-call-refused");
    use(new com.microsoft.playwright.Browser.NewContextOptions());
    signIn(email);
    visit("/goals/" + goal);
    assertThat(page.locator("#calls").innerText()).doesNotContain("Why not");
    visit(propose);
    page.waitForURL("**/goals/new**");
    field("What we want to reach").fill("Every van leaves by eight");
    button("Write the goal down").click();
    page.waitForURL("**/goals/*");
    assertThat(heading()).isEqualTo("Every van leaves by eight");
    visit("/goals/" + goal);
    assertThat(page.locator("#calls").innerText()).contains("Every van leaves by eight");
  }

  @Test
  void the_review_is_planned_put_into_a_calendar_and_held() {
    Story story = Story.now();
    String goal = story.goal(story.api(), "We come on the day we said", "");
    signIn(story.workspace());
    visit("/goals/" + goal);
    assertThat(page.locator("#review").innerText()).contains("in 90 days", "after the start");
    page.getByText("Choose another day", exactly()).click();
    field("Review on").fill(LocalDate.now(ZoneOffset.UTC).toString());
    field("Comes back every").fill("3");
    field("of these").selectOption("M");
    inspect("review-plan");
    page.locator("#review").getByRole(AriaRole.BUTTON).getByText("Save").click();
    page.waitForCondition(() -> page.locator("#review").innerText().contains("every 3 months"));
    inspect("review-due");
    visit("/");
    assertThat(page.locator("#asked").innerText()).contains("Today you look at this goal together");
    inspect("today-review");
    visit("/goals/" + goal);
    field("What came of it, in a sentence or two").fill("Promises hold; rush orders do not.");
    button("It was held").click();
    page.waitForCondition(() -> page.locator("#review").innerText().contains("Held on"));
    inspect("review-held");

    visit("/settings/calendar");
    inspect("calendar-none");
    button("Make an address").click();
    page.waitForCondition(() -> page.locator(".secret").count() == 1);
    assertThat(page.locator(".secret").innerText()).startsWith(address() + "/calendar/");
    inspect("calendar-made");
    visit("/settings/calendar");
    assertThat(page.locator(".secret").count()).isZero();
    inspect("calendar-there");
    button("Revoke").click();
    page.waitForCondition(
        () -> page.locator("main").innerText().contains("You have no address yet"));
  }

  private static com.microsoft.playwright.Page.GetByTextOptions exactly() {
    return new com.microsoft.playwright.Page.GetByTextOptions().setExact(true);
  }

  private static String draft(Story story, String statement) {
    return Story.id(
        story.made(story.api(), "/goals", "{'statement':'%s','cycle':'now'}".formatted(statement)));
  }

  private static String proposed(Story story, String statement, String asked) {
    String goal = draft(story, statement);
    story.made(story.api(), "/goals/" + goal + "/proposal", "{'invite':['" + asked + "']}");
    return goal;
  }

  private static void reviewOn(Story story, String goal, LocalDate day) {
    int version = story.api().get("/goals/" + goal).json().get("version").asInt();
    assertThat(
            story
                .api()
                .patch(
                    "/goals/" + goal,
                    "{\"version\": %d, \"reviewOn\": \"%s\"}".formatted(version, day))
                .status())
        .isEqualTo(200);
  }

  private static void belongs(Story story, String email, String unit) {
    var member = story.api().get("/members/" + email).json();
    assertThat(
            story
                .api()
                .patch(
                    "/members/" + email,
                    "{\"version\": %d, \"units\": [\"%s\"]}"
                        .formatted(member.get("version").asInt(), unit))
                .status())
        .isEqualTo(200);
  }
}
