package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A list of many goals asks the database as often as a list of few. */
class GoalListStatementsTest {

  @Test
  void three_hundred_goals_with_nine_hundred_measured_key_results_take_at_most_six_statements() {
    GoalStory few = written(3);
    GoalStory many = written(300);
    // the first call of a token notes that it was used
    few.get("/goals?limit=1");
    many.get("/goals?limit=1");
    List<String> forFew = statementsOf(() -> few.get("/goals?limit=500"));
    List<String> forMany =
        statementsOf(
            () -> {
              JsonNode goals = many.get("/goals?limit=500").get("items");
              assertThat(goals).hasSize(300);
              int measured = 0;
              for (JsonNode goal : goals) {
                measured += goal.get("keyResults").size();
              }
              assertThat(measured).isEqualTo(900);
            });
    assertThat(forMany).as(String.join("\n---\n", forMany)).hasSizeLessThanOrEqualTo(6);
    assertThat(forMany).hasSameSizeAs(forFew);

    List<String> treeOfFew = ownStatements(() -> few.inside(() -> forest(few, 3)));
    List<String> treeOfMany = ownStatements(() -> many.inside(() -> forest(many, 150)));
    assertThat(treeOfMany).as(String.join("\n---\n", treeOfMany)).hasSameSizeAs(treeOfFew);
  }

  /** Everything this thread sent. */
  private static List<String> ownStatements(Runnable work) {
    return Statements.of(Thread.currentThread().threadId(), Statements.during(work));
  }

  /** The tree of the page, with as many goals as it shows at once. */
  private static void forest(GoalStory story, int shown) {
    GoalForest forest =
        TestServer.bean(GoalForests.class)
            .forest(story.workspace().owner(), GoalList.Wanted.everything(), null, null);
    assertThat(forest.size()).isLessThanOrEqualTo(shown).isGreaterThan(shown / 2);
  }

  private static GoalStory written(int goals) {
    GoalStory story = GoalStory.in2015();
    JsonMapper json = new JsonMapper();
    story.inside(
        () -> {
          List<UUID> written = new ArrayList<>();
          for (int i = 0; i < goals; i++) {
            String above = i == 0 ? "null" : "\"" + written.get((i - 1) / 4) + "\"";
            Goal goal =
                TestServer.bean(Goals.class)
                    .create(
                        story.workspace().owner(),
                        json.readValue(
                            "{\"statement\": \"Goal %d\", \"cycle\": \"2015\", \"contributesTo\": %s}"
                                .formatted(i, above),
                            GoalWords.class));
            written.add(goal.id());
            for (String metric : List.of("on-time-share", "nps", "csat")) {
              TestServer.bean(KeyResults.class)
                  .add(
                      story.workspace().owner(),
                      goal.id(),
                      json.readValue(
                          "{\"name\": \"%s\", \"metric\": \"%s\", \"type\": \"threshold\", \"target\": 50}"
                              .formatted(metric, metric),
                          KeyResultWords.class));
            }
          }
        });
    return story;
  }

  /** Everything the request's thread sent, signing in and the transaction's own words included. */
  private static List<String> statementsOf(Runnable request) {
    List<Statements.Executed> executed = Statements.during(request);
    long thread =
        executed.stream()
            .filter(one -> one.sql().contains("goal_now g"))
            .findFirst()
            .orElseThrow()
            .thread();
    return Statements.of(thread, executed);
  }
}
