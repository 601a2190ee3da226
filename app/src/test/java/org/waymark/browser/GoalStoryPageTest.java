package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.today.Story;

/** A goal's page tells the whole story, with little and with much to tell, and explains itself. */
class GoalStoryPageTest extends BrowserTest {

  @Test
  void a_goal_with_nothing_yet_asks_for_the_next_thing_and_for_what_drives_it() {
    Story story = Story.now();
    story.made(story.api(), "/units", "{'code':'roads','name':'Roads','kind':'team'}");
    String goal =
        Story.id(
            story.made(
                story.api(),
                "/goals",
                "{'statement':'Nobody falls into a hole','cycle':'now','unit':'roads'}"));
    signIn(story.workspace());
    visit("/goals/" + goal);
    assertThat(next()).isEqualTo("Add a key result");
    assertThat(main()).contains("Nothing in your own hands drives this outcome yet.");
    assertThat(main()).contains("This season", "days left", "Nobody has checked in");
    inspect("goal-story-little");
    link("Write the process goal that drives it").click();
    assertThat(page.locator("#kind").inputValue()).isEqualTo("process");
    assertThat(page.locator("#drives").inputValue()).isEqualTo(goal);
    assertThat(page.locator("#cycle").inputValue()).isEqualTo("now");
    assertThat(page.locator("#unit").inputValue()).isEqualTo("roads");
    field("What we want to reach").fill("Every hole is marked within the hour");
    button("Write the goal down").click();
    assertThat(main()).contains("Drives: Nobody falls into a hole");
    visit("/goals/" + goal);
    assertThat(main())
        .contains("What drives it", "Every hole is marked within the hour")
        .doesNotContain("Nothing in your own hands");
  }

  @Test
  void seven_tenths_of_a_stretch_goal_is_success_and_of_a_committed_one_is_not() {
    Story story = Story.now();
    String stretch = reached(story, "Reach for it", "stretch", 28);
    String committed = reached(story, "Promised", "committed", 28);
    String running = story.goal(story.api(), "Still running", "");
    story.told(story.api(), story.counted(running, "Crews"), "'value':4");
    signIn(story.workspace());
    visit("/goals/" + stretch);
    assertThat(page.locator(".gauge").innerText()).contains("0.70", "Success");
    assertThat(page.locator(".gauge-good").count()).isEqualTo(1);
    visit("/goals/" + committed);
    assertThat(page.locator(".gauge").innerText()).contains("0.70", "Short of success");
    assertThat(page.locator(".gauge-good").count()).isZero();
    inspect("goal-story-closed");
    visit("/goals/" + running);
    assertThat(next()).isEqualTo("Check in");
    assertThat(page.locator(".gauge").innerText())
        .as("early in its cycle a low score is no verdict")
        .contains("0.10", "On its way");
    assertThat(page.locator(".gauge-bad, .gauge-watch").count()).isZero();
  }

  @Test
  void lower_is_better_where_lower_is_better_and_the_numbers_explain_themselves() {
    Story story = Story.now();
    String goal = story.goal(story.api(), "Shorter queues", "");
    String minutes =
        story.keyResult(
            goal, "Minutes in the queue", "'type':'decrease','baseline':50,'target':10,'weight':3");
    story.told(story.api(), minutes, "'value':30,'confidence':8,'note':'Two more counters'");
    String calls =
        story.keyResult(goal, "Complaints", "'type':'decrease','baseline':20,'target':10");
    story.told(story.api(), calls, "'value':25");
    signIn(story.workspace());
    visit("/goals/" + goal);
    Locator better = card("Minutes in the queue").locator(".change");
    assertThat(better.innerText()).contains("−20 since the baseline: better");
    assertThat(better.getAttribute("class")).contains("change-good");
    Locator worse = card("Complaints").locator(".change");
    assertThat(worse.innerText()).contains("+5 since the baseline: worse");
    assertThat(worse.getAttribute("class")).contains("change-bad");
    assertThat(card("Complaints").innerText()).contains("Score 0.00, raw progress −0.50");
    assertThat(page.locator(".gauge").innerText()).contains("0.38");
    assertThat(page.locator(".goal-stand").innerText()).contains("Raw progress 0.25");
    inspect("goal-story-lower");

    card("Minutes in the queue").locator(".kr-number").click();
    Locator dialog = page.locator("dialog[open]");
    dialog.waitFor();
    assertThat(dialog.innerText())
        .contains("(30 less 50) ÷ (10 less 50) = 0.50", "weight 3 of 4", "30");
    page.keyboard().press("Escape");
    visit("/key-results/" + minutes + "/contributions");
    inspect("goal-story-number");
    visit("/goals/" + goal + "/contributions");
    assertThat(main()).contains("(3 × 0.50 + 1 × 0.00) ÷ 4 = 0.38");
    Locator row = page.locator("tbody tr").first();
    assertThat(row.innerText())
        .contains("Minutes in the queue", "50", "30", "10", "0.50", "3", "0.38");
    inspect("goal-story-sum");
  }

  @Test
  void what_cannot_be_told_says_why_on_the_page_and_in_its_explanation() {
    Story story = Story.now();
    String goal = story.goal(story.api(), "Quick answers", "");
    cases(story.api(), 12, 10);
    String slow =
        story.keyResult(
            goal,
            "Nine of ten resolved",
            "'metric':'resolution-time','statistic':'p90','type':'decrease','baseline':'P3D','target':'P1D'");
    String few =
        story.keyResult(
            goal, "Recommended", "'metric':'nps','type':'increase','baseline':10,'target':40");
    String without =
        story.keyResult(goal, "Cases", "'metric':'case-volume','type':'decrease','target':1");
    String kept =
        story.keyResult(
            goal, "Some cases a week", "'metric':'case-volume','type':'keep-above','target':3");
    signIn(story.workspace());
    visit("/goals/" + goal);
    assertThat(card("Nine of ten resolved").innerText()).contains("at least", "still open");
    assertThat(card("Recommended").innerText()).contains("No data");
    assertThat(card("Cases").innerText()).contains("No baseline");
    assertThat(page.locator(".gauge").innerText()).contains("Not known yet");
    inspect("goal-story-unknown");
    for (String one : new String[] {slow, few, without, kept}) {
      visit("/key-results/" + one + "/contributions");
      assertThat(main()).contains("Definition", "Version 1", "From the number to the score");
    }
    assertThat(main()).contains("Stretches that were due by now", "not kept: no number");
    inspect("goal-story-kept");
    visit("/key-results/" + slow + "/contributions");
    inspect("goal-story-at-least");
    link("The interactions behind it").click();
    assertThat(page.locator("tbody tr").count()).isEqualTo(22);
    visit("/goals/" + goal + "/contributions");
    assertThat(main()).contains("of 4 key results measured");
    inspect("goal-story-sum-part");
  }

  @Test
  void people_talk_about_a_goal_and_take_back_what_they_said_without_scripts() {
    Story story = Story.now();
    String goal = story.goal(story.api(), "Talk about it", "");
    withoutScripts();
    signIn(story.workspace());
    visit("/goals/" + goal);
    button("Comment").click();
    assertThat(page.locator(".errors").innerText()).contains("write what you want to say");
    field("Say something about this goal").fill("Who pays?\n\n<b>Nobody</b> yet.");
    button("Comment").click();
    assertThat(page.locator(".toast").innerText()).contains("Your comment is there.");
    assertThat(page.locator(".said-one p.prewrap").allInnerTexts())
        .containsExactly("Who pays?", "<b>Nobody</b> yet.");
    page.locator(".said-one button").click();
    assertThat(page.locator(".said-one").count()).isZero();
    button("Undo").click();
    assertThat(page.locator(".said-one").count()).isEqualTo(1);
    String counted = story.counted(goal, "Crews");
    visit("/key-results/" + counted + "/contributions");
    assertThat(main()).contains("nobody has checked in");
  }

  @Test
  void what_others_say_appears_on_the_open_page() {
    Story story = Story.now();
    String goal = story.goal(story.api(), "Talk about it", "");
    String counted = story.counted(goal, "Crews");
    signIn(story.workspace());
    visit("/goals/" + goal);
    field("Say something about this goal").fill("What I am writing stays");
    story.told(story.api(), counted, "'value':28,'note':'Two crews to go'");
    page.locator(".said-one").getByText("Two crews to go").waitFor();
    card("Crews").getByText("Score 0.70").waitFor();
    assertThat(field("Say something about this goal").inputValue())
        .isEqualTo("What I am writing stays");
  }

  @Test
  void much_to_show_stays_readable() {
    Story story = Story.now();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String goal =
        story.goal(
            story.api(),
            "All eight hot spots of the year in one goal",
            ",'why':'Because we wanted to see it.','strategy':'One after the other.'");
    for (int i = 1; i <= 8; i++) {
      String k = story.counted(goal, "Hot spot number " + i);
      for (int day = 5; day >= 1; day--) {
        story.told(
            story.api(),
            k,
            "'value':%d,'confidence':7,'note':'Entry %d of spot %d','on':'%s'"
                .formatted(40 - 4 * day - i, 6 - day, i, today.minusDays(7L * day)));
      }
    }
    for (int i = 1; i <= 7; i++) {
      String step =
          Story.id(
              story.made(
                  story.api(),
                  "/goals/" + goal + "/steps",
                  "{'title':'Milestone %d','milestone':true,'due':'%s'}"
                      .formatted(i, today.plusDays(i - 5))));
      if (i <= 3) {
        story.made(story.api(), "/steps/" + step + "/completion", "{}");
      }
    }
    String driver =
        story.goal(story.api(), "Train the crews", ",'kind':'process','drives':'" + goal + "'");
    story.told(story.api(), story.counted(driver, "Trained"), "'value':30");
    assertThat(
            story
                .api()
                .patch("/goals/" + goal, "{\"version\": 1, \"why\": \"Because it hurts.\"}")
                .status())
        .isEqualTo(200);
    signIn(story.workspace());
    visit("/goals/" + goal);
    assertThat(page.locator("article.sheet").count()).isEqualTo(8);
    assertThat(main()).contains("3 of 7 milestones, 4 to go");
    assertThat(main()).contains("32 earlier entries");
    assertThat(page.locator(".goal-other").innerText()).contains("Train the crews", "0.75");
    page.locator(".goal-past > summary").click();
    assertThat(page.locator(".past").innerText())
        .contains(
            "changed the goal",
            "Why it matters: from Because we wanted to see it. to Because it hurts.");
    page.locator("#happened details > summary").click();
    assertThat(page.locator(".said-one").count()).isEqualTo(40);
    assertThat(page.locator(".said-one").first().innerText()).contains("Entry 5 of spot 8");
    inspect("goal-story-much");
  }

  @Test
  void a_goal_with_three_key_results_prints_on_one_sheet() {
    Story story = Story.now();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    cases(story.api(), 40, 0);
    String goal =
        story.goal(
            story.api(),
            "People get their street back within three days of telling us that it is broken",
            ",'why':'One request in three is late, and people stop telling us what is broken.',"
                + "'strategy':'Give every request to one crew on the day it arrives.'");
    story.keyResult(
        goal,
        "Median time to resolve",
        "'metric':'resolution-time','statistic':'p50','type':'decrease','baseline':'P3D','target':'PT4H'");
    story.keyResult(
        goal, "Cases", "'metric':'case-volume','type':'decrease','baseline':90,'target':20");
    String crews = story.counted(goal, "Crews trained");
    for (int day = 4; day >= 1; day--) {
      story.told(
          story.api(),
          crews,
          "'value':%d,'note':'A course was held.','on':'%s'"
              .formatted(40 - 4 * day, today.minusDays(7L * day)));
    }
    for (int i = 1; i <= 4; i++) {
      story.made(
          story.api(),
          "/goals/" + goal + "/steps",
          "{'title':'Milestone %d','milestone':true,'due':'%s'}".formatted(i, today.plusDays(i)));
    }
    signIn(story.workspace());
    visit("/goals/" + goal);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    byte[] sheet = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    page.setViewportSize(718, 1040);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(java.nio.file.Path.of("target/screenshots/goal-story-print.png")));
    assertThat(pages(sheet)).isEqualTo(1);
  }

  private static long pages(byte[] pdf) {
    return Pattern.compile("/Type\\s*/Page[^s]")
        .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
        .results()
        .count();
  }

  private static String reached(Story story, String statement, String ambition, int value) {
    String goal = story.goal(story.api(), statement, ",'ambition':'%s'".formatted(ambition));
    story.told(story.api(), story.counted(goal, "Crews"), "'value':" + value);
    story.made(
        story.api(),
        "/goals/" + goal + "/closure",
        "{'outcome':'missed','learning':'Begin earlier.'}");
    return goal;
  }

  /** Cases of the last four weeks: some that took five hours, some that are open. */
  private static void cases(Api api, int finished, int open) {
    StringBuilder lines = new StringBuilder();
    Instant start = Instant.now().minus(15, ChronoUnit.DAYS);
    for (int i = 0; i < finished + open; i++) {
      lines.append(
          """
          {"source": "desk", "id": "c-%d", "kind": "case", "startedAt": "%s"%s}
          """
              .formatted(
                  i,
                  start,
                  i < finished
                      ? ", \"finishedAt\": \"%s\"".formatted(start.plus(5, ChronoUnit.HOURS))
                      : ""));
    }
    Api.Answer answer =
        api.send(
            api.request("/interactions")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines.toString())));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** The one thing to do. */
  private String next() {
    Locator main = page.locator(".head-actions .button:not(.button-quiet)");
    assertThat(main.count()).isEqualTo(1);
    return main.innerText();
  }

  private Locator card(String name) {
    return page.locator("article", new Page.LocatorOptions().setHasText(name)).first();
  }

  private String main() {
    return page.locator("main").innerText();
  }
}
