package org.waymark.goals.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.CheckIn;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.ProgressView;
import org.waymark.goals.ProgressView.ReadingView;
import org.waymark.goals.Step;
import org.waymark.web.Fact;
import org.waymark.web.Frame;

/**
 * Says how one key result's number came about: what was counted, over which days, by which
 * definition, and by which rule it becomes progress.
 *
 * @param plan the steps of the goal, for what its milestones are made of
 * @param lines whether this reader may see the interactions behind a number
 */
record ContributionPhrases(
    GoalPhrases phrases, GoalNames names, List<Step> plan, boolean closed, boolean lines) {

  /**
   * @param measure metric and statistic in words; absent for told numbers
   * @param knownUntil until when anything is known; absent while nothing is
   */
  List<Fact> facts(KeyResultView k, @Nullable String measure, @Nullable Instant knownUntil) {
    Frame f = phrases.frame();
    ReadingView r = k.progress().reading();
    List<Fact> facts = new ArrayList<>();
    if (measure != null) {
      add(facts, "measure", measure);
      add(
          facts,
          "definition",
          k.definition() == null ? null : text("goals.made.version", k.definition()));
      add(facts, "days", days(r));
      add(facts, "window", text("goals.window." + k.window()));
      add(facts, "zone", f.w().zoneName());
      add(facts, "filter", filter(k));
      add(facts, "counted", k.unit() == null ? text("goals.whole") : names.unit(k.unit()));
    } else {
      CheckIn latest = latest(k);
      add(
          facts,
          "measure",
          text(k.rule().equals("milestones") ? "goals.made.milestones" : "goals.kr.byhand"));
      add(
          facts,
          "latest",
          latest == null
              ? null
              : text("goals.made.latest", names.member(latest.by()), f.w().date(latest.on())));
    }
    Long n = r.n();
    add(facts, "n", n == null ? null : f.w().count(n));
    add(facts, "shares", shares(k, r));
    add(facts, "open", r.open() == null || r.open() == 0 ? null : f.w().count(r.open()));
    Double low = r.low();
    Double high = r.high();
    add(
        facts,
        "interval",
        low == null || high == null ? null : f.w().interval(low, high, GoalPhrases.unit(k)));
    add(facts, closed ? "scoredAt" : "asOf", f.w().instant(k.progress().asOf()));
    if (!closed && measure != null && knownUntil != null) {
      add(facts, "knownUntil", f.w().instant(knownUntil));
    }
    return facts;
  }

  /** From the baseline to the score, each a sentence. */
  List<String> scoring(KeyResultView k, double weights) {
    List<String> said = new ArrayList<>();
    String baseline = phrases.baselineFrom(k);
    if (baseline != null) {
      said.add(baseline);
    } else if (k.baseline() != null) {
      said.add(text("goals.baseline.given", phrases.from(k)));
    }
    said.add(text("goals.rule." + k.rule()));
    ProgressView p = k.progress();
    String sum = sum(k, p);
    if (sum != null) {
      said.add(sum);
    }
    if (p.score() != null) {
      said.add(
          text(
              p.low() != null && p.high() != null && !p.low().equals(p.high())
                  ? "goals.made.band"
                  : "goals.made.score",
              phrases.scored(p)));
    }
    said.add(
        text(
            "goals.made.weight",
            phrases.frame().w().number(k.weight()),
            phrases.frame().w().number(BigDecimal.valueOf(weights))));
    return said;
  }

  /** The rule with this key result's numbers in it. */
  private @Nullable String sum(KeyResultView k, ProgressView p) {
    Double value = p.reading().value();
    Double raw = p.raw();
    if (raw == null) {
      return null;
    }
    String result = phrases.frame().w().number(raw, 2);
    String now = value == null ? "" : phrases.frame().w().value(value, GoalPhrases.unit(k));
    return switch (k.rule()) {
      case "linear", "logarithmic" ->
          text("goals.made." + k.rule(), phrases.from(k), now, phrases.to(k), result);
      case "counted" -> text("goals.made.counted", now, phrases.to(k), result);
      case "kept" ->
          k.stretches().isEmpty()
              ? null
              : text(
                  "goals.made.kept",
                  k.stretches().stream().filter(one -> Boolean.TRUE.equals(one.inside())).count(),
                  k.stretches().size(),
                  result);
      case "milestones" -> text("goals.made.done", result);
      default -> text("goals.made.reached", now, phrases.to(k), result);
    };
  }

  /** What the number is made of, where it is made of several things. */
  ContributionsPage.@Nullable Parts parts(KeyResultView k) {
    return switch (k.rule()) {
      case "kept" -> k.stretches().isEmpty() ? null : stretches(k);
      case "milestones" -> milestones(k);
      default ->
          k.metric() != null || k.checkIns().stream().noneMatch(CheckIn::hasNumber)
              ? null
              : told(k);
    };
  }

  private ContributionsPage.Parts stretches(KeyResultView k) {
    return new ContributionsPage.Parts(
        text("goals.made.stretches"),
        heads("days", "now", "n", "inside"),
        k.stretches().reversed().stream()
            .map(
                one ->
                    new ContributionsPage.Row(
                        List.of(
                            Objects.requireNonNullElse(days(one.reading()), "–"),
                            value(k, one.reading()),
                            one.reading().n() == null
                                ? "–"
                                : phrases.frame().w().count(one.reading().n()),
                            text(
                                one.inside() == null
                                    ? "goals.made.inside.unknown"
                                    : one.inside() ? "goals.made.inside" : "goals.made.outside")),
                        behind(k, one.reading())))
            .toList());
  }

  private String value(KeyResultView k, ReadingView r) {
    String figure = phrases.figure(k, r);
    return figure == null
        ? text("goals.gap." + r.state(), phrases.count(r.n()), phrases.count(r.needed()))
        : figure;
  }

  private ContributionsPage.Parts milestones(KeyResultView k) {
    List<Step> counted =
        plan.stream()
            .filter(step -> k.milestones().stream().anyMatch(mark -> mark.step().equals(step.id())))
            .toList();
    return new ContributionsPage.Parts(
        text("goals.made.marks"),
        heads("milestone", "weight", "done"),
        counted.stream()
            .map(
                step ->
                    new ContributionsPage.Row(
                        List.of(
                            step.title(),
                            phrases.frame().w().number(step.weight()),
                            step.done() == null
                                ? text("goals.made.open")
                                : text(
                                    "goals.step.done.by",
                                    names.member(step.done().by()),
                                    phrases.frame().w().instant(step.done().at()))),
                        null))
            .toList());
  }

  /**
   * Check-ins newest first; of what is counted with the sum so far, else only the latest counts.
   */
  private ContributionsPage.Parts told(KeyResultView k) {
    boolean counted = k.rule().equals("counted");
    List<ContributionsPage.Row> rows = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (CheckIn told : k.checkIns()) {
      if (!told.hasNumber()) {
        continue;
      }
      List<String> cells = new ArrayList<>();
      cells.add(phrases.frame().w().date(told.on()));
      cells.add(phrases.told(k, told));
      if (counted) {
        sum = told.value() == null ? sum : sum.add(told.value());
        cells.add(phrases.frame().w().exact(sum, GoalPhrases.unit(k)));
      }
      cells.add(names.member(told.by()));
      rows.addFirst(new ContributionsPage.Row(cells, null));
    }
    return new ContributionsPage.Parts(
        text(counted ? "goals.made.added" : "goals.made.latestCounts"),
        counted ? heads("on", "value", "sum", "by") : heads("on", "value", "by"),
        rows);
  }

  /** Where the interactions of these days are, as the key result counts them. */
  @Nullable String behind(KeyResultView k, ReadingView r) {
    boolean any = r.n() != null && r.n() > 0 && r.from() != null;
    return k.metric() != null && lines && any
        ? "/metrics/" + k.metric() + "/interactions?" + asked(k, r)
        : null;
  }

  /** The metric's page, narrowed as this key result narrows it. */
  @Nullable String metric(KeyResultView k) {
    return k.metric() == null
        ? null
        : "/metrics/" + k.metric() + "?" + asked(k, k.progress().reading());
  }

  private String asked(KeyResultView k, ReadingView r) {
    List<String> asked = new ArrayList<>();
    asked(asked, "statistic", k.statistic());
    asked(asked, "from", r.from());
    asked(asked, "to", r.to());
    asked(asked, "unit", k.unit());
    k.filter().forEach((name, values) -> values.forEach(value -> asked(asked, name, value)));
    if (closed) {
      asked(asked, "asOf", k.progress().asOf());
    }
    return String.join("&", asked);
  }

  private static void asked(List<String> asked, String name, @Nullable Object value) {
    if (value != null) {
      asked.add(encoded(name) + "=" + encoded(value.toString()));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private @Nullable String days(ReadingView r) {
    LocalDate from = r.from();
    LocalDate to = r.to();
    return from == null || to == null ? null : phrases.frame().w().period(from, to);
  }

  private @Nullable String filter(KeyResultView k) {
    Map<String, List<String>> filter = k.filter();
    return filter.isEmpty()
        ? null
        : filter.entrySet().stream()
            .map(
                one ->
                    text(
                        "goals.made.filter",
                        dimension(one.getKey()),
                        String.join(", ", one.getValue())))
            .sorted()
            .collect(Collectors.joining("; "));
  }

  private String dimension(String name) {
    String key = "metrics.dimension." + name;
    return phrases.frame().t().has(key)
        ? phrases.frame().t().of(key)
        : name.replaceFirst("^attribute\\.", "");
  }

  /** Of a share, how many of how many. */
  private @Nullable String shares(KeyResultView k, ReadingView r) {
    BigDecimal some = r.numerator();
    BigDecimal all = r.denominator();
    boolean share = "percent".equals(k.metricUnit());
    return share && some != null && all != null
        ? text(
            "goals.told.share", phrases.frame().w().number(some), phrases.frame().w().number(all))
        : null;
  }

  private static @Nullable CheckIn latest(KeyResultView k) {
    return k.checkIns().reversed().stream().filter(CheckIn::hasNumber).findFirst().orElse(null);
  }

  private List<String> heads(String... keys) {
    return java.util.Arrays.stream(keys).map(key -> text("goals.made.head." + key)).toList();
  }

  private void add(List<Fact> facts, String key, @Nullable String says) {
    if (says != null) {
      facts.add(new Fact(text("goals.made.fact." + key), says));
    }
  }

  private String text(String key, Object... arguments) {
    return phrases.text(key, arguments);
  }
}
