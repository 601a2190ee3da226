package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  }

  private static GoalStory written(int goals) {
    GoalStory story = GoalStory.in2015();
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

  /**
   * What one request had the database do, by the driver's own log: everything its thread sent,
   * signing in and the transaction's own words included.
   */
  private static List<String> statementsOf(Runnable request) {
    Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    Statements statements = new Statements();
    Level before = driver.getLevel();
    driver.setLevel(Level.FINEST);
    driver.addHandler(statements);
    try {
      request.run();
    } finally {
      driver.removeHandler(statements);
      driver.setLevel(before);
    }
    long thread =
        statements.executed.stream()
            .filter(one -> one.sql().contains("goal_now g"))
            .findFirst()
            .orElseThrow()
            .thread();
    return statements.executed.stream()
        .filter(one -> one.thread() == thread)
        .map(one -> one.sql().strip())
        .toList();
  }

  private record Executed(long thread, String sql) {}

  private static final class Statements extends Handler {
    private static final Pattern PARSE =
        Pattern.compile("FE=> Parse\\(stmt=([^,]*),query=\"(.*)\",oids=.*", Pattern.DOTALL);
    private static final Pattern BIND =
        Pattern.compile("FE=> Bind\\(stmt=([^,]*),.*", Pattern.DOTALL);

    private final List<Executed> executed = new CopyOnWriteArrayList<>();
    private final Map<String, String> known = new HashMap<>();

    @Override
    public synchronized void publish(LogRecord record) {
      String said = new java.util.logging.SimpleFormatter().formatMessage(record).strip();
      Matcher parse = PARSE.matcher(said);
      Matcher bind = BIND.matcher(said);
      if (parse.matches()) {
        known.put(parse.group(1), parse.group(2));
      } else if (bind.matches()) {
        executed.add(
            new Executed(
                record.getLongThreadID(),
                known.getOrDefault(bind.group(1), "prepared before: " + bind.group(1))));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
