package org.waymark.goals.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.CheckIn;
import org.waymark.goals.Evidence;
import org.waymark.goals.GoalProgress;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.ProgressView;
import org.waymark.goals.ProgressView.ReadingView;
import org.waymark.web.Change;
import org.waymark.web.Frame;
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
    if (progress.of() == 1) {
      return text("goals.progress.single", score(mean));
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
    return said;
  }

  /** What a pooled baseline rests on; nothing where a person gave it. */
  @Nullable String baselineFrom(KeyResultView k) {
    KeyResultView.Pooled from = k.baselineFrom();
    BigDecimal baseline = k.baseline();
    return from == null || baseline == null
        ? null
        : text(
            from.settled() ? "goals.baseline.settled" : "goals.baseline.pooled",
            baseline(k, baseline),
            frame.w().period(from.from(), from.to()),
            from.n() == null ? "" : frame.w().n(from.n()));
  }

  /** The number alone, "at least 39.9 days" where more cannot be said; nothing without a number. */
  @Nullable String figure(KeyResultView k, ReadingView r) {
    if (k.rule().equals("milestones") && !k.milestones().isEmpty()) {
      return text(
          "goals.told.share",
          k.milestones().stream().filter(KeyResultView.Mark::done).count(),
          k.milestones().size());
    }
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

  /**
   * What later data make of a closed key result: "Would now be 0.66"; nothing where they changed
   * nothing.
   */
  @Nullable String later(KeyResultView k) {
    ProgressView now = k.wouldNowBe();
    if (now == null || same(now, k.progress())) {
      return null;
    }
    return text("goals.later", now.score() == null ? seen(k, now.reading()) : scored(now));
  }

  /** How far the number is from where it began, for those that mean a change. */
  @Nullable Change change(KeyResultView k) {
    ReadingView r = k.progress().reading();
    Double value = r.value();
    BigDecimal baseline = k.baseline();
    boolean meant = k.rule().equals("linear") || k.rule().equals("logarithmic");
    if (!meant || value == null || baseline == null || !r.state().equals("measured")) {
      return null;
    }
    double start = baseline.doubleValue();
    Double low = r.low();
    Double high = r.high();
    boolean sure = low == null || high == null || start < low || start > high;
    boolean lowerIsBetter = k.direction().equals("down");
    String by = frame.w().change(value - start, unit(k));
    String word = Change.of(value - start, lowerIsBetter, sure, "").verdict().word();
    return Change.of(value - start, lowerIsBetter, sure, text("goals.change." + word, by));
  }

  /** Where the way begins, or a dash where no way is meant or known. */
  String from(KeyResultView k) {
    BigDecimal baseline = k.baseline();
    return switch (k.rule()) {
      case "linear", "logarithmic" -> baseline == null ? "–" : baseline(k, baseline);
      case "counted" -> frame.w().value(0, unit(k));
      default -> "–";
    };
  }

  /** Where the number shall be. */
  String to(KeyResultView k) {
    if (k.target() instanceof KeyResultView.Band band) {
      return text("goals.to.keep-within", exact(band.low(), k), exact(band.high(), k));
    }
    String key = "goals.to." + k.type();
    String target = k.target() instanceof BigDecimal value ? target(k, value) : "–";
    return frame.t().has(key) ? text(key, target) : target;
  }

  /** Where a told number comes from; nothing where nobody said. */
  @Nullable String source(KeyResultView k) {
    Evidence evidence = k.evidence();
    if (evidence == null) {
      return null;
    }
    String kind = text("goals.evidence." + evidence.kind().code());
    List<String> details = new ArrayList<>();
    if (evidence.reader() != null) {
      details.add(text("goals.evidence.reader", evidence.reader()));
    }
    for (String detail : new String[] {evidence.when(), evidence.counted(), evidence.question()}) {
      if (detail != null) {
        details.add(detail);
      }
    }
    return details.isEmpty()
        ? kind
        : text("goals.evidence.details", kind, String.join(", ", details));
  }

  private static boolean same(ProgressView one, ProgressView other) {
    return one.state().equals(other.state())
        && Objects.equals(one.raw(), other.raw())
        && Objects.equals(one.reading().value(), other.reading().value())
        && Objects.equals(one.reading().n(), other.reading().n());
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
  String baseline(KeyResultView k, BigDecimal baseline) {
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

  /** The score with its band; the band alone where only that is known. */
  String scored(ProgressView p) {
    if (p.score() == null && p.low() != null && p.high() != null) {
      return text("web.interval", score(p.low()), score(p.high()));
    }
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

  String count(@Nullable Long count) {
    return count == null ? "" : frame.w().count(count);
  }

  static String unit(KeyResultView k) {
    return k.metricUnit() == null ? "count" : k.metricUnit();
  }
}
