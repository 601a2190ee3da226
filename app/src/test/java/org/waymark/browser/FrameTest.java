package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;

/** What stands around every page: places, keys, light and dark. */
class FrameTest extends BrowserTest {

  @Test
  void a_letter_after_g_goes_to_a_place_and_a_question_mark_shows_the_keys() {
    signIn(TestServer.newWorkspace());
    page.keyboard().press("g");
    page.keyboard().press("m");
    page.waitForURL(address() + "/metrics");

    page.keyboard().press("?");
    var dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Keys"));
    dialog.waitFor();
    assertThat(dialog.innerText()).contains("Show these keys");
    inspect("keys-dialog");
    page.keyboard().press("Escape");
    page.waitForCondition(() -> page.locator("dialog").count() == 0);
    assertThat(page.url()).endsWith("/metrics");
    visit("/keys");
    inspect("keys");
  }

  @Test
  void keys_do_nothing_while_a_person_types() {
    signIn(TestServer.newWorkspace());
    visit("/goals");
    field("Words in the goal").focus();
    page.keyboard().type("gm?");
    assertThat(field("Words in the goal").inputValue()).isEqualTo("gm?");
    assertThat(page.locator("dialog").count()).isZero();
  }

  @Test
  void without_scripts_the_keys_are_a_page_and_the_look_is_a_form() {
    withoutScripts();
    signIn(TestServer.newWorkspace());
    link("Keys").click();
    assertThat(heading()).isEqualTo("Keys");
    button("Dark").click();
    assertThat(heading()).as("the page they were on").isEqualTo("Keys");
    assertThat(page.locator("html").getAttribute("data-look")).isEqualTo("dark");
    assertThat(button("Dark").getAttribute("aria-pressed")).isEqualTo("true");
    button("System").click();
    assertThat(page.locator("html").getAttribute("data-look")).isNull();
  }

  @Test
  void the_look_changes_at_once_and_stays_on_the_next_page() {
    signIn(TestServer.newWorkspace());
    var light = paper();
    page.waitForResponse("**/look", () -> button("Dark").click());
    assertThat(page.url()).isEqualTo(address() + "/");
    var dark = paper();
    assertThat(dark).isNotEqualTo(light);

    visit("/metrics");
    assertThat(paper()).isEqualTo(dark);
    assertThat(page.locator("html").getAttribute("data-look")).isEqualTo("dark");
  }

  @Test
  void on_a_phone_four_places_lie_under_the_thumb_and_the_rest_behind_more() {
    use(new Browser.NewContextOptions().setViewportSize(390, 780));
    signIn(TestServer.newWorkspace());
    assertThat(page.locator(".places").innerText()).doesNotContain("Organisation");
    button("More").click();
    assertThat(button("Sign out").isVisible()).isTrue();
    page.getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName("Organisation").setExact(true))
        .last()
        .click();
    assertThat(heading()).isEqualTo("Organisation");
  }

  @Test
  void the_design_page_shows_every_part_in_every_state() {
    signIn(TestServer.newWorkspace());
    visit("/design");
    assertThat(page.locator(".state-bad").count()).isPositive();
    assertThat(page.locator(".gauge-good .gauge-score").first().innerText()).isEqualTo("0.70");
    page.locator("summary").first().click();
    assertThat(page.locator("tbody").first().innerText()).doesNotContain("too little");
    inspect("design");
  }

  private String paper() {
    return (String)
        page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor");
  }
}
