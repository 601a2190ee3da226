package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.attainment.AttainmentStory;

/** How likely a target is, beside the field in which it is being set. */
class OutlookPagesTest extends BrowserTest {
  private AttainmentStory story;

  @BeforeEach
  void begin() {
    story = AttainmentStory.halfway();
    story.onTime(30);
    signIn(story.workspace());
  }

  private String goal(String more) {
    return story.made(
        "/goals", "{'statement':'Close more on time','cycle':'now'%s}".formatted(more));
  }

  private String keyResult(String goal) {
    return story.made(
        "/goals/" + goal + "/key-results",
        "{'name':'On time','metric':'on-time-share','type':'increase','baseline':75,'target':86}");
  }

  /** Fifteen cases too late in the week before the last, so that it can only go up from there. */
  private void aBadWeek() {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).minusWeeks(2);
    StringBuilder lines = new StringBuilder("[");
    for (int i = 0; i < 15; i++) {
      lines
          .append(i == 0 ? "" : ",")
          .append(
              """
              {"source":"desk","id":"bad-%d","kind":"case","startedAt":"%sT08:00:00Z","dueAt":"%sT10:00:00Z","finishedAt":"%sT12:00:00Z"}"""
                  .formatted(i, day, day, day));
    }
    assertThat(story.api().post("/interactions", lines.append("]").toString()).status())
        .isEqualTo(200);
  }

  private String outlook() {
    return page.locator(".outlook").first().innerText().replace('\u00a0', ' ');
  }

  private void waitFor(String word) {
    page.waitForFunction(
        "word => document.querySelector('.chance-here')?.innerText === word", word);
  }

  @Test
  void the_chance_moves_along_while_a_key_result_is_written_down() {
    String goal = goal("");
    visit("/goals/" + goal + "/key-results/new?metric=on-time-share");
    assertThat(outlook()).contains("Give a target");
    field("Target").fill("70");
    waitFor("Easy");
    assertThat(page.locator("[data-different]").isVisible()).isFalse();
    field("Target").fill("88");
    waitFor("Bold");
    assertThat(outlook())
        .contains("If nothing changes, about 1 in ", "worth about", "one time in three")
        .contains("A committed goal is a promise");
    field("What will be different?").fill("Two more people on Mondays.");
    field("What is that worth?").fill("8");
    page.waitForFunction(
        "() => document.querySelector('.outlook').innerText.includes('With what you say')");
    inspect("keyresult-outlook");
    page.locator(".outlook button").click();
    page.waitForFunction("() => !document.querySelector('#target').value.startsWith('88')");
    assertThat(page.locator(".chance-here").innerText()).isEqualTo("Ambitious");
    assertThat(field("What will be different?").inputValue()).contains("Mondays");
    button("Add the key result").click();
    assertThat(page.locator("article.sheet").innerText())
        .contains("What will be different: Two more people on Mondays.", "With what you say");
  }

  @Test
  void without_scripts_a_button_says_the_same_and_nothing_is_saved() {
    String goal = goal(",'ambition':'stretch'");
    withoutScripts();
    signIn(story.workspace());
    visit("/goals/" + goal + "/key-results/new?metric=on-time-share");
    field("Target").fill("70");
    button("Look again").click();
    assertThat(page.locator(".chance-here").innerText()).isEqualTo("Easy");
    assertThat(outlook()).contains("could it reach a little further");
    field("Target").fill("88");
    button("Look again").click();
    assertThat(page.locator(".chance-here").innerText()).isEqualTo("Bold");
    field("What will be different?").fill("Two more people.");
    assertThat(story.api().get("/goals/" + goal).json().get("keyResults").size()).isZero();
    String moved = keyResult(goal);
    visit("/key-results/" + moved + "/what-if");
    field("Target").fill("78");
    button("See the chance").click();
    assertThat(outlook()).contains("If nothing changes");
    assertThat(page.locator(".chance-here").innerText()).isIn("Easy", "Realistic");
    field("Target").fill("a lot");
    button("See the chance").click();
    assertThat(outlook()).contains("number");
    assertThat(page.locator(".outlook [lang=en]").count()).as("a reason is English").isOne();
  }

  @Test
  void of_what_is_done_or_not_only_the_day_is_moved() {
    String id =
        story.made(
            "/goals/" + goal("") + "/key-results", "{'name':'New desk opened','type':'binary'}");
    visit("/key-results/" + id + "/what-if");
    assertThat(page.locator("input[name=target]").count()).isZero();
    assertThat(outlook()).doesNotContain("target to move");
    visit("/key-results/" + id + "/what-if?target=2");
    assertThat(page.locator(".outlook [lang=en]").innerText()).contains("no one target to move");
  }

  @Test
  void what_if_on_a_goals_page_keeps_nothing() {
    String goal = goal("");
    String id = keyResult(goal);
    visit("/goals/" + goal);
    assertThat(page.locator("article.sheet").innerText()).contains("A committed goal is a promise");
    page.getByText("What if?").click();
    page.waitForSelector("details .outlook .chance");
    page.locator("details .field input").first().fill("78");
    page.waitForFunction(
        "() => ['Easy', 'Realistic'].includes(document.querySelector('details .chance-here').innerText)");
    inspect("goal-what-if");
    assertThat(story.api().get("/key-results/" + id).json().get("target").asInt()).isEqualTo(86);
    visit("/key-results/" + id + "/what-if?target=90");
    inspect("what-if");
  }

  @Test
  void the_guide_tells_the_chance_and_takes_a_target_that_stretches() {
    aBadWeek();
    visit(
        "/guides/new?cycle=now&evidence=metric&statement=Close+more+on+time&metric=on-time-share");
    button("Go on").click();
    page.navigate(page.url().replaceFirst("/[a-z]+([#?].*)?$", "/metric"));
    field("Target").fill("50");
    waitFor("Easy");
    field("Target").fill("88");
    page.waitForFunction(
        "() => document.querySelector('.outlook').innerText.includes('A committed goal is a promise')");
    field("What will be different?").fill("Two more people on Mondays.");
    inspect("guide-outlook");
    page.locator(".outlook button").click();
    page.waitForFunction("() => !document.querySelector('#target').value.startsWith('88')");
    assertThat(page.locator(".chance-here").innerText()).isEqualTo("Ambitious");
    assertThat(page.locator("main").innerText()).doesNotContain("A committed goal is a promise");
    assertThat(field("What will be different?").inputValue()).contains("Mondays");
    page.navigate(page.url().replaceFirst("/metric.*", "/description"));
    assertThat(
            page.locator("[name=ambition]")
                .first()
                .evaluate("field => new FormData(field.form).get('ambition')"))
        .isEqualTo("stretch");
    page.navigate(page.url().replaceFirst("/description.*", "/check"));
    button("Publish the goal").click();
    assertThat(page.locator("article.sheet").innerText())
        .contains("What will be different: Two more people on Mondays.");
  }
}
