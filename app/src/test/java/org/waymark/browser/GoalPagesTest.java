package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Cycles;

/** Setting a goal, telling how it goes, and closing it, as people do it. */
class GoalPagesTest extends BrowserTest {

  @Test
  void a_goal_is_written_measured_by_hand_and_closed() {
    TestWorkspace workspace = in2015();
    signIn(workspace);
    visit("/goals");
    inspect("goals-empty");
    link("New goal").first().click();
    button("Write the goal down").click();
    assertThat(page.locator(".errors").innerText()).contains("say in one or two sentences");
    inspect("goal-refused");
    field("What we want to reach").fill("Close more requests on time");
    field("Why it matters").fill("People wait for their street to be mended.");
    field("Strategy").fill("Give each request to one crew at once.");
    field("Cycle").selectOption("2015");
    button("Write the goal down").click();
    assertThat(heading()).isEqualTo("Close more requests on time");
    inspect("goal-new");

    link("Add a key result").click();
    field("Name").fill("Crews trained");
    field("What is asked").selectOption("increase");
    field("Baseline").fill("0");
    field("Target").fill("40");
    inspect("key-result-new");
    button("Add the key result").click();
    assertThat(page.content()).contains("nobody has checked in");

    link("Check in: Crews trained").click();
    field("Value").fill("28");
    field("Confidence").fill("7");
    field("Note").fill("Two crews to go");
    inspect("check-in");
    button("Record the check-in").click();
    assertThat(page.content()).contains("Score 0.70", "Two crews to go", "from its one key result");
    button("Undo").click();
    assertThat(page.locator(".toast").innerText()).contains("Taken back");
    assertThat(page.content()).contains("nobody has checked in");
    link("Check in: Crews trained").click();
    field("Value").fill("28");
    field("Confidence").fill("7");
    field("Note").fill("Two crews to go");
    button("Record the check-in").click();
    inspect("goal-measured");

    button("Start").click();
    link("Close").click();
    inspect("goal-close");
    field("How it ended").selectOption("missed");
    button("Close and keep the scores").click();
    assertThat(page.locator(".errors").innerText()).contains("write down what was learned");
    field("What we learned").fill("Train before the winter.");
    button("Close and keep the scores").click();
    assertThat(page.content()).contains("Missed", "Train before the winter.");
    inspect("goal-closed");
    visit("/goals");
    assertThat(page.content()).contains("Close more requests on time", "Score 0.70, from its one");
    inspect("goals");
  }

  @Test
  void the_second_of_two_editors_sees_both_versions_and_loses_nothing() {
    TestWorkspace workspace = in2015();
    Api.Answer made =
        workspace
            .api()
            .post("/goals", "{\"statement\": \"Answer within a day\", \"cycle\": \"2015\"}");
    String id = made.json().get("id").asString();
    signIn(workspace);
    visit("/goals/" + id + "/edit");
    assertThat(
            workspace
                .api()
                .patch("/goals/" + id, "{\"version\": 1, \"why\": \"Their reason\"}")
                .status())
        .isEqualTo(200);
    field("Why it matters").fill("My reason");
    button("Save").click();
    assertThat(page.content()).contains("Their reason", "Somebody else saved this meanwhile");
    assertThat(field("Why it matters").inputValue()).isEqualTo("My reason");
    inspect("goal-conflict");
    button("Save").click();
    assertThat(heading()).isEqualTo("Answer within a day");
    assertThat(page.content()).contains("My reason");
  }

  @Test
  void the_forms_work_without_scripts() {
    TestWorkspace workspace = in2015();
    withoutScripts();
    signIn(workspace);
    visit("/goals/new");
    field("What we want to reach").fill("Answer within a day");
    field("Cycle").selectOption("2015");
    button("Write the goal down").click();
    assertThat(heading()).isEqualTo("Answer within a day");
    button("Start").click();
    assertThat(page.content()).contains("Running");
  }

  private static TestWorkspace in2015() {
    TestWorkspace workspace = TestServer.newWorkspace();
    TestServer.bean(Tenancy.class)
        .run(
            workspace.id(),
            () ->
                TestServer.bean(Cycles.class)
                    .add(
                        workspace.owner(),
                        new Cycles.NewCycle(
                            "2015",
                            "2015",
                            LocalDate.of(2015, 1, 1),
                            LocalDate.of(2015, 12, 31),
                            null)));
    return workspace;
  }
}
