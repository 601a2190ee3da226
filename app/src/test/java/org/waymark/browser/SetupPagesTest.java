package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The first minutes of a server that belongs to nobody yet; it has one of its own, because claiming
 * it is for good.
 */
class SetupPagesTest extends BrowserTest {
  private static FreshServer server;

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
  void the_link_from_the_console_makes_the_owner_and_works_only_once() {
    assertThat(page.navigate("/").status()).isEqualTo(404);
    assertThat(heading()).isEqualTo("Nothing to set up here");
    inspect("setup-without-link");

    visit(server.link());
    assertThat(field("Time zone").inputValue())
        .as("the zone of this browser")
        .isEqualTo("Europe/Berlin");
    inspect("setup");

    field("Name of the organisation").fill("Harbour City");
    field("Your name").fill("Amina Diallo");
    field("E-mail address").fill("amina@harbour.example");
    field("Password").fill("short");
    button("Set up").click();
    assertThat(page.locator(".errors").innerText()).contains("must have at least");
    assertThat(field("Name of the organisation").inputValue()).isEqualTo("Harbour City");
    assertThat(field("Time zone").inputValue()).isEqualTo("Europe/Berlin");
    inspect("setup-refused");

    field("Password").fill("a quiet harbour in the morning");
    button("Set up").click();
    arriveAt("/");
    assertThat(heading()).isEqualTo("Welcome");
    assertThat(page.locator(".brand-name").innerText()).isEqualTo("Harbour City");
    assertThat(page.locator(".foot").innerText()).contains("Times are in Europe / Berlin");

    assertThat(page.navigate(server.link()).status()).isEqualTo(404);
    assertThat(heading()).isEqualTo("This setup link opens nothing any more");
  }
}
