package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.access.Things;
import org.waymark.web.PseudoLanguage;

/**
 * Shows every page in a language that does not exist: every text of the bundles is accented, two
 * fifths longer and in brackets. What stands on a page without brackets was written into the code;
 * what hangs over the edge of a phone had no room for German. Reasons of the domain are English
 * everywhere and say so by {@code lang}.
 */
class OtherLanguageTest extends BrowserTest {
  /** What people and programs named themselves, and what formatters write. */
  private static final List<String> NOT_OURS =
      List.of(
          Things.MARK + "[-0-9a-f]*",
          "^[-0-9a-f]+$", // the rest of such a name, where the coach takes a part of it for a time
          "Harbour City|Ada Berg|\\bAB\\b|\\S*@harbour\\.example|^test$|^opened$",
          "(nps|csat|ces)-\\d+-\\d+",
          "Etc / UTC|\\bUTC\\b|\\bZ\\b",
          "\\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b",
          "\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\b");

  /** The catalogues of areas are rows that a workspace edits. */
  private final Set<String> areas = new HashSet<>();

  @BeforeAll
  static void speak() {
    PseudoLanguage.speak();
  }

  @TestFactory
  Stream<DynamicTest> every_text_is_in_a_bundle_and_has_room_to_grow() {
    TestWorkspace workspace = TestServer.newWorkspace();
    PseudoLanguage.of(workspace);
    visit("/sign-in");
    page.locator("#email").fill(workspace.owner().email());
    page.locator("#password").fill(TestServer.PASSWORD);
    page.locator("main button").click();
    String session = context.storageState();
    for (var area : workspace.api().get("/areas").json().get("items")) {
      areas.add(area.get("name").asString());
    }
    return PageRoute.all().stream()
        .filter(route -> route.status() == 200)
        .filter(route -> !route.name().equals("/sign-in"))
        .map(
            route ->
                DynamicTest.dynamicTest(
                    route.name(),
                    () -> {
                      use(new Browser.NewContextOptions().setStorageState(session));
                      visit(route.address(workspace));
                      page.setViewportSize(320, 780);
                      assertNothingHangsOver(route.name());
                      assertThat(hardCoded("html")).as("texts of " + route.name()).isEmpty();
                    }));
  }

  /**
   * Why a metric moved is said of numbers alone; the channels bear names that nobody translates.
   */
  @Test
  void why_a_metric_moved_is_said_in_every_language() {
    TestWorkspace workspace = TestServer.newWorkspace();
    PseudoLanguage.of(workspace);
    StringBuilder lines = new StringBuilder();
    for (String month : List.of("2017-04", "2017-05")) {
      for (int i = 0; i < 40; i++) {
        lines.append(
            """
            {"source":"AB","id":"s%1$s-%2$d","kind":"survey","startedAt":"%1$s-1%3$dT12:00:00Z","scale":"nps-0-10","score":%4$d,"channel":"%5$s"}
            {"source":"AB","id":"o%1$s-%2$d","kind":"order","startedAt":"%1$s-1%3$dT12:00:00Z","customer":"%2$d"}
            {"source":"AB","id":"c%1$s-%2$d","kind":"case","startedAt":"%1$s-1%3$dT12:00:00Z","finishedAt":"%1$s-1%3$dT14:00:00Z"}
            {"source":"AB","id":"a%1$s-%2$d","kind":"activity","startedAt":"%1$s-1%3$dT12:00:00Z","quantity":%4$d,"channel":"%5$s"}
            """
                .formatted(
                    month,
                    i,
                    i % 10,
                    i % 11,
                    i % (month.equals("2017-04") ? 2 : 3) == 0 ? "Harbour City" : "AB"));
      }
    }
    var answer =
        workspace
            .api()
            .send(
                workspace
                    .api()
                    .request("/interactions")
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofString(lines.toString())));
    assertThat(answer.json().get("refused").asInt()).as(answer.body()).isZero();
    visit("/sign-in");
    page.locator("#email").fill(workspace.owner().email());
    page.locator("#password").fill(TestServer.PASSWORD);
    page.locator("main button").click();
    page.setViewportSize(320, 780);
    for (String metric :
        List.of(
            "nps?whyBy=channel",
            "activity-count?whyBy=channel",
            "case-volume?whyBy=unit",
            "resolution-time?statistic=p50",
            "resolution-time?statistic=mean&whyBy=channel",
            "active-customers?per=month")) {
      String asked = metric + "&whyFrom=2017-05-01&whyTo=2017-05-31";
      visit("/metrics/" + asked);
      assertThat(page.locator("#why").count()).as(metric).isOne();
      assertNothingHangsOver(metric);
      assertThat(hardCoded("#why")).as("texts of /metrics/" + asked).isEmpty();
    }
  }

  /** Text of a part, titles and labels for readers included, that has no brackets around it. */
  private List<String> hardCoded(String part) {
    @SuppressWarnings("unchecked")
    var texts =
        (List<String>)
            page.evaluate(
                """
                part => {
                  const root = document.querySelector(part);
                  const own = 'script, style, template, code, kbd, samp, textarea, [lang]:not(html)';
                  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                  const found = [];
                  for (let node = walker.nextNode(); node; node = walker.nextNode())
                    if (!node.parentElement.closest(own)) found.push(node.data);
                  for (const element of root.querySelectorAll('[aria-label], [title], [placeholder], [data-name]'))
                    for (const name of ['aria-label', 'title', 'placeholder', 'data-name'])
                      if (element.hasAttribute(name)) found.push(element.getAttribute(name));
                  return found;
                }
                """,
                part);
    return texts.stream().filter(this::isHardCoded).map(String::strip).distinct().toList();
  }

  private boolean isHardCoded(String text) {
    if (areas.contains(text.replaceAll("[–\\s]+", " ").strip())) {
      return false;
    }
    var rest = PseudoLanguage.withoutTranslated(text);
    for (var theirs : NOT_OURS) {
      rest = rest.replaceAll(theirs, "");
    }
    return rest.matches("(?s).*\\p{L}{2}.*");
  }
}
