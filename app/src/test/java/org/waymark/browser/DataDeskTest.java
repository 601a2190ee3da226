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

  private static Path boston() {
    Path here = Path.of("../samples/boston311-2015.csv.gz");
    return Files.exists(here) ? here : Path.of("samples/boston311-2015.csv.gz");
  }
}
