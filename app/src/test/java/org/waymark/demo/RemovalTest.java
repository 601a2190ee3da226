package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.platform.Database;
import tools.jackson.databind.JsonNode;

/** The example data goes without a trace, except for what people need. It is loaded twice here. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RemovalTest {
  /** Tables in which something stays, each with its reason. */
  private static final Set<String> STAYS =
      Set.of(
          "audit", // what was done is never unsaid
          "import", // a withdrawn arrival is still an arrival, and the files may be read right now
          "import_source",
          "refusal", // its refused lines go with it out of sight
          "fact_file", // files of withdrawn facts count no more
          "source", // numbers of sources are never given twice
          "source_mapping", // how its files were understood
          "customer", // numbers of customers are never given twice
          "intake_number",
          "key_run", // keys of withdrawn imports, where they are kept in files
          "key_run_part",
          "touched_day", // its numbers only grow, so that nothing kept of these days is taken for
          // new
          "partial_day", // results of days, stale since the withdrawal, and perhaps kept a moment
          // late
          "partial",
          "period_result", // the same of whole periods
          "period_announced", // from which touches they were last announced
          "outbox", // announcements on their way
          "one_effect"); // answers to repeated requests

  private final Demonstration demonstration = TestServer.bean(Demonstration.class);

  @Test
  void what_was_loaded_goes_and_what_people_added_stays() throws Exception {
    TestWorkspace workspace = TestServer.newWorkspace();
    Map<String, Long> before = rows(workspace);
    demonstration.loadNow(workspace.owner(), Map.of());
    assertThat(rows(workspace)).isNotEqualTo(before);
    assertThat(demonstration.status(workspace.owner()))
        .isEqualTo(new Demonstration.Status.There(0));

    remove(workspace, false);

    assertThat(demonstration.stayed(workspace.owner())).isEmpty();
    assertThat(demonstration.status(workspace.owner()))
        .isEqualTo(new Demonstration.Status.None(true));
    Map<String, Long> after = rows(workspace);
    after.keySet().removeAll(STAYS);
    before.keySet().removeAll(STAYS);
    assertThat(after).isEqualTo(before);
    Api api = workspace.api();
    assertThat(api.get("/goals").json().get("items").size()).isZero();
    assertThat(api.get("/workspace").json().get("mission").asString()).isEmpty();
    for (JsonNode source : api.get("/sources").json().get("items")) {
      assertThat(source.get("held").asLong()).as(source.toString()).isZero();
    }
    JsonNode volume = api.get("/metrics/case-volume/readings").json().get("items").get(0);
    assertThat(volume.get("state").asString()).isEqualTo("noData");

    own_things_hung_on_the_example_keep_it(workspace);
  }

  /** Loaded a second time, into the same workspace, and then built upon. */
  private void own_things_hung_on_the_example_keep_it(TestWorkspace workspace) throws Exception {
    demonstration.loadNow(workspace.owner(), Map.of());
    Api api = workspace.api();
    made(
        api,
        "/units",
        "{'code':'night-shift','name':'Night shift','kind':'team','parent':'cutting'}");
    made(api, "/cycles", "{'code':'sprint','name':'Sprint','from':'2020-01-01','to':'2020-03-31'}");
    made(api, "/goals", "{'statement':'We sleep in the daytime.','cycle':'q4','unit':'showrooms'}");
    String touched = goal(api, "Customers choose a two-hour slot");
    made(api, "/goals/" + touched + "/steps", "{'title':'Ask the neighbours'}");
    assertThat(api.delete("/library/promise-kept?version=1").status())
        .as("an entry that was taken back is kept as a version, and stops no removal")
        .isEqualTo(204);
    Map<String, String> own = new TreeMap<>();
    for (String path : List.of("/units/night-shift", "/cycles/sprint", "/goals?q=daytime")) {
      own.put(path, api.get(path).body());
    }

    assertThat(demonstration.status(workspace.owner()))
        .isEqualTo(new Demonstration.Status.There(1));
    assertThat(names(demonstration.kept(workspace.owner(), false)))
        .contains(
            "unit Cutting and sewing",
            "unit Workshop",
            "unit " + Company.NAME,
            "unit Showrooms",
            "member Hanna Kowalska",
            "member Daniel Okafor")
        .anyMatch(name -> name.startsWith("goal Customers choose a two-hour slot"))
        .anyMatch(name -> name.startsWith("goal Customers get their order on the day"))
        .doesNotContain("unit Web shop", "member Aiko Mori");
    assertThat(names(demonstration.kept(workspace.owner(), true)))
        .contains("unit Cutting and sewing", "unit Showrooms")
        .noneMatch(name -> name.startsWith("goal") || name.startsWith("member"));

    remove(workspace, false);

    own.forEach((path, body) -> assertThat(api.get(path).body()).as(path).isEqualTo(body));
    assertThat(api.get("/goals/" + touched).json().get("steps").toString())
        .contains("Ask the neighbours");
    assertThat(api.get("/units/cutting").status()).isEqualTo(200);
    assertThat(api.get("/units/web-shop").status()).isEqualTo(404);
    assertThat(api.get("/members/aiko@quillhaven.example").status()).isEqualTo(404);
    assertThat(api.get("/members/daniel@quillhaven.example").json().get("state").asString())
        .isEqualTo("left");
    assertThat(names(demonstration.stayed(workspace.owner()))).contains("unit Showrooms");
    assertThat(demonstration.status(workspace.owner()))
        .isEqualTo(new Demonstration.Status.None(false));
  }

  @Test
  void a_workspace_with_something_in_it_takes_no_example_data() {
    TestWorkspace workspace = TestServer.newWorkspace();
    made(workspace.api(), "/units", "{'name':'Works','kind':'department'}");
    assertThat(demonstration.status(workspace.owner()))
        .isEqualTo(new Demonstration.Status.None(false));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> demonstration.loadNow(workspace.owner(), Map.of()))
        .hasMessageContaining("needs an empty one");
  }

  private void remove(TestWorkspace workspace, boolean withTouched) throws InterruptedException {
    demonstration.remove(workspace.owner(), withTouched);
    for (int waited = 0; waited < 1_200; waited++) {
      if (!(demonstration.status(workspace.owner()) instanceof Demonstration.Status.Busy)) {
        return;
      }
      Thread.sleep(Duration.ofMillis(100));
    }
    throw new AssertionError("still not removed after two minutes");
  }

  private static List<String> names(List<Demonstration.Kept> kept) {
    return kept.stream().map(one -> one.kind() + " " + one.name()).toList();
  }

  private static String goal(Api api, String beginning) {
    for (JsonNode goal : api.get("/goals?limit=100").json().get("items")) {
      if (goal.get("statement").asString().startsWith(beginning)) {
        return goal.get("id").asString();
      }
    }
    throw new AssertionError("no goal begins with " + beginning);
  }

  private static void made(Api api, String path, String json) {
    Api.Answer answer = api.post(path, json.replace('\'', '"'));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  /** How many rows each sealed table holds of the workspace, by the role that may see all. */
  private static Map<String, Long> rows(TestWorkspace workspace) throws SQLException {
    Database database = TestServer.bean(Database.class);
    Map<String, Long> rows = new TreeMap<>();
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), database.backup().role(), database.backup().password());
        var statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (var found =
          statement.executeQuery(
              """
              select c.relname from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
              where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
              """)) {
        while (found.next()) {
          tables.add(found.getString(1));
        }
      }
      for (String table : tables) {
        try (var count =
            statement.executeQuery(
                "select count(*) from %s where workspace_id = '%s'"
                    .formatted(table, workspace.id()))) {
          count.next();
          rows.put(table, count.getLong(1));
        }
      }
    }
    return rows;
  }
}
