package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.platform.Ids;

class MemberPagesTest extends BrowserTest {

  @Test
  void an_invited_person_joins_by_their_link_and_sees_what_their_role_may() {
    var workspace = TestServer.newWorkspace();
    signIn(workspace);
    visit("/settings/members");
    var email = "bo-" + Ids.next() + "@harbour.example";
    field("E-mail address").fill(email);
    field("Name").fill("Bo Lindqvist");
    button("Invite").click();
    var link = page.locator("#invitation").innerText();
    assertThat(link).startsWith(address() + "/invitation?secret=");
    inspect("members-invited");

    use(new com.microsoft.playwright.Browser.NewContextOptions());
    visit(link);
    assertThat(heading()).isEqualTo("Join Harbour City");
    inspect("invitation");
    field("Password").fill("short");
    button("Join").click();
    assertThat(page.locator(".errors").innerText()).contains("at least 10 characters");
    field("Password").fill("a boat on a calm sea");
    button("Join").click();
    arriveAt("/");

    visit("/settings/members");
    assertThat(button("Invite").count()).as("a member invites nobody").isZero();
    assertThat(page.navigate(link).status()).as("the link worked once").isEqualTo(404);
  }

  @Test
  void a_role_is_changed_and_the_last_owner_stays() {
    var workspace = TestServer.newWorkspace();
    signIn(workspace);
    visit("/settings/members");
    field("E-mail address").fill("bo-" + Ids.next() + "@harbour.example");
    field("Name").fill("Bo Lindqvist");
    button("Invite").click();
    link("Bo Lindqvist").click();
    page.locator("#role").selectOption("lead");
    inspect("member");
    button("Save").click();
    assertThat(page.getByRole(AriaRole.STATUS).innerText()).isEqualTo("Bo Lindqvist was changed.");
    assertThat(page.locator("tbody").innerText()).contains("Lead");

    page.locator("tbody").getByText("Ada Berg").click();
    button("End this membership").click();
    assertThat(page.locator(".errors").innerText()).contains("last owner");
  }
}
