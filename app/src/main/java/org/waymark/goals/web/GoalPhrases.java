package org.waymark.goals.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.CheckIn;
import org.waymark.goals.GoalProgress;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.ProgressView;
import org.waymark.goals.ProgressView.ReadingView;
import org.waymark.web.Frame;
import org.waymark.web.LineChart;
import org.waymark.web.ProgressBar;

/**
 * Says in a person's language what is known of goals and key results. Every figure with its n, its
 * days and its band.
 */
record GoalPhrases(Frame frame) {

  /**
   * The mean never stands without the weakest, nor for a goal of which not everything is measured.
   */
  String overall(GoalProgress progress) {
    if (progress.of() == 0) {
      return text("goals.progress.none");
    }
    Double mean = progress.mean();
    Double weakest = progress.weakest();
    if (mean == null || weakest == null) {
      return text("goals.progress.unmeasured", progress.of());
    }
    return progress.complete()
        ? text("goals.progress.whole", score(mean), score(weakest))
        : text(
            "goals.progress.part", progress.measured(), progress.of(), score(mean), score(weakest));
  }

  @Nullable ProgressBar bar(GoalProgress progress) {
    Double mean = progress.mean();
    if (mean == null) {
      return null;
    }
    String says =
        progress.complete()
            ? score(mean)
            : text("goals.progress.measured", progress.measured(), progress.of());
    return new ProgressBar(mean, null, null, says, "plain");
  }

  @Nullable ProgressBar bar(KeyResultView k) {
    ProgressView p = k.progress();
    Double score = p.score();
    if (score == null) {
      return null;
    }
    String tone = Boolean.TRUE.equals(p.met()) ? "good" : "plain";
    return new ProgressBar(score, p.low(), p.high(), scored(p), tone);
  }

  /** "From 71.2 % to 90 % by 31 Dec 2015". */
  String aim(KeyResultView k) {
    String due = frame.w().date(k.due());
    String type = k.type();
    if (type.equals("milestone") || type.equals("binary")) {
      return text("goals.aim." + type, due);
    }
    if (k.target() instanceof KeyResultView.Band band) {
      return text("goals.aim.keep-within", exact(band.low(), k), exact(band.high(), k), due);
    }
    if (!(k.target() instanceof BigDecimal target)) {
      BigDecimal change = k.changePercent() == null ? BigDecimal.ZERO : k.changePercent();
      return text("goals.aim.change", frame.w().number(change), due);
    }
    BigDecimal baseline = k.baseline();
    boolean change = type.equals("increase") || type.equals("decrease");
    String aim =
        change && baseline != null
            ? text("goals.aim.way", baseline(k, baseline), target(k, target), due)
            : text("goals.aim." + type, target(k, target), due);
    BigDecimal percent = k.changePercent();
    return percent == null ? aim : text("goals.aim.percent", aim, frame.w().number(percent));
  }

  /** What is known now, each a sentence. */
  List<String> said(KeyResultView k, ProgressView p) {
    List<String> said = new ArrayList<>();
    said.add(seen(k, p.reading()));
    switch (p.state()) {
      case "measured" -> said.add(text("goals.score", scored(p), number(p.raw())));
      case "atLeast" ->
          said.add(
              p.score() == null
                  ? text("goals.score.bounded", score(p.low()), score(p.high()))
                  : text("goals.score.certain", score(p.score())));
      case "noBaseline" -> {
        said.add(
            text(
                k.baseline() != null
                    ? "goals.state.noBaseline.beyond"
                    : k.metric() == null
                        ? "goals.state.noBaseline.told"
                        : "goals.state.noBaseline"));
        if (p.met() != null) {
          said.add(text(p.met() ? "goals.met" : "goals.unmet"));
        }
      }
      default -> {}
    }
    KeyResultView.Pooled from = k.baselineFrom();
    BigDecimal baseline = k.baseline();
    if (from != null && baseline != null) {
      said.add(
          text(
              from.settled() ? "goals.baseline.settled" : "goals.baseline.pooled",
              baseline(k, baseline),
              frame.w().period(from.from(), from.to()),
              from.n() == null ? "" : frame.w().n(from.n())));
    }
    return said;
  }

  /** The number alone, "at least 39.9 days" where more cannot be said; nothing without a number. */
  @Nullable String figure(KeyResultView k, ReadingView r) {
    Double value = r.value();
    if (value == null) {
      return null;
    }
    String figure = frame.w().value(value, unit(k));
    return r.state().equals("atLeast") ? text("goals.figure.atLeast", figure) : figure;
  }

  /** What the number rests on: "95 % interval 64.9 to 67.2 %, n = 6,388, 30 Nov to 27 Dec 2015". */
  @Nullable String basis(KeyResultView k, ReadingView r) {
    List<String> basis = new ArrayList<>();
    Double low = r.low();
    Double high = r.high();
    if (low != null && high != null) {
      basis.add(text("goals.basis.interval", frame.w().interval(low, high, unit(k))));
    }
    if (r.n() != null) {
      basis.add(frame.w().n(r.n()));
    }
    if (r.open() != null && r.open() > 0) {
      basis.add(text("goals.basis.open", count(r.open())));
    }
    LocalDate from = r.from();
    LocalDate to = r.to();
    if (from != null && to != null && k.metric() != null) {
      basis.add(frame.w().period(from, to));
    }
    return basis.isEmpty() ? null : String.join(", ", basis);
  }

  /** The number with its interval, n and days; or why there is none. */
  String seen(KeyResultView k, ReadingView r) {
    LocalDate from = r.from();
    LocalDate to = r.to();
    boolean told = k.metric() == null;
    String days = told || from == null || to == null ? "" : frame.w().period(from, to);
    Double value = r.value();
    String unit = unit(k);
    return switch (r.state()) {
      case "measured" -> {
        String now = value == null ? "" : frame.w().value(value, unit);
        Double low = r.low();
        Double high = r.high();
        Long n = r.n();
        if (low != null && high != null && n != null) {
          yield text(
              days.isEmpty() ? "goals.now.told.interval" : "goals.now.interval",
              now,
              frame.w().interval(low, high, unit),
              frame.w().n(n),
              days);
        }
        if (n != null) {
          yield text(
              days.isEmpty() ? "goals.now.told.n" : "goals.now.n", now, frame.w().n(n), days);
        }
        yield text("goals.now.told", now);
      }
      case "atLeast" ->
          text(
              "goals.state.atLeast",
              value == null ? "" : frame.w().value(value, unit),
              count(r.open()),
              count(r.n()),
              days);
      case "tooFew" -> text("goals.state.tooFew", count(r.n()), count(r.needed()), days);
      default ->
          days.isEmpty()
              ? text("goals.state.noData." + (k.type().equals("milestone") ? "milestone" : "told"))
              : text("goals.state.noData", days);
    };
  }

  /** What later data make of a closed key result: "Would now be 0.66". */
  String later(KeyResultView k, ProgressView now) {
    return text("goals.later", now.score() == null ? seen(k, now.reading()) : scored(now));
  }

  /** The history with baseline and target, or nothing while there is none. */
  @Nullable LineChart chart(KeyResultView k, LocalDate cycleStart) {
    String unit = unit(k);
    List<LineChart.Point> points =
        k.history().stream().dropWhile(r -> r.value() == null).map(r -> point(k, r)).toList();
    if (points.isEmpty()) {
      return null;
    }
    LocalDate first = points.getFirst().from();
    LocalDate start = first.isBefore(cycleStart) ? cycleStart : first;
    LocalDate last = points.getLast().to();
    LocalDate end = k.due().isBefore(last) ? last : k.due();
    List<LineChart.Guide> guides = new ArrayList<>();
    BigDecimal baseline = k.baseline();
    if (baseline != null) {
      guides.add(
          LineChart.Guide.level(
              LineChart.Kind.BASELINE,
              text("goals.chart.baseline", baseline(k, baseline)),
              first,
              end,
              baseline.doubleValue()));
    }
    if (k.target() instanceof BigDecimal target) {
      guides.add(guide(k, target, start, end));
    } else if (k.target() instanceof KeyResultView.Band band) {
      guides.add(guide(k, band.low(), start, end));
      guides.add(guide(k, band.high(), start, end));
    }
    return new LineChart(
            "kr-" + k.id(),
            text(k.metric() == null ? "goals.chart.told" : "goals.chart.title", k.name()),
            text("goals.chart.says", seen(k, k.progress().reading()), aim(k)),
            unit,
            points,
            guides,
            false)
        .better(LineChart.Better.of(k.direction()));
  }

  String told(KeyResultView k, CheckIn c) {
    if (c.value() != null) {
      return frame.w().exact(c.value(), unit(k));
    }
    return c.denominator() == null
        ? "–"
        : text("goals.told.share", count(c.numerator()), count(c.denominator()));
  }

  /** A given baseline with every decimal it was given with; a pooled one as measured. */
  private String baseline(KeyResultView k, BigDecimal baseline) {
    return k.baselineFrom() == null ? exact(baseline, k) : frame.w().value(baseline, unit(k));
  }

  /** A given target with every decimal; one that follows from a change as measured. */
  String target(KeyResultView k, BigDecimal target) {
    return k.changePercent() == null ? exact(target, k) : frame.w().value(target, unit(k));
  }

  String text(String key, Object... arguments) {
    return frame.t().of(key, arguments);
  }

  private String exact(BigDecimal value, KeyResultView k) {
    return frame.w().exact(value, unit(k));
  }

  private LineChart.Guide guide(
      KeyResultView k, BigDecimal target, LocalDate start, LocalDate end) {
    return LineChart.Guide.level(
        LineChart.Kind.TARGET,
        text("goals.chart.target", target(k, target)),
        start,
        end,
        target.doubleValue());
  }

  private LineChart.Point point(KeyResultView k, ReadingView r) {
    LocalDate from = r.from() == null ? k.due() : r.from();
    LocalDate to = r.to() == null ? from : r.to();
    Double value = r.value();
    if (value == null) {
      return LineChart.Point.gap(
          from, to, text("goals.gap." + r.state(), count(r.n()), count(r.needed())));
    }
    LineChart.Mark mark =
        r.state().equals("atLeast")
            ? LineChart.Mark.AT_LEAST
            : Boolean.TRUE.equals(r.indicative())
                ? LineChart.Mark.INDICATIVE
                : LineChart.Mark.MEASURED;
    return LineChart.Point.of(from, to, new LineChart.Value(value, r.low(), r.high(), r.n(), mark));
  }

  private String scored(ProgressView p) {
    return p.low() == null || p.high() == null || p.low().equals(p.high())
        ? score(p.score())
        : text("goals.score.band", score(p.score()), score(p.low()), score(p.high()));
  }

  private String score(@Nullable Double score) {
    return score == null ? "–" : frame.w().number(score, 2);
  }

  private String number(@Nullable Double raw) {
    return raw == null ? "–" : frame.w().number(raw, 2);
  }

  private String count(@Nullable Long count) {
    return count == null ? "" : frame.w().count(count);
  }

  static String unit(KeyResultView k) {
    return k.metricUnit() == null ? "count" : k.metricUnit();
  }
}
