package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.goals.Statements;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;

/** How each source is doing: what it brought when, what waits, and how its files are understood. */
class SourcesTest {
  private static final String MAPPING =
      "{\"source\":\"desk\",\"kind\":\"case\",\"fields\":{\"id\":{\"column\":\"id\"},"
          + "\"startedAt\":{\"column\":\"at\"},\"finishedAt\":{\"column\":\"done\"}}}";
  private static final String FILE =
      """
      id,at,done
      1,2026-03-02 09:00,2026-03-02 10:00
      2,2026-03-02 09:00,2026-03-02 08:59:30
      3,never,
      """;

  private final TestWorkspace workspace = TestServer.newWorkspace();
  private final Api api = workspace.api();
  private final IntakeApi intake = new IntakeApi(api);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String item(String source, String id) {
    return "{\"source\":\"%s\",\"id\":\"%s\",\"kind\":\"case\",\"startedAt\":\"2026-03-06T16:30:00Z\"}\n"
        .formatted(source, id);
  }

  private JsonNode source(String code) {
    return api.get("/sources/" + code).json();
  }

  private JsonNode today(String code) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    JsonNode items =
        api.get("/sources/" + code + "/arrivals?from=" + today + "&to=" + today)
            .json()
            .get("items");
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  /** As if an import had come so many days ago. */
  private void happened(String importId, int daysAgo) {
    TestServer.bean(Tenancy.class)
        .run(
            workspace.id(),
            () ->
                TestServer.bean(JdbcClient.class)
                    .sql(
                        "update import set arrived_at = :at where workspace_id = :workspace and id = :id::uuid")
                    .param("at", OffsetDateTime.now(ZoneOffset.UTC).minusDays(daysAgo))
                    .param("workspace", workspace.id())
                    .param("id", importId)
                    .update());
  }

  @Test
  void a_request_that_names_two_sources_counts_for_each_what_it_brought() {
    intake.ndjson(item("shop", "1") + item("shop", "2") + item("phone", "1"));
    intake.ndjson(item("shop", "1") + "{\"source\":\"shop\",\"id\":\"9\",\"kind\":\"case\"}\n");

    JsonNode shop = today("shop");
    assertThat(shop.get("accepted").asInt()).isEqualTo(2);
    assertThat(shop.get("repeated").asInt()).isEqualTo(1);
    assertThat(shop.get("refused").asInt()).isEqualTo(1);
    assertThat(today("phone").get("accepted").asInt()).isEqualTo(1);
    assertThat(source("shop").get("refused").asInt()).isEqualTo(1);
    assertThat(api.get("/sources/shop/arrivals").json().get("items")).hasSize(30);
    assertThat(api.get("/sources/shop/arrivals?from=2026-02-02&to=2026-02-01").status())
        .isEqualTo(422);
  }

  @Test
  void the_same_file_again_is_an_arrival_and_taking_refused_lines_up_is_none() {
    JsonNode first = intake.take("a.csv", bytes(FILE), MAPPING);
    happened(first.get("id").asString(), 4);
    JsonNode again = intake.take("a.csv", bytes(FILE), MAPPING);
    assertThat(again.get("sameAs").asString()).isEqualTo(first.get("id").asString());
    assertThat(Instant.parse(source("desk").get("lastArrival").asString()))
        .isEqualTo(Instant.parse(again.get("arrivedAt").asString()));
    happened(again.get("id").asString(), 2);
    Instant before = Instant.parse(source("desk").get("lastArrival").asString());

    Api.Answer replay =
        api.post(
            "/imports/" + first.get("id").asString() + "/replay",
            "{\"mapping\":{\"tolerance\":\"PT1M\"}}");
    intake.await(replay.json().get("id").asString());
    assertThat(Instant.parse(source("desk").get("lastArrival").asString())).isEqualTo(before);
    assertThat(today("desk").get("accepted").asInt()).isEqualTo(1);

    api.delete("/imports/" + first.get("id").asString());
    assertThat(source("desk").get("held").asInt()).isZero();
    assertThat(today("desk").get("accepted").asInt()).isZero();
  }

  @Test
  void a_daily_source_that_falls_silent_is_told_and_a_young_one_is_not() {
    for (int day = 3; day < 13; day++) {
      String id = intake.ndjson(item("daily", "d" + day)).json().get("importId").asString();
      happened(id, day);
    }
    intake.ndjson(item("young", "1"));

    JsonNode rhythm = source("daily").get("rhythm");
    assertThat(rhythm.get("everyDays").asInt()).isEqualTo(1);
    assertThat(rhythm.get("silentDays").asInt()).isEqualTo(3);
    assertThat(rhythm.get("late").asBoolean()).isTrue();
    assertThat(source("young").path("rhythm").isNull() || !source("young").has("rhythm")).isTrue();
  }

  @Test
  void refused_lines_of_all_imports_are_taken_up_again_at_once() {
    intake.take("a.csv", bytes(FILE), MAPPING);
    intake.take("b.csv", bytes(FILE.replace("\n1,", "\n4,").replace("\n2,", "\n5,")), MAPPING);
    WaitingLines waiting = TestServer.bean(WaitingLines.class);
    Tenancy tenancy = TestServer.bean(Tenancy.class);
    List<WaitingLines.Waiting> before =
        tenancy.as(workspace.id(), () -> waiting.list(workspace.owner()));
    assertThat(before).hasSize(2);
    assertThat(before).allSatisfy(one -> assertThat(one.lines()).isEqualTo(2));
    assertThat(before.getFirst().reasons())
        .extracting(WaitingLines.Reason::field)
        .containsExactlyInAnyOrder("finishedAt", "startedAt");

    long taken = tenancy.as(workspace.id(), () -> waiting.takeUp(workspace.owner(), "PT1M", false));
    assertThat(taken).isEqualTo(4);
    api.get("/imports").json().get("items").forEach(one -> intake.await(one.get("id").asString()));
    assertThat(source("desk").get("held").asInt()).isEqualTo(4);
    assertThat(source("desk").get("refused").asInt()).isEqualTo(2);
  }

  @Test
  void a_mapping_saved_since_is_offered_for_the_lines_it_can_save() {
    intake.take("a.csv", bytes(FILE.replace("never", "03.04.2026 08:00")), MAPPING);
    WaitingLines waiting = TestServer.bean(WaitingLines.class);
    Tenancy tenancy = TestServer.bean(Tenancy.class);
    assertThat(tenancy.as(workspace.id(), () -> waiting.list(workspace.owner())).getFirst().anew())
        .isFalse();

    Api.Answer saved =
        api.send(
            api.request("/sources/desk/mapping")
                .header("Content-Type", "application/json")
                .PUT(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"mapping\":"
                            + MAPPING.replace(
                                "\"fields\"",
                                "\"formats\":{\"instant\":[\"dd.MM.yyyy HH:mm\",\"yyyy-MM-dd HH:mm\",\"yyyy-MM-dd HH:mm:ss\"]},\"fields\"")
                            + ",\"header\":[\"id\",\"at\",\"done\"]}")));
    assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    assertThat(tenancy.as(workspace.id(), () -> waiting.list(workspace.owner())).getFirst().anew())
        .isTrue();
    tenancy.as(workspace.id(), () -> waiting.takeUp(workspace.owner(), null, true));
    api.get("/imports").json().get("items").forEach(one -> intake.await(one.get("id").asString()));
    assertThat(source("desk").get("held").asInt()).isEqualTo(2);
    assertThat(source("desk").get("refused").asInt()).isEqualTo(1);
  }

  @Test
  void a_removed_mapping_is_not_used_for_the_next_file_until_it_is_back() {
    String id =
        intake
            .upload("/imports/preview", "a.csv", bytes(FILE), null)
            .json()
            .get("origin")
            .asString();
    assertThat(id).isEqualTo("proposed");
    Api.Answer saved =
        api.send(
            api.request("/sources/desk/mapping")
                .header("Content-Type", "application/json")
                .PUT(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"mapping\":" + MAPPING + ",\"header\":[\"id\",\"at\",\"done\"]}")));
    assertThat(saved.status()).isEqualTo(200);
    assertThat(origin()).isEqualTo("saved");
    SavedMappings mappings = TestServer.bean(SavedMappings.class);
    Tenancy tenancy = TestServer.bean(Tenancy.class);
    SavedMappings.Kept kept =
        tenancy.as(workspace.id(), () -> mappings.of(workspace.owner(), "desk"));

    assertThat(api.delete("/sources/desk/mapping").status()).isEqualTo(204);
    assertThat(api.get("/sources/desk/mapping").status()).isEqualTo(404);
    assertThat(source("desk").get("mapped").asBoolean()).isFalse();
    assertThat(origin()).isEqualTo("proposed");
    tenancy.run(workspace.id(), () -> mappings.bringBack(workspace.owner(), kept.id()));
    assertThat(origin()).isEqualTo("saved");

    tenancy.run(workspace.id(), () -> mappings.rename(workspace.owner(), kept.id(), "Help desk"));
    assertThat(api.get("/sources/desk/mapping").json().get("name").asString())
        .isEqualTo("Help desk");
    tenancy.run(workspace.id(), () -> mappings.renameBack(workspace.owner(), kept.id()));
    assertThat(tenancy.as(workspace.id(), () -> mappings.kept(workspace.owner(), kept.id())).name())
        .isEqualTo("desk");
  }

  private String origin() {
    return intake
        .upload("/imports/preview", "a.csv", bytes(FILE), null)
        .json()
        .get("origin")
        .asString();
  }

  @Test
  void a_hundred_and_twenty_sources_take_as_many_statements_as_one_and_two_pages() {
    TestWorkspace few = TestServer.newWorkspace();
    few.api().post("/interactions", "[" + item("only", "1") + "]");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      many.append(item("source-" + i, "1"));
    }
    assertThat(intake.ndjson(many.toString()).status()).isEqualTo(200);
    JsonNode page = api.get("/sources").json();
    assertThat(page.get("items")).hasSize(100);
    JsonNode rest = api.get("/sources?cursor=" + page.get("next").asString()).json();
    assertThat(rest.get("items")).hasSize(20);
    assertThat(rest.path("next").isNull() || !rest.has("next")).isTrue();

    assertThat(statementsFor(workspace)).hasSameSizeAs(statementsFor(few));
  }

  private static List<String> statementsFor(TestWorkspace at) {
    Runnable look =
        () ->
            TestServer.bean(Tenancy.class)
                .run(at.id(), () -> TestServer.bean(Sources.class).told(at.owner()));
    return Statements.of(Thread.currentThread().threadId(), Statements.during(look));
  }
}
