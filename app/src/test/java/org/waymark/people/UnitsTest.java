package org.waymark.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.people.Units.NewUnit;
import org.waymark.people.Units.UnitChange;
import org.waymark.platform.Actor;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Tenancy;

class UnitsTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  private final Units units = TestServer.bean(Units.class);
  private TestWorkspace harbourCity;

  @BeforeEach
  void harbour_city_with_two_departments() {
    harbourCity = TestServer.newWorkspace();
    add("city", "Harbour City", "company", null);
    add("services", "City services", "department", "city");
    add("works", "Public works", "department", "city");
    add("phones", "Phone team", "team", "services");
  }

  @Test
  void a_unit_counts_with_everything_below_it() {
    assertThat(numbersWithin("city", MARCH)).containsExactly(1, 2, 3, 4);
    assertThat(numbersWithin("services", MARCH)).containsExactly(2, 4);
    assertThat(numbersWithin("nowhere", MARCH)).isEmpty();
  }

  @Test
  void a_team_that_moves_in_july_belongs_to_its_old_department_until_june() {
    change("phones", move("works", JULY));

    assertThat(numbersWithin("services", JULY.minusDays(1))).containsExactly(2, 4);
    assertThat(numbersWithin("services", JULY)).containsExactly(2);
    assertThat(numbersWithin("works", JULY)).containsExactly(3, 4);
  }

  @Test
  void a_rename_from_march_leaves_the_move_in_july_in_place() {
    change("phones", move("works", JULY));
    change("phones", new UnitChange(null, "Voice team", null, null, MARCH));

    assertThat(on(MARCH.minusDays(1), "phones").name()).isEqualTo("Phone team");
    assertThat(on(MARCH, "phones").name()).isEqualTo("Voice team");
    assertThat(on(MARCH, "phones").parent()).isEqualTo("services");
    assertThat(on(JULY, "phones").name()).isEqualTo("Voice team");
    assertThat(on(JULY, "phones").parent()).isEqualTo("works");
    assertThat(in(() -> units.history(on(JULY, "phones").id()))).hasSize(4);
  }

  @Test
  void a_unit_cannot_end_up_under_itself_on_any_day() {
    assertThatThrownBy(() -> change("city", move("phones", MARCH)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("parent");
    change("works", move("phones", JULY));
    assertThatThrownBy(() -> change("phones", move("works", MARCH)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("2026-07-01");
  }

  @Test
  void an_old_code_still_finds_its_unit_and_is_given_to_no_other() {
    change("works", new UnitChange("public-works", null, null, null, MARCH));

    assertThat(on(JULY, "works").code()).isEqualTo("public-works");
    assertThat(on(JULY, "PUBLIC-WORKS").number()).isEqualTo(3);
    assertThatThrownBy(() -> add("Works", "Ship works", "department", "city"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("code");
  }

  @Test
  void a_change_of_what_someone_else_changed_meanwhile_is_refused_with_the_current_state() {
    Unit seen = on(MARCH, "phones");
    change("phones", new UnitChange(null, "Voice team", null, null, MARCH));

    assertThatThrownBy(
            () ->
                in(
                    () ->
                        units.change(
                            Actor.server(),
                            seen.id(),
                            new UnitChange(null, "Call team", null, null, MARCH),
                            seen.version())))
        .isInstanceOfSatisfying(
            Conflict.class,
            lost -> assertThat(lost.current()).hasFieldOrPropertyWithValue("name", "Voice team"));
  }

  @Test
  void a_department_met_in_data_is_made_once_under_the_given_unit() {
    Unit made = in(() -> units.findOrCreate(Actor.server(), "Bürgerbüro Süd", "services"));
    Unit again = in(() -> units.findOrCreate(Actor.server(), "bürgerbüro süd", "services"));

    assertThat(made.code()).isEqualTo("burgerburo-sud");
    assertThat(made.kind()).isEqualTo(UnitKind.TEAM);
    assertThat(made.parent()).isEqualTo("services");
    assertThat(again.number()).isEqualTo(made.number());
  }

  @Test
  void a_name_without_latin_letters_still_gets_a_code() {
    assertThat(in(() -> units.findOrCreate(Actor.server(), "窓口", null)).code()).isEqualTo("unit");
    assertThat(in(() -> units.findOrCreate(Actor.server(), "電話", null)).code()).isEqualTo("unit-2");
  }

  @Test
  void a_closed_unit_keeps_its_place_but_takes_no_new_parts() {
    Unit works = on(MARCH, "works");
    Unit closed = in(() -> units.close(Actor.server(), works.id(), works.version(), JULY));

    assertThat(closed.openOn(JULY.minusDays(1))).isTrue();
    assertThat(closed.openOn(JULY)).isFalse();
    assertThat(numbersWithin("city", JULY)).contains(works.number());
    assertThatThrownBy(() -> add("roads", "Roads", "team", "works"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("parent");
  }

  private static UnitChange move(String parent, LocalDate from) {
    return new UnitChange(null, null, null, parent, from);
  }

  private Unit add(
      String code, String name, String kind, @org.jspecify.annotations.Nullable String parent) {
    return in(() -> units.add(Actor.server(), new NewUnit(code, name, kind, parent)));
  }

  private Unit change(String code, UnitChange change) {
    Unit unit = on(MARCH, code);
    return in(() -> units.change(Actor.server(), unit.id(), change, unit.version()));
  }

  private Unit on(LocalDate day, String code) {
    return in(() -> units.tree(day).byCode(code).orElseThrow());
  }

  private java.util.Set<Integer> numbersWithin(String code, LocalDate day) {
    return in(() -> units.numbersWithin(code, day));
  }

  private <T> T in(Supplier<T> work) {
    return TestServer.bean(Tenancy.class).in(harbourCity.id(), work);
  }
}
