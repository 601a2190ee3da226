package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.Instants;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;

/** Files in, through the API. */
class ImportTest {
  private static final String MAPPING =
      """
      {"source":"desk","kind":"case","fields":{"id":{"column":"id"},"startedAt":{"column":"opened"},"finishedAt":{"column":"closed"},
       "channel":{"column":"channel"}},"revision":{"column":"rev"}}
      """;

  private TestServer.TestWorkspace workspace;
  private Api api;
  private IntakeApi intake;

  @BeforeEach
  void open() {
    workspace = TestServer.newWorkspace(ZoneId.of("America/New_York"));
    api = workspace.api();
    intake = new IntakeApi(api);
    api.post(
        "/units", "{\"code\":\"city-services\",\"name\":\"City services\",\"kind\":\"company\"}");
  }

  private static byte[] csv(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Long> counts(JsonNode state) {
    return Map.of(
        "lines", state.get("lines").asLong(),
        "accepted", state.get("accepted").asLong(),
        "corrected", state.get("corrected").asLong(),
        "repeated", state.get("repeated").asLong(),
        "refused", state.get("refused").asLong());
  }

  private static Map<String, Long> counts(
      long lines, long accepted, long corrected, long repeated, long refused) {
    return Map.of(
        "lines",
        lines,
        "accepted",
        accepted,
        "corrected",
        corrected,
        "repeated",
        repeated,
        "refused",
        refused);
  }

  private long held() {
    JsonNode sources = api.get("/sources").json().get("items");
    long held = 0;
    for (JsonNode source : sources) {
      held += source.get("held").asLong();
    }
    return held;
  }

  private FactFiles facts() {
    return TestServer.bean(Tenancy.class)
        .in(
            workspace.id(),
            () ->
                TestServer.bean(Facts.class)
                    .files(Instants.STARTED, LocalDate.of(2000, 1, 1), LocalDate.of(2030, 1, 1)));
  }

  @Test
  void boston_comes_in_whole_is_repeated_withdrawn_and_comes_in_again() {
    JsonNode first = intake.take(SampleFilesTest.sample("boston311-2015.csv.gz"), Mappings.BOSTON);
    assertThat(first.get("state").asString()).isEqualTo("done");
    assertThat(counts(first)).isEqualTo(counts(121_145, 120_948, 0, 0, 197));
    assertThat(first.get("percent").asInt()).isEqualTo(100);
    assertThat(held()).isEqualTo(120_948);
    assertThat(facts().rows()).isEqualTo(120_948);

    JsonNode refusals =
        api.get("/imports/" + first.get("id").asString() + "/refusals").json().get("items");
    assertThat(refusals).hasSize(197);
    assertThat(refusals.get(0).get("field").asString()).isEqualTo("finishedAt");
    assertThat(refusals.get(0).get("reason").asString())
        .contains("before it starts")
        .contains("PT1M");

    JsonNode again = intake.take(SampleFilesTest.sample("boston311-2015.csv.gz"), Mappings.BOSTON);
    assertThat(counts(again)).isEqualTo(counts(121_145, 0, 0, 120_948, 197));
    assertThat(facts().rows()).isEqualTo(120_948);

    Api.Answer replay =
        api.post(
            "/imports/" + first.get("id").asString() + "/replay",
            "{\"mapping\":{\"tolerance\":\"PT1M\"}}");
    assertThat(replay.status()).isEqualTo(202);
    JsonNode replayed = intake.await(replay.json().get("id").asString());
    assertThat(counts(replayed)).isEqualTo(counts(197, 197, 0, 0, 0));
    assertThat(held()).isEqualTo(121_145);

    String id = first.get("id").asString();
    assertThat(api.delete("/imports/" + id).status()).isEqualTo(204);
    assertThat(api.delete("/imports/" + id).status()).isEqualTo(204);
    assertThat(held()).isZero();

    JsonNode third = intake.take(SampleFilesTest.sample("boston311-2015.csv.gz"), Mappings.BOSTON);
    assertThat(counts(third)).isEqualTo(counts(121_145, 120_948, 0, 0, 197));
    assertThat(held()).isEqualTo(120_948);
  }

  @Test
  void the_same_lines_in_another_file_are_repeated_and_the_higher_revision_corrects() {
    intake.take(
        "a.csv",
        csv("id,opened,closed,channel,rev\n1,2026-03-01,,phone,1\n2,2026-03-02,,phone,1\n"),
        MAPPING);
    JsonNode second =
        intake.take(
            "b.csv",
            csv(
                "id,opened,closed,channel,rev\n1,2026-03-01,,phone,1\n2,2026-03-05,2026-03-06,phone,2\n1,2026-03-01,,email,1\n3,2026-03-01,,x,1\n"),
            MAPPING);
    assertThat(counts(second)).isEqualTo(counts(4, 1, 1, 1, 1));
    JsonNode refusal =
        api.get("/imports/" + second.get("id").asString() + "/refusals").json().get("items").get(0);
    assertThat(refusal.get("line").asLong()).isEqualTo(4);
    assertThat(refusal.get("reason").asString()).contains("channel held \"phone\", sent \"email\"");
    assertThat(api.delete("/imports/" + second.get("id").asString()).status()).isEqualTo(204);
    JsonNode third =
        intake.take(
            "c.csv",
            csv("id,opened,closed,channel,rev\n1,2026-03-01,,phone,1\n2,2026-03-02,,phone,1\n"),
            MAPPING);
    assertThat(counts(third)).isEqualTo(counts(2, 0, 0, 2, 0));
  }

  @Test
  void a_lower_revision_that_arrives_late_changes_nothing() {
    intake.take("a.csv", csv("id,opened,closed,channel,rev\n1,2026-03-01,,phone,2\n"), MAPPING);
    assertThat(
            counts(
                intake.take(
                    "b.csv",
                    csv("id,opened,closed,channel,rev\n1,2026-03-01,,email,1\n"),
                    MAPPING)))
        .isEqualTo(counts(1, 0, 0, 1, 0));
  }

  @Test
  void what_came_late_counts_when_the_higher_revision_is_withdrawn() {
    JsonNode higher =
        intake.take("a.csv", csv("id,opened,closed,channel,rev\n1,2026-03-01,,phone,2\n"), MAPPING);
    intake.take("b.csv", csv("id,opened,closed,channel,rev\n1,2026-03-07,,email,1\n"), MAPPING);
    assertThat(casesPerDay()).containsExactly("2026-03-01");
    api.delete("/imports/" + higher.get("id").asString());
    assertThat(held()).isEqualTo(1);
    assertThat(casesPerDay()).containsExactly("2026-03-07");
  }

  @Test
  void corrections_of_a_large_import_come_and_go_and_are_counted_once() {
    int many = 500;
    JsonNode first = intake.take("a.csv", csv(cases(0, many, "phone", 1)), MAPPING);
    JsonNode second =
        intake.take("b.csv", csv(cases(many - 3, many, "email", 2) + more(many, 2)), MAPPING);
    assertThat(counts(second)).isEqualTo(counts(5, 2, 3, 0, 0));
    assertThat(held()).isEqualTo(many + 2);
    assertThat(counts(intake.take("c.csv", csv(cases(0, many - 3, "phone", 1)), MAPPING)))
        .isEqualTo(counts(many - 3, 0, 0, many - 3, 0));

    api.delete("/imports/" + first.get("id").asString());
    assertThat(held()).as("what the second import said stands").isEqualTo(5);
    api.delete("/imports/" + second.get("id").asString());
    assertThat(held()).isZero();
    assertThat(counts(intake.take("d.csv", csv(cases(0, many, "chat", 1)), MAPPING)))
        .isEqualTo(counts(many, many, 0, 0, 0));
    assertThat(held()).isEqualTo(many);
  }

  @Test
  void keys_of_many_imports_are_kept_together_and_found() {
    int each = 60;
    for (int i = 0; i < 20; i++) {
      intake.take("a.csv", csv(cases(i * each, (i + 1) * each, "phone", 1)), MAPPING);
    }
    assertThat(held()).isEqualTo(20 * each);
    TestServer.bean(org.waymark.platform.Tenancy.class)
        .run(
            workspace.id(),
            () -> assertThat(TestServer.bean(KeyRuns.class).all()).hasSizeBetween(1, 16));
    assertThat(counts(intake.take("b.csv", csv(cases(0, 20 * each, "phone", 1)), MAPPING)))
        .isEqualTo(counts(20L * each, 0, 0, 20L * each, 0));
  }

  private static String cases(int from, int to, String channel, int revision) {
    StringBuilder text = new StringBuilder("id,opened,closed,channel,rev\n");
    for (int i = from; i < to; i++) {
      text.append("k%d,2026-03-01,,%s,%d\n".formatted(i, channel, revision));
    }
    return text.toString();
  }

  private static String more(int from, int count) {
    return cases(from, from + count, "email", 1).replaceFirst("[^\n]*\n", "");
  }

  /** The days of early March on which a case was opened. */
  private List<String> casesPerDay() {
    List<String> days = new ArrayList<>();
    for (JsonNode item :
        api.get("/metrics/case-volume/readings?per=day&from=2026-03-01&to=2026-03-10")
            .json()
            .get("items")) {
      if (item.path("n").asLong() > 0) {
        days.add(item.get("from").asString());
      }
    }
    return days;
  }

  @Test
  void a_refused_line_is_mended_by_hand_and_taken_up_again() {
    JsonNode first =
        intake.take(
            "a.csv",
            csv("id,opened,closed,channel,rev\n1,2026-03-99,,phone,1\n2,2026-03-02,,phone,1\n"),
            MAPPING);
    assertThat(counts(first)).isEqualTo(counts(2, 1, 0, 0, 1));
    String id = first.get("id").asString();
    Api.Answer replay =
        api.post(
            "/imports/" + id + "/replay",
            "{\"lines\":[{\"line\":2,\"text\":\"1,2026-03-09,,phone,1\"}]}");
    assertThat(counts(intake.await(replay.json().get("id").asString())))
        .isEqualTo(counts(1, 1, 0, 0, 0));
    assertThat(api.get("/imports/" + id + "/refusals").json().get("items")).isEmpty();
    assertThat(
            api.post("/imports/" + id + "/replay", "{\"lines\":[{\"line\":7,\"text\":\"x\"}]}")
                .status())
        .isEqualTo(422);
  }

  @Test
  void refused_lines_are_downloaded_as_they_were() {
    JsonNode first =
        intake.take("a.csv", csv("id,opened,closed,channel,rev\n1,never,,\"pho,ne\",1\n"), MAPPING);
    Api.Answer csv =
        api.send(
            api.request("/imports/" + first.get("id").asString() + "/refusals")
                .header("Accept", "text/csv")
                .GET());
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.body())
        .startsWith("line,field,reason,original\r\n2,startedAt,")
        .contains("1,never,,\"\"pho,ne\"\",1");
  }

  @Test
  void what_makes_no_sense_is_refused_at_once_and_named() {
    assertThat(refused("id,opened\n1,2026-03-01\n", MAPPING))
        .contains("closed")
        .contains("not have");
    assertThat(refused("", MAPPING)).contains("is empty");
    assertThat(refused("id,opened,closed,channel,rev\n", MAPPING)).contains("nothing below it");
    assertThat(
            refused(
                "id\n1\n",
                "{\"source\":\"x\",\"kind\":\"case\",\"fields\":{\"id\":{\"column\":\"id\"}}}"))
        .contains("fields.startedAt");
    assertThat(
            refused(
                "id,at\n1,2026-03-01\n",
                "{\"source\":\"x\",\"kind\":\"case\",\"fields\":{\"id\":{\"column\":\"id\"},\"startedAt\":{\"column\":\"at\"}},\"rows\":[{},{}]}"))
        .contains("same id");
    assertThat(refused("id,id,opened,closed,channel,rev\n1,1,2026-03-01,,x,1\n", MAPPING))
        .contains("twice");
  }

  private String refused(String file, String mapping) {
    Api.Answer answer = intake.upload("/imports", "a.csv", csv(file), mapping);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    return answer.body();
  }

  @Test
  void the_same_upload_with_one_key_is_one_import() {
    byte[] file = csv("id,opened,closed,channel,rev\n1,2026-03-01,,phone,1\n");
    Api.Answer first = intake.upload("/imports", "a.csv", file, MAPPING, "Idempotency-Key", "k1");
    Api.Answer second = intake.upload("/imports", "a.csv", file, MAPPING, "Idempotency-Key", "k1");
    assertThat(second.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
    assertThat(api.get("/imports").json().get("items")).hasSize(1);
  }

  @Test
  void boston_is_understood_without_a_mapping() throws Exception {
    Api.Answer answer =
        intake.upload(
            "/imports/preview",
            "boston311-2015.csv.gz",
            java.nio.file.Files.readAllBytes(SampleFilesTest.sample("boston311-2015.csv.gz")),
            null);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode mapping = answer.json().get("mapping");
    assertThat(mapping.at("/formats/instant/0").asString()).isEqualTo("MM/dd/yyyy hh:mm:ss a");
    assertThat(mapping.at("/zone").asString()).isEqualTo("America/New_York");
    assertThat(mapping.at("/fields/id/column").asString()).isEqualTo("CASE_ENQUIRY_ID");
    assertThat(mapping.at("/fields/startedAt/column").asString()).isEqualTo("OPEN_DT");
    assertThat(mapping.at("/fields/finishedAt/column").asString()).isEqualTo("CLOSED_DT");
    assertThat(mapping.at("/fields/dueAt/column").asString()).isEqualTo("TARGET_DT");
    assertThat(mapping.at("/fields/unit/column").asString()).isEqualTo("Department");
    assertThat(mapping.at("/fields/unit/unknown").asString()).isEqualTo("create");
    assertThat(mapping.at("/fields/channel/column").asString()).isEqualTo("Source");
    assertThat(answer.json().get("accepted").asLong() + answer.json().get("refused").asLong())
        .isEqualTo(200);
    assertThat(answer.json().get("items").get(0).get("startedAt").asString())
        .isEqualTo("2015-01-01T05:20:09Z");
  }
}
