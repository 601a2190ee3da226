package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;

/** Files in by page: looked at, corrected, imported, their refused lines mended, withdrawn. */
class DataDeskTest extends BrowserTest {
  private static final String CSV =
      """
      ticket_id,opened_at,closed_at,department,channel
      T-1,2026-03-02 09:00,2026-03-02 11:00,Roads,phone
      T-2,2026-03-02 09:30,2026-03-02 09:29,Roads,email
      T-3,2026-03-99 09:30,,Parks,email
      T-4,2026-03-04 09:30,,Parks,email
      T-5,2026-03-05 09:30,,Parks,phone
      T-6,2026-03-06 09:30,,Parks,phone
      """;

  private void upload(Path file) {
    visit("/data");
    page.locator("input[type=file]").setInputFiles(file);
    button("Upload and look").click();
  }

  private String count(String term) {
    return page.locator("dl.facts div")
        .filter(new Locator.FilterOptions().setHasText(term))
        .first()
        .locator("dd")
        .innerText();
  }

  private void waitUntilDone() {
    page.waitForURL("**/data/imports/**");
    page.waitForFunction(
        "() => !document.querySelector('[data-refresh]')",
        null,
        new Page.WaitForFunctionOptions().setTimeout(180_000));
    page.reload();
  }

  private String chosen(String field) {
    return page.locator("#f-" + field).inputValue();
  }

  @Test
  void a_year_of_requests_is_understood_imported_mended_repeated_withdrawn_and_brought_back()
      throws IOException {
    TestServer.TestWorkspace workspace = TestServer.newWorkspace(ZoneId.of("America/New_York"));
    workspace
        .api()
        .post("/units", "{\"code\":\"city\",\"name\":\"City services\",\"kind\":\"company\"}");
    signIn(workspace);

    upload(boston());
    assertThat(heading()).contains("boston311-2015.csv.gz");
    assertThat(chosen("id")).isEqualTo("CASE_ENQUIRY_ID");
    assertThat(chosen("startedAt")).isEqualTo("OPEN_DT");
    assertThat(chosen("finishedAt")).isEqualTo("CLOSED_DT");
    assertThat(page.locator("main").innerText()).contains("101001240734").doesNotContain("{}");
    inspect("data-upload-boston");
    field("Written at").fill("2016-01-12T22:30:00-05:00");
    button("Look again").click();
    assertThat(field("Written at").inputValue()).isEqualTo("2016-01-12T22:30:00-05:00");
    button("Import this file").click();
    waitUntilDone();
    assertThat(count("Taken in")).isEqualTo("120,948");
    assertThat(count("Refused")).isEqualTo("197");
    String first = page.url();
    inspect("data-import-boston");

    Download csv = page.waitForDownload(() -> link("Download as CSV").click());
    String refused = Files.readString(csv.path(), StandardCharsets.UTF_8);
    assertThat(refused.lines()).hasSize(198);
    assertThat(refused).startsWith("line,field,reason,original").contains("finishedAt");

    page.locator("#tolerance").fill("PT1M");
    button("Take up again").click();
    waitUntilDone();
    assertThat(count("Taken in")).isEqualTo("197");
    assertThat(count("Refused")).isEqualTo("0");

    upload(boston());
    assertThat(page.locator(".lead").innerText()).contains("mapping saved");
    button("Import this file").click();
    waitUntilDone();
    assertThat(count("Repeated")).isEqualTo("120,948");
    assertThat(count("Taken in")).isEqualTo("0");

    page.navigate(first);
    page.locator("summary").filter(new Locator.FilterOptions().setHasText("Withdraw")).click();
    button("Withdraw").click();
    assertThat(page.locator("main").innerText()).contains("Withdrawn").contains("no copy");
    inspect("data-withdrawn");
    link("Import it again").click();
    page.locator("input[type=file]").setInputFiles(boston());
    button("Upload and look").click();
    button("Import this file").click();
    waitUntilDone();
    assertThat(count("Taken in")).isEqualTo("120,948");
    visit("/data");
    inspect("data");
  }

  @Test
  void numbers_already_added_up_are_recognised_and_feed_their_metric() {
    TestServer.TestWorkspace workspace = TestServer.newWorkspace(ZoneId.of("Europe/London"));
    signIn(workspace);
    upload(boston().resolveSibling("nhs-ae-attendances.csv.gz"));
    assertThat(page.locator("#kind").inputValue()).isEqualTo("tally");
    assertThat(chosen("id")).isEqualTo("{period}:{org_code}:{type}");
    assertThat(chosen("startedAt")).isEqualTo("period");
    assertThat(chosen("finishedAt")).isEqualTo("=P1M");
    assertThat(chosen("metric")).isEqualTo("=on-time-share");
    assertThat(chosen("missed")).isEqualTo("breaches");
    assertThat(chosen("denominator")).isEqualTo("attendances");
    assertThat(chosen("unit")).isEqualTo("org_code");
    assertThat(page.locator("main").innerText())
        .contains("Each line looks like numbers already added up")
        .contains("3,835");
    inspect("data-upload-tallies");

    page.locator("#f-denominator").selectOption("breaches");
    page.locator("#f-missed").selectOption("attendances");
    button("Look again").click();
    page.locator("summary")
        .filter(new Locator.FilterOptions().setHasText("What would be refused"))
        .click();
    assertThat(page.locator("main").innerText()).contains("a share cannot pass 100 %");
    page.locator("#f-denominator").selectOption("attendances");
    page.locator("#f-missed").selectOption("breaches");
    button("Import this file").click();
    waitUntilDone();
    assertThat(count("Taken in")).isEqualTo("12,765");

    visit("/metrics");
    assertThat(page.locator(".cards").innerText().replace('\u00a0', ' '))
        .contains("Kept promises")
        .contains("86.6 %")
        .contains("2,167,550 items");
    visit("/metrics/on-time-share/interactions?from=2019-03-01&to=2019-03-31");
    assertThat(page.locator("main").innerText()).contains("count on the first day they cover");
    inspect("metric-tallies-behind");
  }

  @Test
  void a_field_no_column_tells_is_filled_by_hand_and_a_refused_line_is_mended() throws IOException {
    signIn(TestServer.newWorkspace(ZoneId.of("Europe/Berlin")));
    visit("/data");
    inspect("data-empty");
    Path file = Files.createTempDirectory("desk").resolve("tickets.csv");
    Files.writeString(file, CSV);
    upload(file);
    assertThat(chosen("id")).isEqualTo("ticket_id");
    assertThat(page.locator("main").innerText()).contains("before it starts");
    inspect("data-upload");

    page.locator("summary").filter(new Locator.FilterOptions().setHasText("More fields")).click();
    field("Filled by hand").fill("region: North");
    button("Look again").click();
    assertThat(page.locator("#byHand-error").innerText()).contains("equals sign");
    field("Filled by hand").fill("region = North\nid = {ticket_id}-{channel}");
    button("Look again").click();
    assertThat(chosen("region")).isEqualTo("=North");
    assertThat(chosen("id")).isEqualTo("{ticket_id}-{channel}");
    assertThat(page.locator("table").first().innerText()).contains("T-1-phone").contains("North");
    button("Import this file").click();
    waitUntilDone();
    assertThat(count("Taken in")).isEqualTo("4");
    assertThat(count("Refused")).isEqualTo("2");
    inspect("data-import");

    page.locator("a[href$='/lines/4']").click();
    page.locator("textarea").fill("T-3,2026-03-09 09:30,,Parks,email");
    inspect("data-line");
    button("Take this line up again").click();
    waitUntilDone();
    assertThat(count("Taken in")).isEqualTo("1");
  }

  @Test
  void sixty_sources_fit_and_the_one_that_fell_silent_stands_first() {
    TestServer.TestWorkspace workspace = TestServer.newWorkspace(ZoneId.of("Europe/Berlin"));
    for (int day = 4; day < 20; day++) {
      long number = 200L + day % 3 * 150;
      StringBuilder lines = new StringBuilder();
      for (int line = 0; line < number; line++) {
        lines.append(item("help-desk", day + "-" + line));
      }
      long before = day;
      String id = send(workspace, lines.toString());
      inside(
          workspace,
          "update import set arrived_at = now() - interval '"
              + before
              + " days' where id = '"
              + id
              + "'");
    }
    StringBuilder many = new StringBuilder();
    for (int source = 1; source < 60; source++) {
      many.append(item("shop-" + source, "1"));
    }
    send(workspace, many + "{\"source\":\"shop-7\",\"id\":\"2\",\"kind\":\"case\"}\n");
    signIn(workspace);
    visit("/data");
    String main = page.locator("main").innerText();
    assertThat(main).contains("One refused line waits");
    assertThat(page.locator("tbody tr").first().innerText())
        .contains("help-desk")
        .contains("Usually every day; nothing for 4 days")
        .contains("4 days ago");
    assertThat(page.locator("section[aria-labelledby=sources-title] tbody tr").count())
        .isEqualTo(40);
    inspect("data-many");
    link("help-desk").click();
    assertThat(heading()).isEqualTo("help-desk");
    assertThat(page.locator("table tbody tr").count()).isEqualTo(17);
    inspect("data-source");
    visit("/data");
    link("Mend refused lines").click();
    assertThat(page.locator("main").innerText()).contains("1 ×");
    inspect("data-refused");
    button("Take all up again").click();
    assertThat(page.locator(".toast").innerText()).contains("being taken up again");
  }

  @Test
  void a_saved_mapping_is_renamed_and_removed_and_both_can_be_undone() throws IOException {
    signIn(TestServer.newWorkspace(ZoneId.of("Europe/Berlin")));
    Path file = Files.createTempDirectory("desk").resolve("tickets.csv");
    Files.writeString(file, CSV);
    upload(file);
    button("Import this file").click();
    waitUntilDone();
    visit("/data");
    inspect("data-one");
    link("Saved mappings").click();
    inspect("data-mappings");
    link("tickets").click();
    field("Name").fill("Tickets of the city");
    inspect("data-mapping");
    button("Rename").click();
    assertThat(page.locator("tbody").innerText()).contains("Tickets of the city");
    button("Undo").click();
    page.waitForCondition(() -> !page.locator("tbody").innerText().contains("of the city"));
    link("tickets").click();
    button("Remove this mapping").click();
    assertThat(page.locator("main").innerText()).contains("No mapping is saved yet");
    button("Undo").click();
    page.waitForCondition(() -> page.locator("tbody").count() == 1);
  }

  private static String item(String source, String id) {
    return "{\"source\":\"%s\",\"id\":\"%s\",\"kind\":\"case\",\"startedAt\":\"2026-03-06T16:30:00Z\"}\n"
        .formatted(source, id);
  }

  private static String send(TestServer.TestWorkspace workspace, String lines) {
    var answer =
        workspace
            .api()
            .send(
                workspace
                    .api()
                    .request("/interactions")
                    .header("Content-Type", "application/x-ndjson")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(lines)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().get("importId").asString();
  }

  private static void inside(TestServer.TestWorkspace workspace, String statement) {
    TestServer.bean(org.waymark.platform.Tenancy.class)
        .run(
            workspace.id(),
            () ->
                TestServer.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                    .sql(statement)
                    .update());
  }

  private static Path boston() {
    Path here = Path.of("../samples/boston311-2015.csv.gz");
    return Files.exists(here) ? here : Path.of("samples/boston311-2015.csv.gz");
  }
}
