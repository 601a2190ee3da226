package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;

/** Setting how much to take on at once, and going beyond it with a reason. */
class FocusPagesTest extends BrowserTest {

  @Test
  void an_owner_sets_the_limit_and_a_goal_beyond_it_asks_why() {
    TestWorkspace workspace = TestServer.newWorkspace();
    Api api = workspace.api();
    api.post(
        "/cycles",
        "{\"name\":\"Spring\",\"code\":\"q1\",\"from\":\"2026-01-01\",\"to\":\"2026-03-31\"}");
    signIn(workspace);
    visit("/settings/focus");
    inspect("focus");
    field("Most goals of one unit in a cycle").fill("1");
    page.keyboard().press("Enter");
    page.locator(".toast").waitFor();
    assertThat(field("Most goals of one unit in a cycle").inputValue()).isEqualTo("1");
    start(api, "The first");
    String second = goal(api, "The second");
    visit("/goals/" + second);
    button("Start").click();
    assertThat(page.locator(".errors").innerText())
        .contains("the whole workspace in this cycle has its 1 goals already");
    inspect("focus-beyond");
    field("Why it is needed nevertheless").fill("The council asked for it.");
    button("Start nevertheless").click();
    assertThat(page.content()).contains("Running", "The council asked for it.");
    inspect("focus-crossed");
  }

  @Test
  void it_works_without_scripts() {
    withoutScripts();
    TestWorkspace workspace = TestServer.newWorkspace();
    signIn(workspace);
    visit("/settings/focus");
    field("Most key results of one goal").fill("many");
    button("Save").click();
    assertThat(page.locator(".errors").innerText()).contains("give a whole number");
    field("Most key results of one goal").fill("");
    button("Save").click();
    assertThat(workspace.api().get("/focus").json().get("keyResults").isNull()).isTrue();
  }

  private static void start(Api api, String statement) {
    assertThat(api.post("/goals/" + goal(api, statement) + "/start", "").status()).isEqualTo(201);
  }

  private static String goal(Api api, String statement) {
    return api.post("/goals", "{\"statement\":\"%s\",\"cycle\":\"q1\"}".formatted(statement))
        .json()
        .get("id")
        .asString();
  }
}
