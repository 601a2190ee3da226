package org.waymark.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Table one_effect: answers kept for requests that may be sent again. */
@Component
class Answers {
  private static final String[] KEPT_HEADERS = {"Location", "Content-Type", "ETag"};

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  Answers(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /** Whose key. */
  record Id(String actor, String key) {}

  /**
   * A request that was done.
   *
   * @param body null when it held a secret, and was not kept
   */
  record Answer(
      byte[] fingerprint, int status, Map<String, String> headers, byte @Nullable [] body) {}

  /** Makes a second request with the same key wait for the first one, twenty seconds at most. */
  void lock(Id id) {
    jdbc.sql("set local lock_timeout = '20s'").update();
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:text, 7))")
        .param("text", tenancy.current() + "|" + id.actor() + "|" + id.key())
        .query((row, number) -> true)
        .single();
    jdbc.sql("set local lock_timeout = 0").update();
  }

  @Nullable Answer find(Id id, Instant oldest) {
    jdbc.sql("delete from one_effect where workspace_id = :workspace and at < :oldest")
        .param("workspace", tenancy.current())
        .param("oldest", Timestamp.from(oldest))
        .update();
    return jdbc.sql(
            """
            select fingerprint, status, headers, body from one_effect
            where workspace_id = :workspace and actor = :actor and key = :key
            """)
        .param("workspace", tenancy.current())
        .param("actor", id.actor())
        .param("key", id.key())
        .query(
            (row, number) ->
                new Answer(
                    row.getBytes("fingerprint"),
                    row.getInt("status"),
                    Json.mapper().readValue(row.getString("headers"), new TypeReference<>() {}),
                    row.getBytes("body")))
        .optional()
        .orElse(null);
  }

  /** Keeps an answer; without a body it keeps only that the request was done. */
  void keep(
      Id id,
      String request,
      byte[] fingerprint,
      HeldResponse answer,
      byte @Nullable [] body,
      Instant now) {
    jdbc.sql(
            """
            insert into one_effect (workspace_id, actor, key, request, fingerprint, status, headers, body, at)
            values (:workspace, :actor, :key, :request, :fingerprint, :status, :headers::jsonb, :body, :at)
            """)
        .param("workspace", tenancy.current())
        .param("actor", id.actor())
        .param("key", id.key())
        .param("request", request)
        .param("fingerprint", fingerprint)
        .param("status", answer.getStatus())
        .param("headers", Json.write(headers(answer)))
        .param("body", body, Types.BINARY)
        .param("at", Timestamp.from(now))
        .update();
  }

  private static Map<String, String> headers(HttpServletResponse answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : KEPT_HEADERS) {
      String value = name.equals("Content-Type") ? answer.getContentType() : answer.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return headers;
  }
}
