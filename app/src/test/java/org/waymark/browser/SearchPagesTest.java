package org.waymark.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;

/** Search by keyboard above any page, and as a page of its own. */
class SearchPagesTest extends BrowserTest {
  private TestServer.TestWorkspace workspace;

  @BeforeEach
  void write() {
    workspace = TestServer.newWorkspace();
    workspace.api().post("/units", "{\"name\":\"Ferry landings\",\"kind\":\"company\"}");
    signIn(workspace);
  }

  @Test
  void slash_letters_and_enter_lead_to_a_unit() {
    page.keyboard().press("/");
    assertThat(page.locator("dialog input[name=q]")).isFocused();
    page.keyboard().type("landin");
    assertThat(page.locator("dialog .found-item")).hasCount(1);
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("Ferry landings");
  }

  @Test
  void the_palette_opens_by_control_and_k_and_arrows_walk_through_it() {
    visit("/goals");
    page.keyboard().press("Control+k");
    assertThat(page.locator("dialog input[name=q]")).isFocused();
    inspect("search-palette");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("dialog .found-item").first()).isFocused();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("dialog .found-item").nth(1)).isFocused();
    page.keyboard().press("ArrowUp");
    page.keyboard().press("ArrowUp");
    assertThat(page.locator("dialog input[name=q]")).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
  }

  @Test
  void the_page_says_what_it_found_and_when_it_found_nothing() {
    visit("/search?q=ferry");
    assertThat(page.locator("#found")).containsText("One thing found");
    inspect("search-found");
    visit("/search?q=xyzzy");
    assertThat(page.locator("#found")).containsText("Nothing found");
    inspect("search-none");
  }

  @Test
  void without_scripts_the_rail_leads_to_the_page_and_enter_asks() {
    withoutScripts();
    signIn(workspace);
    page.locator("a[data-palette]").click();
    page.locator("input[name=q]").fill("ferry");
    page.keyboard().press("Enter");
    link("Ferry landings Unit").click();
    assertThat(page.locator("h1")).hasText("Ferry landings");
  }
}
