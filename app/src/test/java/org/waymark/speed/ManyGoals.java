package org.waymark.speed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.goals.CheckIns;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalVerbs;
import org.waymark.goals.GoalWords;
import org.waymark.goals.Goals;
import org.waymark.goals.KeyResult;
import org.waymark.goals.KeyResultWords;
import org.waymark.goals.KeyResults;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Cycles;
import tools.jackson.databind.json.JsonMapper;

/** Three hundred running goals with nine hundred key results and 10,800 check-ins. */
final class ManyGoals {
  static final int GOALS = 300;
  static final int KEY_RESULTS = 900;
  private static final int EARLIER_CHECK_INS = 11;
  private static final JsonMapper JSON = new JsonMapper();

  private ManyGoals() {}

  /**
   * Writes them down.
   *
   * @param measured whether the first key result of every tenth goal is measured from interactions
   * @return the goals' ids
   */
  static List<String> in(TestWorkspace workspace, boolean measured) {
    Tenancy tenancy = TestServer.bean(Tenancy.class);
    LocalDate today = LocalDate.now();
    tenancy.run(
        workspace.id(),
        () ->
            TestServer.bean(Cycles.class)
                .add(
                    workspace.owner(),
                    new Cycles.NewCycle(
                        "now", "This year", today.minusDays(200), today.plusDays(165), null)));
    List<UUID> goals = new ArrayList<>();
    for (int i = 0; i < GOALS; i++) {
      int number = i;
      goals.add(
          tenancy.in(
              workspace.id(),
              () ->
                  goal(
                      workspace,
                      number,
                      number == 0 ? null : goals.get((number - 1) / 4),
                      measured)));
    }
    awaitStatistics();
    return goals.stream().map(UUID::toString).toList();
  }

  /**
   * PostgreSQL counts what came, at most a minute later; until then it plans as if there were
   * nothing.
   */
  private static void awaitStatistics() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () ->
                TestServer.bean("lobby") instanceof JdbcClient lobby
                    && lobby
                        .sql(
                            """
                            select bool_and(n_mod_since_analyze < 500) from pg_stat_user_tables
                            where relname in ('goal', 'key_result', 'key_result_version', 'key_result_snapshot', 'check_in')
                            """)
                        .query(Boolean.class)
                        .single());
  }

  private static UUID goal(TestWorkspace workspace, int number, UUID above, boolean measured) {
    Goal goal =
        TestServer.bean(Goals.class)
            .create(
                workspace.owner(),
                JSON.readValue(
                    """
                    {"statement": "Customers of district %d get their answer sooner and need to ask once", "cycle": "now",
                     "why": "They told us so in every survey since the spring", "contributesTo": %s}
                    """
                        .formatted(number, above == null ? "null" : "\"" + above + "\""),
                    GoalWords.class));
    List<KeyResult> keyResults = new ArrayList<>();
    for (int i = 0; i < KEY_RESULTS / GOALS; i++) {
      boolean byMetric = measured && i == 0 && number % 10 == 0;
      keyResults.add(
          TestServer.bean(KeyResults.class)
              .add(
                  workspace.owner(),
                  goal.id(),
                  JSON.readValue(
                      byMetric
                          ? """
                            {"name": "On time", "metric": "on-time-share", "type": "threshold", "target": 50}
                            """
                          : """
                            {"name": "Answered at the first call, part %d", "type": "increase", "baseline": 20, "target": 80}
                            """
                              .formatted(i),
                      KeyResultWords.class)));
    }
    GoalVerbs verbs = TestServer.bean(GoalVerbs.class);
    verbs.commit(workspace.owner(), goal.id(), "It was agreed on in the spring");
    verbs.start(workspace.owner(), goal.id());
    for (KeyResult keyResult : keyResults) {
      checkIns(workspace, keyResult);
    }
    return goal.id();
  }

  /** One a week; only the last goes the usual way, for it makes the newest measurement. */
  private static void checkIns(TestWorkspace workspace, KeyResult keyResult) {
    boolean byHand = keyResult.measured() == null;
    TestServer.bean(JdbcClient.class)
        .sql(
            """
            insert into check_in (workspace_id, id, key_result_id, on_day, at, by_member, value, confidence, note)
            select :workspace, gen_random_uuid(), :keyResult, current_date - 7 * week, now() - week * interval '7 days',
              :by, case when :byHand then 50 - week end, 5, 'Week by week a little further'
            from generate_series(1, :weeks) as week
            """)
        .param("workspace", workspace.id())
        .param("keyResult", keyResult.id())
        .param("by", workspace.owner().member())
        .param("byHand", byHand)
        .param("weeks", EARLIER_CHECK_INS)
        .update();
    TestServer.bean(CheckIns.class)
        .record(
            workspace.owner(),
            keyResult.id(),
            JSON.readValue(
                byHand ? "{\"value\": 51, \"confidence\": 6}" : "{\"confidence\": 6}",
                CheckIns.Words.class));
  }
}
