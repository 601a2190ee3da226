package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer.TestMember;
import org.waymark.people.Role;
import org.waymark.today.Story;

/** Telling the week's numbers as a member does it: on one screen, by keyboard alone. */
class TodayPageTest extends BrowserTest {

  @Test
  void each_value_takes_a_number_and_enter_and_ten_seconds_can_undo_it() {
    Story story = withThreeOwed();
    signIn(story.workspace());
    assertThat(heading()).isEqualTo("Today");
    inspect("today");
    assertThat(page.locator(".owed").count()).isEqualTo(3);
    assertThat(field("Crews trained").inputValue()).isEqualTo("28");
    assertThat(page.locator(".owed").first().innerText()).contains("Two crews to go");

    field("Thanks received: add").fill("4");
    field("Crews trained").focus();
    page.keyboard().type("31");
    page.keyboard().press("Enter");
    page.waitForURL("**/#*");
    assertThat(focused()).isEqualTo("Answered within a day");
    assertThat(field("Thanks received: add").inputValue()).isEqualTo("4");
    assertThat(page.locator(".toast").innerText()).contains("Saved: Crews trained");
    inspect("today-saved");
    page.keyboard().type("38 / 40");
    page.keyboard().press("Enter");
    page.waitForCondition(() -> page.locator(".owed").count() == 1);
    assertThat(focused()).isEqualTo("Thanks received: add");
    button("Undo").click();
    page.waitForCondition(() -> page.locator(".owed").count() == 2);
    assertThat(focused()).isEqualTo("Answered within a day");
    assertThat(story.api().get("/audit").body()).contains("check-in.taken-back");

    page.keyboard().type("many");
    page.keyboard().press("Enter");
    page.waitForCondition(() -> page.locator(".errors").count() == 1);
    assertThat(page.locator(".field-wrong").innerText()).contains("such as 82.5");
    assertThat(field("Answered within a day").inputValue()).isEqualTo("many");
    inspect("today-refused");
    field("Answered within a day").fill("39 / 40");
    field("Answered within a day").press("Enter");
    page.waitForCondition(() -> page.locator(".owed").count() == 1);
    field("Thanks received: add").press("Enter");
    page.waitForCondition(() -> page.locator(".errors").count() == 1);
    field("Thanks received: add").fill("4");
    page.keyboard().press("Enter");
    page.waitForCondition(() -> page.locator(".owed").count() == 0);
    assertThat(page.locator("main").innerText()).contains("All done for this week");
    inspect("today-told");
  }

  @Test
  void without_scripts_a_check_in_is_saved_and_taken_back() {
    Story story = withThreeOwed();
    withoutScripts();
    signIn(story.workspace());
    field("Crews trained").fill("31");
    field("Crews trained").press("Enter");
    assertThat(page.locator(".owed").count()).isEqualTo(2);
    button("Undo").click();
    assertThat(page.locator(".owed").count()).isEqualTo(3);
    assertThat(field("Crews trained").inputValue()).isEqualTo("28");
  }

  private static Story withThreeOwed() {
    Story story = Story.now();
    TestMember lead = story.workspace().newMember(Role.LEAD);
    String process = story.goal(story.api(), "Every crew knows how to listen", ",'kind':'process'");
    String crews = story.counted(process, "Crews trained");
    LocalDate past = LocalDate.now(ZoneOffset.UTC).minusDays(9);
    story.told(story.api(), crews, "'value':28,'note':'Two crews to go','on':'" + past + "'");
    String within =
        story.keyResult(
            process, "Answered within a day", "'type':'increase','baseline':60,'target':95");
    story.told(
        story.api(), within, "'numerator':30,'denominator':40,'on':'" + past.plusDays(1) + "'");
    String outcome =
        story.goal(
            story.api(),
            "Customers thank us more often than they complain",
            ",'ambition':'stretch'");
    story.keyResult(outcome, "Thanks received", "'type':'cumulative','target':200");
    String theirs = story.goal(lead.api(), "Parks that invite to stay", "");
    String trees = story.counted(theirs, "Trees planted");
    story.told(lead.api(), trees, "'value':12,'note':'The rain helped'");
    story
        .api()
        .post(
            "/interactions",
            "[{\"source\":\"desk\",\"id\":\"1\",\"kind\":\"case\",\"startedAt\":\"never\"}]");
    return story;
  }
}
