package org.waymark.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestMember;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.access.Invitations;
import org.waymark.access.SignIn;
import org.waymark.people.Role;

class OrganisationApiTest {

  private final TestWorkspace harbourCity = TestServer.newWorkspace();
  private final Api api = harbourCity.api();

  @Test
  void a_new_unit_answers_with_its_address_and_the_whole_of_it() {
    Api.Answer city = post("/units", "{'code':'city','name':'Harbour City','kind':'company'}");

    assertThat(city.status()).isEqualTo(201);
    assertThat(city.header("Location"))
        .isEqualTo("/api/v1/units/" + city.json().get("id").stringValue());
    assertThat(city.json().get("code").stringValue()).isEqualTo("city");
    assertThat(city.json().get("kind").stringValue()).isEqualTo("company");
    assertThat(city.json().get("number").intValue()).isEqualTo(1);
    assertThat(city.json().get("version").intValue()).isEqualTo(1);
    assertThat(api.get("/units/city").json()).isEqualTo(city.json());
  }

  @Test
  void a_team_moves_from_a_day_on_and_back_to_the_top() {
    post("/units", "{'code':'services','name':'City services','kind':'department'}");
    post("/units", "{'code':'works','name':'Public works','kind':'department'}");
    post("/units", "{'code':'phones','name':'Phone team','kind':'team','parent':'services'}");

    Api.Answer moved = patch("/units/phones", "{'parent':'works','from':'2026-04-01','version':1}");

    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    assertThat(moved.json().get("parent").stringValue()).isEqualTo("works");
    assertThat(parentOn("2026-03-31")).isEqualTo("services");
    assertThat(parentOn("2026-04-01")).isEqualTo("works");
    Api.Answer lifted = patch("/units/phones", "{'parent':null,'from':'2026-05-01','version':2}");
    assertThat(lifted.json().get("parent").isNull()).isTrue();
    assertThat(parentOn("2026-04-30")).isEqualTo("works");
  }

  @Test
  void a_lost_race_answers_409_with_the_current_state() {
    post("/units", "{'code':'works','name':'Public works','kind':'department'}");
    patch("/units/works", "{'name':'Works','version':1}");

    Api.Answer lost = patch("/units/works", "{'name':'Streets','version':1}");

    assertThat(lost.status()).isEqualTo(409);
    assertThat(lost.json().get("current").get("name").stringValue()).isEqualTo("Works");
    assertThat(patch("/units/works", "{'name':'Streets'}").status()).isEqualTo(422);
  }

  @Test
  void what_is_wrong_is_named_by_field() {
    post("/units", "{'code':'works','name':'Public works','kind':'department'}");

    assertRefused(post("/units", "{'code':'WORKS','name':'Other','kind':'team'}"), 422, "code");
    assertRefused(post("/units", "{'name':'Other','kind':'tribe'}"), 422, "kind");
    assertRefused(
        post("/units", "{'name':'Other','kind':'team','parent':'nowhere'}"), 422, "parent");
    assertRefused(post("/units", "{'name':'Other','kind':'team','colour':'red'}"), 400, "colour");
    assertRefused(
        post("/cycles", "{'name':'Q1','from':'2026-03-31','to':'2026-01-01'}"), 422, "to");
    assertRefused(post("/cycles", "{'name':'Q1','from':'31.3.26','to':'2026-01-01'}"), 400, "from");
  }

  @Test
  void both_catalogues_of_areas_are_there_from_the_start() {
    var areas = api.get("/areas?limit=100").json().get("items");

    assertThat(areas.valueStream().map(area -> area.get("code").stringValue()))
        .startsWith("business", "product-service", "customer", "purchasing-experience")
        .endsWith("overall-experience", "contact-centre", "front-office", "back-office")
        .hasSize(20);
    Api.Answer own = post("/areas", "{'name':'Complaints','within':'contact-centre'}");
    assertThat(own.status()).isEqualTo(201);
    assertThat(api.delete("/areas/contact-centre").status()).isEqualTo(409);
    assertThat(api.delete("/areas/complaints").status()).isEqualTo(204);
  }

  @Test
  void an_invited_person_sets_a_password_and_signs_in() {
    post("/units", "{'code':'works','name':'Public works','kind':'department'}");
    Api.Answer invited =
        post(
            "/members",
            "{'email':'Noor@"
                + harbourCity.id()
                + ".example','name':'Noor Haddad','role':'lead','units':['works']}");
    assertThat(invited.status()).as(invited.body()).isEqualTo(201);
    assertThat(invited.json().get("state").stringValue()).isEqualTo("invited");
    String secret = invited.json().get("invitation").stringValue().replaceFirst(".*=", "");
    Invitations invitations = TestServer.bean(Invitations.class);

    assertThat(invitations.look(secret).hasAccount()).isFalse();
    invitations.accept(secret, "a long enough one", "192.0.2.7");

    String email = invited.json().get("email").stringValue();
    assertThat(api.get("/members/" + email).json().get("state").stringValue()).isEqualTo("active");
    assertThat(TestServer.bean(SignIn.class).signIn(email, "a long enough one", "192.0.2.7"))
        .isInstanceOf(SignIn.Welcome.class);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> invitations.accept(secret, "a long enough one", "192.0.2.7"))
        .isInstanceOf(org.waymark.platform.NotFound.class);
  }

  @Test
  void the_last_owner_stays_one() {
    String self = harbourCity.owner().member().toString();
    int version = api.get("/members/" + self).json().get("version").intValue();

    assertRefused(
        patch("/members/" + self, "{'role':'lead','version':" + version + "}"), 422, "role");
    assertRefused(api.delete("/members/" + self), 422, "role");
  }

  @Test
  void a_token_is_shown_once_and_never_stronger_than_its_maker() {
    TestMember lead = harbourCity.newMember(Role.LEAD);
    Api.Answer made = lead.api().post("/tokens", "{\"name\":\"Help desk\",\"role\":\"member\"}");

    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String secret = made.json().get("token").stringValue();
    String address = "/tokens/" + made.json().get("id").stringValue();
    assertThat(secret).startsWith("wm_").hasSizeGreaterThanOrEqualTo(32);
    assertThat(lead.api().get(address).body()).doesNotContain(secret);
    assertThat(new Api(TestServer.address(), secret).get("/units").status()).isEqualTo(200);
    assertRefused(lead.api().post("/tokens", "{\"name\":\"Up\",\"role\":\"owner\"}"), 422, "role");
    assertThat(harbourCity.newMember(Role.LEAD).api().get(address).status()).isEqualTo(404);
    assertThat(api.delete(address).status()).isEqualTo(204);
    assertThat(new Api(TestServer.address(), secret).get("/units").status()).isEqualTo(401);
  }

  @Test
  void the_workspace_says_what_it_is_for_and_where_it_wants_to_be() {
    assertThat(api.get("/workspace").json().get("mission").stringValue()).isEmpty();

    Api.Answer said =
        patch("/workspace", "{'mission':' Clean streets. ','vision':'A quiet city','version':1}");
    assertThat(said.status()).as(said.body()).isEqualTo(200);
    assertThat(said.json().get("mission").stringValue()).isEqualTo("Clean streets.");
    assertThat(
            patch("/workspace", "{'name':'Harbour','version':2}")
                .json()
                .get("vision")
                .stringValue())
        .isEqualTo("A quiet city");
    assertThat(patch("/workspace", "{'vision':'','version':3}").json().get("vision").stringValue())
        .isEmpty();
    assertRefused(
        patch("/workspace", "{'mission':'" + "x".repeat(1001) + "','version':4}"), 422, "mission");
  }

  @Test
  void the_workspace_changes_its_week_and_its_zone_while_there_are_no_facts() {
    Api.Answer changed =
        patch("/workspace", "{'weekStart':'sunday','zone':'America/New_York','version':1}");

    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.json().get("weekStart").stringValue()).isEqualTo("sunday");
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    assertRefused(patch("/workspace", "{'zone':'Atlantis','version':2}"), 422, "zone");
  }

  @Test
  void the_audit_tells_who_did_what_and_nothing_that_is_secret() {
    post("/units", "{'code':'works','name':'Public works','kind':'department'}");
    String secret = post("/tokens", "{'name':'Help desk'}").json().get("token").stringValue();

    Api.Answer audit = api.get("/audit?limit=500");
    assertThat(audit.body()).doesNotContain(secret).doesNotContain("argon2");
    var newest = api.get("/audit?action=unit.added&limit=1").json().get("items").get(0);
    assertThat(newest.get("member").stringValue()).isEqualTo(harbourCity.owner().email());
    assertThat(newest.get("through").stringValue()).isEqualTo("token");
    assertThat(newest.get("after").get("code").stringValue()).isEqualTo("works");
    Api.Answer first = api.get("/audit?limit=1");
    Api.Answer second = api.get("/audit?limit=1&cursor=" + first.json().get("next").stringValue());
    assertThat(second.json().get("items").get(0).get("id"))
        .isNotEqualTo(first.json().get("items").get(0).get("id"));
  }

  private String parentOn(String day) {
    return api.get("/units/phones?at=" + day).json().get("parent").stringValue();
  }

  private static void assertRefused(Api.Answer answer, int status, String field) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().get("errors").get(0).get("field").stringValue()).isEqualTo(field);
  }

  private Api.Answer post(String path, String json) {
    return api.post(path, json.replace('\'', '"'));
  }

  private Api.Answer patch(String path, String json) {
    return api.patch(path, json.replace('\'', '"'));
  }
}
