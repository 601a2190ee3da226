package org.waymark.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.Visitor;
import org.waymark.people.Role;
import tools.jackson.databind.JsonNode;

/** The library through the API: what ships, what a workspace makes of it, and who may. */
class LibraryApiTest {
  private static final String OWN =
      """
      {"statement":"Ferry passengers board without queueing","functions":["front-office"],"industries":["travel"],
       "area":"front-office","result":"first response time at the pier","metric":"first-response-time","statistic":"p90",
       "direction":"decrease","band":"percent","low":10,"high":20,
       "process":"We open a second gate when the boat is in sight","done":"boats with two gates","actions":30}
      """;

  private TestWorkspace workspace;
  private Api api;

  @BeforeEach
  void a_workspace() {
    workspace = TestServer.newWorkspace();
    api = workspace.api();
  }

  @Test
  void it_is_narrowed_by_function_and_industry_and_each_entry_is_honest_about_its_metric() {
    JsonNode sales = api.get("/library?function=sales&industry=insurance").json().get("items");
    assertThat(sales.size()).isBetween(3, 40);
    assertThat(stream(sales)).allMatch(one -> one.get("functions").toString().contains("sales"));
    JsonNode reply = api.get("/library/first-reply").json();
    assertThat(reply.get("measured").asBoolean()).isTrue();
    assertThat(reply.get("keyResult").asString())
        .isEqualTo("Reduce first response time by at least 15 % compared with the last four weeks");
    assertThat(api.get("/library/claims-settled").json().get("measured").asBoolean()).isTrue();
    assertThat(api.get("/library").json().get("items"))
        .allMatch(one -> one.get("measured").asBoolean() == one.hasNonNull("metric"));
    String unmeasured =
        OWN.replace("\"metric\":\"first-response-time\",\"statistic\":\"p90\",", "");
    Api.Answer own = api.post("/library", unmeasured);
    assertThat(own.json().get("measured").asBoolean()).as(own.body()).isFalse();
    assertThat(api.get("/library?function=kitchen").status()).isEqualTo(422);
    assertThat(api.get("/library/nothing-like-it").status()).isEqualTo(404);
  }

  @Test
  void a_workspace_adds_changes_hides_and_shows_and_no_other_sees_it() {
    int shipped = api.get("/library").json().get("items").size();
    Api.Answer added = api.post("/library", OWN);
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    String code = added.json().get("code").asString();
    assertThat(api.get("/library").json().get("items").get(0).get("code").asString())
        .isEqualTo(code);
    Api.Answer changed =
        api.patch("/library/" + code, "{\"version\":1,\"entry\":" + OWN.replace("30", "40") + "}");
    assertThat(changed.json().get("version").asInt()).isEqualTo(2);
    assertThat(changed.json().get("process").get("actions").asInt()).isEqualTo(40);
    assertThat(api.patch("/library/" + code, "{\"version\":1,\"entry\":" + OWN + "}").status())
        .isEqualTo(409);
    api.post("/library/first-reply/hiding", "");
    assertThat(api.get("/library").json().get("items").size()).isEqualTo(shipped);
    assertThat(api.get("/library?hidden=true").json().get("items").size()).isEqualTo(1);
    assertThat(api.delete("/library/first-reply/hiding").status()).isEqualTo(204);
    assertThat(api.get("/library").json().get("items").size()).isEqualTo(shipped + 1);
    assertThat(TestServer.newWorkspace().api().get("/library/" + code).status()).isEqualTo(404);
  }

  @Test
  void an_entry_that_ships_can_be_changed_here_and_stays_as_it_is_elsewhere() {
    Api.Answer changed = api.patch("/library/first-reply", "{\"version\":0,\"entry\":" + OWN + "}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.json().get("shipped").asBoolean()).isTrue();
    assertThat(
            TestServer.newWorkspace()
                .api()
                .get("/library/first-reply")
                .json()
                .get("version")
                .asInt())
        .isZero();
  }

  @Test
  void what_a_workspace_wrote_can_be_taken_back() {
    api.patch("/library/first-reply", "{\"version\":0,\"entry\":" + OWN + "}");
    assertThat(api.delete("/library/first-reply").status()).as("without a version").isEqualTo(409);
    assertThat(api.delete("/library/first-reply?version=1").status()).isEqualTo(204);
    assertThat(api.get("/library/first-reply").json().get("version").asInt()).isZero();
    assertThat(api.delete("/library/first-reply?version=0").status()).isEqualTo(409);
    String code = api.post("/library", OWN).json().get("code").asString();
    Api.Answer tagged =
        api.send(api.request("/library/" + code).header("If-Match", "\"1\"").DELETE());
    assertThat(tagged.status()).isEqualTo(204);
    assertThat(api.get("/library/" + code).status()).isEqualTo(404);
  }

  @Test
  void what_was_taken_back_is_restored_with_all_its_versions() {
    String code = api.post("/library", OWN).json().get("code").asString();
    api.patch("/library/" + code, "{\"version\":1,\"entry\":" + OWN.replace("30", "40") + "}");
    assertThat(api.post("/library/" + code + "/restoration", "").status()).isEqualTo(409);
    Visitor lead = Visitor.of(workspace);
    assertThat(lead.post("/library/" + code + "/removal", "version", "1").statusCode())
        .as("another version than the one that was read")
        .isEqualTo(409);
    assertThat(lead.post("/library/" + code + "/removal", "version", "2").statusCode())
        .isEqualTo(303);
    assertThat(api.get("/library/" + code).status()).isEqualTo(404);
    assertThat(lead.post("/library/" + code + "/restoration").statusCode()).isEqualTo(303);
    JsonNode again = api.get("/library/" + code).json();
    assertThat(again.get("version").asInt()).isEqualTo(2);
    assertThat(again.get("process").get("actions").asInt()).isEqualTo(40);
    assertThat(again.get("area").asString()).isEqualTo("front-office");
    assertThat(api.post("/library/" + code + "/restoration", "").status()).isEqualTo(409);
    assertThat(api.post("/library/never-there/restoration", "").status()).isEqualTo(404);
  }

  @Test
  void a_code_is_found_for_every_statement() {
    String first = api.post("/library", OWN).json().get("code").asString();
    Api.Answer second = api.post("/library", OWN);
    assertThat(second.status()).as(second.body()).isEqualTo(201);
    assertThat(second.json().get("code").asString()).isEqualTo(first + "-2");
    Api.Answer greek = api.post("/library", OWN.replace("Ferry passengers board", "Επιβάτες"));
    assertThat(greek.status()).as(greek.body()).isEqualTo(201);
    Api.Answer other =
        api.post(
            "/library",
            OWN.replace("Ferry passengers board without queueing", "Οι επιβάτες δεν περιμένουν"));
    assertThat(other.json().get("code").asString()).isEqualTo("entry");
    assertThat(api.post("/library", OWN.replaceFirst("\\{", "{\"code\":\"entry\",")).status())
        .as("a code that was asked for is not exchanged")
        .isEqualTo(422);
  }

  @Test
  void of_two_who_change_an_entry_the_second_reads_what_the_first_saved() {
    String code = api.post("/library", OWN).json().get("code").asString();
    String theirs = OWN.replace("Ferry passengers board without queueing", "They board at once");
    api.patch("/library/" + code, "{\"version\":1,\"entry\":" + theirs + "}");
    HttpResponse<String> lost =
        Visitor.of(workspace)
            .post(
                "/library/" + code + "/edit",
                "version",
                "1",
                "statement",
                "My own words",
                "functions",
                "sales",
                "result",
                "orders",
                "direction",
                "increase",
                "band",
                "percent",
                "low",
                "5",
                "high",
                "10",
                "process",
                "Ask",
                "done",
                "questions asked",
                "actions",
                "5");
    assertThat(lost.statusCode()).isEqualTo(409);
    assertThat(lost.body()).contains("<dd>They board at once</dd>", ">My own words</textarea>");
  }

  @Test
  void what_is_wrong_with_the_process_goal_stands_at_its_own_fields() {
    api.post(
        "/cycles",
        "{\"name\":\"Spring\",\"code\":\"q1\",\"from\":\"2026-01-01\",\"to\":\"2026-03-31\"}");
    String page =
        Visitor.of(workspace)
            .post(
                "/library/first-reply/goals",
                "statement",
                "Answer sooner",
                "cycle",
                "q1",
                "withProcess",
                "on",
                "process",
                "",
                "actions",
                "0")
            .body();
    assertThat(page).contains("href=\"#process\"").doesNotContain("href=\"#statement\"");
    String counted =
        Visitor.of(workspace)
            .post(
                "/library/first-reply/goals",
                "statement",
                "Answer sooner",
                "cycle",
                "q1",
                "withProcess",
                "on",
                "process",
                "We sort the post",
                "actions",
                "0")
            .body();
    assertThat(counted).contains("href=\"#actions\"").doesNotContain("href=\"#target\"");
  }

  @Test
  void everything_wrong_is_named_at_once() {
    Api.Answer refused =
        api.post(
            "/library",
            "{\"statement\":\" \",\"metric\":\"never-heard\",\"low\":5,\"high\":2,\"actions\":0}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(stream(refused.json().get("errors")).map(one -> one.get("field").asString()))
        .contains("statement", "functions", "metric", "direction", "low", "actions", "process");
    assertThat(api.post("/library", OWN.replaceFirst("\\{", "{\"code\":\"new\",")).status())
        .isEqualTo(422);
  }

  @Test
  void it_is_found_by_search_and_only_leads_change_it() {
    assertThat(names(api.get("/search?q=seen%20anywhere").json()))
        .containsExactly("What customers need is done faster than they have seen anywhere");
    assertThat(workspace.newMember(Role.MEMBER).api().post("/library", OWN).status())
        .isEqualTo(403);
    assertThat(workspace.newMember(Role.LEAD).api().post("/library", OWN).status()).isEqualTo(201);
  }

  private static List<String> names(JsonNode found) {
    return stream(found.get("items")).map(one -> one.get("name").asString()).toList();
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false);
  }
}
