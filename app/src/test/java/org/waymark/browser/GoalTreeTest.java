package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer.TestMember;
import org.waymark.people.Role;
import org.waymark.today.Story;

/** The goals as a tree, with what hangs loose standing out and every filter in the address. */
class GoalTreeTest extends BrowserTest {

  @Test
  void goals_stand_below_those_they_serve_and_what_is_loose_says_so() {
    Story story = Story.now();
    story.made(story.api(), "/units", "{'code':'city','name':'Harbour City','kind':'company'}");
    story.made(
        story.api(),
        "/units",
        "{'code':'roads','name':'Roads','kind':'department','parent':'city'}");
    story.made(
        story.api(), "/units", "{'code':'crews','name':'Crews','kind':'team','parent':'roads'}");
    TestMember gone = story.workspace().newMember(Role.LEAD);
    String company = story.goal(story.api(), "A city that answers", ",'unit':'city'");
    String department =
        story.goal(
            story.api(),
            "Streets mended in a week",
            ",'unit':'roads','contributesTo':'" + company + "'");
    story.counted(department, "Streets");
    String team =
        story.goal(
            story.api(),
            "Every crew carries its own tar",
            ",'unit':'crews','kind':'process','drives':'" + department + "'");
    story.goal(story.api(), "Nicer vests", ",'unit':'crews'");
    story.goal(gone.api(), "Fewer forms", ",'unit':'roads','contributesTo':'" + company + "'");
    assertThat(story.api().delete("/members/" + gone.caller().email()).status()).isEqualTo(200);
    signIn(story.workspace());
    visit("/goals");
    inspect("goal-tree");
    Locator top = page.locator(".goal-tree > li").first();
    assertThat(top.locator("> .goal-row").innerText()).contains("A city that answers");
    assertThat(top.locator("> details > ul > li").count()).isEqualTo(2);
    assertThat(top.locator("> details > ul > li > details > ul > li").innerText())
        .contains("Every crew carries its own tar", "drives it");
    List<String> loose = page.locator(".goal-loose").allInnerTexts();
    assertThat(loose).hasSize(2);
    assertThat(String.join(" ", loose))
        .contains("Nicer vests", "Serves no goal above it", "Fewer forms", "Has no owner");

    field("Unit").selectOption("crews");
    button("Show").click();
    assertThat(page.url()).contains("unit=crews").contains("owner=");
    assertThat(page.locator(".goal-row").count()).isEqualTo(2);
    assertThat(page.locator(".goal-row").first().innerText())
        .contains("Every crew carries its own tar", "Drives: Streets mended in a week");
    visit("/goals?below=" + department);
    assertThat(page.locator(".goal-row").count()).isEqualTo(1);
    visit("/goals?owner=" + gone.caller().email());
    assertThat(page.locator(".goal-row").innerText())
        .contains("Contributes to: A city that answers");
    assertThat(page.navigate("/goals?below=" + team.replace('0', '1')).status()).isEqualTo(404);
    visit("/goals?q=nothing+like+that");
    inspect("goal-tree-none");
  }

  @Test
  void five_hundred_goals_are_one_light_page_and_every_one_can_be_reached() {
    Story story = Story.now();
    List<String> goals = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String above = i < 3 ? "" : ",'contributesTo':'" + goals.get((i - 3) / 12) + "'";
      goals.add(
          Story.id(
              story.made(
                  story.api(),
                  "/goals",
                  "{'statement':'Goal number %d','cycle':'now'%s}".formatted(i, above))));
    }
    signIn(story.workspace());
    var answer = visit("/goals");
    int shown = page.locator(".goal-row").count();
    assertThat(shown).isBetween(100, 150);
    assertThat(answer.body().length).isLessThan(300_000);
    Locator more = page.locator(".goal-below > a");
    int hidden =
        more.allTextContents().stream()
            .map(words -> words.replaceAll("\\D", ""))
            .mapToInt(number -> number.isEmpty() ? 1 : Integer.parseInt(number))
            .sum();
    assertThat(shown + hidden).isEqualTo(500);
    inspect("goal-tree-500");
    page.locator(".goal-below > a").first().evaluate("link => link.click()");
    page.waitForURL("**below=**");
    assertThat(page.locator(".goal-row").count()).isPositive();
  }
}
