package org.waymark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.waymark.web.LineChart.Better;
import org.waymark.web.LineChart.Guide;
import org.waymark.web.LineChart.Kind;
import org.waymark.web.LineChart.Mark;
import org.waymark.web.LineChart.Point;
import org.waymark.web.LineChart.Stop;
import org.waymark.web.LineChart.Value;

/** What a chart draws, judges and hands out. */
class ChartTest {
  private static final Words WORDS = new Words(Locale.UK, ZoneOffset.UTC);
  private static final LocalDate START = LocalDate.of(2025, 1, 1);
  private static final LocalDate END = LocalDate.of(2025, 12, 31);

  @Test
  void no_two_labels_ever_meet_wherever_baseline_target_and_latest_value_lie() {
    for (var last : new double[] {0, 50, 78, 89, 89.9, 90, 100}) {
      for (var target : new double[] {0, 50, 89, 90, 100}) {
        for (var width : new int[] {330, 520, 760}) {
          var chart =
              chart(last, level(Kind.BASELINE, 90), level(Kind.TARGET, target)).better(Better.UP);
          var drawing = ChartDrawing.of(chart, WORDS, width, 250);
          var heights =
              drawing.labels().stream()
                  .mapToDouble(label -> Double.parseDouble(label.y()))
                  .toArray();
          for (int i = 1; i < heights.length; i++) {
            assertThat(heights[i] - heights[i - 1])
                .as("last %s, target %s, width %s", last, target, width)
                .isGreaterThanOrEqualTo(14.99);
          }
          assertThat(heights[heights.length - 1]).isLessThanOrEqualTo(250 - 26 + 4);
          assertThat(heights[0]).isGreaterThan(8);
        }
      }
    }
  }

  @Test
  void days_that_lie_close_together_are_not_written_over_each_other() {
    List<Point> told =
        List.of(0, 1, 2, 90, 97, 98, 180).stream()
            .map(START::plusDays)
            .map(day -> Point.of(day, day, new Value(50, null, null, null, Mark.MEASURED)))
            .toList();
    var chart = new LineChart("told", "Told", "", "count", told, List.of(), false);
    for (var width : new int[] {330, 520, 760}) {
      var periods = ChartDrawing.of(chart, WORDS, width, 250).periods();
      assertThat(periods.getLast().label()).isEqualTo("30 Jun");
      assertThat(periods).hasSizeBetween(2, 4);
      for (int i = 1; i < periods.size(); i++) {
        double between =
            Double.parseDouble(periods.get(i).at()) - Double.parseDouble(periods.get(i - 1).at());
        assertThat(between).as("between %s", periods).isGreaterThan(30);
      }
    }
  }

  @Test
  void where_a_drawing_is_narrow_guides_are_named_in_the_key_alone() {
    var chart = chart(87.1, level(Kind.BASELINE, 78), level(Kind.TARGET, 90));
    assertThat(chart.small(WORDS).labels()).extracting("text").containsExactly("87.1\u00a0%");
    assertThat(chart.large(WORDS).labels()).hasSize(3);
  }

  @Test
  void the_targets_of_several_goals_are_drawn_for_their_days_and_judge_nothing() {
    var days = List.of(new Stop(START.plusDays(90), 90), new Stop(END, 90));
    var one = new Guide(Kind.AIM, "90 %: Customers get their order", "90 %: Customers…", days);
    var other = new Guide(Kind.AIM, "91 %: As soon as ever", START.plusDays(90), 91, END, 91);
    var chart = chart(90.4, one, other).better(Better.UP);
    assertThat(chart.verdict()).as("between two goals is no band").isEqualTo(Verdict.UNKNOWN);
    var drawing = chart.large(WORDS);
    assertThat(drawing.guides())
        .allSatisfy(guide -> assertThat(guide.style()).isEqualTo("target"))
        .allSatisfy(guide -> assertThat(guide.path()).doesNotContain("H"));
    assertThat(drawing.labels())
        .extracting("text")
        .contains("90 %: Customers…", "91 %: As soon as ever");
  }

  @Test
  void a_line_is_cut_to_the_days_shown() {
    var path =
        new Guide(
            Kind.AIM,
            "Target",
            List.of(new Stop(START, 80), new Stop(START.plusDays(100), 90), new Stop(END, 90)));
    var part = path.within(START.plusDays(50), START.plusDays(200));
    assertThat(part).isNotNull();
    assertThat(part.stops())
        .containsExactly(
            new Stop(START.plusDays(50), 85),
            new Stop(START.plusDays(100), 90),
            new Stop(START.plusDays(200), 90));
    assertThat(path.within(END.plusDays(1), END.plusDays(90))).isNull();
    assertThat(path.within(START.minusDays(90), START.minusDays(1))).isNull();
  }

  @Test
  void a_target_may_follow_a_path() {
    var path =
        new Guide(
            Kind.TARGET,
            "Target",
            List.of(new Stop(START, 80), new Stop(START.plusDays(100), 82), new Stop(END, 90)));
    assertThat(path.on(START.plusDays(50))).isEqualTo(81);
    assertThat(path.on(END.plusYears(1))).isEqualTo(90);
    assertThat(path.on(START.minusDays(1))).isEqualTo(80);
    var drawn = chart(87, path).large(WORDS).guides().getFirst().path();
    assertThat(drawn.chars().filter(letter -> letter == 'L').count()).isEqualTo(2);
  }

  @Test
  void the_latest_value_is_judged_by_which_way_is_better() {
    var up = chart(91, level(Kind.BASELINE, 78), level(Kind.TARGET, 90));
    assertThat(up.verdict()).as("nobody said which way is better").isEqualTo(Verdict.UNKNOWN);
    assertThat(up.better(Better.UP).verdict()).isEqualTo(Verdict.GOOD);
    assertThat(up.better(Better.UP).large(WORDS).judged()).isNotNull();

    var down = chart(20, level(Kind.BASELINE, 30), level(Kind.TARGET, 21)).better(Better.DOWN);
    assertThat(down.verdict()).as("lower is better").isEqualTo(Verdict.GOOD);
    var worse = chart(35, level(Kind.BASELINE, 30), level(Kind.TARGET, 21)).better(Better.DOWN);
    assertThat(worse.verdict()).isEqualTo(Verdict.BAD);
    var unsure = chart(31, level(Kind.BASELINE, 30), level(Kind.TARGET, 21)).better(Better.DOWN);
    assertThat(unsure.verdict()).as("its interval reaches the baseline").isEqualTo(Verdict.UNKNOWN);
    var between = chart(50, level(Kind.TARGET, 40), level(Kind.TARGET, 60));
    assertThat(between.verdict()).as("between two targets").isEqualTo(Verdict.GOOD);
  }

  @Test
  void a_lower_bound_never_counts_as_low_enough() {
    var open =
        new LineChart(
                "c",
                "t",
                "s",
                "seconds",
                List.of(Point.of(START, END, new Value(20, null, null, 9L, Mark.AT_LEAST))),
                List.of(level(Kind.BASELINE, 30), level(Kind.TARGET, 21)),
                false)
            .better(Better.DOWN);
    assertThat(open.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void the_file_has_every_digit_and_says_why_a_period_is_empty() {
    var points = new ArrayList<Point>();
    points.add(Point.of(START, START, new Value(84.65, 80.1, 88.0, 120L, Mark.INDICATIVE)));
    points.add(Point.gap(END, END, "3 answers, \"10\" needed"));
    var chart = new LineChart("c", "t", "s", "percent", points, List.of(), false);
    assertThat(new ChartFile(chart).text())
        .isEqualTo(
            """
            from,to,value,low,high,n,note\r
            2025-01-01,2025-01-01,84.65,80.1,88.0,120,indicative\r
            2025-12-31,2025-12-31,,,,,"3 answers, ""10"" needed"\r
            """);
    assertThat(chart.file()).startsWith("data:text/csv");
    assertThat(chart.csv("/metrics/nps/readings.csv").file())
        .isEqualTo("/metrics/nps/readings.csv");
  }

  private static LineChart chart(double last, Guide... guides) {
    return new LineChart(
        "c",
        "t",
        "s",
        "percent",
        List.of(
            Point.of(START, START.plusDays(30), new Value(60, 57.0, 63.0, 40L, Mark.MEASURED)),
            Point.of(
                END.minusDays(30), END, new Value(last, last - 2, last + 2, 40L, Mark.MEASURED))),
        List.of(guides),
        false);
  }

  private static Guide level(Kind kind, double value) {
    return Guide.level(kind, kind + " " + value, START, END, value);
  }
}
