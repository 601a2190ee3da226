package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.people.Role;

/** What a workspace has settled, its areas, and the log of what was done. */
class SettingsPagesTest extends BrowserTest {
  private TestServer.TestWorkspace workspace;

  @BeforeEach
  void enter() {
    workspace = TestServer.newWorkspace(ZoneId.of("Europe/Berlin"));
    signIn(workspace);
  }

  @Test
  void an_owner_changes_what_the_workspace_has_settled() {
    link("Settings").first().click();
    assertThat(heading()).isEqualTo("Settings");
    field("Name").fill("Harbour City Council");
    page.locator("#weekStart").selectOption("sunday");
    page.locator("#fiscalYearStart").selectOption("april");
    page.locator("#locale").selectOption("en-US");
    inspect("settings");
    button("Save").click();

    assertThat(page.locator(".toast").innerText()).contains("The settings are saved.");
    assertThat(page.locator(".brand-name").innerText()).isEqualTo("Harbour City Council");
    var now = workspace.api().get("/workspace").json();
    assertThat(now.get("weekStart").asString()).isEqualTo("sunday");
    assertThat(now.get("fiscalYearStart").asString()).isEqualTo("april");
    assertThat(now.get("locale").asString()).isEqualTo("en-US");
  }

  @Test
  void a_name_left_empty_is_refused_beside_its_field() {
    visit("/settings");
    field("Name").fill(" ");
    button("Save").click();
    assertThat(page.locator("#name-error").isVisible()).isTrue();
  }

  @Test
  void a_member_reads_the_settings_and_sees_no_log() {
    use(new Browser.NewContextOptions());
    signIn(workspace.newSignIn(Role.MEMBER));
    visit("/settings");
    assertThat(page.locator("main").innerText())
        .contains("Europe / Berlin", "An owner can change this.")
        .doesNotContain("Audit log");
    inspect("settings-member");
  }

  @Test
  void areas_are_added_renamed_and_removed() {
    visit("/settings/areas");
    field("Name").fill("Ferry landings");
    button("Add").click();
    assertThat(page.locator("main").innerText()).contains("Your own").contains("Ferry landings");
    inspect("settings-areas");

    link("Ferry landings").click();
    field("Name").fill("Ferries");
    button("Save").click();
    link("Ferries").click();
    inspect("settings-area");
    button("Remove this area").click();
    assertThat(page.locator(".toast").innerText()).contains("Ferries was removed.");
    assertThat(page.locator("main").innerText()).doesNotContain("Ferries");
  }

  @Test
  void an_area_with_parts_says_why_it_stays() {
    visit("/settings/areas");
    field("Name").fill("Ferry landings");
    button("Add").click();
    field("Name").fill("Tickets");
    page.locator("#within").selectOption("ferry-landings");
    button("Add").click();
    link("Ferry landings").click();
    button("Remove this area").click();
    assertThat(page.locator(".errors").innerText())
        .contains("Goals are about this area, or other areas are part of it.");
  }

  @Test
  void the_log_tells_who_did_what_and_its_filters_live_in_the_address() {
    visit("/settings/areas");
    field("Name").fill("Ferry landings");
    button("Add").click();
    link("Ferry landings").click();
    field("Name").fill("Ferries");
    button("Save").click();

    link("Audit log").click();
    var first = page.locator("tbody tr").first();
    assertThat(first.innerText()).contains("Area changed: Ferries").contains("in the browser");
    first.locator("summary").click();
    assertThat(first.locator("del").first().innerText()).isEqualTo("Ferry landings");
    assertThat(first.locator("ins").first().innerText()).isEqualTo("Ferries");
    inspect("settings-log");

    page.locator("#kind").selectOption("workspace");
    button("Show").click();
    assertThat(page.url()).contains("kind=workspace");
    assertThat(page.locator("tbody").innerText())
        .contains("Workspace opened")
        .doesNotContain("Area");

    visit("/settings/log?from=2999-01-01");
    assertThat(page.locator(".empty").innerText()).contains("Nothing found");
    page.navigate("/settings/log?from=soon");
    assertThat(page.locator("#from-error").isVisible()).isTrue();
  }
}
