package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import tools.jackson.databind.JsonNode;

/** The page with all ten steps: what it proposes, and what it must not lose of a goal. */
class GuideAtOnceTest extends BrowserTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private final TestWorkspace workspace = TestServer.newWorkspace();

  @BeforeEach
  void a_cycle_runs_and_customers_have_answered() {
    workspace
        .api()
        .post(
            "/cycles",
            """
            {"code": "now", "name": "Now", "from": "%s", "to": "%s"}
            """
                .formatted(TODAY.minusDays(30), TODAY.plusDays(60)));
    StringBuilder lines = new StringBuilder("[");
    for (int i = 0; i < 60; i++) {
      lines
          .append(i == 0 ? "" : ",")
          .append(
              """
              {"source":"survey","id":"%d","kind":"survey","startedAt":"%sT09:00:00Z","scale":"csat-1-5","score":%d}"""
                  .formatted(i, TODAY.minusDays(1 + i % 25), i % 5 == 0 ? 2 : 5));
    }
    assertThat(workspace.api().post("/interactions", lines.append("]").toString()).status())
        .isEqualTo(200);
    signIn(workspace);
  }

  private String goal(String keyResult) {
    String id =
        workspace
            .api()
            .post(
                "/goals",
                """
                {"statement": "Answer 90 %% of letters within a day.", "cycle": "now", "owner": "%s"}
                """
                    .formatted(workspace.owner().email()))
            .json()
            .get("id")
            .asString();
    assertThat(workspace.api().post("/goals/" + id + "/key-results", keyResult).status())
        .isEqualTo(201);
    return id;
  }

  private JsonNode keyResult(String goal) {
    return workspace.api().get("/goals/" + goal).json().get("keyResults").get(0);
  }

  /** Takes the goal into the guide and publishes it again from the page with all steps. */
  private void throughTheGuide(String goal) {
    visit("/goals/" + goal);
    button("Open in the guide").click();
    page.waitForURL("**/guides/**");
    visit(page.url().replaceFirst("/[a-z]+([?#].*)?$", "/all"));
    button("Publish the goal").click();
    page.waitForURL("**/goals/**");
  }

  @Test
  void what_the_guide_does_not_ask_for_comes_through_it_unharmed() {
    String goal =
        goal(
            """
            {"name": "Satisfaction", "metric": "csat", "statistic": "top-box", "type": "threshold",
             "baseline": 60, "target": 90, "weight": 3, "window": "P1W"}
            """);
    JsonNode before = keyResult(goal);
    throughTheGuide(goal);
    JsonNode after = keyResult(goal);
    for (String field : new String[] {"type", "baseline", "target", "weight", "window", "due"}) {
      assertThat(after.get(field)).as(field).isEqualTo(before.get(field));
    }
  }

  @Test
  void a_band_and_a_change_in_per_cent_stay_what_they_are() {
    String band =
        goal(
            """
            {"name": "Letters a day", "type": "keep-within", "target": {"low": 20, "high": 40}}
            """);
    throughTheGuide(band);
    assertThat(keyResult(band).get("type").asString()).isEqualTo("keep-within");
    assertThat(keyResult(band).get("target").toString()).contains("20", "40");

    String change =
        goal(
            """
            {"name": "Letters open", "type": "decrease", "baseline": 50, "target": {"changePercent": -20}}
            """);
    JsonNode before = keyResult(change);
    throughTheGuide(change);
    for (String field : new String[] {"type", "baseline", "target", "changePercent", "due"}) {
      assertThat(keyResult(change).get(field)).as(field).isEqualTo(before.get(field));
    }
  }

  @Test
  void what_a_page_proposes_is_no_answer_until_somebody_takes_it() {
    visit("/guides/new");
    button("Go on").click();
    page.waitForURL("**/description");
    button("All on one page").click();
    page.waitForURL("**/all*");
    String metric = ".steps-rail li:nth-child(4)";
    field("What gets better").fill("Nobody writes twice.");
    page.waitForFunction("() => document.querySelector('[data-kept]').innerText === 'Kept.'");
    field("What we want to reach").fill("Raise customer satisfaction to 90 %.");
    button("Keep and judge again").first().click();
    page.waitForURL("**/all*");
    assertThat(field("Target").inputValue()).startsWith("90");
    field("What we want to reach").fill("Raise customer satisfaction to 95 %.");
    button("Keep and judge again").first().click();
    page.waitForURL("**/all*");
    assertThat(field("Target").inputValue()).as("the proposal follows the words").startsWith("95");
    assertThat(page.locator(metric).innerText()).doesNotContain("done");
    button("Publish the goal").click();
    page.waitForURL("**/goals/**");
    String id = page.url().replaceFirst(".*/goals/", "").replaceFirst("[?#].*", "");
    assertThat(keyResult(id).get("target").asInt()).isEqualTo(95);
  }

  @Test
  void the_reason_for_overruling_stays_when_a_key_metric_stands() {
    visit("/guides/new");
    button("Go on").click();
    page.waitForURL("**/description");
    button("All on one page").click();
    page.waitForURL("**/all*");
    field("What we want to reach").fill("Make it better.");
    button("Keep and judge again").first().click();
    page.getByText("Keep it as it is").first().click();
    field("Why it is kept as it is").fill("The board asked for these words.");
    button("Keep and judge again").first().click();
    page.locator("#evidence-told").check();
    button("Show this number").click();
    field("Name of the key metric").fill("Letters answered in time");
    field("Baseline").fill("60");
    field("Target").fill("90");
    button("Publish the goal").click();
    page.waitForURL("**/goals/**");
    String id = page.url().replaceFirst(".*/goals/", "").replaceFirst("[?#].*", "");
    assertThat(workspace.api().get("/goals/" + id).json().get("overruled").asString())
        .isEqualTo("The board asked for these words.");
  }
}
