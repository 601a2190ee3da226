package org.waymark.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.waymark.Api;
import org.waymark.TestServer.TestWorkspace;

/**
 * How to make one of each thing that a route's address can name, through the public API. A feature
 * whose addresses name a thing of its own adds one line: the variable as it is called in the
 * mapping, and how to make one in a workspace.
 */
final class Things {

  /** Stands in everything made here, so that it can be looked for where it must not be. */
  static final String MARK = "kept-apart";

  private static final Map<String, Function<TestWorkspace, List<String>>> MAKERS =
      Map.of(
          "unit", at -> made(at, "/units", "{'name':'%s','kind':'team'}"),
          "units", at -> made(at, "/units", "{'name':'%s','kind':'team'}"),
          "cycles",
              at -> made(at, "/cycles", "{'name':'%s','from':'2026-01-01','to':'2026-12-31'}"),
          "cycle", at -> made(at, "/cycles", "{'name':'%s','from':'2026-01-01','to':'2026-12-31'}"),
          "area", at -> made(at, "/areas", "{'name':'%s'}"),
          "member", at -> made(at, "/members", "{'email':'%s@harbour.example','role':'viewer'}"),
          "token", at -> made(at, "/tokens", "{'name':'%s'}"));

  private Things() {}

  /** Ids for the variables of an address: a fresh thing, with what it stands in before it. */
  static List<String> make(Route route, TestWorkspace workspace) {
    if (route.variables().isEmpty()) {
      return List.of();
    }
    String last = route.variables().getLast();
    Function<TestWorkspace, List<String>> maker = MAKERS.get(last);
    if (maker == null) {
      throw new AssertionError(
          route.name() + ": tell " + Things.class.getName() + " how to make a {" + last + "}");
    }
    List<String> ids = maker.apply(workspace);
    if (ids.size() != route.variables().size()) {
      throw new AssertionError(
          route.name() + ": the maker of {" + last + "} gave " + ids.size() + " ids");
    }
    return ids;
  }

  private static List<String> made(TestWorkspace workspace, String collection, String json) {
    Api.Answer answer =
        workspace
            .api()
            .post(collection, json.replace('\'', '"').formatted(MARK + "-" + UUID.randomUUID()));
    if (answer.status() != 201) {
      throw new AssertionError("could not make " + collection + ": " + answer.body());
    }
    return List.of(answer.json().get("id").stringValue());
  }
}
