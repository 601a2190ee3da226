package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Cycles;

/** Looking through the library, and taking a goal out of it, as people do. */
class LibraryPagesTest extends BrowserTest {

  @Test
  void a_goal_is_found_and_written_down_with_the_process_goal_that_drives_it() {
    signIn(inSpring());
    visit("/goals");
    link("Library").click();
    assertThat(heading()).isEqualTo("Library of goals");
    inspect("library");
    field("Words in it").fill("soon after they write");
    button("Show").click();
    page.waitForURL(url -> url.contains("q=soon"));
    assertThat(page.url()).contains("q=soon");
    inspect("library-found");
    link("Use this: Customers hear from a person soon after they write").click();
    assertThat(page.content()).contains("so your baseline is not known yet");
    inspect("library-entry");
    field("Cycle").selectOption("");
    button("Write it down as a draft").click();
    assertThat(page.locator(".errors").innerText()).contains("Cycle");
    field("Cycle").selectOption("spring");
    button("Write it down as a draft").click();
    assertThat(heading()).isEqualTo("Customers hear from a person soon after they write");
    assertThat(page.content())
        .contains("A change of −15", "We plan the hours of the team by when questions come in");
    link("We plan the hours of the team by when questions come in").first().click();
    assertThat(page.content()).contains("Weekly rosters planned by arrivals", "Count up to 12");
  }

  @Test
  void an_outcome_that_nothing_drives_gets_its_process_goal_with_one_press() {
    TestWorkspace workspace = inSpring();
    String goal =
        workspace
            .api()
            .post(
                "/goals",
                "{\"statement\":\"Warmer welcome\",\"cycle\":\"spring\",\"area\":\"front-office\"}")
            .json()
            .get("id")
            .asString();
    signIn(workspace);
    visit("/goals/" + goal);
    link("See what could drive it").click();
    inspect("library-drivers");
    String process = "We look at each week’s late beginnings and change how long we plan for them";
    button("Write it down: " + process).click();
    assertThat(heading()).isEqualTo("Warmer welcome");
    assertThat(page.content()).contains(process);
    assertThat(page.content()).doesNotContain("Nothing in your own hands drives this outcome");
  }

  @Test
  void a_workspace_adds_an_entry_of_its_own_by_the_keyboard_alone() {
    signIn(inSpring());
    visit("/library/new");
    inspect("library-new");
    tabTo("What is to be reached");
    page.keyboard().type("Boats leave when the clock says so");
    tabTo("Delivery");
    page.keyboard().press("Space");
    tabTo("What shows it");
    page.keyboard().type("on time share of departures");
    tabTo("What the team does");
    page.keyboard().type("We close the gate two minutes earlier on one pier after another");
    tabTo("What is counted of it");
    page.keyboard().type("piers with an earlier gate");
    page.keyboard().press("Enter");
    page.locator(".toast").waitFor();
    assertThat(heading()).isEqualTo("Boats leave when the clock says so");
    inspect("library-own");
    button("Hide").click();
    assertThat(page.locator(".toast").innerText()).contains("Hidden from the library");
    button("Undo").click();
    assertThat(heading()).isEqualTo("Boats leave when the clock says so");
  }

  @Test
  void it_works_without_scripts() {
    withoutScripts();
    signIn(inSpring());
    visit("/library?function=delivery&industry=retail");
    link("Use this: Deliveries come when we said they would").click();
    field("Cycle").selectOption("spring");
    field("Target").fill("95");
    field("Baseline").fill("82");
    page.locator("#withProcess").uncheck();
    button("Write it down as a draft").click();
    assertThat(heading()).isEqualTo("Deliveries come when we said they would");
    assertThat(page.content()).contains("From 82&nbsp;% to 95&nbsp;%");
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
