package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Cycles;

/** Pasting goals as people do it: with the mouse, with the keyboard alone, without scripts. */
class PastePagesTest extends BrowserTest {
  private static final String TEXT =
      """
      Objective 1: Customers hear from us in time
      - KR1: Reduce first response time from 8 hours to 4 hours
      - KR2: Increase NPS from 40 to 50 by 15 March
      Objective 2: Claims that settle themselves
      - KR1: Reduce time from claim notification to settlement from 3 days to 1 day
      - KR2: Improve the claims experience
      """;

  @Test
  void goals_are_read_from_a_text_put_right_and_written_down_at_once() {
    signIn(inSpring());
    visit("/goals");
    link("Paste goals").click();
    inspect("paste");
    button("Read it").click();
    assertThat(page.locator(".errors").innerText()).contains("paste or type at least one line");
    field("Goals as text").fill(TEXT);
    field("Cycle").selectOption("spring");
    button("Read it").click();
    assertThat(heading()).isEqualTo("Is it read as you mean it?");
    assertThat(input("g0-k0-baseline").inputValue()).isEqualTo("8 hours");
    assertThat(input("g0-k0-measure").inputValue()).isEqualTo("first-response-time p90");
    assertThat(input("g0-k1-due").inputValue()).isEqualTo("2026-03-15");
    assertThat(input("g1-k0-target").inputValue()).isEqualTo("1 day");
    assertThat(input("g1-k0-measure").inputValue()).isEqualTo("claim-turnaround p90");
    inspect("paste-check");

    input("g0-k1-target").fill("30");
    button("Write 2 goals down as drafts").click();
    assertThat(page.locator(".errors").innerText())
        .contains("Line 3: lies below the baseline of 40, but the type is increase");
    assertThat(input("g0-k1-target").inputValue()).isEqualTo("30");
    inspect("paste-refused");
    input("g0-k1-target").fill("55");
    input("g1-k1-leave").check();
    button("Write 2 goals down as drafts").click();
    assertThat(page.locator(".toast").innerText()).contains("2 goals, 3 key results");
    link("Customers hear from us in time").click();
    assertThat(page.content()).contains("From 40 points to 55 points");
  }

  @Test
  void a_sentence_becomes_a_goal_by_the_keyboard_alone() {
    signIn(inSpring());
    visit("/goals/paste");
    tabTo("Goals as text");
    page.keyboard().type("Increase NPS from 40 to 50");
    tabTo("Read it");
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.endsWith("/goals/paste"));
    page.locator("#g0-k0-name").waitFor();
    tabTo("Cycle");
    page.keyboard().press("ArrowDown");
    tabTo("Write the goal down as a draft");
    page.keyboard().press("Enter");
    page.locator(".toast").waitFor();
    assertThat(heading()).isEqualTo("Increase NPS from 40 to 50");
  }

  @Test
  void it_works_without_scripts_and_a_corrected_text_is_read_again() {
    withoutScripts();
    signIn(inSpring());
    visit("/goals/new");
    link("Paste goals").click();
    field("Goals as text").fill("nothing here that could be");
    field("Cycle").selectOption("spring");
    button("Read it").click();
    page.locator("summary", new Page.LocatorOptions().setHasText("The text you pasted")).click();
    field("Goals as text").fill("Objective\tKey result\tFrom\tTo\nWarm welcome\tNPS\t40\t50");
    button("Read the text again").click();
    assertThat(input("g0-statement").inputValue()).isEqualTo("Warm welcome");
    assertThat(input("g0-k0-measure").inputValue()).isEqualTo("nps score");
    button("Write the goal down as a draft").click();
    assertThat(heading()).isEqualTo("Warm welcome");
    assertThat(page.content()).contains("From 40 points to 50 points", "Draft");
  }

  private Locator input(String id) {
    return page.locator("#" + id);
  }

  private static TestWorkspace inSpring() {
    TestWorkspace workspace = TestServer.newWorkspace();
    TestServer.bean(Tenancy.class)
        .run(
            workspace.id(),
            () ->
                TestServer.bean(Cycles.class)
                    .add(
                        workspace.owner(),
                        new Cycles.NewCycle(
                            "spring",
                            "Spring",
                            LocalDate.of(2026, 1, 1),
                            LocalDate.of(2026, 3, 31),
                            null)));
    return workspace;
  }
}
