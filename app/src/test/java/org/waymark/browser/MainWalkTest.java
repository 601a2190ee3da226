package org.waymark.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.waymark.Api;
import tools.jackson.databind.JsonNode;

/**
 * The main job in one go, as a person does it: an empty server is claimed, a year of real service
 * requests comes in, and a goal measures itself from them. Each test goes on where the one before
 * it stopped, because the year is read only once.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainWalkTest extends BrowserTest {
  private static final String EMAIL = "ada@harbour.example";
  private static final String PASSWORD = "a quiet harbour in the morning";
  private static final String STATEMENT = "Close more requests on time";

  private static FreshServer server;
  private static Api api;
  private static String goal;

  @BeforeAll
  static void start() throws IOException {
    server = FreshServer.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.stop();
  }

  @Override
  protected String address() {
    return server.address();
  }

  @Test
  @Order(1)
  void the_setup_link_makes_the_owner_who_signs_in_and_makes_a_token() {
    visit(server.link());
    field("Name of the organisation").fill("Harbour City");
    field("Time zone").selectOption("America/New_York");
    field("Your name").fill("Ada Berg");
    field("E-mail address").fill(EMAIL);
    field("Password").fill(PASSWORD);
    button("Set up").click();
    assertThat(page.locator(".foot")).containsText("America / New York");
    button("Sign out").click();
    arriveAt("/sign-in");

    enter();
    link("Settings").first().click();
    link("API tokens").click();
    field("Name").fill("nightly export");
    button("Make token").click();
    api = new Api(address(), page.locator("#secret").innerText());
    assertThat(api.get("/units").status()).isEqualTo(200);
  }

  @Test
  @Order(2)
  void a_year_of_real_requests_comes_in_and_is_mended() {
    enter();
    unit("Harbour City", "company", "");
    unit("City services", "department", "harbour-city");
    unit("Street crew", "team", "city-services");

    link("Data desk").click();
    field("CSV file").setInputFiles(sample());
    button("Upload and look").click();
    assertThat(page.locator("tbody").first()).containsText("101001240734");
    assertThat(page.locator("tbody").first()).containsText("1 Jan 2015, 00:20");
    assertThat(field("How dates are written").inputValue()).isEqualTo("MM/dd/yyyy hh:mm:ss a");
    field("Written at").fill("2016-01-12T22:30:00-05:00");
    page.locator("#unknown").selectOption("create");
    page.locator("#under").fill("city-services");
    button("Import this file").click();

    waitUntilRead();
    assertThat(page.locator("#progress .facts").innerText()).contains("121,145").contains("197");
    page.locator("#tolerance").fill("PT5M");
    button("Take up again").click();
    waitUntilRead();
  }

  @Test
  @Order(3)
  void the_metrics_say_what_the_year_was_like_and_how_sure_they_are() {
    JsonNode january = reading("on-time-share?from=2015-01-01&to=2015-01-31");
    assertThat(january.get("numerator").asInt()).isEqualTo(1413);
    assertThat(january.get("denominator").asInt()).isEqualTo(2128);
    JsonNode december = reading("on-time-share?from=2015-11-30&to=2015-12-27");
    assertThat(december.get("numerator").asInt()).isEqualTo(4220);
    assertThat(december.get("denominator").asInt()).isEqualTo(6388);
    JsonNode median = reading("resolution-time?statistic=p50&from=2015-01-01&to=2015-01-31");
    assertThat(median.get("value").asDouble()).isCloseTo(508_485, within(0.5));
    assertThat(median.get("open").asInt()).isEqualTo(1450);

    enter();
    inspect("walk-home");
    link("Metrics").click();
    inspect("walk-metrics");
    shows("/metrics/case-volume?from=2015-01-01&to=2015-01-31", "7,528");
    shows("/metrics/on-time-share?from=2015-01-01&to=2015-01-31", "66.4 %", "2,128 items");
    shows("/metrics/on-time-share?from=2015-11-30&to=2015-12-27", "66.1 %", "6,388 items");
    shows(
        "/metrics/resolution-time?statistic=p50&from=2015-01-01&to=2015-01-31",
        "5.9 days",
        "7,528 cases",
        "1,450 of them still open");
    shows("/metrics/resolution-time?statistic=p90&from=2015-01-01&to=2015-01-31", "at least");
    inspect("walk-metric-at-least");
    visit("/metrics/on-time-share?from=2015-01-01&to=2015-12-31&per=month&by=unit");
    inspect("walk-metric-on-time");
    visit(
        "/metrics/resolution-time?statistic=p50&from=2015-01-01&to=2015-12-31&per=month&by=channel");
    inspect("walk-metric-resolution");
    page.locator("summary").last().click();
    page.locator("tbody a").last().click();
    inspect("walk-behind");
  }

  @Test
  @Order(4)
  void a_goal_gets_key_results_that_measure_themselves() {
    withoutScripts();
    enter();
    visit("/settings/cycles");
    field("Name").fill("2015");
    field("First day").fill("2015-01-01");
    field("Last day").fill("2015-12-31");
    page.locator("main form button[type=submit]").last().click();

    visit("/goals/new");
    field("What we want to reach").fill(STATEMENT);
    field("Why it matters")
        .fill("One request in three is late, and people stop telling us what is broken.");
    field("Strategy").fill("Give every request to one crew on the day it arrives.");
    field("Cycle").selectOption("2015");
    page.locator("#unit").selectOption("city-services");
    button("Write the goal down").click();
    assertThat(heading()).isEqualTo(STATEMENT);
    goal = page.url().substring(address().length());

    visit(goal + "/key-results/new");
    field("Name").fill("Requests closed on time");
    page.locator("#measure").selectOption("on-time-share share");
    page.locator("#baselineFrom").fill("2015-01-01");
    page.locator("#baselineTo").fill("2015-01-31");
    field("Target").fill("90");
    button("Add the key result").click();
    assertThat(card("Requests closed on time"))
        .containsText("From 66.4\u00a0% to 90\u00a0% by 31 Dec 2015");

    visit(goal + "/key-results/new");
    field("Name").fill("Median time to resolve a request");
    page.locator("#measure").selectOption("resolution-time p50");
    page.locator("#type").selectOption("decrease");
    page.locator("#baselineFrom").fill("2015-01-01");
    page.locator("#baselineTo").fill("2015-01-31");
    page.locator("#change").fill("-20");
    button("Add the key result").click();
    assertThat(card("Median time to resolve a request")).containsText("From 5.9 days to 4.7 days");

    visit(goal + "/key-results/new");
    field("Name").fill("Crew leads trained in the new routine");
    page.locator("#type").selectOption("increase");
    field("Baseline").fill("0");
    field("Target").fill("40");
    button("Add the key result").click();
    checkIn("2015-04-30", "8", "5", "First course held.");
    checkIn("2015-08-31", "19", "6", "The summer was slow.");
    checkIn("2015-12-15", "28", "7", "Two courses to go.");
  }

  @Test
  @Order(5)
  void the_running_goal_tells_where_it_stands_and_how_sure_that_is() {
    enter();
    visit("/goals/new");
    inspect("walk-goal-form");
    visit(goal + "/key-results/new");
    inspect("walk-key-result");
    visit(goal);
    button("Start").click();
    assertThat(page.locator("main")).containsText("One request in three is late");
    assertThat(page.locator("main")).containsText("Give every request to one crew");
    Locator onTime = card("Requests closed on time");
    assertThat(onTime).containsText("66.1\u00a0%");
    assertThat(onTime).containsText("6,388");
    assertThat(onTime).containsText("30 Nov to 27 Dec 2015");
    assertThat(onTime.locator("svg.chart-large .chart-baseline-label")).containsText("66.4");
    assertThat(onTime.locator("svg.chart-large .chart-target-label")).containsText("90");
    assertThat(card("Crew leads trained in the new routine")).containsText("0.70");
    inspect("walk-goal-running");
    visit("/goals");
    inspect("walk-goals");
  }

  @Test
  @Order(6)
  void a_closed_goal_keeps_its_scores_when_later_data_arrive() {
    enter();
    visit(goal);
    link("Close").click();
    field("How it ended").selectOption("missed");
    field("What we learned").fill("The plan was sound, the crews were too few in the autumn.");
    button("Close and keep the scores").click();
    JsonNode scored = kept();

    var late =
        api.post(
            "/interactions",
            """
            [{"source":"late-desk","id":"late-1","kind":"case","unit":"city-services",
              "startedAt":"2015-12-01T09:00:00-05:00","dueAt":"2015-12-10T09:00:00-05:00",
              "finishedAt":"2015-12-20T09:00:00-05:00"}]
            """);
    assertThat(late.status()).as(late.body()).isEqualTo(200);
    assertThat(late.json().get("accepted").asInt()).as(late.body()).isEqualTo(1);
    assertThat(reading("on-time-share?from=2015-11-30&to=2015-12-27").get("denominator").asInt())
        .isEqualTo(6389);
    assertThat(kept()).isEqualTo(scored);
    visit(goal);
    assertThat(card("Requests closed on time")).containsText("6,388");
    assertThat(card("Requests closed on time")).containsText("Would now be");
    inspect("walk-goal-closed");
  }

  private JsonNode kept() {
    JsonNode progress = api.get(goal).json().get("keyResults").get(0).get("progress");
    assertThat(progress.get("reading").get("denominator").asInt()).isEqualTo(6388);
    return progress;
  }

  private JsonNode reading(String asked) {
    String path = asked.replaceFirst("\\?", "/readings?");
    return api.get("/metrics/" + path + "&per=all").json().get("items").get(0);
  }

  private void shows(String address, String... words) {
    visit(address);
    assertThat(page.locator("main").innerText().replace('\u00a0', ' ')).contains(words);
  }

  private Locator card(String name) {
    return page.locator(
        "article",
        new Page.LocatorOptions()
            .setHas(page.locator("h3", new Page.LocatorOptions().setHasText(name))));
  }

  private void checkIn(String day, String value, String confidence, String note) {
    link("Check in: Crew leads trained in the new routine").click();
    field("Value").fill(value);
    field("Confidence").fill(confidence);
    field("Note").fill(note);
    field("Day").fill(day);
    button("Record the check-in").click();
  }

  private void enter() {
    visit("/sign-in");
    field("E-mail address").fill(EMAIL);
    field("Password").fill(PASSWORD);
    button("Sign in").click();
    arriveAt("/");
  }

  private void unit(String name, String kind, String parent) {
    visit("/organisation");
    field("Name").fill(name);
    page.locator("#kind").selectOption(kind);
    page.locator("#parent").selectOption(parent);
    button("Add").click();
  }

  /** The page shows by itself when the import is done. */
  private void waitUntilRead() {
    assertThat(page.locator("#progress")).containsText("What became of the lines");
    page.waitForCondition(
        () -> page.locator("#progress[data-refresh]").count() == 0,
        new Page.WaitForConditionOptions().setTimeout(180_000));
    assertThat(page.locator("#progress"))
        .containsText("Taken in", new ContainsTextOptions().setTimeout(5_000));
  }

  private static Path sample() {
    var here = Path.of("../samples/boston311-2015.csv.gz");
    return Files.exists(here) ? here : Path.of("samples/boston311-2015.csv.gz");
  }
}
