package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.people.Role;

/** Somebody says when a unit works and sees both clocks side by side. */
class BusinessHoursPagesTest extends BrowserTest {
  private static final String DAYS = "?statistic=p50&from=2026-03-01&to=2026-03-31";

  private TestServer.TestWorkspace workspace;

  @BeforeEach
  void enter() {
    workspace = TestServer.newWorkspace(ZoneId.of("Europe/London"));
    signIn(workspace);
  }

  private void casesOfAWeekend() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add(
          """
          {"source":"desk","id":"c%d","kind":"case","startedAt":"2026-03-06T16:30:00Z","respondedAt":"2026-03-09T09:45:00Z"}"""
              .formatted(i));
    }
    var api = workspace.api();
    var answer =
        api.send(
            api.request("/interactions")
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines))));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private void sayHours() {
    field("Valid from").fill("2026-01-01");
    page.locator("#holidays").selectOption("gb-eng");
    field("Friday").fill("9-12:30, 13.30 – 17");
    page.locator("#closed").fill("2099-01-05 Stocktaking");
    button("Save").click();
  }

  @Test
  void hours_are_said_once_and_read_back_in_words() {
    visit("/settings");
    link("Business hours").click();
    assertThat(page.locator("main").innerText()).contains("Nobody has said yet when anybody works");
    assertThat(page.locator("#zone").inputValue()).isEqualTo("Europe/London");
    assertThat(field("Monday").inputValue()).isEqualTo("9:00–17:00");
    assertThat(LocalDate.parse(field("Valid from").inputValue()))
        .as("the first hours reach back to old data")
        .isBefore(LocalDate.now(ZoneId.of("UTC")).minusYears(9));
    inspect("schedules-none");
    sayHours();

    assertThat(page.locator(".toast").innerText()).contains("counted anew");
    assertThat(page.locator("tbody").innerText())
        .contains("Everyone without hours of their own", "Monday–Thursday 9:00–17:00")
        .contains("Friday 9:00–12:30, 13:30–17:00", "United Kingdom", "England");
    inspect("schedules");

    link("Everyone without hours of their own").click();
    assertThat(field("Friday").inputValue()).isEqualTo("09:00–12:30, 13:30–17:00");
    field("Friday").fill("");
    inspect("schedule");
    button("Save").click();
    assertThat(page.locator("tbody").innerText()).doesNotContain("Friday 9:00");
    link("Everyone without hours of their own").click();
    button("Take these hours away").click();
    assertThat(page.locator("main").innerText()).contains("Nobody has said yet when anybody works");
  }

  @Test
  void what_cannot_be_read_is_told_beside_its_day_and_nothing_is_lost() {
    visit("/settings/schedules");
    field("Tuesday").fill("mornings");
    field("Wednesday").fill("9-17");
    page.locator("#closed").fill("Christmas");
    button("Save").click();
    assertThat(page.locator("#tuesday-error").innerText()).contains("9:00–17:00");
    assertThat(page.locator("#closed-error").isVisible()).isTrue();
    assertThat(field("Wednesday").inputValue()).isEqualTo("9-17");
    field("Tuesday").fill("9-13, 12-17");
    page.locator("#closed").fill("");
    button("Save").click();
    assertThat(page.locator("#tuesday-error").innerText()).contains("begins at 12:00");
    inspect("schedules-refused");
  }

  @Test
  void the_number_says_which_clock_it_counts_by_and_names_the_other() {
    casesOfAWeekend();
    visit("/metrics/first-response-time" + DAYS);
    assertThat(page.locator("#metric-number").innerText())
        .contains("nobody has said when the units work");
    link("When the units work").click();
    sayHours();

    visit("/metrics/first-response-time" + DAYS);
    assertThat(page.locator("#other-clock").innerText())
        .isEqualTo("In business hours: 75.0 minutes");
    inspect("metric-calendar-hours");
    page.locator("#other-clock a").click();
    assertThat(heading()).isEqualTo("First response time in business hours, median");
    assertThat(page.locator("#metric-number").innerText())
        .contains("75.0 minutes")
        .contains("In calendar hours, as the customer waits: 2.7 days");
    assertThat(page.locator("main").innerText())
        .contains("business hours: only hours in which the unit works")
        .contains("The customer waits in calendar hours.");
    inspect("metric-business-hours");
  }

  @Test
  void it_works_without_scripts_and_a_member_only_reads() {
    withoutScripts();
    signIn(workspace);
    visit("/settings/schedules");
    sayHours();
    assertThat(page.locator("tbody tr").count()).isEqualTo(1);

    use(new Browser.NewContextOptions());
    signIn(workspace.newSignIn(Role.MEMBER));
    visit("/settings/schedules");
    assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    assertThat(page.locator("main form").count()).isZero();
    inspect("schedules-member");
  }
}
