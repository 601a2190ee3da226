package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;

/** From an area to a published goal in ten steps, by mouse, by keyboard, and without scripts. */
class GuidePagesTest extends BrowserTest {
  private final TestWorkspace workspace = TestServer.newWorkspace();

  private String main() {
    return page.locator("main").innerText().replace('\u00a0', ' ');
  }

  private void on() {
    button("Go on").click();
  }

  private void begin() {
    visit("/guides/new");
    page.locator("#cycle").selectOption("+quarter");
    page.locator("#area-customer-service").check();
    on();
  }

  /** Answers of sixty customers, four in five of them content. */
  private void answers() {
    StringBuilder lines = new StringBuilder("[");
    for (int i = 0; i < 60; i++) {
      lines
          .append(i == 0 ? "" : ",")
          .append(
              """
              {"source":"survey","id":"%d","kind":"survey","startedAt":"%sT09:00:00Z","scale":"csat-1-5","score":%d}"""
                  .formatted(
                      i, LocalDate.now(ZoneOffset.UTC).minusDays(1 + i % 25), i % 5 == 0 ? 2 : 5));
    }
    assertThat(workspace.api().post("/interactions", lines.append("]").toString()).status())
        .isEqualTo(200);
  }

  @Test
  void a_vague_wish_becomes_a_goal_with_a_measured_number() {
    answers();
    signIn(workspace);
    visit("/guides/new");
    inspect("guide-area");
    begin();
    assertThat(heading()).isEqualTo("What do you want to reach?");
    field("What we want to reach").fill("Improve the experience of our customers.");
    page.waitForSelector(".coached");
    assertThat(page.locator("#coached-statement").innerText())
        .contains("One sentence", "does not say");
    inspect("guide-description");
    on();
    assertThat(main()).contains("Not yet", "This keeps it from being measured");
    page.locator("summary").first().click();
    inspect("guide-measurable");
    button("Back to the words").click();
    assertThat(field("What we want to reach").inputValue())
        .isEqualTo("Improve the experience of our customers.");
    on();
    page.getByLabel("Take this: ").first().click();
    assertThat(main()).contains("Yes, together with its key metric", "rises from 80.0 %");
    on();
    assertThat(main()).contains("From 80.0 % to", "Baseline: 80.0 %", "n = ");
    inspect("guide-metric");
    field("Target").fill("94");
    button("Show this number").click();
    assertThat(main()).contains("to 94 %");
    page.locator(".target-drag").focus();
    page.keyboard().press("ArrowUp");
    assertThat(field("Target").inputValue()).isEqualTo("95");
    page.keyboard().press("Enter");
    page.waitForFunction(
        "() => document.querySelector('.guide-sentence').innerText.includes('95')");
    var handle = page.locator(".target-drag").boundingBox();
    page.mouse().move(handle.x + 40, handle.y + handle.height / 2);
    page.mouse().down();
    page.mouse().move(handle.x + 40, handle.y + handle.height / 2 + 40);
    page.mouse().up();
    page.waitForFunction(
        "() => !document.querySelector('.guide-sentence').innerText.includes('95')");
    assertThat(Double.parseDouble(field("Target").inputValue())).isBetween(60.0, 94.0);
    field("Target").fill("95");
    button("Show this number").click();
    assertThat(main()).contains("to 95 %");
    on();
    page.locator("#hoursPerWeek").fill("4");
    button("Work it out again").click();
    assertThat(main())
        .contains("Nobody has said how many hours a week there are.")
        .contains("no two whole quarters of data");
    page.locator("#available").fill("5");
    button("Keep the hours").click();
    assertThat(main()).contains("4 of 5 hours a week with this goal, 80 %. It fits.");
    page.locator("#hoursPerWeek").fill("6");
    button("Work it out again").click();
    assertThat(main()).contains("6 of 5 hours a week with this goal, 120 %. That is more");
    inspect("guide-effort");
    page.locator("#hoursPerWeek").fill("4");
    on();
    field("What gets better").fill("Who is content comes back.");
    on();
    field("Strategy").fill("Ask. Listen. Mend what they name.");
    page.waitForFunction(
        "() => document.querySelector('#coached-strategy').innerText.includes('3 sentences')");
    inspect("guide-strategy");
    on();
    on();
    inspect("guide-share");
    on();
    inspect("guide-review");
    on();
    assertThat(heading()).isEqualTo("Check your answers");
    String check = page.url();
    link("All on one page").click();
    assertThat(main()).contains("From 80.0 % to 95 %", "3 sentences", "4 of 5 hours");
    inspect("guide-all");
    page.navigate(check);
    assertThat(main()).contains("Who is content comes back.", "satisfaction");
    assertThat(main()).contains("another target than the key metric");
    inspect("guide-check");
    button("Publish the goal").click();
    assertThat(heading())
        .contains("Improve the experience of our customers.")
        .contains("rises from");
    assertThat(main()).contains("Proposed", "95 %");
    String goal = page.url().replaceFirst(".*/goals/", "").replaceFirst("[#?].*", "");
    button("Back to draft, in the guide").click();
    assertThat(heading()).isEqualTo("Check your answers");
    page.getByLabel("Change: Benefit").click();
    field("What gets better").fill("Who is content tells a friend.");
    on();
    int version = workspace.api().get("/goals/" + goal).json().get("version").asInt();
    workspace
        .api()
        .patch("/goals/" + goal, "{\"version\":%d,\"strategy\":\"Call back.\"}".formatted(version));
    page.locator(".steps-rail a").last().click();
    button("Publish the goal").click();
    assertThat(main()).contains("The goal was changed elsewhere meanwhile", "Call back.");
    inspect("guide-publish-lost");
    button("Take over what I have not changed").click();
    button("Publish the goal").click();
    assertThat(main()).contains("Who is content tells a friend.", "Call back.", "Proposed");
  }

  @Test
  void a_second_goal_in_the_same_part_of_a_hot_spot_asks_which_to_drop() {
    signIn(workspace);
    begin();
    field("What we want to reach").fill("Answer 90 % of letters within a day, up from 60 %.");
    page.locator(".steps-rail a").last().click();
    page.waitForURL("**/check");
    button("Publish the goal").click();
    visit("/guides/new");
    assertThat(page.locator("label:has(#area-customer-service)").innerText())
        .contains("Ada Berg: Answer 90 % of letters");
    page.locator("#area-delivery-access").check();
    on();
    assertThat(main()).contains("You have a goal here already. Drop one for this?");
    inspect("guide-crowded");
    page.locator("#drop-none").check();
    field("Because").fill("Two teams work on them.");
    on();
    assertThat(heading()).isEqualTo("What do you want to reach?");
  }

  @Test
  void a_team_votes_and_its_counts_are_kept() {
    signIn(workspace);
    begin();
    field("What we want to reach").fill("Everyone knows what to do when a parcel is lost.");
    page.locator("#sort-objective").check();
    on();
    assertThat(main()).contains("An objective", "It may inspire as it stands.");
    on();
    page.locator("#evidence-vote").check();
    button("Show this number").click();
    field("What the team is asked").fill("Do you know what to do?");
    field("Name of the key metric").fill("Knowing what to do");
    field("Baseline").fill("2.5");
    field("Target").fill("4");
    inspect("guide-vote");
    on();
    page.locator(".steps-rail a").last().click();
    button("Publish the goal").click();
    button("Start").click();
    assertThat(main()).contains("The team votes: Do you know what to do?");
    visit("/");
    link("Count the votes: Knowing what to do").click();
    inspect("check-in-vote");
    field("4").fill("3");
    field("5, yes").fill("1");
    button("Record the check-in").click();
    assertThat(main()).contains("4.25", "4: 3");
  }

  @Test
  void leave_in_the_middle_of_a_sentence_and_come_back_on_another_device() {
    signIn(workspace);
    begin();
    field("What we want to reach").fill("Answer nine in ten letters");
    page.waitForFunction("() => document.querySelector('[data-kept]').innerText === 'Kept.'");
    context.clearCookies();
    field("What we want to reach").fill("Answer nine in ten letters with");
    page.waitForFunction(
        "() => document.querySelector('[data-kept]').innerText.startsWith('Not kept')");
    on();
    assertThat(heading()).isEqualTo("What do you want to reach?");
    Page door = context.newPage();
    door.navigate("/sign-in");
    door.locator("#email").fill(workspace.owner().email());
    door.locator("#password").fill(TestServer.PASSWORD);
    door.locator("#password").press("Enter");
    door.waitForURL(address() + "/");
    on();
    page.waitForURL("**/measurable");
    use(new Browser.NewContextOptions().setViewportSize(390, 780));
    signIn(workspace);
    link("Go on with it").click();
    assertThat(heading()).isEqualTo("Which number shows it?");
    page.locator(".steps-rail li:nth-child(2) a").click();
    assertThat(field("What we want to reach").inputValue())
        .isEqualTo("Answer nine in ten letters with");
    button("All on one page").click();
    field("Strategy").fill("Sort the post at nine.");
    page.waitForFunction("() => document.querySelector('[data-kept]').innerText === 'Kept.'");
    inspect("guide-all-small");
    page.locator(".steps-rail li:nth-child(6) a").click();
    assertThat(page.url()).endsWith("/all#step-benefit");
    Page other = context.newPage();
    other.navigate(page.url().replace("/all#step-benefit", "/strategy"));
    assertThat(other.locator("#strategy").inputValue()).isEqualTo("Sort the post at nine.");
    other.locator("#strategy").fill("Theirs.");
    other.locator("button[value=next]").click();
    other.waitForURL("**/record");
    field("What gets better").fill("Nobody writes twice.");
    page.waitForFunction("() => document.querySelector('[data-kept]').innerText === 'Kept.'");
    field("Strategy").fill("Mine.");
    button("Keep and judge again").first().click();
    assertThat(main()).contains("Somebody kept this step meanwhile", "Keeping replaces", "Theirs.");
    assertThat(field("Strategy").inputValue()).isEqualTo("Mine.");
    assertThat(field("What gets better").inputValue()).isEqualTo("Nobody writes twice.");
    button("Keep and judge again").first().click();
    assertThat(main()).doesNotContain("Theirs.");
    visit("/guides");
    inspect("guide-list");
    page.getByLabel("Put aside: Answer nine in ten letters with").click();
    assertThat(main()).contains("Nothing begun");
    button("Undo").click();
    assertThat(main()).contains("Answer nine in ten letters with");
  }

  @Test
  void two_tabs_in_one_step_lose_nothing() {
    signIn(workspace);
    begin();
    String here = page.url();
    Page other = context.newPage();
    other.navigate(here);
    other.locator("#statement").fill("Theirs: answer 90 % within a day.");
    other.locator("button[value=next]").click();
    other.waitForURL("**/measurable");
    field("What we want to reach").fill("Mine: answer 80 % within a day.");
    on();
    assertThat(main()).contains("Theirs: answer 90 % within a day.");
    assertThat(field("What we want to reach").inputValue())
        .isEqualTo("Mine: answer 80 % within a day.");
    inspect("guide-conflict");
    on();
    assertThat(heading()).isEqualTo("Can it be measured?");
    assertThat(main()).contains("Mine: answer 80 % within a day.");
  }

  @Test
  void all_of_it_works_by_keyboard() {
    signIn(workspace);
    visit("/guides/new");
    tabTo("Cycle");
    page.keyboard().press("ArrowDown");
    tabTo("Go on");
    page.keyboard().press("Enter");
    page.waitForURL("**/description");
    tabTo("What we want to reach");
    page.keyboard().type("Answer 90 % of letters within a day, up from 60 %.");
    for (String next :
        new String[] {
          "measurable",
          "metric",
          "effort",
          "benefit",
          "strategy",
          "record",
          "share",
          "review",
          "check"
        }) {
      tabTo("Go on");
      page.keyboard().press("Enter");
      page.waitForURL("**/" + next);
    }
    tabTo("Publish the goal");
    page.keyboard().press("Enter");
    page.waitForURL("**/goals/**");
    assertThat(heading()).isEqualTo("Answer 90 % of letters within a day, up from 60 %.");
  }

  @Test
  void without_scripts_it_is_judged_on_going_on() {
    withoutScripts();
    signIn(workspace);
    begin();
    field("What we want to reach").fill("Make it better.");
    on();
    assertThat(main()).contains("Not yet");
    button("Back to the words").click();
    assertThat(page.locator("#coached-statement").innerText()).contains("One sentence");
    field("What we want to reach").fill("Answer 90 % of letters within 1.5 days, up from 60 %.");
    on();
    assertThat(main()).contains("Yes");
    on();
    page.locator("#evidence-told").check();
    button("Show this number").click();
    field("Name of the key metric").fill("Letters answered in time");
    field("Baseline").fill("60");
    field("Target").fill("soon");
    for (int step = 4; step <= 10; step++) {
      on();
    }
    assertThat(main()).contains("One thing is missing");
    page.locator(".errors a").click();
    assertThat(field("Target").inputValue()).isEqualTo("soon");
    button("All on one page").click();
    assertThat(heading()).isEqualTo("The whole goal");
    field("What gets better").fill("Nobody writes twice.");
    page.locator("#available").fill("5");
    button("Keep the hours").click();
    assertThat(main()).contains("0 of 5 hours a week without this goal");
    page.locator("#hoursPerWeek").fill("3");
    button("Publish the goal").click();
    assertThat(main()).contains("One thing is missing", "3 of 5 hours a week with this goal");
    page.locator(".errors a").click();
    assertThat(page.url()).endsWith("#step-metric");
    assertThat(page.locator("#target-error").innerText()).isNotEmpty();
    field("Target").fill("90");
    button("Publish the goal").click();
    assertThat(main()).contains("Proposed", "Letters answered in time", "Nobody writes twice.");
  }
}
