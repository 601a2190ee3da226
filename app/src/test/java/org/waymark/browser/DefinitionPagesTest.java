package org.waymark.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.people.Role;
import org.waymark.platform.Json;
import tools.jackson.databind.JsonNode;

/** Metrics of one's own, written as a form while the data answer. */
class DefinitionPagesTest extends BrowserTest {
  private static final String NESTED =
      """
      {"key":"hard-cases","label":"Hard cases","kind":["case"],"anchor":"startedAt",
       "where":{"any":[{"field":"channel","is":"phone"},{"all":[{"field":"status","is":"urgent"},{"field":"channel","is":"email"}]}]},
       "measure":{"count":true},"statistics":["count"],"dimensions":["unit"]}
      """;

  private TestServer.TestWorkspace workspace;

  @BeforeEach
  void enter() {
    workspace = TestServer.newWorkspace();
    signIn(workspace);
  }

  @Test
  void while_a_metric_is_written_the_data_say_what_it_would_be() {
    cases();
    visit("/metrics");
    link("Define a metric of your own").click();
    assertThat(heading()).isEqualTo("A metric of your own");
    assertThat(tried()).contains("It counts 40 cases").contains("leave nothing out");
    inspect("define-new");

    field("Name").fill("Answers by mail");
    page.locator("#where-0-field").selectOption("channel");
    page.locator("#where-0-value").fill("email");
    assertThat(page.locator("#tried")).containsText("Its conditions leave out 20 cases.");
    assertThat(tried())
        .contains("Answers by mail, 90th percentile")
        .contains("It counts 20 cases")
        .contains("Counts: cases for which channel is “email”");
    assertThat(page.locator("#tried figure.chart").count()).isEqualTo(1);
    assertThat(page.locator("#seen-words option[value='email']").count()).isEqualTo(1);

    page.getByText("The share for which something holds").click();
    assertThat(page.locator("#tried")).containsText("Not yet a number");
    assertThat(page.locator("#first").isVisible()).as("times have no share").isFalse();
    page.locator("#of-0-field").selectOption("status");
    page.locator("#of-0-test").selectOption("in");
    page.locator("#of-0-value").fill("urgent, \"very, very urgent\"");
    assertThat(page.locator("#tried"))
        .containsText("status is one of “urgent”, “very, very urgent”");
    assertThat(page.locator("#tried .big")).containsText("%");
    inspect("define-share");

    page.getByText("The definition as JSON").click();
    JsonNode copied = Json.mapper().readTree(page.locator("#tried-json").innerText());
    assertThat(copied.at("/measure/share/of/all/0/in/1").asString()).isEqualTo("very, very urgent");

    button("Save the metric").click();
    assertThat(heading()).isEqualTo("Answers by mail");
    assertThat(page.locator(".toast").innerText()).contains("Answers by mail is defined");
    assertThat(workspace.api().get("/metrics/answers-by-mail").json().get("source").get("where"))
        .isEqualTo(copied.get("where"));
    assertThat(link("Change its definition").isVisible()).isTrue();
  }

  @Test
  void without_scripts_the_same_comes_at_a_press() {
    cases();
    withoutScripts();
    signIn(workspace);
    visit("/metrics/new");
    page.locator("#where-0-field").selectOption("channel");
    page.locator("#where-0-value").fill("phone");
    button("One more condition").last().click();
    page.locator("#where-1-field").selectOption("contacts");
    page.locator("#where-1-test").selectOption("atLeast");
    page.locator("#where-1-value").fill("two");
    button("Look at the numbers").click();
    assertThat(tried()).contains("Not yet a number").containsIgnoringCase("must be a number");

    button("Save the metric").click();
    assertThat(page.locator(".errors").innerText()).contains("give it a name");
    field("Name").fill("2 Rückfragen");
    button("Save the metric").click();
    page.locator(".errors a").click();
    assertThat(page.url()).endsWith("#where-1-value");
    assertThat(page.locator("#where-1-value-error").innerText())
        .containsIgnoringCase("must be a number");
    page.locator("#where-1-value").fill("2");
    button("Look at the numbers").click();
    assertThat(tried()).contains("Its conditions leave out 30 cases.");
    button("Save the metric").click();
    assertThat(heading()).isEqualTo("2 Rückfragen, 90th percentile");
    assertThat(workspace.api().get("/metrics/ruckfragen").status()).isEqualTo(200);
  }

  @Test
  void a_change_says_which_version_it_makes_and_which_goals_it_moves() {
    cases();
    String definition =
        "{\"key\":\"closing\",\"label\":\"Closing\",\"kind\":\"case\",\"anchor\":\"startedAt\",\"measure\":{\"duration\":[\"startedAt\",\"finishedAt\"]},\"statistics\":[\"p50\",\"within:PT4H\"],\"dimensions\":[\"unit\",\"channel\"],\"direction\":\"down\"}";
    made("/metrics", definition);
    made(
        "/cycles",
        "{\"name\":\"Summer\",\"code\":\"summer\",\"from\":\"2017-06-05\",\"to\":\"2017-12-31\"}");
    String goal =
        made("/goals", "{\"statement\":\"Close cases sooner.\",\"cycle\":\"summer\"}")
            .get("id")
            .asString();
    made(
        "/goals/" + goal + "/key-results",
        "{\"name\":\"Median\",\"metric\":\"closing\",\"statistic\":\"p50\",\"type\":\"decrease\",\"baseline\":\"PT9H\",\"target\":\"PT4H\"}");

    visit("/metrics/closing");
    link("Change its definition").click();
    assertThat(heading()).isEqualTo("Change the definition: version 2");
    assertThat(text())
        .contains("One goal uses it")
        .contains("measured by version 2")
        .contains("Close cases sooner.");
    assertThat(page.locator("#within").inputValue()).isEqualTo("4 hours");
    assertThat(page.locator("#also-p90").isChecked()).isFalse();
    inspect("define-change");

    page.locator("#first").selectOption("p95");
    button("Save as version 2").click();
    assertThat(page.locator(".errors").innerText()).contains("1 key result needs p50");
    page.locator("#also-p50").check();
    button("Save as version 2").click();
    assertThat(page.locator(".toast").innerText()).contains("Closing is in version 2 now");
    assertThat(text()).contains("version 2, since");

    visit("/metrics/closing/edit");
    made(
        "/metrics",
        definition.replace("\"p50\"", "\"p50\",\"p95\"").replace("\"down\"", "\"none\""));
    page.locator("#minimum").fill("20");
    button("Save as version 3").click();
    assertThat(text())
        .contains("Somebody else has changed this metric meanwhile")
        .contains("What somebody else has saved meanwhile");
    assertThat(page.locator("#minimum").inputValue()).isEqualTo("20");
    inspect("define-meanwhile");
    button("Save as version 4").click();
    assertThat(page.locator(".toast").innerText()).contains("Closing is in version 4 now");
  }

  @Test
  void what_the_form_cannot_say_is_written_as_json() {
    cases();
    visit("/metrics/new");
    page.getByText("Write it as JSON instead").click();
    field("Definition").fill(NESTED);
    button("Take it over into the form").click();
    assertThat(text()).contains("says more than the form has fields for");
    assertThat(tried()).contains("It counts 24 cases");
    inspect("define-json");
    field("Definition").fill(NESTED.replace("case\"]", "clam\"]"));
    button("Save it as written").click();
    assertThat(page.locator(".errors").innerText()).contains("“clam” is not known");
    field("Definition").fill(NESTED);
    button("Save it as written").click();
    assertThat(heading()).isEqualTo("Hard cases");

    visit("/metrics/hard-cases/edit");
    assertThat(field("Definition").inputValue()).contains("\"any\"");
    field("Definition")
        .fill(NESTED.replaceAll("(?s)\\{\"all\".*?]}", "{\"field\":\"channel\",\"is\":\"chat\"}"));
    button("Take it over into the form").click();
    assertThat(page.locator("#where-join").inputValue()).isEqualTo("any");
    assertThat(page.locator("#where-1-value").inputValue()).isEqualTo("chat");
    button("Save as version 2").click();
    assertThat(page.locator(".toast").innerText()).contains("Hard cases is in version 2 now");
  }

  @Test
  void a_shipped_metric_can_be_begun_from_and_is_never_changed() {
    cases();
    visit("/metrics/on-time-share");
    link("Define one of your own like this").click();
    assertThat(page.locator("#measure-on-time").isChecked()).isTrue();
    assertThat(field("Name").inputValue()).isEmpty();
    field("Name").fill("NPS");
    field("Key").fill("nps");
    button("Save the metric").click();
    assertThat(page.locator(".errors").innerText()).contains("belongs to another metric");
    visit("/metrics/nps/edit");
    assertThat(page.url()).endsWith("/metrics/new?like=nps");
  }

  @Test
  void nothing_that_is_typed_becomes_sql_and_members_do_not_define() {
    cases();
    visit("/metrics/new");
    page.locator("#where-0-field").selectOption("channel");
    page.locator("#where-0-test").selectOption("not");
    page.locator("#where-0-value").fill("x' OR 1=1; DROP TABLE held; --");
    assertThat(page.locator("#tried")).containsText("is not “x' OR 1=1; DROP TABLE held; --”");
    assertThat(tried()).contains("It counts 40 cases");

    use(new com.microsoft.playwright.Browser.NewContextOptions());
    signIn(workspace.newSignIn(Role.MEMBER));
    visit("/metrics/nps");
    assertThat(link("Define one of your own like this").count()).isZero();
    visit("/metrics");
    assertThat(link("Define a metric of your own").count()).isZero();
  }

  private String tried() {
    return page.locator("#tried").innerText().replace('\u00a0', ' ');
  }

  private String text() {
    return page.locator("main").innerText().replace('\u00a0', ' ');
  }

  private JsonNode made(String path, String json) {
    Api.Answer answer = workspace.api().post(path, json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  /** Forty cases of May, by mail and by phone. */
  private void cases() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add(
          """
          {"source":"helpdesk","id":"c%d","kind":"case","startedAt":"2017-05-%02dT08:00:00Z","finishedAt":"2017-05-%02dT%02d:00:00Z","channel":"%s","contacts":%d,"status":"%s"}"""
              .formatted(
                  i,
                  1 + i % 28,
                  1 + i % 28,
                  9 + i % 4,
                  i % 2 == 0 ? "email" : "phone",
                  1 + i / 2 % 2,
                  i % 5 == 1 ? "urgent" : "usual"));
    }
    Api api = workspace.api();
    Api.Answer answer =
        api.send(
            api.request("/interactions")
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines))));
    assertThat(answer.json().get("accepted").asInt()).as(answer.body()).isEqualTo(40);
  }
}
