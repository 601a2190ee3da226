package org.waymark.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;

/** A page that is open shows what others change, without a press. */
class LivePagesTest extends BrowserTest {
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

  @Test
  void the_list_of_goals_shows_what_somebody_else_renames() {
    var workspace = TestServer.newWorkspace();
    var api = workspace.api();
    api.post(
        "/cycles",
        "{\"name\":\"2026\",\"code\":\"2026\",\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"}");
    var goal = api.post("/goals", "{\"statement\":\"Shorter queues\",\"cycle\":\"2026\"}").json();
    signIn(workspace);
    visit("/goals");
    assertThat(page.locator("#goal-tree")).containsText("Shorter queues");

    api.send(
        api.request("/goals/" + goal.get("id").asString())
            .header("Content-Type", "application/json")
            .method(
                "PATCH",
                java.net.http.HttpRequest.BodyPublishers.ofString(
                    "{\"statement\":\"No queues after nine\",\"version\":"
                        + goal.get("version").asInt()
                        + "}")));
    assertThat(page.locator("#goal-tree")).containsText("No queues after nine", PATIENTLY);
  }
}
