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
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.Waymark;
import org.waymark.platform.Settings;

/**
 * A server that belongs to nobody yet, for tests of the first minutes: claiming it is for good.
 *
 * @param link the setup link as printed on its console
 */
record FreshServer(Path home, ConfigurableApplicationContext running, String link) {

  static FreshServer start() throws IOException {
    var home = Files.createTempDirectory("waymark-fresh");
    var console = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(console, true, UTF_8));
    ConfigurableApplicationContext running;
    try {
      running = Waymark.start(new Settings(home, 0, "127.0.0.1", null, ZoneOffset.UTC, null));
    } finally {
      System.setOut(before);
    }
    var printed =
        Pattern.compile("http://\\S+/setup\\?secret=\\S+").matcher(console.toString(UTF_8));
    assertThat(printed.find()).as("the setup link on the console").isTrue();
    return new FreshServer(home, running, printed.group());
  }

  /** Such as {@code http://127.0.0.1:40000}. */
  String address() {
    return link.substring(0, link.indexOf("/setup"));
  }

  void stop() throws IOException {
    running.close();
    try (var inside = Files.walk(home)) {
      for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
