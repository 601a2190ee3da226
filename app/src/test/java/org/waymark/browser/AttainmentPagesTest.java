package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waymark.attainment.AttainmentStory;

/** Whether a key result will be reached, on its goal's page, and whether such words came true. */
class AttainmentPagesTest extends BrowserTest {

  @Test
  void a_goal_says_how_likely_it_is_and_a_page_says_how_often_that_comes_true() {
    AttainmentStory story = AttainmentStory.halfway();
    story.onTime(30);
    String goal = story.made("/goals", "{'statement':'Close more on time','cycle':'now'}");
    story.made(
        "/goals/" + goal + "/key-results",
        "{'name':'On time','metric':'on-time-share','type':'increase','baseline':75,'target':86}");
    signIn(story.workspace());
    visit("/goals/" + goal);
    String card = page.locator("article.sheet").innerText();
    assertThat(card).contains("If nothing changes, about 1 in ", "likely ", "one time in three");
    assertThat(page.locator("path.chart-fan").first().getAttribute("d")).startsWith("M");
    inspect("goal-outlook");

    link("How often such forecasts come true: On time").click();
    assertThat(heading()).isEqualTo("Did it come true?");
    assertThat(page.locator("main").innerText()).contains("0 of 50 have resolved");
    inspect("calibration-waiting");

    String things = story.fiftyThings();
    story.made("/goals/" + things + "/closure", "{'outcome':'met'}");
    visit("/calibration");
    assertThat(page.locator("main").innerText())
        .contains("Over 50 key results the forecast was closer", "0.050", "0.650", "0.160");
    inspect("calibration");
  }
}
