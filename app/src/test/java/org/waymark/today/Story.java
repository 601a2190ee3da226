package org.waymark.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.access.Caller;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;

/** The fictional city in these weeks: a cycle around today, and goals that run in it. */
public record Story(TestWorkspace workspace) {

  public static Story now() {
    Story story = new Story(TestServer.newWorkspace());
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    story.made(
        story.workspace.api(),
        "/cycles",
        "{'name':'This season','code':'now','from':'%s','to':'%s'}"
            .formatted(today.minusDays(60), today.plusDays(40)));
    return story;
  }

  public Api api() {
    return workspace.api();
  }

  /** A goal that runs; whoever makes it owns it. */
  public String goal(Api api, String statement, String more) {
    String goal =
        id(made(api, "/goals", "{'statement':'%s','cycle':'now'%s}".formatted(statement, more)));
    made(api, "/goals/" + goal + "/start", "{}");
    return goal;
  }

  public String keyResult(String goal, String name, String more) {
    return id(
        made(api(), "/goals/" + goal + "/key-results", "{'name':'%s',%s}".formatted(name, more)));
  }

  /** One that people count from 0 to 40. */
  public String counted(String goal, String name) {
    return keyResult(goal, name, "'type':'increase','baseline':0,'target':40");
  }

  public String told(Api api, String keyResult, String words) {
    return id(made(api, "/key-results/" + keyResult + "/check-ins", "{" + words + "}"));
  }

  public JsonNode made(Api api, String path, String json) {
    Api.Answer answer = api.post(path, json.replace('\'', '"'));
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
    return answer.json();
  }

  public JsonNode today(Api api) {
    Api.Answer answer = api.get("/today");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /** As if this member had last looked then. */
  public void looked(Caller caller, Instant at) {
    OffsetDateTime then = at.atOffset(ZoneOffset.UTC);
    TestServer.bean(Tenancy.class)
        .run(
            workspace.id(),
            () ->
                TestServer.bean(JdbcClient.class)
                    .sql(
                        """
                        insert into member_look (workspace_id, member_id, news_since, looked_at) values (?, ?, ?, ?)
                        on conflict (workspace_id, member_id) do update set
                          news_since = excluded.news_since, looked_at = excluded.looked_at
                        """)
                    .params(workspace.id(), caller.member(), then, then)
                    .update());
  }

  public static String id(JsonNode thing) {
    return thing.path("id").asString("");
  }
}
