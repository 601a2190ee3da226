package org.waymark.browser;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.access.Route;
import org.waymark.access.Things;

/**
 * A route that answers with a page. The list is {@code access/routes.txt}, which a test of its own
 * holds against what the server has mapped: a page that is missing there fails the build.
 */
record PageRoute(Route route) {
  /** What a browser may get that is no page. */
  private static final Set<String> NO_PAGES = Set.of("/ready", "/assets/{name}", "/live");

  /** Pages that need a secret to show more than that there is nothing to see. */
  private static final Map<String, Integer> STATUS = Map.of("/setup", 404, "/invitation", 404);

  static List<PageRoute> all() {
    return Route.all().stream()
        .filter(route -> route.method().equals("GET") && !route.isApi())
        .filter(route -> !NO_PAGES.contains(route.address()))
        .filter(route -> !route.address().matches(".*\\.(csv|png|ics)"))
        .map(PageRoute::new)
        .toList();
  }

  String name() {
    return route.address();
  }

  int status() {
    return STATUS.getOrDefault(route.address(), 200);
  }

  /** Its address with things that are made for it in this workspace. */
  String address(TestWorkspace workspace) {
    return route.at(Things.make(route, workspace));
  }
}
