package org.waymark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a score, a change and a small line say at a glance. */
class ScoresTest {

  @Test
  void seven_tenths_of_a_stretch_goal_is_a_success_and_of_a_committed_one_is_not() {
    assertThat(ScoreGauge.verdict(0.7, ScoreGauge.STRETCH)).isEqualTo(Verdict.GOOD);
    assertThat(ScoreGauge.verdict(0.1 + 0.6, ScoreGauge.STRETCH)).isEqualTo(Verdict.GOOD);
    assertThat(ScoreGauge.verdict(0.7, ScoreGauge.COMMITTED)).isEqualTo(Verdict.WATCH);
    assertThat(ScoreGauge.verdict(1.0, ScoreGauge.COMMITTED)).isEqualTo(Verdict.GOOD);
    assertThat(ScoreGauge.verdict(0.2, ScoreGauge.STRETCH)).isEqualTo(Verdict.BAD);
    assertThat(ScoreGauge.verdict(null, ScoreGauge.STRETCH)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void less_of_what_people_want_less_of_is_better() {
    assertThat(Change.of(-2, true, true, "").verdict()).isEqualTo(Verdict.GOOD);
    assertThat(Change.of(-2, true, true, "").way()).isNegative();
    assertThat(Change.of(2, true, true, "").verdict()).isEqualTo(Verdict.BAD);
    assertThat(Change.of(2, false, true, "").verdict()).isEqualTo(Verdict.GOOD);
    assertThat(Change.of(2, false, false, "").verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void a_small_line_breaks_where_nothing_was_measured() {
    var line = Sparkline.of(Arrays.asList(1.0, 2.0, null, 4.0), 4.0, Verdict.GOOD, "");
    assertThat(line.stretches()).containsExactly("M3 21L33 15", "M93 3h0");
    assertThat(line.last()).isEqualTo(new Sparkline.Dot("93", "3"));
    assertThat(line.aimAt()).isEqualTo("3");
    assertThat(Sparkline.of(List.of(), null, Verdict.UNKNOWN, "").last()).isNull();
  }

  @Test
  void initials_are_the_first_letters_of_the_first_and_the_last_name() {
    assertThat(Initials.of("Ada Berg")).isEqualTo("AB");
    assertThat(Initials.of("Ana María López")).isEqualTo("AL");
    assertThat(Initials.of("bo@harbour.example")).isEqualTo("B");
    assertThat(Initials.of("…")).isEqualTo("?");
  }
}
