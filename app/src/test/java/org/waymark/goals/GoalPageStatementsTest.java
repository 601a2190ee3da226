package org.waymark.goals;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.goals.GoalStory.id;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.SignIns;
import org.waymark.TestServer;

/** The page of a goal with much to show asks the database as often as that of one with little. */
class GoalPageStatementsTest {

  @Test
  void a_goal_with_much_to_show_takes_as_many_statements_as_one_with_little() throws Exception {
    List<String> little = statementsOf(1);
    List<String> much = statementsOf(5);
    assertThat(much).as(String.join("\n---\n", much)).hasSameSizeAs(little);
    System.out.println("The page of a goal takes " + much.size() + " statements.");
    assertThat(much.size()).isLessThanOrEqualTo(60);
  }

  private static List<String> statementsOf(int each) throws Exception {
    GoalStory story = GoalStory.in2015();
    String goal = written(story, each);
    String session = SignIns.cookie(story.workspace().owner().email());
    // the first visits keep what the metrics had to cut
    page(session, goal);
    assertThat(page(session, goal))
        .contains("Word " + each, "Driver " + each, "Step " + each, "Kept " + each);
    List<Statements.Executed> executed =
        Statements.during(
            () -> {
              try {
                page(session, goal);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    Map<Long, Long> byThread =
        executed.stream().collect(groupingBy(Statements.Executed::thread, counting()));
    long busiest =
        byThread.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return Statements.of(busiest, executed);
  }

  /** Of everything that a page shows so many. */
  private static String written(GoalStory story, int each) {
    story.made(
        "/metrics",
        """
        {"key": "crews", "label": "Crews", "anchor": "startedAt", "measure": {"count": true}, "statistics": ["count"]}
        """);
    String goal = id(story.goal("Much to show"));
    for (int i = 1; i <= each; i++) {
      keyResult(
          story,
          goal,
          "'name':'On time %d','metric':'on-time-share','type':'increase','baseline':70,'target':90",
          i);
      keyResult(
          story, goal, "'name':'Kept %d','metric':'case-volume','type':'keep-above','target':5", i);
      keyResult(story, goal, "'name':'Own %d','metric':'crews','type':'threshold','target':5", i);
      String told =
          keyResult(story, goal, "'name':'Told %d','type':'increase','baseline':0,'target':40", i);
      for (int day = 1; day <= each; day++) {
        story.made("/key-results/" + told + "/check-ins", "{\"value\": 2, \"note\": \"So far\"}");
      }
      story.made(
          "/goals/" + goal + "/steps",
          "{\"title\": \"Step %d\", \"milestone\": true}".formatted(i));
      story.made("/goals/" + goal + "/comments", "{\"text\": \"Word %d\"}".formatted(i));
      for (String tie : List.of("drives", "contributesTo")) {
        String below =
            id(
                story.made(
                    "/goals",
                    "{\"statement\": \"Driver %d\", \"cycle\": \"2015\", \"%s\": \"%s\"}"
                        .formatted(i, tie, goal)));
        keyResult(story, below, "'name':'Below %d','type':'binary'", i);
      }
    }
    story.made("/goals/" + goal + "/start", "");
    return goal;
  }

  private static String keyResult(GoalStory story, String goal, String words, int number) {
    return id(story.keyResult(goal, ("{" + words.formatted(number) + "}").replace('\'', '"')));
  }

  private static String page(String session, String goal) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(TestServer.address() + "/goals/" + goal))
                    .header("Cookie", session)
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
