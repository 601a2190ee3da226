package org.waymark.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Field;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.measure.metric.Statistic;
import org.waymark.platform.InvalidInput;
import tools.jackson.databind.json.JsonMapper;

class DefinitionFormatTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static final String CLAIMS =
      """
      {"key":"claim-settlement","label":"Claim settlement time","kind":"claim",
       "where":{"all":[{"field":"status","not":"withdrawn"}]},"anchor":"startedAt",
       "measure":{"duration":["startedAt","finishedAt"]},"statistics":["p50","p90","within:PT72H"],
       "dimensions":["unit","channel"],"direction":"down","minimum":30}
      """;

  @Test
  void the_example_of_the_contract_is_understood() {
    MetricDefinition claims = DefinitionFormat.read(JSON.readTree(CLAIMS), 3);

    assertThat(claims.version()).isEqualTo(3);
    assertThat(claims.kinds()).containsExactly(Kind.CLAIM);
    assertThat(claims.where())
        .isEqualTo(Condition.all(new Condition.IsNot(Field.Word.STATUS, "withdrawn")));
    assertThat(claims.measure()).isInstanceOf(Measure.Duration.class);
    assertThat(claims.statistics().stream().map(Statistic::code))
        .containsExactly("p50", "p90", "within:PT72H");
    assertThat(claims.minimum()).isEqualTo(30);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void every_shipped_metric_survives_being_written_and_read(MetricDefinition metric) {
    assertThat(DefinitionFormat.read(DefinitionText.write(metric), metric.version()))
        .isEqualTo(metric);
  }

  @Test
  void nested_conditions_survive_being_written_and_read() {
    String urgent =
        """
        {"key":"urgent-share","label":"Urgent","kind":["case","claim"],"anchor":"startedAt",
         "where":{"any":[{"field":"channel","in":["email","chat"]},{"all":[]},
                         {"all":[{"field":"complaint","is":true},{"field":"attribute.priority","is":"1"}]}]},
         "measure":{"share":{"of":{"field":"contacts","atMost":1}}},"statistics":["share"],
         "dimensions":["attribute.priority"]}
        """;
    MetricDefinition metric = DefinitionFormat.read(JSON.readTree(urgent), 1);

    assertThat(DefinitionFormat.read(DefinitionText.write(metric), 1)).isEqualTo(metric);
    assertThat(metric.measure())
        .isEqualTo(new Measure.Share(new Condition.AtMost(Field.Amount.CONTACTS, BigDecimal.ONE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "kind":"claim"                          | "kind":"clam"                        | kind
          "kind":"claim"                          | "kind":"tally"                       | kind
          "anchor":"startedAt"                    | "anchor":"finishedAt"                | anchor
          "anchor":"startedAt"                    | "anchor":"begunAt"                   | anchor
          "key":"claim-settlement"                | "key":"Claim Settlement"             | key
          "p50"                                   | "score"                              | statistics[0]
          "p90"                                   | "p50"                                | statistics[1]
          "within:PT72H"                          | "within:3 days"                      | statistics[2]
          "unit"                                  | "score"                              | dimensions[0]
          "not":"withdrawn"                       | "nott":"withdrawn"                   | where.all[0].nott
          "field":"status"                        | "field":"staus"                      | where.all[0].field
          "field":"status","not":"withdrawn"      | "field":"score","not":"withdrawn"    | where.all[0]
          {"duration":["startedAt","finishedAt"]} | {"median":"customer"}                | measure.median
          ["startedAt","finishedAt"]              | ["finishedAt","startedAt"]           | measure.duration
          "minimum":30                            | "minimum":3.7                        | minimum
          "minimum":30                            | "minimum":3                          | minimum
          "direction":"down"                      | "direction":"sideways"               | direction
          "direction":"down"                      | "sql":"drop table fact"              | sql
          "label":"Claim settlement time"         | "label":"  "                         | label
          "kind":"claim"                          | "kind":["claim","clam"]              | kind[1]
          "kind":"claim"                          | "kind":["claim","claim"]             | kind[1]
          "anchor":"startedAt"                    | "anchor":"dueAt"                     | anchor
          "key":"claim-settlement",               | ``                                   | key
          "measure":{"duration":["startedAt","finishedAt"]}, | ``                        | measure
          {"duration":["startedAt","finishedAt"]} | {"duration":["startedAt"]}           | measure.duration
          {"duration":["startedAt","finishedAt"]} | {"onTime":true}                      | anchor
          {"duration":["startedAt","finishedAt"]} | {"share":{}}                         | measure.share.of
          {"duration":["startedAt","finishedAt"]} | {"share":{"of":{"all":[{"field":"status"}]}}} | measure.share.of.all[0]
          {"duration":["startedAt","finishedAt"]} | {"count":1}                          | measure.count
          ["p50","p90","within:PT72H"]            | []                                   | statistics
          "field":"status","not":"withdrawn"      | "field":"contacts","atLeast":1e999999999 | where.all[0].atLeast
          "field":"status","not":"withdrawn"      | "field":"contacts","atMost":0.0000001 | where.all[0].atMost
          "field":"status","not":"withdrawn"      | "field":"complaint","is":"yes"       | where.all[0].is
          "field":"status","not":"withdrawn"      | "field":"status","in":[]             | where.all[0].in
          {"all":[{"field":"status","not":"withdrawn"}]} | {"any":[]}                    | where.any
          {"all":[{"field":"status","not":"withdrawn"}]} | {"any":[{"field":"status","not":"x"}],"all":[]} | where.any
          """)
  void a_refusal_names_the_place(String good, String bad, String place) {
    String json = CLAIMS.replace(good, bad);
    assertThat(json).isNotEqualTo(CLAIMS);

    assertThatThrownBy(() -> DefinitionFormat.read(JSON.readTree(json), 1))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.errors().getFirst().field()).isEqualTo(place));
  }

  @Test
  void a_refusal_tells_the_way_out() {
    assertThat(refusal("\"claim\"", "\"clam\""))
        .isEqualTo(
            "“clam” is not known: use one of survey, case, order, claim, subscription, activity");
    assertThat(refusal("\"p50\"", "\"score\""))
        .isEqualTo(
            "score cannot be made of this measure, which has mean, p1 to p99, within:DURATION");
    assertThat(refusal("\"status\"", "\"staus\"")).contains("use one of kind, channel,");
    assertThat(refusal("\"direction\"", "\"way\""))
        .contains("is not known here: use anchor, clock, dim");
  }

  private static String refusal(String good, String bad) {
    try {
      DefinitionFormat.read(JSON.readTree(CLAIMS.replace(good, bad)), 1);
    } catch (InvalidInput refused) {
      return refused.errors().getFirst().reason();
    }
    throw new AssertionError("nothing was refused");
  }

  @Test
  void an_own_metric_says_in_words_what_it_counts() {
    String some =
        """
        {"key":"urgent","label":"Urgent","kind":["claim","case"],"anchor":"finishedAt",
         "where":{"any":[{"field":"channel","in":["email","chat"]},
           {"all":[{"field":"complaint","is":true},{"field":"attribute.priority","not":"1"}]}]},
         "measure":{"share":{"of":{"field":"contacts","atMost":1}}},"statistics":["share"]}
        """;

    assertThat(
            OwnWords.of(DefinitionFormat.read(JSON.readTree(some), 1), Locale.ENGLISH).definition())
        .isEqualTo(
            "The share for which number of contacts is at most 1. Counts: cases and claims for which"
                + " channel is one of “chat”, “email” or (it is a complaint and “priority” is not “1”);"
                + " the day is the one on which it was finished.");
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void every_shipped_metric_is_explained(MetricDefinition metric) {
    MetricWords words = Objects.requireNonNull(MetricWords.shipped(metric.key(), Locale.ENGLISH));

    assertThat(words.label()).isNotBlank();
    assertThat(words.definition()).hasSizeGreaterThan(100);
    assertThat(words.formula()).isNotBlank();
    assertThat(words.interval()).contains("95 %");
    assertThat(words.pitfalls()).hasSizeGreaterThanOrEqualTo(3);
  }

  static Iterable<MetricDefinition> shipped() {
    return ShippedMetrics.all();
  }
}
