package org.waymark.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.Api;
import org.waymark.TestServer;
import tools.jackson.databind.JsonNode;

class SchedulesApiTest {
  private static final String SHIFT =
      """
      {"from":"2026-01-01","zone":"Europe/London","holidays":"gb-eng",
       "week":{"monday":[{"from":"13:30","to":"24:00"},{"from":"09:00","to":"12:30"}]},
       "closed":[{"day":"2026-12-24","name":"Christmas Eve"}]}""";

  @Test
  void hours_are_said_read_corrected_and_taken_away() {
    Api api = TestServer.newWorkspace().api();
    Api.Answer added = api.post("/schedules", SHIFT);
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    String path = added.header("Location").replaceFirst(".*/api/v1", "");
    JsonNode one = api.get(path).json();
    assertThat(one.get("unit").isNull()).isTrue();
    assertThat(one.get("week").get("monday").get(0).get("from").asString()).isEqualTo("09:00");
    assertThat(one.get("week").get("monday").get(1).get("to").asString()).isEqualTo("24:00");
    assertThat(one.get("week").get("sunday").isNull()).isTrue();
    assertThat(one.get("closed").get(0).get("name").asString()).isEqualTo("Christmas Eve");
    assertThat(one.get("holidays").asString()).isEqualTo("gb-eng");

    assertThat(api.put(path, SHIFT).status()).as("without the version").isEqualTo(422);
    String later = SHIFT.replaceFirst("\\{", "{\"version\":1,").replace("2026-01-01", "2026-02-01");
    assertThat(api.put(path, later).json().get("from").asString()).isEqualTo("2026-02-01");
    assertThat(api.put(path, later).status()).as("somebody was first").isEqualTo(409);
    assertThat(api.get("/schedules").json().get("items").size()).isEqualTo(1);
    assertThat(api.get("/audit").body()).contains("schedule.changed");
    assertThat(api.delete(path).status()).isEqualTo(204);
    assertThat(api.get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "zone":"Europe/London"     | "zone":"Europe/Londinium"   | zone
          "holidays":"gb-eng"        | "holidays":"gb-atlantis"    | holidays
          "holidays":"gb-eng"        | "holidays":"../x"           | holidays
          "from":"2026-01-01"        | "from":null                 | from
          "from":"13:30"             | "from":"1:30 pm"            | week.monday[0].from
          "to":"24:00"               | "to":"13:00"                | week.monday[0].to
          "to":"12:30"               | "to":"14:00"                | week.monday
          "day":"2026-12-24"         | "day":null                  | closed[0].day
          {"from":"2026-01-01"       | {"unit":"nowhere","from":"2026-01-01" | unit
          "monday":[                 | "funday":[                  | week.funday
          """)
  void what_makes_no_sense_is_refused_by_name(String good, String bad, String field) {
    Api api = TestServer.newWorkspace().api();
    assertThat(SHIFT).contains(good);
    Api.Answer answer = api.post("/schedules", SHIFT.replace(good, bad));
    assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
    assertThat(answer.json().get("errors"))
        .extracting(error -> error.get("field").asString())
        .contains(field);
  }

  @Test
  void nobody_has_two_schedules_from_one_day_or_one_without_hours() {
    Api api = TestServer.newWorkspace().api();
    api.post("/schedules", SHIFT);
    Api.Answer again = api.post("/schedules", SHIFT);
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("from");
    Api.Answer idle =
        api.post("/schedules", "{\"from\":\"2026-01-01\",\"zone\":\"UTC\",\"week\":{}}");
    assertThat(idle.status()).isEqualTo(422);
    assertThat(idle.json().get("errors").get(0).get("field").asString()).isEqualTo("week");
  }

  @Test
  void holidays_are_those_of_country_and_region() {
    Api api = TestServer.newWorkspace().api();
    JsonNode calendars = api.get("/holiday-calendars").json().get("items");
    assertThat(calendars)
        .extracting(one -> one.get("code").asString())
        .contains("gb", "gb-eng", "de", "de-be", "us-ca")
        .doesNotHaveDuplicates();
    JsonNode days = api.get("/holidays?calendar=gb-eng&year=2026").json().get("items");
    assertThat(days)
        .extracting(one -> one.get("day").asString())
        .containsExactly(
            "2026-01-01",
            "2026-04-03",
            "2026-04-06",
            "2026-05-04",
            "2026-05-25",
            "2026-08-31",
            "2026-12-25",
            "2026-12-28");
    assertThat(days.get(1).get("name").asString()).isEqualTo("Good Friday");
    assertThat(api.get("/holidays?calendar=atlantis").status()).isEqualTo(422);
  }
}
