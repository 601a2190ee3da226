package org.waymark.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;

/**
 * The main job in one go, as a person does it: a year of real service requests comes in, and the
 * metrics speak.
 */
class MainWalkTest extends BrowserTest {

  @Test
  void a_year_of_real_requests_comes_in_is_mended_and_measured() {
    signIn(TestServer.newWorkspace(ZoneId.of("America/New_York")));
    unit("Harbour City", "company", "");
    unit("City services", "department", "harbour-city");

    link("Data desk").click();
    inspect("data-empty");
    upload();
    assertThat(page.locator("tbody").first().innerText())
        .contains("101001240734")
        .contains("1 Jan 2015, 00:20");
    assertThat(field("How dates are written").inputValue()).isEqualTo("MM/dd/yyyy hh:mm:ss a");
    field("Written at").fill("2016-01-12T22:30:00-05:00");
    page.locator("#unknown").selectOption("create");
    page.locator("#under").fill("city-services");
    inspect("data-mapping");
    button("Import this file").click();

    waitUntilRead();
    assertThat(counts()).contains("121,145").contains("197");
    inspect("data-import");

    page.locator("#tolerance").fill("PT5M");
    button("Take up again").click();
    waitUntilRead();
    link("Metrics").click();
    inspect("metrics-boston");
    link("Case volume").click();
    inspect("metric-volume");
  }

  private void unit(String name, String kind, String parent) {
    visit("/organisation");
    field("Name").fill(name);
    page.locator("#kind").selectOption(kind);
    page.locator("#parent").selectOption(parent);
    button("Add").click();
  }

  private void upload() {
    field("CSV file").setInputFiles(sample());
    button("Upload and look").click();
  }

  /** The page shows by itself when the import is done. */
  private void waitUntilRead() {
    assertThat(page.locator("#progress")).containsText("What became of the lines");
    page.waitForCondition(
        () -> page.locator("#progress[data-refresh]").count() == 0,
        new com.microsoft.playwright.Page.WaitForConditionOptions().setTimeout(180_000));
    assertThat(page.locator("#progress"))
        .containsText("Taken in", new ContainsTextOptions().setTimeout(5_000));
  }

  private String counts() {
    return page.locator("#progress .facts").innerText();
  }

  private static Path sample() {
    var here = Path.of("../samples/boston311-2015.csv.gz");
    return Files.exists(here) ? here : Path.of("samples/boston311-2015.csv.gz");
  }
}
