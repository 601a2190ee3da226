package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;

class AccountPagesTest extends BrowserTest {

  @Test
  void whoever_is_not_signed_in_is_asked_to_and_then_comes_where_they_wanted_to_go() {
    var workspace = TestServer.newWorkspace();
    visit("/settings/cycles");
    assertThat(heading()).isEqualTo("Sign in");
    inspect("sign-in");

    field("E-mail address").fill(workspace.owner().email());
    field("Password").fill(TestServer.PASSWORD);
    button("Sign in").click();
    assertThat(page.url()).endsWith("/settings/cycles");

    button("Sign out").click();
    assertThat(heading()).isEqualTo("Sign in");
    assertThat(page.getByRole(AriaRole.STATUS).innerText()).isEqualTo("You are signed out.");
    visit("/organisation");
    assertThat(heading()).isEqualTo("Sign in");
  }

  @Test
  void a_wrong_password_keeps_the_address_and_never_says_which_of_both_was_wrong() {
    var workspace = TestServer.newWorkspace();
    visit("/sign-in");
    field("E-mail address").fill(workspace.owner().email());
    field("Password").fill("not the password");
    button("Sign in").click();

    assertThat(page.locator(".errors").innerText()).contains("do not belong together");
    assertThat(focused()).contains("There is one thing to mend");
    assertThat(field("E-mail address").inputValue()).isEqualTo(workspace.owner().email());
    assertThat(field("Password").inputValue()).isEmpty();
    inspect("sign-in-refused");
  }

  @Test
  void a_token_is_shown_once_works_and_opens_nothing_once_revoked() {
    var workspace = TestServer.newWorkspace();
    signIn(workspace);
    link("Settings").first().click();
    link("API tokens").click();
    inspect("tokens");

    field("Name").fill("help desk export");
    button("Make token").click();
    var secret = page.locator("#secret").innerText();
    assertThat(secret).startsWith("wm_");
    inspect("tokens-made");
    var program = new Api(address(), secret);
    assertThat(program.get("/units").status()).isNotEqualTo(401);

    visit("/settings/tokens");
    assertThat(page.content()).doesNotContain(secret);
    button("Revoke help desk export").click();
    assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("help desk export is revoked");
    assertThat(program.get("/units").status()).isEqualTo(401);
  }

  @Test
  void a_token_without_a_name_is_refused_beside_the_field() {
    signIn(TestServer.newWorkspace());
    visit("/settings/tokens");
    field("Last day").fill("2031-12-31");
    button("Make token").click();

    assertThat(page.locator(".errors a").getAttribute("href")).isEqualTo("#name");
    assertThat(field("Last day").inputValue()).isEqualTo("2031-12-31");
    page.locator(".errors a").click();
    assertThat(focused()).isEqualTo("Name");
    inspect("tokens-refused");
  }

  @Test
  void signing_in_works_by_keyboard_alone_and_without_scripts() {
    var workspace = TestServer.newWorkspace();
    withoutScripts();
    visit("/sign-in");
    field("E-mail address").focus();
    page.keyboard().type(workspace.owner().email());
    page.keyboard().press("Tab");
    page.keyboard().type(TestServer.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(address() + "/");
    assertThat(heading()).isEqualTo("Welcome");
  }
}
