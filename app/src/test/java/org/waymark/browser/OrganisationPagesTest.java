package org.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.people.Unit;
import org.waymark.people.Units;
import org.waymark.platform.Tenancy;

class OrganisationPagesTest extends BrowserTest {
  private TestServer.TestWorkspace workspace;

  @BeforeEach
  void enter() {
    workspace = TestServer.newWorkspace(ZoneId.of("Europe/Berlin"));
    signIn(workspace);
  }

  @Test
  void a_company_a_department_and_a_team_make_a_tree() {
    inspect("home");
    link("Organisation").first().click();
    assertThat(page.locator(".empty").innerText()).contains("No units yet");
    inspect("units-empty");

    add("Harbour City", "company", "");
    add("City services", "department", "harbour-city");
    add("Street lights", "team", "city-services");

    assertThat(page.getByRole(AriaRole.STATUS).innerText()).isEqualTo("Street lights was added.");
    assertThat(page.locator(".tree > li > ul > li > ul > li a").innerText())
        .isEqualTo("Street lights");
    assertThat(units()).containsExactly("harbour-city", "city-services", "street-lights");
    inspect("units");
  }

  @Test
  void a_unit_moves_from_a_day_on_and_the_tree_remembers_how_it_was() {
    visit("/organisation");
    add("Harbour City", "company", "");
    add("City services", "department", "harbour-city");
    add("Roads", "department", "harbour-city");
    add("Street lights", "team", "city-services");

    link("Street lights").click();
    page.locator("#parent").selectOption("roads");
    field("Name").fill("Lights");
    button("Save").click();
    assertThat(heading()).isEqualTo("Lights");
    assertThat(page.locator("tbody tr").count()).isEqualTo(2);
    inspect("unit");

    visit("/organisation?on=2020-01-01");
    assertThat(page.locator(".tree").innerText())
        .contains("Street lights")
        .doesNotContain("Lights\n");
    assertThat(page.locator("h2").first().innerText())
        .isEqualTo("Units as they stood on 1 Jan 2020");
    inspect("units-past");
  }

  @Test
  void mission_and_vision_stand_above_the_units() {
    visit("/organisation");
    page.locator("a[href='/organisation/purpose']").click();
    field("Mission").fill("Clean streets for everybody.");
    field("Vision").fill("A city that people miss when they are away.");
    inspect("purpose");
    button("Save").click();

    assertThat(page.locator("main").innerText())
        .contains("Clean streets for everybody.", "A city that people miss when they are away.");
    inspect("units-purpose");

    visit("/organisation/purpose");
    field("Vision").fill("x".repeat(1001));
    button("Save").click();
    assertThat(page.locator(".errors li").count()).isEqualTo(1);
  }

  @Test
  void a_unit_without_a_name_is_refused_and_what_was_typed_stays() {
    visit("/organisation");
    field("Code (optional)").fill("Not A Code!");
    button("Add").click();

    assertThat(page.locator(".errors li").count()).isPositive();
    assertThat(field("Code (optional)").inputValue()).isEqualTo("Not A Code!");
    inspect("units-refused");
  }

  @Test
  void who_loses_a_race_keeps_what_they_typed_and_sees_the_newer_state() {
    visit("/organisation");
    add("Harbour City", "company", "");
    link("Harbour City").last().click();
    var other = context.newPage();
    other.navigate(page.url());
    other.locator("#name").fill("Harbour Town");
    other.locator("main button[type=submit]").first().click();

    field("Name").fill("Haven");
    button("Save").click();
    assertThat(page.locator(".errors").innerText()).contains("it is now called Harbour Town");
    assertThat(field("Name").inputValue()).isEqualTo("Haven");
    inspect("unit-conflict");
    button("Save").click();
    assertThat(heading()).isEqualTo("Haven");
  }

  @Test
  void a_closed_unit_keeps_its_place_and_opens_again() {
    visit("/organisation");
    add("Harbour City", "company", "");
    link("Harbour City").last().click();
    button("Close this unit").click();
    assertThat(page.locator(".badge").innerText()).isEqualTo("closed");
    button("Open it again").click();
    assertThat(page.locator(".badge").count()).isZero();
  }

  @Test
  void a_quarter_lies_within_its_year() {
    visit("/settings/cycles");
    inspect("cycles-empty");
    cycle("2026", "2026-01-01", "2026-12-31", "");
    cycle("Autumn 2026", "2026-10-01", "2026-12-31", "2026");
    assertThat(page.locator("tbody tr").count()).isEqualTo(2);
    inspect("cycles");

    cycle("Winter", "2026-12-01", "2027-02-28", "2026");
    assertThat(page.locator(".errors").innerText()).contains("must lie within");
    assertThat(field("Name").inputValue()).isEqualTo("Winter");

    link("Autumn 2026").click();
    field("Name").fill("Q4 2026");
    inspect("cycle");
    button("Save").click();
    assertThat(link("Q4 2026").count()).isEqualTo(1);
  }

  @Test
  void both_catalogues_of_areas_are_there() {
    visit("/settings/areas");
    assertThat(page.locator("main").innerText())
        .contains("Hot spots")
        .contains("CX functions")
        .contains("Contact centre");
    inspect("areas");
  }

  @Test
  void what_is_not_there_says_so_with_a_way_on() {
    var answer = page.navigate("/organisation/units/0192a7c0-0000-7000-8000-000000000000");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(page.locator("main").innerText()).contains("Request id:");
    inspect("not-found");
    link("To the start").click();
    arriveAt("/");
    assertThat(page.navigate("/no-such-page").status()).isEqualTo(404);
    assertThat(heading()).isEqualTo("Not found");
  }

  @Test
  void the_tree_is_built_without_scripts_too() {
    withoutScripts();
    signIn(workspace);
    visit("/organisation");
    add("Harbour City", "company", "");
    add("City services", "department", "harbour-city");
    assertThat(page.locator(".tree a").allInnerTexts())
        .containsExactly("Harbour City", "City services");
  }

  @Test
  void a_keyboard_finds_its_way_from_the_top_to_the_form() {
    visit("/organisation");
    page.keyboard().press("Tab");
    assertThat(focused()).isEqualTo("Skip to the content");
    page.keyboard().press("Enter");
    tabTo("Name");
    page.keyboard().type("Harbour City");
    tabTo("Add");
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.STATUS).innerText()).isEqualTo("Harbour City was added.");
  }

  private List<String> units() {
    return TestServer.bean(Tenancy.class)
        .in(
            workspace.id(),
            () -> TestServer.bean(Units.class).tree().all().stream().map(Unit::code).toList());
  }

  private void add(String name, String kind, String parent) {
    field("Name").fill(name);
    page.locator("#kind").selectOption(kind);
    page.locator("#parent").selectOption(parent);
    button("Add").click();
  }

  private void cycle(String name, String from, String to, String within) {
    field("Name").fill(name);
    field("First day").fill(from);
    field("Last day").fill(to);
    page.locator("#within").selectOption(within);
    button("Add").click();
  }
}
