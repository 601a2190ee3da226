package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;

/** Coming from Viva Goals with its export. */
class VivaPagesTest extends BrowserTest {
  private static final String EXPORT =
      """
      Id,Title,Team,Creator,Owner,Period,Start Date,End Date,Description,"Aligned To (weight, Objective ID)",Metric Name,Unit,Target,Object Type,Goal Type,Start,Created At,Last Check-in,Progress %,Actual Progress,Status,Last Check-in Note,Score,Checkins
      12,Settle claims sooner,Claims,Ada Berg,Ada Berg,Q1 2026,2026-01-01,2026-03-31,People wait,"Be kind(weight: 50%, Id: 11)",,,,Objective,Committed Goal,,,,,,On Track,,,
      11,Be kind,,Ada Berg,Nobody Here,Q1 2026,2026-01-01,2026-03-31,,,,,,Objective,Aspirational Goal,,,,,,On Track,,,
      13,Days to settle,Claims,Ada Berg,Ada Berg,Q1 2026,2026-01-01,2026-03-31,,"Settle claims sooner(weight: 100%, Id: 12)",Days,days,1,Key result,Committed Goal,3,,2026-02-10,50,50,On Track,Half way,,Checkin Date: 2026-02-10; User: Ada Berg; Current Value: 2 days;,Checkin Date: 2026-01-10; User: Ada Berg; Current Value: 2.9 days;
      14,New portal,Claims,Ada Berg,Ada Berg,Q1 2026,2026-01-01,2026-03-31,,"Settle claims sooner(weight: 0%, Id: 12)",,,,Deliverable,,,,,,,On Track,,,
      15,Stray,,Ada Berg,Ada Berg,Q1 2026,2026-01-01,2026-03-31,,,,,5,Key result,,1,,,,,On Track,,,
      16,Long over,,Ada Berg,Ada Berg,Q4 2025,2025-10-01,2025-12-31,,,,,,Objective,,,,,,,Closed,,,
      """;

  @Test
  void an_export_is_looked_at_and_brought_over() throws IOException {
    signIn(TestServer.newWorkspace());
    visit("/goals/paste");
    link("Bring its export over").click();
    inspect("viva");
    upload();
    assertThat(page.content())
        .contains(
            "2 goals with one key result",
            "Nobody here is called “Nobody Here”",
            "Days to settle: from 3 days to 1 days, now 2 days",
            "is a Deliverable, neither an objective nor a key result",
            "is aligned to no objective; a key result belongs to one",
            "One line was closed or postponed there");
    inspect("viva-plan");
    Download refused =
        page.waitForDownload(() -> button("Download these lines with their reasons").click());
    assertThat(Files.readString(refused.path()))
        .as("with the mark by which spreadsheets know UTF-8")
        .startsWith("\ufeffReason,\"Id\",\"Title\"")
        .contains("\"14\",\"New portal\"", "\"15\",\"Stray\"");
    button("Write 2 goals down as drafts").click();
    assertThat(page.locator(".toast").innerText())
        .contains("2 goals, 1 key results, 1 latest values");
    link("Settle claims sooner").click();
    assertThat(page.content()).contains("Contributes to", "Be kind", "From 3 to 1", "Half way");
  }

  @Test
  void it_works_without_scripts_and_says_what_is_no_export() {
    withoutScripts();
    TestWorkspace workspace = TestServer.newWorkspace();
    signIn(workspace);
    visit("/goals/paste/viva");
    button("Read it").click();
    assertThat(page.locator(".errors").innerText()).contains("choose the CSV file");
    page.setInputFiles("#file", payload("Name,Kind\na,b\n"));
    button("Read it").click();
    assertThat(page.locator(".errors").innerText()).contains("has no column called title");
    page.setInputFiles(
        "#file",
        new FilePayload(
            "viva.csv",
            "text/csv",
            "Title,Object Type\nMüller,Objective\n".getBytes(StandardCharsets.ISO_8859_1)));
    button("Read it").click();
    assertThat(page.locator(".errors").innerText()).contains("is not in UTF-8");
    upload();
    field("Also those that were closed or postponed there").check();
    button("Look again").click();
    assertThat(page.content()).contains("3 goals with one key result", "Cycle for “Q4 2025”");
    button("Write 3 goals down as drafts").click();
    assertThat(workspace.api().get("/cycles").json().get("items").size()).isEqualTo(2);
    assertThat(workspace.api().get("/goals").json().get("items").size()).isEqualTo(3);
  }

  private void upload() {
    page.setInputFiles("#file", payload(EXPORT));
    button("Read it").click();
  }

  private static FilePayload payload(String text) {
    return new FilePayload("viva.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }
}
