package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
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
                      assertThat(hardCoded()).as("texts of " + route.name()).isEmpty();
                    }));
  }

  /** Text on the page, titles and labels for readers included, that has no brackets around it. */
  private List<String> hardCoded() {
    @SuppressWarnings("unchecked")
    var texts =
        (List<String>)
            page.evaluate(
                """
                () => {
                  const own = 'script, style, template, code, kbd, samp, textarea, [lang]:not(html)';
                  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
                  const found = [];
                  for (let node = walker.nextNode(); node; node = walker.nextNode())
                    if (!node.parentElement.closest(own)) found.push(node.data);
                  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [data-name]'))
                    for (const name of ['aria-label', 'title', 'placeholder', 'data-name'])
                      if (element.hasAttribute(name)) found.push(element.getAttribute(name));
                  return found;
                }
                """);
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
