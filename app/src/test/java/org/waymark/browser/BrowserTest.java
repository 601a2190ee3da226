package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.waymark.TestServer;

/**
 * A test in a real browser. Every page it sees is watched: a violated policy, an error in the
 * console or a request to another host fails the test at its end.
 */
public abstract class BrowserTest {
  /** In milliseconds: a machine may have much else to do. */
  private static final int PATIENCE = 30_000;

  private static final Duration LATEST = Duration.ofSeconds(5);

  private static final boolean SCREENSHOTS = Boolean.getBoolean("waymark.screenshots");

  protected BrowserContext context;
  protected Page page;
  private Watcher watcher;

  @BeforeAll
  static void bePatient() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
  }

  @BeforeEach
  void open() {
    use(new Browser.NewContextOptions());
  }

  /** Starts again as a new visitor with these settings: a phone, no scripts. */
  protected void use(Browser.NewContextOptions options) {
    close();
    context =
        Chromium.running()
            .newContext(
                options.setBaseURL(address()).setLocale("en-GB").setTimezoneId("Europe/Berlin"));
    context.setDefaultTimeout(PATIENCE);
    watcher = new Watcher(context, address());
    page = context.newPage();
  }

  @AfterEach
  void close() {
    if (context != null) {
      Chromium.close(context);
      context = null;
      assertThat(watcher.complaints()).as("what the pages did and must not").isEmpty();
    }
  }

  protected void withoutScripts() {
    use(new Browser.NewContextOptions().setJavaScriptEnabled(false));
  }

  /** Where the pages are; a test of drawings alone needs no server. */
  protected String address() {
    return TestServer.address();
  }

  /** Opens a page and expects it to be there. */
  protected Response visit(String path) {
    Response answer;
    try {
      answer = Objects.requireNonNull(page.navigate(path));
    } catch (TimeoutError late) {
      throw new AssertionError(path + " did not come; meanwhile the server " + answers(), late);
    }
    assertThat(answer.status()).as("status of " + path).isLessThan(400);
    return answer;
  }

  /** Whether it is the server that is stuck, or the browser. */
  private String answers() {
    var ready = HttpRequest.newBuilder(URI.create(address() + "/sign-in")).timeout(LATEST).build();
    try (var client = HttpClient.newHttpClient()) {
      return "answers " + client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException silent) {
      return "does not answer: " + silent;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "was not asked";
    }
  }

  /** Signs in as the owner of this workspace and arrives at its first page. */
  protected void signIn(TestServer.TestWorkspace workspace) {
    signIn(workspace.owner().email());
  }

  /** Signs in as the member with this address and arrives at the first page. */
  protected void signIn(String email) {
    visit("/sign-in");
    field("E-mail address").fill(email);
    field("Password").fill(TestServer.PASSWORD);
    button("Sign in").click();
    arriveAt("/");
  }

  /** Waits until a click has led to this page and its scripts have run. */
  protected void arriveAt(String path) {
    page.waitForURL(address() + path);
  }

  protected Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  protected Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  protected Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  protected String heading() {
    return page.locator("h1").innerText();
  }

  /** What is said at the focus, for walks by keyboard alone. */
  protected String focused() {
    return (String)
        page.evaluate(
            """
            () => { const here = document.activeElement;
              return (here.labels?.[0]?.innerText ?? here.getAttribute('aria-label') ?? here.innerText ?? '').trim() }
            """);
  }

  /** Presses Tab until the focus says this. */
  protected void tabTo(String what) {
    for (int presses = 0; presses < 80; presses++) {
      page.keyboard().press("Tab");
      if (focused().equals(what)) {
        return;
      }
    }
    throw new AssertionError("The Tab key never reached “" + what + "” on " + page.url());
  }

  /**
   * Looks at the page as it stands: axe finds nothing, wide and at 320 px, nor in the dark, where
   * nothing but the colours is different; nothing hangs over. With {@code
   * -Dwaymark.screenshots=true} pictures of the wide and the narrow page are kept in
   * target/screenshots.
   */
  protected void inspect(String name) {
    for (var width : new int[] {320, 390, 1280}) {
      see(ColorScheme.LIGHT, width);
      assertNothingHangsOver(name + " at " + width);
      if (width != 390) {
        assertAccessible(name + " at " + width, new AxeBuilder(page));
      }
    }
    see(ColorScheme.DARK, 1280);
    assertAccessible(
        name + " in the dark", new AxeBuilder(page).withRules(List.of("color-contrast")));
    if (SCREENSHOTS) {
      for (var scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
        for (var width : new int[] {390, 1280}) {
          see(scheme, width);
          keep(name + "-" + scheme.name().toLowerCase() + "-" + width);
        }
      }
    }
    see(ColorScheme.LIGHT, 1280);
  }

  private void see(ColorScheme scheme, int width) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.setViewportSize(width, width > 600 ? 860 : 780);
  }

  private void keep(String name) {
    var size = page.viewportSize();
    page.setViewportSize(size.width, wholeHeight());
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", name + ".png")));
  }

  /** So that what stands at the foot of the window stands at the foot of the picture. */
  private int wholeHeight() {
    return ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue();
  }

  protected void assertNothingHangsOver(String place) {
    var over =
        page.evaluate(
            """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? '' :
              [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.scroll'))
                .slice(0, 5).map(e => e.outerHTML.slice(0, 120)).join('\\n')
            """);
    assertThat(over).as("hangs over the edge of " + place).isEqualTo("");
  }

  private static void assertAccessible(String place, AxeBuilder axe) {
    var findings = axe.setLegacyMode(true).analyze().getViolations();
    assertThat(findings.stream().map(BrowserTest::told).collect(Collectors.joining("\n")))
        .as("axe on " + place)
        .isEqualTo("");
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream()
            .limit(4)
            .map(node -> "\n   " + node.getHtml() + "\n      " + node.getFailureSummary())
            .collect(Collectors.joining());
  }
}
