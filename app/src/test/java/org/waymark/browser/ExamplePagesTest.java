package org.waymark.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;

/** Example data, loaded by one press on an empty home page and removed by another. */
class ExamplePagesTest extends BrowserTest {
  private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(240_000);

  @Test
  void one_press_brings_it_in_and_one_takes_it_out() {
    signIn(TestServer.newWorkspace());
    inspect("example-offer");
    button("Look around with example data").click();
    assertThat(page.locator("#example .progress")).isVisible();
    inspect("example-loading");
    assertThat(button("Remove the example data")).isVisible(PATIENTLY);
    inspect("example-there");

    visit("/");
    assertThat(page.locator("main")).containsText("This workspace holds example data");
    button("Remove the example data").click();
    assertThat(button("Look around with example data")).isVisible(PATIENTLY);

    visit("/goals");
    assertThat(page.locator("main")).not().containsText("promised");
    visit("/");
    assertThat(button("Look around with example data")).isVisible();
  }
}
