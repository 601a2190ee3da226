package org.waymark.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.Waymark;
import org.waymark.platform.Settings;

/**
 * The first minutes of a server that belongs to nobody yet; it has one of its own, because claiming
 * it is for good.
 */
class SetupPagesTest extends BrowserTest {
  private static Path home;
  private static ConfigurableApplicationContext server;
  private static String link;

  @BeforeAll
  static void start() throws IOException {
    home = Files.createTempDirectory("waymark-setup");
    var console = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(console, true, UTF_8));
    try {
      server = Waymark.start(new Settings(home, 0, "127.0.0.1", null, ZoneOffset.UTC, null));
    } finally {
      System.setOut(before);
    }
    var printed =
        Pattern.compile("http://\\S+/setup\\?secret=\\S+").matcher(console.toString(UTF_8));
    assertThat(printed.find()).as("the setup link on the console").isTrue();
    link = printed.group();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    try (var inside = Files.walk(home)) {
      for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  @Override
  protected String address() {
    return link.substring(0, link.indexOf("/setup"));
  }

  @Test
  void the_link_from_the_console_makes_the_owner_and_works_only_once() {
    assertThat(page.navigate("/").status()).isEqualTo(404);
    assertThat(heading()).isEqualTo("Nothing to set up here");
    inspect("setup-without-link");

    visit(link);
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
    assertThat(page.url()).isEqualTo(address() + "/");
    assertThat(heading()).isEqualTo("Welcome");
    assertThat(page.locator(".brand-name").innerText()).isEqualTo("Harbour City");
    assertThat(page.locator(".foot").innerText()).contains("Times are in Europe / Berlin");

    assertThat(page.navigate(link).status()).isEqualTo(404);
    assertThat(heading()).isEqualTo("This setup link opens nothing any more");
  }
}
