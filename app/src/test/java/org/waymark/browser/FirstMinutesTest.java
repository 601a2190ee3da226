package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the setup link of an empty server to a first goal on a year of real requests. */
class FirstMinutesTest extends BrowserTest {
  private static FreshServer server;

  private int presses;

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

  private void press(String name) {
    button(name).click();
    presses++;
  }

  private String main() {
    return page.locator("main").innerText().replace('\u00a0', ' ');
  }

  @Test
  void four_presses_lead_from_an_empty_server_to_a_goal_with_a_measured_baseline() {
    visit(server.link());
    field("Name of the organisation").fill("Harbour City");
    field("Time zone").selectOption("America/New_York");
    field("Your name").fill("Ada Berg");
    field("E-mail address").fill("ada@harbour.example");
    field("Password").fill("a quiet harbour in the morning");
    press("Set up");
    page.waitForURL(address() + "/");
    assertThat(page.locator("form[data-drop]").count()).isEqualTo(1);
    inspect("first-home");

    page.locator("#drop-file").setInputFiles(sample());
    press("Show me what it says");
    page.waitForURL("**/first/uploads/**");
    assertThat(main())
        .contains("Resolution time")
        .contains("Kept promises")
        .contains("101001240734");
    inspect("first-boston");
    field("When did the source write this file?").fill("2016-01-12T22:30");
    press("Bring it in");
    page.waitForURL("**/first/imports/**");
    page.waitForFunction(
        "() => !document.querySelector('[data-refresh]')",
        null,
        new Page.WaitForFunctionOptions().setTimeout(180_000));
    assertThat(main())
        .contains("120,948")
        .contains("197 lines were refused")
        .contains("The data end on")
        .contains("beyond chance");
    inspect("first-boston-goal");
    String target = field("To").inputValue();
    assertThat(target).isNotBlank();

    press("Make this goal");
    page.waitForURL("**/goals/**");
    assertThat(presses).isEqualTo(4);
    assertThat(page.locator(".toast").innerText()).contains("Your first goal is a draft");
    assertThat(page.locator("article").first().innerText()).contains(target.split(" ")[0]);
    inspect("first-goal");
    visit("/");
    assertThat(page.locator("form[data-drop]").count()).isZero();
  }

  private static Path sample() {
    Path here = Path.of("../samples/boston311-2015.csv.gz");
    return Files.exists(here) ? here : Path.of("samples/boston311-2015.csv.gz");
  }
}
