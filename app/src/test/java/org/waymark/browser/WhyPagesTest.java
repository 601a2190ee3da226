package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;

/** Why a metric moved, on its page. */
class WhyPagesTest extends BrowserTest {
  private TestServer.TestWorkspace workspace;

  @BeforeEach
  void enter() {
    workspace = TestServer.newWorkspace();
    List<String> lines = new ArrayList<>();
    answers(lines, "2017-04", "web", 300, 180, 60);
    answers(lines, "2017-04", "phone", 100, 40, 30);
    answers(lines, "2017-05", "web", 150, 93, 30);
    answers(lines, "2017-05", "phone", 250, 100, 70);
    lines.add(
        """
        {"source":"survey","id":"last","kind":"survey","startedAt":"2017-06-01T12:00:00Z","scale":"nps-0-10","score":8,"channel":"web"}""");
    for (String month : List.of("2017-04", "2017-05")) {
      for (int i = 0; i < 30; i++) {
        lines.add(
            """
            {"source":"desk","id":"%s-%d","kind":"case","startedAt":"%s-%02dT08:00:00Z","channel":"%s"}"""
                .formatted(month, i, month, 1 + i, i % 3 == 0 ? "web" : "phone"));
      }
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
    signIn(workspace);
  }

  private static void answers(
      List<String> lines, String month, String channel, int all, int promoters, int detractors) {
    for (int i = 0; i < all; i++) {
      int score = i < promoters ? 10 : i < promoters + detractors ? 2 : 8;
      lines.add(
          """
          {"source":"survey","id":"%s-%s-%d","kind":"survey","startedAt":"%s-%02dT12:00:00Z","scale":"nps-0-10","score":%d,"channel":"%s"}"""
              .formatted(month, channel, i, month, 1 + i % 30, score, channel));
    }
  }

  private String why() {
    return page.locator("#why").innerText().replace('\u00a0', ' ');
  }

  private void open(String summary) {
    page.locator("#why summary").getByText(summary).click();
  }

  @Test
  void one_sentence_says_why_and_its_parts_are_one_click_away() {
    visit("/metrics/nps");
    assertThat(why())
        .contains("From 32.5 points to 23.2 points (−9.2 points, no more than noise)")
        .contains("−11.2 points from another mix by channel")
        .contains("+2.0 points from real change within the parts (95 % interval")
        .contains("May 2017 against Apr 2017")
        .doesNotContain("n = 250");
    inspect("metric-why");
    open("Part by part, by channel");
    assertThat(why())
        .contains("phone", "10.0 points, n = 100", "12.0 points, n = 250", "−8.4 points")
        .contains("that there were 400 then and 400 answers now");
    inspect("metric-why-parts");
  }

  @Test
  void other_periods_and_another_division_can_be_asked_for_and_stand_in_the_address() {
    visit("/metrics/nps");
    open("Other periods");
    page.locator("#whyBy").selectOption("unit");
    button("Compare").click();
    assertThat(page.url()).contains("whyBy=unit").contains("#why");
    assertThat(why()).contains("±0.0 points from another mix by unit", "not stated");
    assertThat(page.locator("form.filters input[name=whyBy][type=hidden]").count()).isZero();

    open("Other periods");
    page.locator("#whyBeforeTo").fill("2017-06-01");
    button("Compare").click();
    assertThat(why()).contains("before the later period begins").doesNotContain("another mix by");
    inspect("metric-why-refused");

    visit("/metrics/nps?channel=web");
    assertThat(why()).contains("Choose below by what to divide").doesNotContain("weights");
    visit("/metrics/nps?asOf=2020-01-01T00:00:00Z");
    assertThat(why()).contains("and of what is known now");
  }

  @Test
  void what_cannot_be_split_says_so_and_a_count_is_volume() {
    visit("/metrics/case-volume?whyFrom=2017-05-01&whyTo=2017-05-31");
    assertThat(why())
        .contains("From 30 in 30 days to 30 in 31 days (±0)")
        .contains("a day it went from 1.0 to 1.0: no more than noise");
    visit("/metrics/resolution-time?whyFrom=2017-05-01&whyTo=2017-05-31");
    assertThat(why()).containsAnyOf("cannot be split", "no number");
    inspect("metric-why-unsplit");
  }
}
