package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;

/**
 * Opens every page of the server as somebody who was never there before. The list is that of all
 * routes, so a new page is in it by itself: axe finds nothing in light, in dark and at 320 px, no
 * policy is violated, no other host is asked, and the first visit stays light.
 */
class PagesTest extends BrowserTest {
  private static final int MOST_BYTES = 80_000;
  private static final int MOST_REQUESTS = 8;

  @TestFactory
  Stream<DynamicTest> every_page_is_light_and_open_to_everybody() {
    TestWorkspace workspace = TestServer.newWorkspace();
    signIn(workspace);
    String session = context.storageState();
    return PageRoute.all().stream()
        .map(
            route ->
                DynamicTest.dynamicTest(
                    route.name(),
                    () -> {
                      use(new Browser.NewContextOptions().setStorageState(session));
                      weigh(route, route.address(workspace));
                      inspect("page" + route.name().replaceAll("[^a-z]+", "-"));
                    }));
  }

  private void weigh(PageRoute route, String address) {
    List<Request> requests = new ArrayList<>();
    page.onRequestFinished(requests::add);
    var answer = Objects.requireNonNull(page.navigate(address));
    assertThat(answer.status()).as("status of " + address).isEqualTo(route.status());
    page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
    assertThat(requests).as("requests of " + address).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
    var bytes =
        requests.stream()
            .filter(request -> !request.url().contains("/assets/charts."))
            .mapToInt(request -> request.sizes().responseBodySize)
            .sum();
    System.out.println(route.name() + " weighs " + bytes + " bytes in " + requests.size());
    assertThat(bytes).as("compressed bytes of " + address).isBetween(1_000, MOST_BYTES);
  }
}
