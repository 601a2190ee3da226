package org.waymark.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.platform.Tenancy;

/** A secret is in the first answer and in nothing that is kept, even when a key asks to keep it. */
class ShownOnceTest {
  private static final Pattern LINK = Pattern.compile("/invitation\\?secret=([\\w-]+)");

  private final TestWorkspace harbourCity = TestServer.newWorkspace();

  @Test
  void a_token_made_with_a_key_is_shown_once_and_kept_nowhere() {
    Api.Answer made = post("/tokens", "{\"name\":\"loader\"}", "t1");
    assertThat(made.status()).isEqualTo(201);
    String secret = made.json().get("token").asString();
    assertThat(secret).startsWith("wm_");

    Api.Answer again = post("/tokens", "{\"name\":\"loader\"}", "t1");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).doesNotContain(secret).contains(made.header("Location"), "shown once");
    assertThat(kept()).contains(made.header("Location")).doesNotContain(secret);
    assertThat(harbourCity.api().get("/tokens").json().get("items"))
        .as("that of the owner and the one made")
        .hasSize(2);
    assertThat(post("/tokens", "{\"name\":\"another\"}", "t1").status()).isEqualTo(422);
  }

  @Test
  void the_link_of_an_invitation_made_with_a_key_is_shown_once_and_kept_nowhere() {
    String wanted = "{\"email\":\"mira@harbour.example\",\"role\":\"member\"}";
    Api.Answer added = post("/members", wanted, "m1");
    assertThat(added.status()).isEqualTo(201);
    assertThat(post("/members", wanted, "m1").status()).isEqualTo(409);
    String again = "/members/" + added.json().get("id").asString() + "/invitation";
    Api.Answer invited = post(again, "", "m2");
    assertThat(invited.status()).isEqualTo(201);
    assertThat(post(again, "", "m2").status()).isEqualTo(409);

    assertThat(kept())
        .isNotEmpty()
        .doesNotContain(secretIn(added.body()), secretIn(invited.body()));
  }

  @Test
  void a_form_that_brings_a_key_of_its_own_leaves_no_secret_either() throws Exception {
    String cookie = signIn();
    String token = form("/settings/tokens", "name=loader&role=viewer&key=f1", cookie).body();
    Matcher shown = Pattern.compile("wm_[\\w-]{20,}").matcher(token);
    assertThat(shown.find()).isTrue();
    String page =
        form("/settings/members", "email=mira%40harbour.example&role=member&key=f2", cookie).body();

    assertThat(kept()).isNotEmpty().doesNotContain(shown.group(), secretIn(page));
    assertThat(form("/settings/tokens", "name=loader&role=viewer&key=f1", cookie).statusCode())
        .isEqualTo(409);
  }

  private Api.Answer post(String path, String json, String key) {
    Api api = harbourCity.api();
    return api.send(
        api.request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(json)));
  }

  private static String secretIn(String text) {
    Matcher link = LINK.matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return link.group(1);
  }

  /** All that is kept for requests that may be sent again. */
  private String kept() {
    return TestServer.bean(Tenancy.class)
        .in(
            harbourCity.id(),
            () ->
                TestServer.bean(JdbcClient.class)
                    .sql(
                        """
                        select string_agg(request || headers::text || coalesce(convert_from(body, 'UTF8'), ''), ' ')
                        from one_effect
                        """)
                    .query((row, number) -> row.getString(1))
                    .single());
  }

  private String signIn() throws Exception {
    HttpResponse<String> answer =
        form(
            "/sign-in",
            "email="
                + URLEncoder.encode(harbourCity.owner().email(), StandardCharsets.UTF_8)
                + "&password="
                + URLEncoder.encode(TestServer.PASSWORD, StandardCharsets.UTF_8),
            "");
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  private static HttpResponse<String> form(String path, String fields, String cookie)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(TestServer.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .POST(BodyPublishers.ofString(fields))
                .build(),
            BodyHandlers.ofString());
  }
}
