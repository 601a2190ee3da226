package org.waymark.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.waymark.attainment.Courses.STEADY;
import static org.waymark.attainment.Courses.course;
import static org.waymark.attainment.Courses.reaching;
import static org.waymark.attainment.Courses.weeks;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.waymark.goals.Course;
import org.waymark.goals.Foretold;
import org.waymark.goals.KeyResultType;
import org.waymark.goals.Span;
import org.waymark.goals.Target;
import org.waymark.measure.calibration.TrafficLight;

/** What is said of key results that have come some way. */
class SayingTest {
  private static final Instant NOW = Instant.parse("2026-06-11T09:00:00Z");

  private static Saying said(Course course) {
    return Saying.of(course, NOW);
  }

  private static double chance(Course course) {
    Double chance = said(course).chance();
    if (chance == null) {
      throw new AssertionError("no chance, but " + said(course));
    }
    return chance;
  }

  @Test
  void of_a_share_that_is_to_rise() {
    Saying saying = said(reaching(KeyResultType.INCREASE, 84, STEADY));
    assertThat(saying.state()).isEqualTo("known");
    // from the week that ended on 7 June to the one that ends on 26 July
    assertThat(saying.steps()).isEqualTo(7);
    assertThat(saying.readings()).isEqualTo(12);
    assertThat(saying.lastRead()).isEqualTo(LocalDate.of(2026, 6, 7));
    assertThat(saying.path()).hasSize(7);
    assertThat(saying.path().getLast().day()).isEqualTo(LocalDate.of(2026, 7, 26));
    Foretold shown = saying.shown().orElseThrow();
    assertThat(shown.chance()).isBetween(0.1, 0.3);
    assertThat(shown.label()).isIn("bold", "ambitious");
    assertThat(shown.expected()).isBetween(82.0, 83.5);
    assertThat(shown.oneInThree()).isGreaterThan(shown.expected());
  }

  @Test
  void lower_is_better_where_it_is_asked_to_fall() {
    double falls = chance(reaching(KeyResultType.DECREASE, 84, STEADY));
    double rises = chance(reaching(KeyResultType.INCREASE, 84, STEADY));
    assertThat(falls + rises).isCloseTo(1, within(1e-9));
    assertThat(falls).isGreaterThan(0.7);
    assertThat(
            said(reaching(KeyResultType.DECREASE, 81, STEADY)).shown().orElseThrow().oneInThree())
        .isLessThan(82.6);
  }

  @Test
  void four_weeks_taken_together_are_steadier_than_one() {
    double one = chance(reaching(KeyResultType.INCREASE, 84, STEADY));
    Course four =
        course(
            KeyResultType.INCREASE,
            Span.FOUR_WEEKS,
            "percent",
            84.0,
            null,
            0.5,
            weeks(100L, STEADY));
    assertThat(chance(four)).isLessThan(one - 0.05);
  }

  @Test
  void what_is_to_be_kept_week_after_week_is_harder_than_what_is_to_be_there_in_the_end() {
    Course kept =
        course(
            KeyResultType.KEEP_ABOVE,
            Span.ONE_WEEK,
            "percent",
            81.0,
            null,
            1.0,
            weeks(100L, STEADY));
    assertThat(chance(kept)).isLessThan(chance(reaching(KeyResultType.INCREASE, 81, STEADY)) - 0.1);
    Course band =
        course(
            KeyResultType.KEEP_WITHIN,
            Span.ONE_WEEK,
            "percent",
            null,
            new Target.Band(BigDecimal.valueOf(70), BigDecimal.valueOf(95)),
            1.0,
            weeks(100L, STEADY));
    assertThat(chance(band)).isGreaterThan(0.8);
    assertThat(said(band).expected()).as("there is no one number to expect").isNull();
  }

  @Test
  void a_count_adds_up_from_what_there_is() {
    double[] tens = new double[12];
    Arrays.setAll(tens, i -> 9 + i % 3);
    // forty so far, fifty-one days to go: seven weeks of ten
    assertThat(chance(counted(100, tens))).isGreaterThan(0.9);
    assertThat(chance(counted(110, tens))).isBetween(0.2, 0.8);
    assertThat(chance(counted(130, tens))).isLessThan(0.1);
  }

  private static Course counted(double target, double[] weeks) {
    return course(
        KeyResultType.CUMULATIVE, Span.CYCLE, "count", target, null, 0.4, weeks(null, weeks));
  }

  @Test
  void what_will_be_different_makes_a_second_chance_and_leaves_the_first_alone() {
    Course rising = reaching(KeyResultType.INCREASE, 84, STEADY);
    assertThat(said(rising).withDifference()).as("nobody said what it is worth").isNull();
    Saying with = said(Courses.with(3, rising));
    assertThat(with.chance()).isEqualTo(said(rising).chance());
    assertThat(with.withDifference()).isGreaterThan(0.6).isLessThan(0.95);
    assertThat(said(Courses.with(4, rising)).withDifference()).isGreaterThan(with.withDifference());
    Saying falling = said(Courses.with(3, reaching(KeyResultType.DECREASE, 81, STEADY)));
    assertThat(falling.withDifference())
        .as("worth leads towards the target, here downwards")
        .isGreaterThan(falling.chance());
    assertThat(with.isNews(said(rising))).isTrue();
    assertThat(with.shown().orElseThrow().withDifference()).isEqualTo(with.withDifference());
  }

  @Test
  void people_who_think_of_a_target_learn_why_nothing_is_said() {
    assertThat(silence(reaching(KeyResultType.BINARY, 84, STEADY))).isEqualTo("told");
    assertThat(
            silence(
                course(
                    KeyResultType.INCREASE,
                    Span.ONE_WEEK,
                    "percent",
                    null,
                    null,
                    0.5,
                    weeks(9L, STEADY))))
        .isEqualTo("noTarget");
    assertThat(
            silence(
                course(
                    KeyResultType.DECREASE,
                    Span.FOUR_WEEKS,
                    "count",
                    9.0,
                    null,
                    0.5,
                    weeks(9L, STEADY))))
        .isEqualTo("addsUp");
    Course known = reaching(KeyResultType.INCREASE, 84, STEADY);
    assertThat(silence(known)).isEqualTo("known");
  }

  private static String silence(Course course) {
    return said(course).shownOf(course).state();
  }

  @Test
  void too_few_weeks_and_too_far_away() {
    double no = Double.NaN;
    Saying few = said(reaching(KeyResultType.INCREASE, 84, 82, no, 84, 81, no, 83, 82, 85));
    assertThat(few.state()).isEqualTo("tooFewReadings");
    assertThat(few.readings()).isEqualTo(6);
    assertThat(few.needed()).isEqualTo(8);
    assertThat(few.chance()).isNull();
    double[] silent = new double[20];
    Arrays.fill(silent, no);
    System.arraycopy(STEADY, 0, silent, 0, 8);
    // twelve silent weeks and seven to come are more than thirteen
    assertThat(said(reaching(KeyResultType.INCREASE, 84, silent)).state()).isEqualTo("tooFarAhead");
  }

  @Test
  void nothing_where_there_is_nothing_to_foretell() {
    assertThat(said(reaching(KeyResultType.MILESTONE, 84, STEADY)).state()).isEqualTo("decided");
    assertThat(said(reaching(KeyResultType.BINARY, 84, STEADY)).shown()).isEmpty();
    Course open =
        course(
            KeyResultType.INCREASE, Span.ONE_WEEK, "percent", null, null, 0.5, weeks(9L, STEADY));
    assertThat(said(open).state()).as("no target yet").isEqualTo("decided");
    Course volume =
        course(KeyResultType.DECREASE, Span.FOUR_WEEKS, "count", 9.0, null, 0.5, weeks(9L, STEADY));
    assertThat(said(volume).state()).as("four weeks of a count add up").isEqualTo("decided");
    Saying nothing = said(open);
    assertThat(nothing.isNews(null)).isFalse();
    assertThat(nothing.isNews(said(reaching(KeyResultType.INCREASE, 84, STEADY)))).isTrue();
  }

  @Test
  void the_same_again_is_no_news() {
    Saying saying = said(reaching(KeyResultType.INCREASE, 84, STEADY));
    assertThat(saying.isNews(said(reaching(KeyResultType.INCREASE, 84, STEADY)))).isFalse();
    assertThat(saying.isNews(said(reaching(KeyResultType.INCREASE, 85, STEADY)))).isTrue();
  }

  @Test
  void the_pace_rule_is_asked_at_the_same_moment() {
    // 38 of 89 days are gone
    assertThat(said(paced(0.45)).pace()).isEqualTo(TrafficLight.ON_TRACK);
    assertThat(said(paced(0.35)).pace()).isEqualTo(TrafficLight.AT_RISK);
    assertThat(said(paced(0.2)).pace()).isEqualTo(TrafficLight.OFF_TRACK);
  }

  private static Course paced(double raw) {
    return course(
        KeyResultType.INCREASE, Span.ONE_WEEK, "percent", 84.0, null, raw, weeks(100L, STEADY));
  }
}
