package org.waymark.access;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.guide.Guides;
import org.waymark.intake.SavedMappings;
import org.waymark.intake.Spool;
import org.waymark.intake.Uploads;
import org.waymark.people.Role;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;

/**
 * How to make one of each thing that a route's address can name, through the public API. A feature
 * whose addresses name a thing of its own adds one line: the variable as it is called in the
 * mapping, and how to make one in a workspace.
 */
public final class Things {

  /** Stands in everything made here, so that it can be looked for where it must not be. */
  public static final String MARK = "kept-apart";

  private static final String UNIT = "{'name':'%s','kind':'team'}";
  private static final String CYCLE = "{'name':'%s','from':'2026-01-01','to':'2026-12-31'}";

  private static final Map<String, Function<TestWorkspace, List<String>>> MAKERS =
      Map.ofEntries(
          Map.entry("unit", at -> made(at, "/units", UNIT)),
          Map.entry("units", at -> made(at, "/units", UNIT)),
          Map.entry("cycle", at -> made(at, "/cycles", CYCLE)),
          Map.entry("cycles", at -> made(at, "/cycles", CYCLE)),
          Map.entry("schedule", Things::schedule),
          Map.entry("schedules", Things::schedule),
          Map.entry("area", at -> made(at, "/areas", "{'name':'%s'}")),
          Map.entry("areas", at -> made(at, "/areas", "{'name':'%s'}")),
          Map.entry(
              "member",
              at -> made(at, "/members", "{'email':'%s@harbour.example','role':'viewer'}")),
          Map.entry("token", at -> made(at, "/tokens", "{'name':'%s'}")),
          Map.entry("tokens", at -> made(at, "/tokens", "{'name':'%s'}")),
          Map.entry("imports", at -> List.of(sent(at).get("importId").stringValue())),
          Map.entry("sources", Things::source),
          Map.entry("mappings", Things::savedMapping),
          Map.entry("metric", Things::metric),
          Map.entry("entry", Things::libraryEntry),
          Map.entry("goals", Things::goal),
          Map.entry("key-results", Things::keyResult),
          Map.entry(
              "steps",
              at -> made(at, "/goals/" + goal(at).getFirst() + "/steps", "{'title':'%s'}")),
          Map.entry("check-ins", Things::checkIn),
          Map.entry("guides", Things::guide),
          Map.entry("step", at -> List.of(guide(at).getFirst(), "description")),
          Map.entry("invited", Things::invited),
          Map.entry("called", Things::called),
          Map.entry("reviews", Things::review),
          Map.entry(
              "comments",
              at -> made(at, "/goals/" + goal(at).getFirst() + "/comments", "{'text':'%s'}")));

  /** The line that is refused, far down so that its number stands nowhere else. */
  private static final String LINE = "98765";

  private static final Map<String, Function<TestWorkspace, List<String>>> ARRIVALS =
      Map.of("line", at -> List.of(anImport(at).getFirst(), LINE), "uploads", Things::anUpload);

  private Things() {}

  /** Whether nobody but its maker, the owner of the workspace, finds such a thing. */
  static boolean isPersonal(Route route) {
    return List.of("guides", "step").stream().anyMatch(route.variables()::contains)
        || route.address().contains("/refusal");
  }

  /** Ids for the variables of an address: a fresh thing, with what it stands in before it. */
  public static List<String> make(Route route, TestWorkspace workspace) {
    if (route.variables().isEmpty()) {
      return List.of();
    }
    String last = route.variables().getLast();
    Function<TestWorkspace, List<String>> maker = MAKERS.getOrDefault(last, ARRIVALS.get(last));
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

  /** The hours of a unit of its own, for no unit has two from one day on. */
  private static List<String> schedule(TestWorkspace at) {
    String unit = MARK + "-" + UUID.randomUUID();
    made(at, "/units", "{'name':'%s','code':'" + unit + "','kind':'team'}");
    return made(
        at,
        "/schedules",
        "{'unit':'"
            + unit
            + "','from':'2026-01-01','zone':'UTC','week':{'monday':[{'from':'09:00','to':'17:00'}]},"
            + "'closed':[{'day':'2026-12-24','name':'%s'}]}");
  }

  /** A goal that everyone in its workspace sees. */
  private static List<String> goal(TestWorkspace at) {
    String cycle = MARK + "-" + UUID.randomUUID();
    made(
        at,
        "/cycles",
        "{'name':'%s','code':'" + cycle + "','from':'2026-01-01','to':'2026-12-31'}");
    List<String> goal = made(at, "/goals", "{'statement':'%s','cycle':'" + cycle + "'}");
    made(at, "/goals/" + goal.getFirst() + "/proposal", "{'reason':'%s'}");
    return goal;
  }

  /** A goal on its way, which is its author's alone. */
  private static List<String> guide(TestWorkspace at) {
    Map<String, List<String>> words = Map.of("statement", List.of(MARK + "-" + UUID.randomUUID()));
    return List.of(
        TestServer.bean(Tenancy.class)
            .as(at.id(), () -> TestServer.bean(Guides.class).begin(at.owner(), words))
            .id()
            .toString());
  }

  /** A goal and somebody who is asked about it and has not answered. */
  private static List<String> invited(TestWorkspace at) {
    String goal = goal(at).getFirst();
    String asked = at.newMember(Role.LEAD).caller().email();
    made(at, "/goals/" + goal + "/invitations", "{'invite':['" + asked + "']}");
    return List.of(goal, asked);
  }

  /** A goal and a unit of the owner's that was asked to propose something and will not. */
  private static List<String> called(TestWorkspace at) {
    String goal = goal(at).getFirst();
    String unit = MARK + "-" + UUID.randomUUID();
    made(at, "/units", "{'name':'%s','code':'" + unit + "','kind':'team'}");
    made(at, "/members", "{'email':'%s@harbour.example','role':'member','units':['" + unit + "']}");
    String owner = "/members/" + at.owner().email();
    good(
        at.api()
            .patch(
                owner,
                "{\"units\":[\"%s\"],\"version\":%s}"
                    .formatted(unit, at.api().get(owner).json().get("version"))));
    made(at, "/goals/" + goal + "/calls", "{'units':['" + unit + "'],'note':'%s'}");
    made(at, "/goals/" + goal + "/calls/" + unit + "/refusal", "{'reason':'%s'}");
    return List.of(goal, unit);
  }

  /** A review that was held of a goal that runs. */
  private static List<String> review(TestWorkspace at) {
    String goal = goal(at).getFirst();
    made(at, "/goals/" + goal + "/start", "{}");
    Api.Answer held =
        good(at.api().post("/goals/" + goal + "/reviews", "{\"note\":\"" + MARK + "\"}"));
    return List.of(held.json().get("held").get(0).get("id").asString());
  }

  private static List<String> keyResult(TestWorkspace at) {
    return made(
        at, "/goals/" + goal(at).getFirst() + "/key-results", "{'name':'%s','type':'binary'}");
  }

  private static List<String> checkIn(TestWorkspace at) {
    return made(at, "/key-results/" + keyResult(at).getFirst() + "/check-ins", "{'note':'%s'}");
  }

  /** One interaction from a source of its own. */
  private static JsonNode sent(TestWorkspace workspace) {
    return sent(workspace, MARK + "-" + UUID.randomUUID());
  }

  private static JsonNode sent(TestWorkspace workspace, String source) {
    String line =
        """
        [{"source":"%s","id":"1","kind":"case","startedAt":"2026-03-06T16:30:00Z"}]
        """
            .formatted(source);
    return good(workspace.api().post("/interactions", line)).json();
  }

  /** A source with a saved mapping. */
  private static List<String> source(TestWorkspace workspace) {
    String code = MARK + "-" + UUID.randomUUID();
    sent(workspace, code);
    String mapping =
        """
        {"mapping":{"source":"%s","kind":"case","fields":{"id":{"column":"id"},
         "startedAt":{"column":"opened"}}},"header":["id","opened"]}
        """
            .formatted(code);
    good(
        workspace
            .api()
            .send(
                workspace
                    .api()
                    .request("/sources/" + code + "/mapping")
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(mapping))));
    return List.of(code);
  }

  private static List<String> savedMapping(TestWorkspace workspace) {
    String code = source(workspace).getFirst();
    return List.of(
        TestServer.bean(Tenancy.class)
            .as(
                workspace.id(),
                () ->
                    TestServer.bean(SavedMappings.class)
                        .of(workspace.owner(), code)
                        .id()
                        .toString()));
  }

  private static Api.Answer good(Api.Answer answer) {
    if (answer.status() >= 300) {
      throw new AssertionError("could not make a thing: " + answer.body());
    }
    return answer;
  }

  /** Metrics are named by a key that their makers choose. */
  private static List<String> metric(TestWorkspace workspace) {
    String key = MARK + "-" + UUID.randomUUID();
    Api.Answer answer =
        workspace
            .api()
            .post(
                "/metrics",
                """
                {"key":"%s","label":"%s","anchor":"startedAt","measure":{"count":true},"statistics":["count"]}"""
                    .formatted(key, key));
    if (answer.status() != 201) {
      throw new AssertionError("could not make a metric: " + answer.body());
    }
    return List.of(key);
  }

  /** Entries of the library are named by a code. */
  private static List<String> libraryEntry(TestWorkspace workspace) {
    String json =
        """
        {"statement":"%1$s","functions":["sales"],"result":"orders","direction":"increase","band":"percent",
         "low":5,"high":10,"process":"%1$s","done":"questions asked","actions":5}
        """
            .formatted(MARK + "-" + UUID.randomUUID());
    Api.Answer answer = good(workspace.api().post("/library", json));
    return List.of(answer.json().get("code").stringValue());
  }

  private static List<String> made(TestWorkspace workspace, String collection, String json) {
    Api.Answer answer =
        workspace
            .api()
            .post(collection, json.replace('\'', '"').formatted(MARK + "-" + UUID.randomUUID()));
    return List.of(answer.json().get("id").stringValue());
  }

  /** A request of one line, which is refused. */
  private static List<String> anImport(TestWorkspace workspace) {
    String refused =
        "{\"source\":\"%s\",\"id\":\"1\",\"kind\":\"case\",\"startedAt\":\"never\"}"
            .formatted(MARK);
    Api.Answer answer =
        workspace.api().post("/interactions", "\n".repeat(Integer.parseInt(LINE) - 1) + refused);
    return List.of(answer.json().get("importId").stringValue());
  }

  private static List<String> anUpload(TestWorkspace workspace) {
    byte[] file = (MARK + ",opened\n1,2026-03-01\n").getBytes(StandardCharsets.UTF_8);
    Spool.Spooled spooled = TestServer.bean(Spool.class).take(new ByteArrayInputStream(file));
    return List.of(
        TestServer.bean(Tenancy.class)
            .in(
                workspace.id(),
                () ->
                    TestServer.bean(Uploads.class).keep(workspace.owner(), MARK + ".csv", spooled))
            .toString());
  }
}
