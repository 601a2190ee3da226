package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;

class MetricPagesTest extends BrowserTest {
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
    assertThat(page.locator(".cards li").count()).isEqualTo(6);
    assertThat(page.locator(".cards li").first().innerText()).contains("No data");
    inspect("metrics-empty");
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
    String text = page.locator("main").innerText().replace('\u00a0', ' ');
    assertThat(text)
        .contains("3.0 hours")
        .contains("95 % sure it lies in")
        .contains("40 items, 4 of them still open")
        .contains("Kaplan-Meier")
        .contains("By channel")
        .contains("How people mislead themselves with it");
    inspect("metric");

    page.locator("summary").last().click();
    page.getByText("Interactions").last();
    visit("/metrics/resolution-time/interactions?from=2017-05-01&to=2017-05-31&channel=email");
    assertThat(page.locator("tbody tr").count()).isEqualTo(20);
    assertThat(page.locator("tbody").innerText()).contains("helpdesk").contains("open");
    inspect("metric-interactions");
  }

  @Test
  void a_question_that_makes_no_sense_is_explained_and_kept() {
    var answer = page.navigate("/metrics/resolution-time?from=2017-06-30&to=2017-06-01");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(page.locator(".errors").innerText()).contains("before");
    assertThat(field("From").inputValue()).isEqualTo("2017-06-30");
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
