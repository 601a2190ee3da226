package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.TestServer;
import org.waymark.platform.Database;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.json.JsonMapper;

/** When a metric was measured anew, all key results that use it are measured in one pass. */
class RemeasuringStatementsTest {
  private static final List<String> KINDS =
      List.of(
          "'type':'threshold','target':50",
          "'type':'increase','target':{'changePercent':10}",
          "'type':'keep-above','target':60",
          "'type':'keep-above','target':{'changePercent':5}",
          "'type':'keep-within','target':{'low':40,'high':70}",
          "'type':'threshold','target':50,'window':'cycle'");

  @Test
  void many_key_results_of_a_metric_take_as_many_statements_as_few() throws SQLException {
    List<String> few = measured(1);
    List<String> many = measured(20);

    assertThat(many).as(String.join("\n---\n", many)).hasSameSizeAs(few);
    assertThat(many.size()).isLessThanOrEqualTo(30);
  }

  /**
   * What it takes to measure this many goals with a key result of each kind, none of them known.
   */
  private static List<String> measured(int goals) throws SQLException {
    GoalStory story = written(goals);
    forgetSnapshots(story);
    List<Statements.Executed> executed =
        Statements.during(
            () -> story.inside(() -> TestServer.bean(Snapshots.class).measured("case-volume")));
    assertThat(kept(story)).isEqualTo(goals * KINDS.size());
    return Statements.of(Thread.currentThread().threadId(), executed);
  }

  private static GoalStory written(int goals) {
    GoalStory story = GoalStory.in2015();
    StringBuilder cases = new StringBuilder();
    for (int month = 10; month <= 12; month++) {
      for (int year = 2014; year <= 2015; year++) {
        for (int day = 1; day <= 28; day++) {
          cases.append(
              """
              {"source":"desk","id":"%1$d-%2$d-%3$d","kind":"case","startedAt":"%1$d-%2$02d-%3$02dT09:00:00Z"}
              """
                  .formatted(year, month, day));
        }
      }
    }
    assertThat(
            story
                .api()
                .send(
                    story
                        .api()
                        .request("/interactions")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(cases.toString())))
                .status())
        .isEqualTo(200);
    JsonMapper json = new JsonMapper();
    story.inside(
        () -> {
          for (int i = 0; i < goals; i++) {
            Goal goal =
                TestServer.bean(Goals.class)
                    .create(
                        story.workspace().owner(),
                        json.readValue(
                            "{\"statement\": \"Goal %d\", \"cycle\": \"2015\"}".formatted(i),
                            GoalWords.class));
            for (String kind : KINDS) {
              String words =
                  "{'name':'Cases','metric':'case-volume',%s}".formatted(kind).replace('\'', '"');
              TestServer.bean(KeyResults.class)
                  .add(
                      story.workspace().owner(),
                      goal.id(),
                      json.readValue(words, KeyResultWords.class));
            }
          }
        });
    return story;
  }

  /** Once nobody measures any more because of what was brought in. */
  private static void forgetSnapshots(GoalStory story) throws SQLException {
    long end = System.nanoTime() + 60_000_000_000L;
    while (count(story, "select count(*) from outbox") > 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the outbox does not become empty");
      }
      pause();
    }
    Database database = TestServer.bean(Database.class);
    try (var connection =
            DriverManager.getConnection(
                database.url(), database.owner().role(), database.owner().password());
        var statement = connection.createStatement()) {
      statement.execute("set waymark.workspace = '%s'".formatted(story.workspace().id()));
      assertThat(statement.executeUpdate("delete from key_result_snapshot")).isPositive();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long kept(GoalStory story) {
    return count(story, "select count(*) from key_result_snapshot where because = 'measured'");
  }

  private static long count(GoalStory story, String sql) {
    return TestServer.bean(Tenancy.class)
        .in(
            story.workspace().id(),
            () -> TestServer.bean(JdbcClient.class).sql(sql).query(Long.class).single());
  }
}
