package org.waymark.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.SignIns;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.guide.Guide;
import org.waymark.guide.Guides;
import org.waymark.intake.IntakeApi;
import org.waymark.intake.NarrowLines;
import org.waymark.people.Role;
import org.waymark.platform.Tenancy;
import org.waymark.speed.Load.Timed;

/**
 * How long pages take, against the single SQL statement that fetches the same, in one run; how many
 * the server gives a second; and what fifty people wait for among a million interactions, when they
 * come on time whatever the answers take. Not part of the test run; started by its name: {@code mvn
 * -pl app -am test -Dtest=PageSpeed -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class PageSpeed {
  private static final int INTERACTIONS =
      Integer.getInteger("waymark.speed.interactions", 1_000_000);
  private static final int ROUNDS = 100;
  private static final int CONNECTIONS = 8;
  private static final int USERS = 50;
  private static final Duration BETWEEN_PAGES = Duration.ofSeconds(5);
  private static final Duration LASTING =
      Duration.ofSeconds(Integer.getInteger("waymark.speed.seconds", 60));

  /** What the list of goals shows, as rows: each key result with its newest measurement. */
  private static final String SAME_IN_SQL =
      """
      select g.id, g.version, g.state, g.statement, g.why, g.strategy, g.kind, g.contributes_to, g.drives, g.ambition,
        g.review_on, g.created_at, g.valid_from, a.code as area, c.code as cycle, u.code as unit, p.email as person,
        o.email as owner, w.email as author,
        k.id as key_result, k.name, k.metric, k.statistic, k.type, k.due, k.weight, told.confidence, s.*
      from goal_now g
      join cycle c on c.workspace_id = g.workspace_id and c.id = g.cycle_id
      join member o on o.workspace_id = g.workspace_id and o.id = g.owner
      join member w on w.workspace_id = g.workspace_id and w.id = g.author
      left join member p on p.workspace_id = g.workspace_id and p.id = g.person
      left join area a on a.workspace_id = g.workspace_id and a.id = g.area_id
      left join lateral (
        select n.code from unit_version n
        where n.workspace_id = g.workspace_id and n.unit_id = g.unit_id and n.valid_from <= current_date
        order by n.valid_from desc, n.version desc limit 1) u on true
      left join key_result_now k on k.workspace_id = g.workspace_id and k.goal_id = g.id and not k.removed
      left join lateral (
        select * from key_result_snapshot n
        where n.workspace_id = k.workspace_id and n.key_result_id = k.id
        order by n.as_of desc, n.id desc limit 1) s on true
      left join lateral (
        select t.confidence from check_in t
        where t.workspace_id = k.workspace_id and t.key_result_id = k.id and t.taken_back_at is null
          and t.confidence is not null
        order by t.on_day desc, t.at desc limit 1) told on true
      order by g.id, k.created_at, k.id
      """;

  @Test
  void an_overview_against_its_sql_and_under_load() throws Exception {
    TestWorkspace workspace = TestServer.newWorkspace();
    ManyGoals.in(workspace, false);
    Load load = new Load(TestServer.address());
    Load.Caller page = load.page("/goals", SignIns.cookie(workspace.owner().email()));
    Load.Caller api = load.api("/api/v1/goals?limit=500", workspace.api().token());
    for (int i = 0; i < 3 * ROUNDS; i++) { // the server warms up
      sql(workspace);
      page.call();
      api.call();
    }
    Timed sql = new Timed();
    Timed pages = new Timed();
    Timed answers = new Timed();
    for (int i = 0; i < ROUNDS; i++) {
      sql.time(() -> assertThat(sql(workspace)).isEqualTo(ManyGoals.KEY_RESULTS));
      pages.time(page::call);
      answers.time(api::call);
    }
    System.out.printf("PAGE-SPEED one SQL statement: %s%n", sql);
    System.out.printf("PAGE-SPEED GET /goals: %s, ratio %.2f%n", pages, pages.ratio(sql));
    System.out.printf(
        "PAGE-SPEED GET /api/v1/goals?limit=500: %s, ratio %.2f%n", answers, answers.ratio(sql));
    for (Load.Caller caller : List.of(page, api)) {
      caller.perSecond(CONNECTIONS, Duration.ofSeconds(5));
      System.out.printf(
          "PAGE-SPEED %s: %.0f requests a second with %d connections%n",
          caller, caller.perSecond(CONNECTIONS, Duration.ofSeconds(15)), CONNECTIONS);
    }
  }

  @Test
  void fifty_people_among_a_million_interactions() throws Exception {
    TestWorkspace workspace = TestServer.newWorkspace();
    Path csv = Files.createTempDirectory("page-speed").resolve("cases.csv");
    // as an export has it: nothing has finished yet that will only finish tomorrow
    NarrowLines.write(csv, "page", INTERACTIONS, LocalDate.now().minusDays(380));
    assertThat(
            new IntakeApi(workspace.api()).take(csv, NarrowLines.MAPPING).get("accepted").asInt())
        .isEqualTo(INTERACTIONS);
    List<String> goals = ManyGoals.in(workspace, true);
    ServerTime.settle();
    Load load = new Load(TestServer.address());
    List<String> people = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      people.add(SignIns.cookie(workspace.newSignIn(i % 5 == 0 ? Role.MEMBER : Role.VIEWER)));
    }
    List<String> dashboards =
        List.of("/metrics/case-volume", "/metrics/resolution-time", "/metrics/on-time-share");
    load.openModel(people, goals, dashboards, BETWEEN_PAGES, Duration.ofSeconds(30));
    ServerTime.settle();
    Map<String, Timed> waited = load.openModel(people, goals, dashboards, BETWEEN_PAGES, LASTING);
    waited.forEach(
        (what, timed) -> System.out.printf("PAGE-SPEED %s: %s%n", what, timed.waiting()));
  }

  @Test
  void the_coach_while_somebody_types() {
    TestWorkspace workspace = TestServer.newWorkspace();
    String cookie = SignIns.cookie(workspace.owner().email());
    Guide guide =
        TestServer.bean(Tenancy.class)
            .in(
                workspace.id(),
                () -> TestServer.bean(Guides.class).begin(workspace.owner(), Map.of()));
    String text =
        "We answer every letter within a day, up from 60 % in the last quarter, and improve what"
            + " people say of us by 31 March 2027. Sort the post at nine.";
    Load load = new Load(TestServer.address());
    Timed typed = new Timed();
    for (int round = 0; round < 12; round++) {
      for (int letters = 1; letters <= text.length(); letters += 2) {
        String body =
            "field=statement&sort=goal&guide=%s&text=%s"
                .formatted(
                    guide.id(),
                    URLEncoder.encode(text.substring(0, letters), StandardCharsets.UTF_8));
        Load.Caller letter = load.form("/guides/words", cookie, body);
        if (round < 2) {
          letter.call(); // the server warms up
        } else {
          typed.time(letter::call);
        }
      }
    }
    System.out.printf("PAGE-SPEED POST /guides/words: %s%n", typed.waiting());
    assertThat(typed.millis(0.95)).isLessThan(50);
  }

  private static int sql(TestWorkspace workspace) {
    return TestServer.bean(Tenancy.class)
        .in(
            workspace.id(),
            () -> TestServer.bean(JdbcClient.class).sql(SAME_IN_SQL).query().listOfRows().size());
  }
}
