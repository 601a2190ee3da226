package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import tools.jackson.databind.JsonNode;

/**
 * Interactions in, one a line or as an array; every kind of bad line is refused with its field, and
 * good ones around it are kept.
 */
class InteractionsTest {
  private static final String GOOD =
      "{\"source\":\"s\",\"id\":\"good\",\"kind\":\"survey\",\"startedAt\":\"2026-03-06T16:30:00Z\",\"scale\":\"nps-0-10\",\"score\":9}";

  private Api api;
  private IntakeApi intake;

  @BeforeEach
  void open() {
    api = TestServer.newWorkspace().api();
    intake = new IntakeApi(api);
  }

  private static String with(String id, String field, String json) {
    return GOOD.replace("\"good\"", "\"" + id + "\"")
        .replaceFirst("\"" + field + "\":[^,}]*", java.util.regex.Matcher.quoteReplacement(json));
  }

  private void refuses(String line, String field, String... words) {
    Api.Answer answer = intake.ndjson(GOOD + "\n" + line + "\n");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode told = answer.json();
    assertThat(told.get("received").asLong()).as(line).isEqualTo(2);
    assertThat(told.get("refused").asLong()).as(line + " " + answer.body()).isEqualTo(1);
    assertThat(told.get("accepted").asLong() + told.get("repeated").asLong()).as(line).isEqualTo(1);
    JsonNode refusal = told.get("refusals").get(0);
    assertThat(refusal.get("line").asLong()).isEqualTo(2);
    assertThat(refusal.get("field").asString()).as(answer.body()).isEqualTo(field);
    assertThat(refusal.get("reason").asString()).contains(words);
  }

  @Test
  void the_answer_counts_what_became_of_each_line() {
    Api.Answer first = intake.ndjson(GOOD.replace("{", "{\"revision\":1,"));
    JsonNode told = first.json();
    assertThat(told.propertyNames())
        .containsExactly(
            "received", "accepted", "corrected", "repeated", "refused", "refusals", "importId");
    assertThat(told.get("accepted").asLong()).isEqualTo(1);
    JsonNode second =
        intake
            .ndjson(
                GOOD.replace("{", "{\"revision\":1,")
                    + "\n"
                    + GOOD.replace("{", "{\"revision\":2,").replace("\"score\":9", "\"score\":3")
                    + "\n"
                    + GOOD.replace("{", "{\"revision\":2,").replace("\"score\":9", "\"score\":4"))
            .json();
    assertThat(second.get("repeated").asLong()).isEqualTo(1);
    assertThat(second.get("corrected").asLong()).isEqualTo(1);
    assertThat(second.get("refused").asLong()).isEqualTo(1);
    assertThat(second.get("refusals").get(0).get("reason").asString())
        .contains("score held \"3\", sent \"4\"");
  }

  @Test
  void the_same_revision_with_other_content_in_a_later_request_shows_both() {
    intake.ndjson(GOOD.replace("{", "{\"revision\":1,"));
    JsonNode told =
        intake
            .ndjson(GOOD.replace("{", "{\"revision\":1,").replace("\"score\":9", "\"score\":4"))
            .json();
    assertThat(told.get("refusals").get(0).get("reason").asString())
        .contains("score held \"9\", sent \"4\"");
  }

  @Test
  void scores_stay_on_their_scale() {
    refuses(with("a", "score", "\"score\":11"), "score", "0 to 10");
    refuses(with("a", "score", "\"score\":3.7"), "score", "whole number");
    refuses(with("a", "score", "\"score\":\"9\""), "score", "number");
    refuses(with("a", "scale", "\"scale\":\"stars\""), "scale", "nps-0-10");
    refuses(with("a", "score", "\"score\":null"), "score", "missing");
  }

  @Test
  void nan_and_infinity_are_no_numbers() {
    refuses(with("a", "score", "\"score\":NaN"), "score", "NaN");
    refuses(with("a", "score", "\"score\":Infinity"), "score", "NaN or Infinity");
  }

  @Test
  void moments_are_rfc_3339_and_of_this_age() {
    refuses(with("a", "startedAt", "\"startedAt\":\"yesterday\""), "startedAt", "RFC 3339");
    refuses(with("a", "startedAt", "\"startedAt\":\"2026-03-06T16:30:00\""), "startedAt", "offset");
    refuses(
        with("a", "startedAt", "\"startedAt\":\"0001-01-01T00:00:00Z\""), "startedAt", "year 1,");
    refuses(
        with("a", "startedAt", "\"startedAt\":\"10000-01-01T00:00:00Z\""), "startedAt", "10000");
    refuses(with("a", "startedAt", "\"startedAt\":null"), "startedAt", "missing");
    refuses(
        with("a", "kind", "\"kind\":\"survey\",\"finishedAt\":\"2026-03-06T16:29:00Z\""),
        "finishedAt",
        "1 min 0 s before it starts");
  }

  @Test
  void an_id_a_known_kind_and_a_known_unit_are_needed() {
    refuses(with("a", "id", "\"id\":null"), "id", "missing");
    refuses(with("a", "kind", "\"kind\":\"chat\""), "kind", "survey, case");
    refuses(with("a", "kind", "\"kind\":\"survey\",\"unit\":\"nowhere\""), "unit", "not a unit");
  }

  @Test
  void broken_json_unknown_and_double_keys_depth_and_characters_are_named() {
    refuses("{\"source\":", "source", "JSON");
    refuses(with("a", "kind", "\"kind\":\"survey\",\"colour\":\"red\""), "colour", "not a field");
    refuses(with("a", "kind", "\"kind\":\"survey\",\"kind\":\"case\""), "kind", "twice");
    refuses("[".repeat(2000) + "]".repeat(2000), "line", "deep");
    refuses(with("a", "kind", "\"kind\":\"survey\",\"channel\":\"a\\u0000b\""), "channel", "NUL");
    refuses(
        with("a", "kind", "\"kind\":\"survey\",\"channel\":\"a\\ud800b\""), "channel", "surrogate");
    refuses(
        with("a", "kind", "\"kind\":\"survey\",\"channel\":\"" + "x".repeat(1_000_001) + "\""),
        "channel",
        "1000000 characters");
    refuses(
        with("a", "kind", "\"kind\":\"survey\",\"attributes\":{\"a\":{\"b\":1}}"),
        "attributes.a",
        "must be");
  }

  @Test
  void a_broken_array_keeps_nothing_and_a_good_one_is_taken() {
    assertThat(api.post("/interactions", "[" + GOOD + ",{").status()).isEqualTo(400);
    assertThat(api.get("/sources").json().get("items")).isEmpty();
    assertThat(api.post("/interactions", "[" + GOOD + "]").json().get("accepted").asLong())
        .isEqualTo(1);
  }

  @Test
  void an_element_that_cannot_be_kept_is_one_refusal_and_its_neighbours_are_taken() {
    refusesElement(with("a", "score", "\"score\":1,\"score\":2"), "score", "given twice");
    refusesElement(with("a", "score", "\"score\":NaN"), "score", "NaN");
    refusesElement(with("a", "score", "\"score\":-Infinity"), "score", "Infinity");
    refusesElement(with("a\\u0000", "kind", "\"kind\":\"survey\""), "id", "NUL");
    refusesElement(with("a\0", "kind", "\"kind\":\"survey\""), "id", "");
    refusesElement(with("a\\ud800", "kind", "\"kind\":\"survey\""), "id", "half of a character");
    refusesElement(
        with("a", "kind", "\"kind\":\"survey\",\"topic\":\"" + "x".repeat(1_000_001) + "\""),
        "topic",
        "1000000 characters");
    refusesElement(
        with("a", "kind", "\"kind\":\"survey\",\"topic\":" + "[".repeat(90) + "]".repeat(90)),
        "topic",
        "nested deeper");
    refusesElement(
        with("a", "score", "\"score\":" + "9".repeat(2000)), "score", "more than 100 digits");
    refusesElement("7", "line", "object in braces");
    refusesElement("[]", "line", "object in braces");
    refusesElement("null", "line", "object in braces");
    refusesElement("\"x\"", "line", "object in braces");
  }

  private void refusesElement(String element, String field, String words) {
    Api fresh = TestServer.newWorkspace().api();
    Api.Answer answer =
        fresh.post(
            "/interactions",
            " [" + GOOD + ",\n" + element + " , " + GOOD.replace("good", "other") + "] ");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode told = answer.json();
    assertThat(told.get("received").asLong()).isEqualTo(3);
    assertThat(told.get("accepted").asLong()).isEqualTo(2);
    assertThat(told.get("refusals")).hasSize(1);
    JsonNode refusal = told.get("refusals").get(0);
    assertThat(refusal.get("line").asLong()).isEqualTo(2);
    assertThat(refusal.get("field").asString()).as(answer.body()).isEqualTo(field);
    assertThat(refusal.get("reason").asString()).contains(words);
  }

  @Test
  void whatever_cannot_be_read_is_refused_by_its_id_where_that_can_be_read() {
    String known = "\"id\":\"INC0007\",\"score\":";
    assertThat(idOfRefused("{" + known + "NaN}")).isEqualTo("INC0007");
    assertThat(idOfRefused("{\"score\":NaN,\"id\":\"INC0007\"}")).isEqualTo("INC0007");
    assertThat(idOfRefused("{" + known + "1,\"score\":1}")).isEqualTo("INC0007");
    assertThat(idOfRefused("{" + known + "[[NaN,{\"id\":\"inner\"}]]}")).isEqualTo("INC0007");
    assertThat(idOfRefused("{\"about\":{\"id\":\"other\"},\"score\":NaN}")).isNull();
    assertThat(idOfRefused("{" + known + "NaN,\"id\":\"INC0008\"}")).isNull();
    assertThat(idOfRefused("{\"id\":7,\"score\":NaN}")).isNull();
    assertThat(idOfRefused("{\"id\":\"a\\u0000\",\"score\":NaN}")).isNull();
    assertThat(idOfRefused("{\"id\":\"a\\ud800\",\"score\":NaN}")).isNull();

    JsonNode cut = intake.ndjson("{" + known + "\n").json();
    assertThat(cut.at("/refusals/0/id").asString()).isEqualTo("INC0007");
  }

  private @Nullable String idOfRefused(String element) {
    JsonNode told = api.post("/interactions", "[" + element + "]").json();
    assertThat(told.get("refusals")).as(told.toString()).hasSize(1);
    JsonNode kept =
        api.get("/imports/" + told.get("importId").asString() + "/refusals").json().at("/items/0");
    JsonNode id = told.at("/refusals/0/id");
    assertThat(kept.get("id")).as("the list of refusals says the same").isEqualTo(id);
    return id.isNull() ? null : id.asString();
  }

  @Test
  void what_is_no_json_array_at_all_keeps_nothing() {
    for (String broken :
        List.of("[" + GOOD, "[" + GOOD + "] x", "[" + GOOD + ",]", "[" + GOOD + ",{\"a\":]")) {
      assertThat(api.post("/interactions", broken).status()).as(broken).isEqualTo(400);
    }
    assertThat(api.get("/sources").json().get("items")).isEmpty();
  }

  @Test
  void other_content_types_and_bodies_beyond_the_bound_are_refused() {
    assertThat(
            api.send(
                    api.request("/interactions")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(GOOD)))
                .status())
        .isEqualTo(415);
    assertThat(intake.ndjson(("x".repeat(1000) + "\n").repeat(6000)).status()).isEqualTo(413);
    assertThat(api.post("/interactions", "").status()).isEqualTo(400);
  }

  @Test
  void a_tally_is_taken_for_what_can_be_pooled_and_refused_otherwise() {
    String tally =
        "{\"source\":\"t\",\"id\":\"1\",\"kind\":\"tally\",\"metric\":\"csat\",\"startedAt\":\"2026-03-01T00:00:00Z\","
            + "\"finishedAt\":\"2026-03-02T00:00:00Z\",\"numerator\":82,\"denominator\":100}";
    assertThat(intake.ndjson(tally).json().get("accepted").asLong()).isEqualTo(1);
    refuses(tally.replace("csat", "nps"), "metric", "cannot be pooled");
    refuses(tally.replace("csat", "cheer"), "metric", "define it first, or use one of csat,");
    refuses(tally.replace("2026-03-02T00:00:00Z", "P0D"), "finishedAt", "P1M");
    refuses(tally.replace("2026-03-02T00:00:00Z", "2026-02-02T00:00:00Z"), "finishedAt", "before");
    refuses(tally.replace("\"numerator\":82", "\"numerator\":-1"), "numerator", "below zero");
    refuses(tally.replace("\"numerator\":82", "\"numerator\":8.5"), "numerator", "whole number");
    refuses(
        tally.replace("\"numerator\":82", "\"numerator\":1770000000000"),
        "numerator",
        "check the column");
    for (String span : List.of("P5000Y", "P300000Y", "P999999999Y")) {
      refuses(tally.replace("2026-03-02T00:00:00Z", span), "finishedAt", "2199");
    }
    refuses(tally.replace("\"numerator\":82", "\"missed\":101"), "denominator", "missed");
    refuses(
        tally.replace("\"numerator\":82", "\"numerator\":82,\"missed\":18"), "missed", "one of");
    refuses(tally.replace(",\"denominator\":100", ""), "denominator", "is missing");
    refuses(tally.replace("\"numerator\":82,", ""), "numerator", "is missing");
    String other =
        tally
            .replace("\"id\":\"1\"", "\"id\":\"2\"")
            .replace("2026-03-02T00:00:00Z", "P1D")
            .replace("\"numerator\":82", "\"missed\":18");
    assertThat(intake.ndjson(other).json().get("accepted").asLong()).isEqualTo(1);
    refuses(tally.replace("\"denominator\":100", "\"denominator\":80"), "denominator", "100 %");
  }

  @Test
  void several_sources_in_one_request_are_each_known_until_its_arrival() {
    assertThat(
            intake
                .ndjson(GOOD + "\n" + GOOD.replace("\"s\"", "\"other\""))
                .json()
                .get("accepted")
                .asLong())
        .isEqualTo(2);
    List<String> codes =
        api.get("/sources")
            .json()
            .get("items")
            .valueStream()
            .map(s -> s.get("code").asString())
            .sorted()
            .toList();
    assertThat(codes).containsExactly("other", "s");
  }
}
