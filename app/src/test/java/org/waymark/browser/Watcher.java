package org.waymark.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Writes down whatever a page must never do: break the content security policy, log an error,
 * throw, or ask another host for anything.
 */
final class Watcher {
  private static final String TELL_VIOLATIONS =
      """
      document.addEventListener('securitypolicyviolation', violation =>
        console.error('policy violated: ' + violation.violatedDirective + ' by ' + (violation.blockedURI || 'inline')
          + ' ' + violation.sample));
      """;

  private final String home;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Watcher(BrowserContext context, String home) {
    this.home = home;
    context.addInitScript(TELL_VIOLATIONS);
    context.onRequest(
        request -> {
          if (isElsewhere(request.url())) {
            complaints.add("asked another host: " + request.url());
          }
        });
    context.onConsoleMessage(this::heard);
    context.onWebError(error -> complaints.add("threw: " + error.error()));
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private boolean isElsewhere(String url) {
    return !url.startsWith(home + "/")
        && !url.startsWith("data:")
        && !url.startsWith("blob:")
        && !url.equals("about:blank");
  }

  /**
   * A page that is itself an answer of 4xx (a refused form) makes Chromium log a line, which is no
   * fault.
   */
  private void heard(ConsoleMessage message) {
    if (!message.type().equals("error")) {
      return;
    }
    Page page = message.page();
    var aboutThePage =
        message.text().startsWith("Failed to load resource")
            && page != null
            && message.location().startsWith(page.url().split("[?#]", 2)[0]);
    if (!aboutThePage) {
      complaints.add("console: " + message.text() + " at " + message.location());
    }
  }
}
