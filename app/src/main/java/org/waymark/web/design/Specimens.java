package org.waymark.web.design;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.FieldError;
import org.waymark.web.Change;
import org.waymark.web.Crumb;
import org.waymark.web.DayBars;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Likelihood;
import org.waymark.web.Option;
import org.waymark.web.ProgressBar;
import org.waymark.web.RailStep;
import org.waymark.web.ScoreGauge;
import org.waymark.web.Sparkline;
import org.waymark.web.Toast;
import org.waymark.web.Verdict;

/** Makes one of everything, with the figures that are hardest to show. */
record Specimens(Frame f) {
  private static final List<String> STAGES =
      List.of("draft", "proposed", "agreed", "running", "reached", "missed", "closed", "withdrawn");

  DesignPage page() {
    var palette = Palette.ofTokens();
    return new DesignPage(
        palette.tones().stream().map(Specimens::swatch).toList(),
        palette.meetings().stream().map(this::pair).toList(),
        Form.empty(),
        wrong(),
        List.of(
            new Option("department", text("option.department")),
            new Option("team", text("option.team"))),
        STAGES.stream().map(this::state).toList(),
        Arrays.stream(Verdict.values()).map(Verdict::word).map(this::state).toList(),
        changes(),
        gauges(),
        List.of(
            new ProgressBar(0.8, 0.39, 1.0, text("bar.band"), "good"),
            ProgressBar.of(0.35, text("bar.plain")),
            ProgressBar.of(-0.2, text("bar.below"))),
        new Likelihood(
            text("chance.label"),
            Stream.of("easy", "realistic", "ambitious", "bold", "moonshot")
                .map(word -> f.t().of("goals.outlook.word." + word))
                .toList(),
            3),
        trends(),
        List.of(
            new Fact(text("fact.owner"), "Ada Berg"),
            new Fact(text("fact.baseline"), f.w().value(78.4, "percent")),
            new Fact(text("fact.target"), f.w().value(90, "percent"))),
        List.of(new Crumb(text("crumb.goals"), "/goals"), new Crumb(text("crumb.goal"), "/design")),
        List.of(
            new RailStep(text("rail.area"), "/design#forms", true, false),
            new RailStep(text("rail.words"), "/design#forms", false, true),
            new RailStep(text("rail.metric"), null, false, false)),
        new Toast(text("toast.says"), "/design"),
        new ChartSpecimens(f).all(),
        days());
  }

  private static DesignPage.Swatch swatch(Palette.Tone tone) {
    return new DesignPage.Swatch(tone.name(), tone.light().hex(), tone.dark().hex());
  }

  private DesignPage.Pair pair(Palette.Meeting meeting) {
    return new DesignPage.Pair(
        swatch(meeting.front()),
        swatch(meeting.back()),
        f.w().number(meeting.light(), 1),
        f.w().number(meeting.dark(), 1),
        f.w().number(meeting.needs(), 1),
        meeting.readable());
  }

  private Form wrong() {
    var typed = Map.of("wrongName", text("form.typed"), "wrongKind", "team");
    return Form.of(typed)
        .with(
            List.of(
                new FieldError("wrongName", text("form.reason.name")),
                new FieldError("wrongChoice", text("form.reason.choice"))));
  }

  private DesignPage.State state(String code) {
    return new DesignPage.State(code, text("state." + code));
  }

  private List<Change> changes() {
    return List.of(
        Change.of(5.6, false, true, text("change.up", f.w().change(5.6, "percent"))),
        Change.of(-7_560, true, true, text("change.down", f.w().change(-7_560, "seconds"))),
        Change.of(9_000, true, true, text("change.worse", f.w().change(9_000, "seconds"))),
        Change.of(1.2, false, false, text("change.unsure", f.w().change(1.2, "points"))));
  }

  private List<ScoreGauge> gauges() {
    return List.of(
        gauge(0.7, ScoreGauge.STRETCH),
        gauge(0.7, ScoreGauge.COMMITTED),
        gauge(1.0, ScoreGauge.COMMITTED),
        gauge(0.2, ScoreGauge.STRETCH),
        new ScoreGauge(
            0.4,
            ScoreGauge.STRETCH,
            f.w().number(0.4, 2),
            text("gauge.running"),
            text("gauge.stretch", f.w().number(ScoreGauge.STRETCH, 1)),
            "running"),
        gauge(null, ScoreGauge.STRETCH));
  }

  private ScoreGauge gauge(@Nullable Double score, double success) {
    return new ScoreGauge(
        score,
        success,
        score == null ? "–" : f.w().number(score, 2),
        text("gauge." + ScoreGauge.verdict(score, success).word()),
        text(success < 1 ? "gauge.stretch" : "gauge.committed", f.w().number(success, 1)));
  }

  private List<DesignPage.Trend> trends() {
    var rising = Stream.of(66.0, 68.0, 65.0, 71.0, 74.0, 78.0, 84.0).toList();
    var falling = Arrays.asList(30.0, 31.0, 29.0, null, 26.0, 24.0, 21.0);
    return List.of(
        new DesignPage.Trend(
            text("trend.onTime"),
            f.w().value(84, "percent"),
            changes().get(0),
            Sparkline.of(rising, 90.0, Verdict.GOOD, text("trend.onTime.says"))),
        new DesignPage.Trend(
            text("trend.resolution"),
            f.w().value(21 * 3600, "seconds"),
            changes().get(1),
            Sparkline.of(falling, null, Verdict.GOOD, text("trend.resolution.says"))));
  }

  /** A month with quiet weekends, one day with few and one with many refused lines. */
  private DayBars days() {
    var days =
        IntStream.range(0, 30)
            .mapToObj(
                day ->
                    new DayBars.Day(
                        day % 7 > 4
                            ? List.of(0L, 0L, 0L, 0L)
                            : List.of(
                                40L + day % 5 * 9,
                                day % 3 * 4L,
                                day % 4 * 2L,
                                day == 10 ? 1L : day == 22 ? 30L : 0L)))
            .toList();
    return DayBars.of(days, 96, text("chart.days.says"));
  }

  private String text(String key, Object... arguments) {
    return f.t().of("design." + key, arguments);
  }
}
