package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.demo.LoadedCompany;

/**
 * The made-up company through the eyes of three people: what each finds, and that every screen has
 * something true to show.
 */
class DemonstrationWalkTest extends BrowserTest {

  @BeforeAll
  static void the_company_is_loaded() {
    LoadedCompany.running();
  }

  private void enter(String firstName) {
    visit("/sign-in");
    field("E-mail address").fill(firstName + "@quillhaven.example");
    field("Password").fill(TestServer.PASSWORD);
    button("Sign in").click();
    arriveAt("/");
  }

  @Test
  void the_cx_lead_sees_where_everything_stands() {
    enter("ingrid");
    assertThat(page.locator("main").innerText()).contains("This workspace holds example data");
    inspect("demo-lead-home");

    visit("/goals");
    assertThat(page.locator("main").innerText())
        .contains("Customers get their order on the day we promised it.")
        .contains("Blinds are repaired instead of replaced.");
    inspect("demo-lead-goals");

    page.getByText("Everyone who orders in the campaign gets their blinds").first().click();
    assertThat(page.locator("main").innerText())
        .contains("they mind the tenth")
        .contains("We move the cutting table that month.");
    inspect("demo-lead-goal-missed");

    visit("/metrics");
    assertThat(page.locator("main").innerText())
        .contains("Net Promoter Score", "Satisfied with the delivery", "Claim settlement time");
    inspect("demo-lead-metrics");

    visit("/metrics/delivery-satisfaction?by=attribute.arrival&per=month");
    assertThat(page.locator("main").innerText()).contains("late", "on-time");
    inspect("demo-lead-metric");

    visit("/data");
    assertThat(page.locator("main").innerText())
        .contains("shop-orders", "helpdesk", "showroom-sheet", "carrier-corrections");
    inspect("demo-lead-data");

    visit("/organisation");
    assertThat(page.locator("main").innerText()).contains("because we came on the day we said");
    inspect("demo-lead-organisation");
  }

  @Test
  void the_metrics_show_who_aims_at_them_and_what_stands_behind() {
    enter("ingrid");
    visit("/metrics/on-time-share?kind=order&by=unit&per=month");
    assertThat(page.locator("main").innerText())
        .contains("with 95\u00a0% confidence", "days before", "By unit")
        .contains("Customers get their order on the day we promised it.");
    assertThat(page.locator(".chart-large .chart-target").count()).isEqualTo(1);
    inspect("demo-metric-promises");

    visit("/metrics/first-response-time?channel=email&by=topic&per=week");
    assertThat(page.locator(".chart-large .chart-target").count()).isEqualTo(1);
    inspect("demo-metric-first-response");

    visit("/metrics/claim-settlement?per=month");
    assertThat(page.locator("main").innerText()).contains("at least", "still open");
    page.getByText("Copy for the board").click();
    inspect("demo-metric-claims");

    visit("/metrics/case-volume?by=topic&per=month");
    inspect("demo-metric-volume");

    visit("/metrics/delivery-satisfaction?product=awning");
    inspect("demo-metric-awnings");
  }

  @Test
  void the_team_lead_finds_the_goals_of_the_team_and_the_lines_to_mend() {
    enter("yusuf");
    assertThat(page.locator("main").innerText()).doesNotContain("example data");
    inspect("demo-teamlead-home");

    visit("/goals?unit=phone-chat");
    assertThat(page.locator("main").innerText())
        .contains("When someone rings, we pick up.")
        .doesNotContain("Blinds are repaired instead of replaced.");
    inspect("demo-teamlead-goals");

    page.getByText("When someone rings, we pick up.").first().click();
    assertThat(page.locator("main").textContent()).contains("Every week so far.");
    inspect("demo-teamlead-goal");

    visit("/data");
    page.locator(
            "main a",
            new com.microsoft.playwright.Page.LocatorOptions().setHasText("showroom orders"))
        .click();
    assertThat(page.locator("main").innerText()).contains("last Tuesday", "Show room 1");
    inspect("demo-teamlead-refused");
  }

  @Test
  void the_team_member_is_asked_for_an_answer_and_has_a_goal_of_their_own() {
    enter("sam");
    inspect("demo-member-home");

    visit("/goals");
    assertThat(page.locator("main").innerText())
        .contains("I close the circle", "I write down every question");
    inspect("demo-member-goals");

    page.getByText("Whoever asks us by chat and by phone gets the same answer.").first().click();
    assertThat(page.locator("main").innerText())
        .contains("1 of 2 has not answered: Sam Abara", "I agree");
    inspect("demo-member-goal");

    visit("/data");
    inspect("demo-member-data");
    var answer = page.navigate("/example");
    assertThat(answer.status()).isEqualTo(403);
  }
}
