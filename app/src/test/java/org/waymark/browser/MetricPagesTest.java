package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.measure.metric.ShippedMetrics;

class MetricPagesTest extends BrowserTest {
  private static final String MAY = "from=2017-04-01&to=2017-12-31&per=month";
  private TestServer.TestWorkspace workspace;

  @BeforeEach
  void enter() {
    workspace = TestServer.newWorkspace();
    signIn(workspace);
  }

  @Test
  void before_anything_has_come_in_every_metric_says_that_there_is_no_data() {
    visit("/metrics");

    assertThat(heading()).isEqualTo("Metrics");
    assertThat(page.locator(".empty").innerText()).contains("Nothing to measure yet");
    assertThat(page.locator(".cards li").count()).isZero();
    assertThat(page.locator("#metric-cards .rows li").count())
        .isEqualTo(ShippedMetrics.all().size());
    assertThat(page.locator("#metric-cards").innerText()).contains("Ready when the data is");
    inspect("metrics-empty");

    visit("/metrics/nps");
    assertThat(page.locator(".empty").innerText()).contains("Nothing to measure yet");
    assertThat(link("Make this a goal").getAttribute("class")).contains("button-quiet");
    assertThat(page.locator("figure.chart").count()).isZero();
    inspect("metric-empty");
  }

  @Test
  void a_metric_shows_its_number_its_certainty_its_meaning_and_what_is_behind() {
    cases();

    visit("/metrics");
    assertThat(page.locator(".cards").innerText()).contains("at least").contains("still open");
    inspect("metrics");

    visit(
        "/metrics/resolution-time?statistic=p50&by=channel&from=2017-04-01&to=2017-06-30&per=month");
    assertThat(heading()).isEqualTo("Resolution time, median");
    assertThat(text())
        .contains("3.0 hours")
        .contains("between 2.0 hours and 3.0 hours, with 95 % confidence")
        .contains("from 40 cases, 4 of them still open")
        .contains("Q2 2017, UTC")
        .contains("Kaplan-Meier")
        .contains("By channel")
        .contains("No goal uses this metric yet.")
        .contains("version 1, comes with Waymark")
        .contains("How people mislead themselves with it");
    assertThat(page.locator(".big").boundingBox().y)
        .as("the number comes before the switches")
        .isLessThan(page.locator("form.filters").boundingBox().y);
    inspect("metric");
  }

  @Test
  void behind_every_point_and_part_are_the_interactions_that_made_it() throws IOException {
    cases();
    visit("/metrics/resolution-time?by=channel&" + MAY);
    page.locator("td a[aria-label='Interactions of email']").click();
    assertThat(text()).contains("1 Apr to 31 Dec 2017, only email").contains("from 20 cases");
    assertThat(page.locator("tbody tr").count()).isEqualTo(20);
    assertThat(page.locator("tbody").innerText()).contains("helpdesk").contains("open");
    inspect("metric-interactions");

    Download csv = page.waitForDownload(() -> link("All of them as CSV").click());
    List<String> lines = Files.readAllLines(csv.path());
    assertThat(lines).hasSize(21);
    assertThat(lines.getFirst()).startsWith("source,id,kind,startedAt,");
    assertThat(lines.get(1))
        .startsWith("helpdesk,c0,case,2017-05-01T08:00:00Z,,,")
        .contains("email");

    visit("/metrics/resolution-time?from=2017-05-01&to=2017-05-28&per=week");
    page.locator(".chart-reader").focus();
    page.keyboard().press("Home");
    page.keyboard().press("Enter");
    page.waitForURL("**/interactions?*from=2017-05-01&to=2017-05-07*");
    assertThat(text()).contains("1 to 7 May 2017").contains("14 cases");

    visit("/metrics/resolution-time?from=2017-05-01&to=2017-05-28&per=week");
    page.locator(".chart-reader").click();
    page.waitForURL("**/interactions?*");

    withoutScripts();
    signIn(workspace);
    visit("/metrics/resolution-time?from=2017-05-01&to=2017-05-28&per=week");
    page.locator(".chart-more summary").click();
    page.locator(".chart-more tbody a").first().click();
    assertThat(heading()).isEqualTo("Interactions behind Resolution time, 90th percentile");
  }

  @Test
  void a_number_is_compared_with_the_days_before_only_where_chance_can_be_told() {
    answers("2017-04", 200, 60, 20);
    answers("2017-05", 200, 60, 24);
    visit("/metrics/nps?from=2017-05-01&to=2017-05-30");
    assertThat(text())
        .contains("The 30 days before, Apr 2017")
        .contains("The difference is no more than noise.");
    assertThat(page.locator(".change").getAttribute("class")).contains("change-unknown");

    answers("2017-06", 200, 10, 90);
    visit("/metrics/nps?from=2017-05-31&to=2017-06-29");
    assertThat(text())
        .contains("The difference is more than chance alone would make.")
        .contains("\u2212");
    assertThat(page.locator(".change").getAttribute("class")).contains("change-bad");
    inspect("metric-worse");

    visit("/metrics/nps?from=2017-04-01&to=2017-06-30&per=month");
    assertThat(text()).as("nothing is known of the days before").doesNotContain("days before");
  }

  @Test
  void a_number_goes_to_the_board_as_text_and_as_an_image() throws IOException {
    cases();
    use(
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setPermissions(List.of("clipboard-read", "clipboard-write")));
    signIn(workspace);
    String view = "/metrics/resolution-time?statistic=p50&" + MAY;
    visit(view);
    page.getByText("Copy for the board").click();
    button("Copy the text").click();
    page.getByText("Copied.").waitFor();
    String copied =
        String.valueOf(page.evaluate("() => navigator.clipboard.readText()"))
            .replace('\u00a0', ' ');
    assertThat(copied.lines().toList())
        .contains(
            "Resolution time, median: 3.0 hours, between 2.0 hours and 3.0 hours, with 95 %"
                + " confidence, from 40 cases, 4 of them still open.",
            "1 Apr to 31 Dec 2017, UTC.",
            "What is still open counts as “longer than so far”; the interval allows for it.",
            address() + view);
    page.locator(".board-image").scrollIntoViewIfNeeded();
    page.waitForFunction("() => document.querySelector('.board-image').naturalWidth > 0");
    assertThat(page.locator(".board-image").getAttribute("alt")).contains("3.0 hours");
    inspect("metric-board");

    BufferedImage image = picture(view.replace("resolution-time?", "resolution-time/board.png?"));
    assertThat(image.getWidth()).isEqualTo(1632);
    assertThat(image.getHeight()).isBetween(800, 1400);
    assertThat(inks(image)).as("different colours in the picture").isGreaterThan(20);
    assertThat(picture("/metrics/nps/board.png").getHeight())
        .as("a number there is not")
        .isLessThan(700);

    withoutScripts();
    signIn(workspace);
    visit(view);
    page.getByText("Copy for the board").click();
    assertThat(page.locator(".board-text").innerText()).contains("Resolution time, median: 3.0");
    assertThat(button("Copy the text").count()).isZero();
    Download file = page.waitForDownload(() -> link("Download the image").click());
    assertThat(file.suggestedFilename()).isEqualTo("resolution-time.png");
  }

  @Test
  void a_metric_becomes_a_goal_whose_target_is_drawn_in_its_history() {
    cases();
    workspace
        .api()
        .post(
            "/cycles",
            "{\"name\":\"Summer\",\"code\":\"summer\",\"from\":\"2017-06-05\",\"to\":\"2017-12-31\"}");
    visit("/metrics/resolution-time?statistic=p50&channel=phone&" + MAY);
    link("Make this a goal").click();
    assertThat(text()).contains("Its key metric is there already");
    link("Write it in a short form instead").click();
    assertThat(text())
        .contains("Its first key result will be measured by Resolution time: median.");
    field("What we want to reach").fill("Whoever rings has an answer the same morning.");
    page.locator("#cycle").selectOption("summer");
    button("Write the goal down").click();
    assertThat(page.locator(".toast").innerText()).contains("Now say where its number shall be.");
    assertThat(text()).contains("8 May to 4 Jun 2017").contains("n =");
    assertThat(page.locator("#measure").inputValue()).isEqualTo("resolution-time p50");
    assertThat(page.locator("#type").inputValue()).isEqualTo("decrease");
    inspect("metric-goal");
    page.locator("#target").fill("2 hours");
    button("Add the key result").click();
    assertThat(heading()).isEqualTo("Whoever rings has an answer the same morning.");
    String goal = page.url().replaceAll(".*/goals/", "");
    assertThat(workspace.api().post("/goals/" + goal + "/start", "{}").status()).isLessThan(300);

    visit("/metrics/resolution-time?statistic=p50&channel=phone&" + MAY);
    assertThat(text())
        .contains("Whoever rings has an answer the same morning.")
        .contains("Running");
    assertThat(page.locator(".chart-large .chart-target").count()).isEqualTo(1);
    assertThat(text()).contains("2 hours: Whoever rings has an answer the same morning.");
    inspect("metric-with-goal");

    visit("/metrics/resolution-time?" + MAY);
    assertThat(page.locator(".chart-target").count())
        .as("another statistic of other cases")
        .isZero();
    link("Look at the metric as the goal “Whoever rings has an answer the same morning.” does")
        .click();
    assertThat(heading()).isEqualTo("Resolution time, median");
    assertThat(text()).contains("only phone");
  }

  @Test
  void without_enough_answers_a_goal_says_that_it_has_no_baseline() {
    answers("2017-05", 3, 1, 1);
    workspace
        .api()
        .post(
            "/cycles",
            "{\"name\":\"Summer\",\"code\":\"summer\",\"from\":\"2017-06-05\",\"to\":\"2017-12-31\"}");
    visit("/metrics/nps?" + MAY);
    assertThat(text()).contains("Only 5 answers; it takes 10 to say a number");
    inspect("metric-too-few");
    link("Make this a goal").click();
    assertThat(text()).contains("Its key metric is there already");
    link("Write it in a short form instead").click();
    field("What we want to reach").fill("People recommend us.");
    page.locator("#cycle").selectOption("summer");
    button("Write the goal down").click();
    assertThat(text()).contains("There are not enough answers to set a baseline.");
    assertThat(page.locator("#baseline").inputValue()).isEmpty();
  }

  @Test
  void a_question_that_makes_no_sense_is_explained_and_kept() {
    var answer = page.navigate("/metrics/resolution-time?from=2017-06-30&to=2017-06-01");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(page.locator(".errors").innerText()).contains("before");
    assertThat(field("From").inputValue()).isEqualTo("2017-06-30");
  }

  @Test
  void what_no_switch_shows_is_carried_along_and_can_be_cleared() {
    cases();
    visit("/metrics/on-time-share?kind=case&" + MAY);
    page.locator("#per").selectOption("week");
    button("Show").click();
    assertThat(page.url()).contains("kind=case").contains("per=week");
    assertThat(text()).contains("only case");
    link("Clear").click();
    assertThat(page.url()).endsWith("/metrics/on-time-share");
  }

  private String text() {
    return page.locator("main").innerText().replace('\u00a0', ' ');
  }

  private BufferedImage picture(String path) throws IOException {
    var answer = context.request().get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("content-type", "image/png");
    assertThat(answer.headers().get("cache-control")).contains("no-store");
    return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(answer.body())));
  }

  private static long inks(BufferedImage image) {
    return java.util.stream.IntStream.range(0, image.getWidth() * image.getHeight())
        .map(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()))
        .distinct()
        .count();
  }

  private void cases() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add(
          """
          {"source":"helpdesk","id":"c%d","kind":"case","startedAt":"2017-05-%02dT08:00:00Z","finishedAt":%s,"channel":"%s"}"""
              .formatted(
                  i,
                  1 + i % 28,
                  i < 4 ? "null" : "\"2017-05-%02dT%02d:00:00Z\"".formatted(1 + i % 28, 9 + i % 4),
                  i % 2 == 0 ? "email" : "phone"));
    }
    send(lines);
  }

  /** So many nines, sevens and threes in a month. */
  private void answers(String month, int promoters, int passives, int detractors) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < promoters + passives + detractors; i++) {
      int score = i < promoters ? 9 : i < promoters + passives ? 7 : 3;
      lines.add(
          """
          {"source":"survey","id":"%s-%d","kind":"survey","startedAt":"%s-%02dT12:00:00Z","scale":"nps-0-10","score":%d}"""
              .formatted(month, i, month, 1 + i % 28, score));
    }
    send(lines);
  }

  private void send(List<String> lines) {
    var answer =
        workspace
            .api()
            .send(
                workspace
                    .api()
                    .request("/interactions")
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines))));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }
}
