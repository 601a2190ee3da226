package org.waymark.measurement.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waymark.measurement.web.Formula.Line;

/** Formulas in words, set as fractions. */
class FormulaTest {

  @Test
  void a_fraction_needs_no_brackets_around_what_stands_above_its_line() {
    assertThat(Formula.of("100 × (promoters − detractors) ÷ answers").lines())
        .containsExactly(new Line(null, "100", "promoters − detractors", "answers"));
  }

  @Test
  void several_are_told_apart_by_their_names() {
    assertThat(
            Formula.of("100 × answers of 4 or 5 ÷ all answers; mean: sum of scores ÷ answers")
                .lines())
        .containsExactly(
            new Line(null, "100", "answers of 4 or 5", "all answers"),
            new Line("mean", null, "sum of scores", "answers"));
  }

  @Test
  void what_is_no_fraction_stays_in_its_line() {
    assertThat(Formula.of("number of cases started").lines())
        .containsExactly(new Line(null, null, "number of cases started", null));
  }
}
