package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.goals.GoalStory.id;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer.TestMember;
import org.waymark.people.Role;
import tools.jackson.databind.JsonNode;

/** What people say about a goal, through the API. */
class CommentsTest {
  private static GoalStory story;

  @BeforeAll
  static void begin() {
    story = GoalStory.in2015();
  }

  @Test
  void everyone_who_sees_a_goal_reads_what_was_said_in_its_order() {
    TestMember member = story.workspace().newMember(Role.MEMBER);
    TestMember viewer = story.workspace().newMember(Role.VIEWER);
    String goal = proposed("Talked about");
    JsonNode first =
        story.made(
            goal + "/comments", "{\"text\": \"  Who pays for it?\\r\\n\\r\\nNobody yet. \"}");
    assertThat(first.get("text").asString()).isEqualTo("Who pays for it?\n\nNobody yet.");
    assertThat(first.get("by").asString()).isEqualTo(story.workspace().owner().email());
    assertThat(first.get("withdrawn").isNull()).isTrue();
    assertThat(first.has("author")).isFalse();
    Api.Answer second = member.api().post(goal + "/comments", "{\"text\": \"Our team\"}");
    assertThat(second.status()).as(second.body()).isEqualTo(201);
    assertThat(second.header("Location")).isEqualTo("/api/v1/comments/" + id(second.json()));
    assertThat(member.api().get("/comments/" + id(second.json())).json()).isEqualTo(second.json());
    assertThat(texts(viewer.api().get(goal + "/comments").json().get("items")))
        .containsExactly("Who pays for it?\n\nNobody yet.", "Our team");
    assertThat(texts(story.get(goal).get("comments")))
        .as("the goal's page begins with the newest")
        .containsExactly("Our team", "Who pays for it?\n\nNobody yet.");
    assertThat(viewer.api().post(goal + "/comments", "{\"text\": \"Me too\"}").status())
        .isEqualTo(403);
    JsonNode page = story.get(goal + "/comments?limit=1");
    assertThat(page.get("items")).hasSize(1);
    JsonNode rest = story.get(goal + "/comments?limit=1&cursor=" + page.get("next").asString());
    assertThat(texts(rest.get("items"))).containsExactly("Our team");
    assertThat(rest.get("next").isNull()).isTrue();
  }

  @Test
  void nothing_said_or_too_much_is_refused_by_its_field() {
    String goal = proposed("Short");
    assertThat(story.refused(goal + "/comments", "{\"text\": \" \\n \"}", "text"))
        .isEqualTo("write what you want to say");
    assertThat(story.refused(goal + "/comments", "{}", "text"))
        .isEqualTo("write what you want to say");
    assertThat(
            story.refused(goal + "/comments", "{\"text\": \"" + "x".repeat(4001) + "\"}", "text"))
        .isEqualTo("must be at most 4000 characters, is 4001");
    assertThat(story.refused(goal + "/comments", "{\"text\": \"a\\u0007b\"}", "text"))
        .contains("control characters");
    assertThat(
            story
                .api()
                .post(goal + "/comments", "{\"text\": \"" + "x".repeat(4000) + "\"}")
                .status())
        .isEqualTo(201);
    assertThat(story.api().post(goal + "/comments", "{\"texts\": \"a\"}").status()).isEqualTo(400);
  }

  @Test
  void whoever_said_something_withdraws_it_and_lets_it_stand_again() {
    TestMember author = story.workspace().newMember(Role.MEMBER);
    TestMember other = story.workspace().newMember(Role.LEAD);
    String goal = proposed("Regretted");
    String comment =
        "/comments/" + id(author.api().post(goal + "/comments", "{\"text\": \"Hasty\"}").json());
    assertThat(author.api().delete(comment + "/withdrawal").status()).isEqualTo(409);
    assertThat(other.api().post(comment + "/withdrawal", "").status()).isEqualTo(403);
    Api.Answer withdrawn = author.api().post(comment + "/withdrawal", "");
    assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(201);
    assertThat(withdrawn.json().get("withdrawn").get("by").asString())
        .isEqualTo(author.caller().email());
    assertThat(author.api().post(comment + "/withdrawal", "").status()).isEqualTo(409);
    assertThat(story.get(goal + "/comments").get("items")).isEmpty();
    assertThat(story.get(goal).get("comments")).isEmpty();
    assertThat(other.api().get(comment).status()).isEqualTo(404);
    assertThat(other.api().delete(comment + "/withdrawal").status()).isEqualTo(404);
    assertThat(author.api().get(comment).status()).isEqualTo(200);
    assertThat(author.api().delete(comment + "/withdrawal").status()).isEqualTo(204);
    assertThat(texts(story.get(goal + "/comments").get("items"))).containsExactly("Hasty");
  }

  @Test
  void what_an_owner_withdrew_its_author_cannot_bring_back() {
    TestMember author = story.workspace().newMember(Role.MEMBER);
    String goal = proposed("Moderated");
    String comment =
        "/comments/" + id(author.api().post(goal + "/comments", "{\"text\": \"Rude\"}").json());
    story.made(comment + "/withdrawal", "");
    assertThat(author.api().delete(comment + "/withdrawal").status()).isEqualTo(403);
    assertThat(story.api().delete(comment + "/withdrawal").status()).isEqualTo(204);
  }

  @Test
  void a_comment_on_a_draft_is_as_secret_as_the_draft() {
    TestMember stranger = story.workspace().newMember(Role.LEAD);
    String goal = "/goals/" + id(story.goal("Still a secret"));
    String comment = "/comments/" + id(story.made(goal + "/comments", "{\"text\": \"Psst\"}"));
    assertThat(stranger.api().get(goal + "/comments").status()).isEqualTo(404);
    assertThat(stranger.api().post(goal + "/comments", "{\"text\": \"What?\"}").status())
        .isEqualTo(404);
    assertThat(stranger.api().get(comment).status()).isEqualTo(404);
  }

  @Test
  void a_goal_that_is_over_can_still_be_talked_about() {
    String goal = proposed("Over");
    story.made(goal + "/withdrawal", "");
    story.made(goal + "/comments", "{\"text\": \"A pity\"}");
    assertThat(story.get(goal + "/comments").get("items")).hasSize(1);
  }

  @Test
  void the_same_comment_sent_twice_is_said_once_and_the_audit_knows_of_it() {
    String goal = proposed("Once");
    for (int i = 0; i < 2; i++) {
      Api.Answer answer =
          story
              .api()
              .send(
                  story
                      .api()
                      .request(goal + "/comments")
                      .header("Content-Type", "application/json")
                      .header("Idempotency-Key", "once-" + goal)
                      .POST(BodyPublishers.ofString("{\"text\": \"Only once\"}")));
      assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
    JsonNode said = story.get(goal + "/comments").get("items");
    assertThat(said).hasSize(1);
    story.made("/comments/" + id(said.get(0)) + "/withdrawal", "");
    JsonNode audit = story.get("/audit?limit=500").get("items");
    assertThat(
            audit
                .valueStream()
                .filter(one -> goal.endsWith(one.get("objectId").asString()))
                .map(one -> one.get("action").asString()))
        .contains("comment.made", "comment.withdrawn");
  }

  private static String proposed(String statement) {
    String goal = "/goals/" + id(story.goal(statement));
    story.made(goal + "/proposal", "");
    return goal;
  }

  private static List<String> texts(JsonNode comments) {
    return comments.valueStream().map(one -> one.get("text").asString()).toList();
  }
}
