package org.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.people.Role;

/** Search through the API: everything is found by name, and nothing that is not one's own. */
class SearchTest {
  private static TestServer.TestWorkspace harbourCity;
  private static TestServer.TestWorkspace elsewhere;

  @BeforeAll
  static void write() {
    harbourCity = TestServer.newWorkspace();
    elsewhere = TestServer.newWorkspace();
    Api api = harbourCity.api();
    api.post("/units", "{\"name\":\"Ferry landings\",\"kind\":\"company\"}");
    api.post(
        "/cycles",
        "{\"name\":\"Ferry season\",\"code\":\"s1\",\"from\":\"2026-04-01\",\"to\":\"2026-09-30\"}");
    api.post("/goals", "{\"statement\":\"Shorter queues at the ferry\",\"cycle\":\"s1\"}");
  }

  @Test
  void units_cycles_goals_and_their_places_are_found_best_first() {
    assertThat(found(harbourCity.api(), "ferry"))
        .containsExactly(
            "cycle Ferry season", "unit Ferry landings", "goal Shorter queues at the ferry");
  }

  @Test
  void metrics_are_found_by_name_and_by_key() {
    assertThat(found(harbourCity.api(), "net promoter")).first().asString().startsWith("metric ");
    assertThat(found(harbourCity.api(), "nps")).anyMatch(one -> one.startsWith("metric "));
  }

  @Test
  void people_are_found_by_name_and_address() {
    assertThat(found(harbourCity.api(), "ada berg")).containsExactly("member Ada Berg");
  }

  @Test
  void pages_are_found_by_the_words_people_use_and_only_those_one_may_open() {
    assertThat(found(harbourCity.api(), "shortcuts")).containsExactly("page Keys");
    assertThat(found(harbourCity.api(), "audit")).containsExactly("page Audit log");
    assertThat(found(harbourCity.newMember(Role.MEMBER).api(), "audit")).isEmpty();
  }

  @Test
  void anothers_draft_and_anothers_workspace_are_not_found() {
    assertThat(found(harbourCity.newMember(Role.LEAD).api(), "shorter queues")).isEmpty();
    assertThat(found(elsewhere.api(), "ferry")).isEmpty();
  }

  @Test
  void nothing_typed_finds_nothing_and_too_much_is_refused() {
    assertThat(found(harbourCity.api(), " ")).isEmpty();
    Api.Answer refused = harbourCity.api().get("/search?q=" + "a".repeat(201));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("errors").get(0).get("field").asString()).isEqualTo("q");
  }

  private static List<String> found(Api api, String words) {
    Api.Answer answer = api.get("/search?q=" + words.replace(" ", "%20"));
    assertThat(answer.status()).isEqualTo(200);
    return StreamSupport.stream(answer.json().get("items").spliterator(), false)
        .map(item -> item.get("kind").asString() + " " + item.get("name").asString())
        .toList();
  }
}
