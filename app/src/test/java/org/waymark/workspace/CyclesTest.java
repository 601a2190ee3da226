package org.waymark.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.platform.Actor;
import org.waymark.platform.Conflict;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Cycles.CycleChange;
import org.waymark.workspace.Cycles.NewCycle;

class CyclesTest {

  private final Cycles cycles = TestServer.bean(Cycles.class);
  private TestWorkspace harbourCity;
  private Cycle year;

  @BeforeEach
  void the_year_2026() {
    harbourCity = TestServer.newWorkspace();
    year = add("2026", "2026-01-01", "2026-12-31", null);
  }

  @Test
  void a_quarter_lies_within_its_year() {
    Cycle quarter = add("2026-Q1", "2026-01-01", "2026-03-31", "2026");

    assertThat(quarter.within()).isEqualTo("2026");
    assertThat(quarter.contains(LocalDate.of(2026, 3, 31))).isTrue();
    assertThat(quarter.contains(LocalDate.of(2026, 4, 1))).isFalse();
  }

  @Test
  void a_cycle_that_sticks_out_of_its_parent_is_refused_with_the_day_that_does() {
    assertThat(errorsOf(() -> add("late", "2026-11-01", "2027-01-31", "2026")))
        .extracting(FieldError::field)
        .containsExactly("to");
    assertThat(errorsOf(() -> add("backwards", "2026-11-01", "2026-10-31", null)))
        .extracting(FieldError::field)
        .containsExactly("to");
  }

  @Test
  void a_year_cannot_shrink_below_its_quarters() {
    add("2026-Q4", "2026-10-01", "2026-12-31", "2026");

    assertThat(
            errorsOf(
                () -> change(year, new CycleChange(null, null, null, day("2026-11-30"), null))))
        .extracting(FieldError::field)
        .containsExactly("to");
  }

  @Test
  void a_cycle_cannot_lie_within_itself() {
    Cycle same = add("2026-again", "2026-01-01", "2026-12-31", "2026");

    assertThat(errorsOf(() -> change(year, new CycleChange(null, null, null, null, same.code()))))
        .extracting(FieldError::field)
        .containsExactly("within");
  }

  @Test
  void two_codes_that_differ_only_in_case_are_the_same() {
    add("Spring", "2026-03-01", "2026-05-31", null);

    assertThat(errorsOf(() -> add("spring", "2026-03-01", "2026-05-31", null)))
        .extracting(FieldError::field)
        .containsExactly("code");
    assertThat(in(() -> cycles.byCode("SPRING"))).isPresent();
  }

  @Test
  void every_wrong_field_is_named_at_once() {
    assertThat(
            errorsOf(
                () ->
                    in(
                        () ->
                            cycles.add(
                                Actor.server(), new NewCycle("a b", " ", null, null, null)))))
        .extracting(FieldError::field)
        .containsExactly("name", "code", "from", "to");
  }

  @Test
  void a_lost_race_shows_the_state_that_won() {
    change(year, new CycleChange(null, "The year", null, null, null));

    assertThatThrownBy(() -> change(year, new CycleChange(null, "Our year", null, null, null)))
        .isInstanceOfSatisfying(
            Conflict.class,
            lost -> assertThat(lost.current()).hasFieldOrPropertyWithValue("name", "The year"));
  }

  @Test
  void a_cycle_with_cycles_in_it_is_not_removed() {
    Cycle quarter = add("2026-Q1", "2026-01-01", "2026-03-31", "2026");

    assertThatThrownBy(() -> remove(year)).isInstanceOf(Conflict.class);
    remove(quarter);
    remove(year);
    assertThat(in(() -> cycles.list(Cursor.of("cycles", null, null))).items()).isEmpty();
  }

  @Test
  void a_long_list_comes_page_by_page() {
    add("b", "2026-01-01", "2026-01-31", null);
    add("c", "2026-01-01", "2026-01-31", null);

    var first = in(() -> cycles.list(Cursor.of("cycles", null, 2)));
    var second = in(() -> cycles.list(Cursor.of("cycles", first.next(), 2)));

    assertThat(first.items()).extracting(Cycle::code).containsExactly("2026", "b");
    assertThat(second.items()).extracting(Cycle::code).containsExactly("c");
    assertThat(second.next()).isNull();
  }

  private Cycle add(String code, String from, String to, @Nullable String within) {
    return in(
        () ->
            cycles.add(
                Actor.server(), new NewCycle(code, "Cycle " + code, day(from), day(to), within)));
  }

  private Cycle change(Cycle cycle, CycleChange change) {
    return in(() -> cycles.change(Actor.server(), cycle.id(), change, cycle.version()));
  }

  private void remove(Cycle cycle) {
    in(
        () -> {
          cycles.remove(Actor.server(), cycle.id());
          return true;
        });
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static List<FieldError> errorsOf(Supplier<?> work) {
    try {
      work.get();
    } catch (InvalidInput e) {
      return e.errors();
    }
    throw new AssertionError("nothing was refused");
  }

  private <T> T in(Supplier<T> work) {
    return TestServer.bean(Tenancy.class).in(harbourCity.id(), work);
  }
}
