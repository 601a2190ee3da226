package org.waymark.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one Chromium of a test run: the system's own, never a downloaded one. */
final class Chromium {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium-headless-shell"),
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));

  /** In seconds: closing takes a blink, or for ever. */
  private static final int LONGEST_CLOSING = 20;

  private static final ScheduledExecutorService WATCH =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("chromium-watch").factory());

  private static @Nullable Playwright playwright;
  private static @Nullable Browser running;

  private Chromium() {}

  static synchronized Browser running() {
    if (running == null || !running.isConnected()) {
      running =
          playwright()
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(place())
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-gpu",
                              "--disable-quic",
                              "--no-first-run",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync")));
    }
    return running;
  }

  private static Playwright playwright() {
    if (playwright == null) {
      playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return playwright;
  }

  /**
   * Closes the pages of a visitor. Now and then Chromium never says that it has closed a page, and
   * Playwright waits for that without end; then this Chromium is ended, and the next visitor gets a
   * new one. What the pages did has been seen by then.
   */
  static void close(BrowserContext context) {
    ScheduledFuture<Boolean> end = WATCH.schedule(Chromium::end, LONGEST_CLOSING, TimeUnit.SECONDS);
    try {
      context.close();
    } catch (PlaywrightException gone) {
      if (!end.isDone()) {
        throw gone;
      }
    } finally {
      end.cancel(false);
    }
  }

  private static boolean end() {
    System.err.println(
        "Chromium did not close its pages and is ended; the next test gets a new one.");
    ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").contains("chrom"))
        .forEach(ProcessHandle::destroyForcibly);
    return true;
  }

  private static Path place() {
    return Stream.concat(
            Stream.ofNullable(System.getenv("WAYMARK_CHROMIUM")).map(Path::of), PLACES.stream())
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No Chromium found. On Debian: apt-get install chromium"));
  }
}
