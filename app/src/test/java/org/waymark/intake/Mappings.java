package org.waymark.intake;

import tools.jackson.databind.json.JsonMapper;

/** Mappings for tests, in the JSON that people write. */
final class Mappings {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static final String BOSTON =
      """
      {"source":"boston311","kind":"case","snapshotAt":"2016-01-12T22:30:00-05:00","zone":"America/New_York",
       "formats":{"instant":"MM/dd/yyyy hh:mm:ss a"},"missing":["","NULL"],
       "fields":{"id":{"column":"CASE_ENQUIRY_ID"},"startedAt":{"column":"OPEN_DT"},"finishedAt":{"column":"CLOSED_DT"},
         "dueAt":{"column":"TARGET_DT"},"channel":{"column":"Source","values":{"Constituent Call":"phone"}},
         "unit":{"column":"Department","unknown":"create"},"attributes":["TYPE","neighborhood"]}}
      """;

  static final String SFO =
      """
      {"source":"sfo%s","kind":"survey","zone":"America/Los_Angeles",%s
       "fields":{"startedAt":%s,"scale":{"constant":"csat-1-5"},"weight":{"column":"WEIGHT"}},
       "rows":[
        {"skip":{"Q7ALL":["0","6",""]},"fields":{"id":{"template":"{%s}:q7all"},"score":{"column":"Q7ALL"},"question":{"constant":"overall"}}},
        {"skip":{"Q7FOOD":["0","6",""]},"fields":{"id":{"template":"{%s}:q7food"},"score":{"column":"Q7FOOD"},"question":{"constant":"food"}}}]}
      """;

  static String sfo(int year) {
    String id = year == 2016 ? "*RESPNUM" : "RESPNUM";
    return SFO.formatted(
        year,
        year == 2016 ? "\"formats\":{\"instant\":\"MM/dd/yyyy hh:mm:ss a\"}," : "",
        year == 2016 ? "{\"column\":\"INTDATE\"}" : "{\"template\":\"" + year + "-05-{INTDATE}\"}",
        id,
        id);
  }

  private Mappings() {}

  static Mapping read(String json) {
    return MappingJson.read(JSON.readTree(json));
  }
}
