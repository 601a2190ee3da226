package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestMember;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.goals.Workloads;
import org.waymark.guide.Guides;
import org.waymark.people.Role;
import org.waymark.platform.Database;
import org.waymark.platform.Ids;
import org.waymark.platform.Tenancy;
import org.waymark.today.Today;

/**
 * What if a statement forgets its {@code where workspace_id = ...}? As the application, within a
 * transaction of our workspace, statements without any filter go to every table of a workspace that
 * the catalogue knows: nothing of another workspace is seen, changed, deleted or added. A new table
 * takes part by itself; it fails until {@link #filled} gives both workspaces a row of it.
 */
class UnfilteredStatementsTest {
  private static final String PERMISSION_DENIED = "42501";
  private static final String STILL_REFERENCED = "23503";

  private static TestWorkspace ours;
  private static TestWorkspace theirs;
  private static List<Table> tables;

  /**
   * A table of a workspace.
   *
   * @param workspace the column that says whose a row is
   * @param columns all that can be written
   */
  private record Table(String name, String workspace, String columns) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void two_workspaces_with_a_row_in_every_table() throws Exception {
    ours = filled(TestServer.newWorkspace());
    theirs = filled(TestServer.newWorkspace());
    tables =
        ask(
            """
            select p.tablename,
              case when exists (select 1 from information_schema.columns c where c.table_name = p.tablename
                                and c.table_schema = 'public' and c.column_name = 'workspace_id')
                then 'workspace_id' else 'id' end,
              (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
               where attrelid = p.tablename::regclass and attnum > 0 and not attisdropped and attgenerated = '')
            from pg_policies p where p.schemaname = 'public' and p.policyname = 'own_workspace'
            order by 1
            """,
            row -> new Table(row.get(0), row.get(1), row.get(2)));
  }

  @Test
  void the_catalogue_knows_the_tables() {
    assertThat(tables).hasSizeGreaterThan(35);
  }

  @TestFactory
  Stream<DynamicTest> both_workspaces_have_a_row_of_it() {
    return each(
        table -> {
          assertThat(count(table, ours)).as("ours in " + table).isPositive();
          assertThat(count(table, theirs)).as("theirs in " + table).isPositive();
        });
  }

  @TestFactory
  Stream<DynamicTest> a_select_without_a_filter_sees_only_our_rows() {
    return each(
        table -> {
          String whose = "select %s from %s".formatted(table.workspace(), table);
          List<UUID> seen = inOurs(jdbc -> jdbc.sql(whose).query(UUID.class).list());
          assertThat(seen).hasSize(count(table, ours)).containsOnly(ours.id());
        });
  }

  @TestFactory
  Stream<DynamicTest> an_update_without_a_filter_changes_only_our_rows() {
    return each(
        table -> {
          List<String> before = rows(table, theirs);
          int changed = tried("update %1$s set %2$s = %2$s".formatted(table, table.workspace()));
          assertThat(changed).isIn(FORBIDDEN, count(table, ours));
          assertThat(rows(table, theirs)).isEqualTo(before);
        });
  }

  @TestFactory
  Stream<DynamicTest> no_row_of_ours_can_be_given_to_them() {
    return each(
        table -> {
          int given =
              tried("update %s set %s = '%s'".formatted(table, table.workspace(), theirs.id()));
          assertThat(given).isEqualTo(FORBIDDEN);
        });
  }

  @TestFactory
  Stream<DynamicTest> no_row_can_be_added_for_them() {
    return each(
        table -> {
          int added =
              tried(
                  """
                  insert into %1$s (%3$s) overriding system value
                  select %3$s from (select (jsonb_populate_record(t,
                    jsonb_build_object('%2$s', '%4$s'))).* from %1$s t limit 1) as theirs
                  """
                      .formatted(table, table.workspace(), table.columns(), theirs.id()));
          assertThat(added).isEqualTo(FORBIDDEN);
        });
  }

  @TestFactory
  Stream<DynamicTest> a_delete_of_everything_but_ours_deletes_nothing() {
    return each(
        table -> {
          int deleted =
              tried(
                  "delete from %s where %s <> '%s'".formatted(table, table.workspace(), ours.id()));
          assertThat(deleted).isIn(FORBIDDEN, 0);
        });
  }

  /**
   * In one transaction that is undone: what is referred to goes after what refers to it. What only
   * ever grows keeps what it refers to.
   */
  @Test
  void a_delete_without_a_filter_deletes_only_our_rows() throws SQLException {
    Map<String, Integer> own = new LinkedHashMap<>();
    Map<String, List<String>> before = new LinkedHashMap<>();
    for (Table table : tables) {
      own.put(table.name(), count(table, ours));
      before.put(table.name(), rows(table, theirs));
    }
    Set<String> left = new HashSet<>(own.keySet());
    int emptied =
        inOurs(
            jdbc -> {
              int tablesEmptied = 0;
              for (int size = 0; size != left.size(); ) {
                size = left.size();
                for (Table table : tables) {
                  int deleted =
                      left.contains(table.name())
                          ? unlessForbidden(jdbc, "delete from " + table)
                          : REFERENCED;
                  if (deleted != REFERENCED) {
                    assertThat(deleted).as(table.name()).isIn(FORBIDDEN, own.get(table.name()));
                    left.remove(table.name());
                    tablesEmptied += deleted == FORBIDDEN ? 0 : 1;
                  }
                }
              }
              return tablesEmptied;
            });
    assertThat(emptied).isGreaterThan(20);
    for (Table table : tables) {
      assertThat(rows(table, theirs)).as(table.name()).isEqualTo(before.get(table.name()));
    }
  }

  private static Stream<DynamicTest> each(Trial trial) {
    return tables.stream()
        .map(table -> DynamicTest.dynamicTest(table.name(), () -> trial.of(table)));
  }

  private interface Trial {
    void of(Table table) throws Exception;
  }

  private interface Work<T> {
    T with(JdbcClient jdbc);
  }

  private static final class Undone extends RuntimeException {}

  /** Works as the application, in our workspace; whatever it did is undone. */
  private static <T> T inOurs(Work<T> work) {
    List<T> result = new ArrayList<>();
    try {
      TestServer.bean(Tenancy.class)
          .run(
              ours.id(),
              () -> {
                result.add(work.with(TestServer.bean(JdbcClient.class)));
                throw new Undone();
              });
    } catch (Undone expected) {
      return result.getFirst();
    }
    throw new AssertionError("unreachable");
  }

  private static final int FORBIDDEN = -1;
  private static final int REFERENCED = -2;

  /** How many rows a statement touches before it is undone. */
  private static int tried(String sql) {
    return inOurs(jdbc -> unlessForbidden(jdbc, sql));
  }

  private static int unlessForbidden(JdbcClient jdbc, String sql) {
    jdbc.sql("savepoint before").update();
    try {
      return jdbc.sql(sql).update();
    } catch (DataAccessException e) {
      jdbc.sql("rollback to savepoint before").update();
      String state =
          e.getMostSpecificCause() instanceof SQLException told ? told.getSQLState() : "";
      assertThat(state).as(e.getMessage()).isIn(PERMISSION_DENIED, STILL_REFERENCED);
      return PERMISSION_DENIED.equals(state) ? FORBIDDEN : REFERENCED;
    }
  }

  private static int count(Table table, TestWorkspace of) throws SQLException {
    return rows(table, of).size();
  }

  /** As the role of backups sees them: all there are. */
  private static List<String> rows(Table table, TestWorkspace of) throws SQLException {
    return ask(
        "select t::text from %s t where %s = '%s' order by 1"
            .formatted(table, table.workspace(), of.id()),
        row -> row.get(0));
  }

  private interface Row<T> {
    T of(List<String> values);
  }

  private static <T> List<T> ask(String sql, Row<T> each) throws SQLException {
    Database database = TestServer.bean(Database.class);
    List<T> answer = new ArrayList<>();
    try (var connection =
            DriverManager.getConnection(
                database.url(), database.backup().role(), database.backup().password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(rows.getString(i));
        }
        answer.add(each.of(values));
      }
    }
    return answer;
  }

  /** One of everything that an address can name, and what only comes about on the way. */
  private static TestWorkspace filled(TestWorkspace workspace) {
    Set<String> made = new HashSet<>();
    for (Route route : Route.all()) {
      if (route.isClosed()
          && !route.variables().isEmpty()
          && made.add(route.variables().getLast())) {
        Things.make(route, workspace);
      }
    }
    Api api = workspace.api();
    String person = UUID.randomUUID() + "@harbour.example";
    String unit =
        good(api.post("/units", "{\"code\":\"roads\",\"name\":\"Roads\",\"kind\":\"team\"}"));
    good(
        api.post(
            "/members",
            "{\"email\":\"%s\",\"role\":\"lead\",\"units\":[\"roads\"]}".formatted(person)));
    good(
        api.send(
            api.request("/areas")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString("{\"name\":\"Bridges\"}"))));
    String item =
        """
        [{"source":"desk","id":"%s","kind":"case","startedAt":"2026-03-06T16:30:00Z","customer":"c-1","contacts":%d,"revision":%d}]
        """;
    good(api.post("/interactions", item.formatted("a", 1, 1)));
    good(api.post("/interactions", item.formatted("a", 2, 2)));
    String many =
        IntStream.range(0, 10) // more than the tests take for few: their keys become a run
            .mapToObj(
                n ->
                    "{\"source\":\"desk\",\"id\":\"m%d\",\"kind\":\"case\",\"startedAt\":\"2026-03-07T16:30:00Z\"}"
                        .formatted(n))
            .collect(Collectors.joining(",", "[", "]"));
    good(api.post("/interactions", many));
    String cycle =
        "{\"name\":\"Spring\",\"code\":\"spring\",\"from\":\"2026-04-01\",\"to\":\"2026-06-30\"}";
    good(api.post("/cycles", cycle));
    String goal = good(api.post("/goals", "{\"statement\":\"Fewer calls\",\"cycle\":\"spring\"}"));
    good(
        api.post(
            "/goals/" + goal + "/key-results",
            "{\"name\":\"Calls\",\"metric\":\"case-volume\",\"type\":\"decrease\",\"target\":0}"));
    String entry =
        """
        {"code":"gone","statement":"Gone","functions":["sales"],"result":"orders","direction":"increase","band":"percent",
         "low":5,"high":10,"process":"Ask","done":"questions asked","actions":5}
        """;
    assertThat(api.post("/library", entry).status()).isEqualTo(201);
    assertThat(api.delete("/library/gone?version=1").status()).isEqualTo(204);
    // A forecast is kept of what is still to come, be it that there are too few readings for one.
    good(
        api.post(
            "/goals/" + goal + "/key-results",
            "{\"name\":\"Thanks\",\"type\":\"increase\",\"baseline\":1,\"target\":9,\"due\":\"%s\"}"
                .formatted(LocalDate.now().plusWeeks(9))));
    String step = good(api.post("/goals/" + goal + "/steps", "{\"title\":\"Ask why they call\"}"));
    good(api.post("/steps/" + step + "/completion", "{}"));
    TestMember asked = workspace.newMember(Role.LEAD);
    good(
        api.post(
            "/goals/" + goal + "/proposal",
            "{\"invite\":[\"%s\"]}".formatted(asked.caller().email())));
    good(asked.api().post("/goals/" + goal + "/agreements", "{\"answer\":\"agree\"}"));
    good(
        api.send(
            api.request("/focus")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"version\":0,\"objectives\":1}"))));
    String second = good(api.post("/goals", "{\"statement\":\"And more\",\"cycle\":\"spring\"}"));
    good(api.post("/goals/" + second + "/proposal", "{\"reason\":\"It cannot wait\"}"));
    TestServer.bean(Tenancy.class)
        .run(
            workspace.id(),
            () ->
                TestServer.bean(JdbcClient.class)
                    .sql(
                        """
                        insert into outbox (workspace_id, id, kind, subject, payload, published_at, due_at)
                        values (?, ?, 'NotDueYet', 'nothing', '{}', now(), now() + interval '1 year')
                        """)
                    .params(workspace.id(), Ids.next())
                    .update());
    assertThat(api.post("/calendar", "").status()).isEqualTo(201);
    TestServer.bean(Tenancy.class).run(workspace.id(), () -> exampleOf(workspace));
    TestServer.bean(Tenancy.class)
        .run(
            workspace.id(),
            () ->
                TestServer.bean(Workloads.class)
                    .say(workspace.owner(), workspace.owner().email(), BigDecimal.TEN));
    Guides guides = TestServer.bean(Guides.class);
    TestServer.bean(Tenancy.class)
        .run(
            workspace.id(),
            () ->
                guides.putAside(workspace.owner(), guides.begin(workspace.owner(), Map.of()).id()));
    TestServer.bean(Tenancy.class)
        .run(workspace.id(), () -> TestServer.bean(Today.class).look(workspace.owner()));
    good(api.get("/metrics/case-volume/readings?from=2026-03-01&to=2026-03-31&per=all"));
    good(api.get("/metrics/active-customers/readings?from=2026-03-01&to=2026-03-31&per=all"));
    return workspace;
  }

  /** An example that could not be loaded to its end; a whole one takes too long. */
  private static void exampleOf(TestWorkspace workspace) {
    JdbcClient jdbc = TestServer.bean(JdbcClient.class);
    jdbc.sql(
            """
            insert into demonstration (workspace_id, seed, told_on, state, begun_at, begun_by)
            values (?, 1, current_date, 'failed', now(), ?)
            """)
        .params(workspace.id(), workspace.owner().member())
        .update();
    jdbc.sql("insert into demonstration_thing (workspace_id, kind, id) values (?, 'cycle', ?)")
        .params(workspace.id(), Ids.next().toString())
        .update();
  }

  private static String good(Api.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
    return answer.json().path("id").asString("");
  }
}
