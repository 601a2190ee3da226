package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestMember;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.people.Role;

class DoorkeeperTest {

  private final TestWorkspace harbourCity = TestServer.newWorkspace();

  @Test
  void a_form_sent_by_another_site_changes_nothing() throws Exception {
    assertThat(post("Sec-Fetch-Site", "cross-site")).isEqualTo(403);
    assertThat(post("Sec-Fetch-Site", "same-site")).isEqualTo(403);
    assertThat(post("Origin", "https://evil.example")).isEqualTo(403);
    assertThat(post("Origin", "null")).isEqualTo(403);
    assertThat(harbourCity.api().get("/units").json().get("items")).isEmpty();
    assertThat(post("Origin", TestServer.address())).isEqualTo(303);
    assertThat(harbourCity.api().get("/units").json().get("items")).hasSize(1);
  }

  @Test
  void the_session_cookie_opens_nothing_of_the_api() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(TestServer.address() + "/api/v1/units"))
            .header("Cookie", Sessions.COOKIE + "=" + session());
    assertThat(send(request).statusCode()).isEqualTo(401);
  }

  @Test
  void a_token_opens_no_page() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(TestServer.address() + "/organisation"))
            .header("Authorization", "Bearer " + harbourCity.api().token());
    assertThat(send(request).statusCode()).isEqualTo(303);
  }

  @Test
  void an_address_written_in_another_way_opens_no_back_door() throws Exception {
    for (String path :
        new String[] {"/api;x=1/v1/units", "/%61pi/v1/units", "//api/v1/units", "/API/v1/units"}) {
      HttpResponse<String> answer =
          send(HttpRequest.newBuilder(URI.create(TestServer.address() + path)));
      assertThat(answer.statusCode()).as(path).isNotEqualTo(200);
    }
  }

  @Test
  void whoever_leaves_is_out_with_their_next_request() {
    TestMember lead = harbourCity.newMember(Role.LEAD);
    assertThat(lead.api().get("/units").status()).isEqualTo(200);

    assertThat(harbourCity.api().delete("/members/" + lead.caller().member()).status())
        .isEqualTo(200);

    assertThat(lead.api().get("/units").status()).isEqualTo(401);
  }

  @Test
  void a_token_does_no_more_than_its_member_may_today() {
    TestMember lead = harbourCity.newMember(Role.LEAD);
    String unit = "{\"name\":\"Public works\",\"kind\":\"department\"}";
    assertThat(lead.api().post("/units", unit).status()).isEqualTo(201);
    Api.Answer seen = harbourCity.api().get("/members/" + lead.caller().member());

    harbourCity
        .api()
        .patch(
            "/members/" + lead.caller().member(),
            "{\"role\":\"viewer\",\"version\":" + seen.json().get("version") + "}");

    assertThat(lead.api().post("/units", unit).status()).isEqualTo(403);
    assertThat(lead.api().get("/units").status()).isEqualTo(200);
  }

  private int post(String header, String value) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(TestServer.address() + "/organisation/units"))
            .header("Cookie", Sessions.COOKIE + "=" + session())
            .header(header, value)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("name=Public+works&kind=department")))
        .statusCode();
  }

  private String session() {
    SignIn.Outcome outcome =
        TestServer.bean(SignIn.class)
            .signIn(harbourCity.owner().email(), TestServer.PASSWORD, "192.0.2.1");
    MockHttpServletResponse answer = new MockHttpServletResponse();
    TestServer.bean(Sessions.class)
        .begin((SignIn.Welcome) outcome, new MockHttpServletRequest(), answer);
    return answer.getCookie(Sessions.COOKIE).getValue();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
