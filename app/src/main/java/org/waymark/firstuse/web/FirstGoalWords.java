package org.waymark.firstuse.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.firstuse.BeyondChance;
import org.waymark.firstuse.Candidate;
import org.waymark.firstuse.CycleChoice;
import org.waymark.intake.ImportRow;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.metric.Unit;
import org.waymark.metrics.Metrics;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.web.ProgressBar;

/** Puts a first goal into the reader's words. */
record FirstGoalWords(Frame frame, Metrics metrics) {
  /** Data that end longer ago than this say how it was, not how it is. */
  private static final int FRESH_WEEKS = 4;

  FirstGoalPage page(
      @Nullable ImportRow row,
      List<Candidate> candidates,
      List<CycleChoice> cycles,
      @Nullable String about,
      Form form) {
    Candidate chosen =
        candidates.stream()
            .filter(one -> one.firm() && one.code().equals(about))
            .findFirst()
            .or(() -> candidates.stream().filter(Candidate::firm).findFirst())
            .orElse(null);
    String here = row == null ? "/first/goal" : "/first/imports/" + row.id();
    return new FirstGoalPage(
        row,
        progress(row),
        row == null ? List.of() : counts(row),
        candidates.stream().map(one -> line(one, one == chosen, here)).toList(),
        chosen == null ? null : proposal(chosen, cycles),
        chosen == null || !form.values().isEmpty() ? form : first(chosen, cycles));
  }

  /** "Customer satisfaction (share of 4 and 5), q7all". */
  String title(Candidate candidate) {
    MetricDefinition metric = candidate.readings().metric();
    String label = metrics.words(metric, frame.t().locale()).label();
    String measure =
        metric.statistics().size() == 1
            ? label
            : frame.t().of("first.measure", label, statistic(candidate.readings().statistic()));
    return candidate.question() == null
        ? measure
        : frame.t().of("first.measure.question", measure, candidate.question());
  }

  /** "Resolution time (median) falls from 3.2 days to 3 days by 31 Dec 2026." */
  String statement(Candidate candidate, BigDecimal target, CycleChoice cycle) {
    return frame
        .t()
        .of(
            "first.statement." + candidate.readings().direction().code(),
            title(candidate),
            String.valueOf(value(candidate)),
            exact(target, candidate.readings().unit()),
            frame.w().date(cycle.to()));
  }

  private ProgressBar progress(@Nullable ImportRow row) {
    int percent = row == null ? 100 : row.percent();
    return ProgressBar.of(
        percent / 100.0,
        frame.t().of("data.progress", percent, frame.w().count(row == null ? 0 : row.lines())));
  }

  private List<Fact> counts(ImportRow row) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("lines", row.lines());
    counts.put("accepted", row.accepted());
    counts.put("corrected", row.corrected());
    counts.put("repeated", row.repeated());
    counts.put("refused", row.refused());
    counts.put("skipped", row.skipped());
    List<Fact> facts = new ArrayList<>();
    counts.forEach(
        (what, count) -> {
          if (count > 0 || what.equals("lines") || what.equals("accepted")) {
            facts.add(new Fact(frame.t().of("data.count." + what), frame.w().count(count)));
          }
        });
    return facts;
  }

  private FirstGoalPage.Line line(Candidate candidate, boolean chosen, String here) {
    return new FirstGoalPage.Line(
        title(candidate),
        value(candidate),
        interval(candidate),
        basis(candidate),
        chosen || !candidate.firm()
            ? null
            : here + "?about=" + URLEncoder.encode(candidate.code(), StandardCharsets.UTF_8),
        chosen);
  }

  private FirstGoalPage.Proposal proposal(Candidate candidate, List<CycleChoice> cycles) {
    String range = interval(candidate);
    return new FirstGoalPage.Proposal(
        candidate.code(),
        title(candidate),
        candidate.readings().direction().code(),
        String.valueOf(value(candidate)),
        frame
            .t()
            .of(
                "first.baseline",
                frame.w().period(candidate.days().from(), candidate.days().to()),
                basis(candidate),
                range == null
                    ? frame.t().of("first.interval.none")
                    : frame.t().of("first.interval", range)),
        caution(candidate),
        candidate
            .suggestion()
            .map(one -> suggested(candidate, one))
            .orElse(frame.t().of("first.target.none")),
        cycles.stream().map(cycle -> new Option(cycle.code(), cycle(cycle))).toList());
  }

  private @Nullable String caution(Candidate candidate) {
    LocalDate last = candidate.days().to();
    LocalDate today = frame.now().atZone(frame.w().zone()).toLocalDate();
    if (last.isBefore(today.minusWeeks(FRESH_WEEKS))) {
      return frame.t().of("first.old", frame.w().date(last));
    }
    return candidate.reading() instanceof Reading.Measured it && it.indicative()
        ? frame.t().of("first.indicative", it.n())
        : null;
  }

  private String suggested(Candidate candidate, BeyondChance beyond) {
    Unit unit = candidate.readings().unit();
    long n = ((Reading.Measured) candidate.reading()).n();
    String margin = frame.w().change(beyond.margin(), unit.code()).replace("+", "");
    return frame.t().of("first.target.suggested", exact(beyond.target(), unit), n, margin);
  }

  private Form first(Candidate candidate, List<CycleChoice> cycles) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put(
        "target",
        candidate
            .suggestion()
            .map(one -> typed(one.target(), candidate.readings().unit()))
            .orElse(null));
    values.put("cycle", cycles.isEmpty() ? null : cycles.getFirst().code());
    return Form.of(values);
  }

  private String cycle(CycleChoice cycle) {
    String until = frame.w().date(cycle.to());
    return cycle.isNew()
        ? frame.t().of("first.cycle." + cycle.code().substring(1), until)
        : frame.t().of("first.cycle", cycle.name(), until);
  }

  private String statistic(Statistic statistic) {
    return switch (statistic) {
      case Statistic.Within within ->
          frame.t().of("metrics.statistic.within", frame.w().duration(within.limit()));
      case Statistic.Quantile quantile ->
          frame.t().has("metrics.statistic." + quantile.code())
              ? frame.t().of("metrics.statistic." + quantile.code())
              : frame.t().of("metrics.statistic.quantile", quantile.percent());
      case Statistic.Plain plain -> frame.t().of("metrics.statistic." + plain.code());
    };
  }

  private @Nullable String value(Candidate candidate) {
    return switch (candidate.reading()) {
      case Reading.Measured it -> figure(it.value(), candidate.readings().unit());
      case Reading.AtLeast it ->
          frame.t().of("first.atLeast", figure(it.value(), candidate.readings().unit()));
      case Reading.TooFew it -> null;
      case Reading.NoData it -> null;
    };
  }

  private @Nullable String interval(Candidate candidate) {
    if (!(candidate.reading() instanceof Reading.Measured it)) {
      return null;
    }
    Double low = it.low();
    Double high = it.high();
    return low == null || high == null
        ? null
        : frame.w().interval(low, high, candidate.readings().unit().code());
  }

  private String basis(Candidate candidate) {
    return switch (candidate.reading()) {
      case Reading.Measured it -> frame.w().n(it.n());
      case Reading.AtLeast it -> frame.t().of("first.open", it.open(), it.n());
      case Reading.TooFew it -> frame.t().of("first.tooFew", it.n(), it.needed());
      case Reading.NoData it -> "";
    };
  }

  private String figure(double value, Unit unit) {
    return switch (unit) {
      case SCALE, QUANTITY -> frame.w().number(value, 2);
      case PERCENT, POINTS, SECONDS, COUNT -> frame.w().value(value, unit.code());
    };
  }

  private String exact(BigDecimal value, Unit unit) {
    return switch (unit) {
      case SCALE, QUANTITY -> frame.w().number(value);
      case PERCENT, POINTS, SECONDS, COUNT -> frame.w().exact(value, unit.code());
    };
  }

  /** As a person would type it. */
  private static String typed(BigDecimal value, Unit unit) {
    if (unit != Unit.SECONDS) {
      return value.toPlainString();
    }
    double seconds = value.doubleValue();
    return seconds >= 2 * 86_400
        ? in(value, 86_400) + " days"
        : seconds >= 2 * 3_600
            ? in(value, 3_600) + " hours"
            : seconds >= 120 ? in(value, 60) + " minutes" : in(value, 1) + " seconds";
  }

  private static String in(BigDecimal seconds, int one) {
    return seconds
        .divide(BigDecimal.valueOf(one), 4, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
