package org.waymark.guide.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.coach.Recognised;
import org.waymark.firstuse.BeyondChance;
import org.waymark.firstuse.Candidate;
import org.waymark.firstuse.CandidateWords;
import org.waymark.goals.KeyResultType;
import org.waymark.goals.MeasureAsked;
import org.waymark.goals.OutlookSaid;
import org.waymark.goals.OutlookWords;
import org.waymark.guide.Chances;
import org.waymark.guide.Figures;
import org.waymark.guide.Guide;
import org.waymark.guide.Judgement;
import org.waymark.guide.Judging;
import org.waymark.guide.Publishing;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.Direction;
import org.waymark.measurement.Period;
import org.waymark.measurement.Readings;
import org.waymark.metrics.Metrics;
import org.waymark.platform.InvalidInput;
import org.waymark.web.ChartDrawing;
import org.waymark.web.Choices;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.LineChart;
import org.waymark.web.Option;
import org.waymark.web.Typed;
import org.waymark.workspace.Cycle;

/**
 * The fourth step: the key metric with its history, its baseline and its target in one sentence.
 */
@Component
class MetricStep {
  private static final List<String> TYPES =
      List.of("increase", "decrease", "keep-above", "keep-below");
  private static final List<String> TYPES_TOLD =
      List.of("increase", "decrease", "keep-above", "keep-below", "cumulative", "binary");

  private final Figures figures;
  private final Judging judging;
  private final Metrics metrics;
  private final GuideChoices choices;
  private final Publishing publishing;
  private final Chances chances;

  MetricStep(
      Figures figures,
      Judging judging,
      Metrics metrics,
      GuideChoices choices,
      Publishing publishing,
      Chances chances) {
    this.figures = figures;
    this.judging = judging;
    this.publishing = publishing;
    this.metrics = metrics;
    this.choices = choices;
    this.chances = chances;
  }

  MetricPage of(Caller caller, Frame frame, Guide guide, StepPage at) {
    CandidateWords words = new CandidateWords(frame, metrics);
    List<Candidate> known = figures.known(caller);
    List<Option> measures = new ArrayList<>();
    known.forEach(one -> measures.add(new Option(one.asked().query(), words.title(one))));
    Form form = recognised(guide, known, at.form());
    if (form.text("evidence").equals("vote") && form.text("answers").isEmpty()) {
      Map<String, List<String>> values = new LinkedHashMap<>(form.values());
      values.put("answers", List.of("one-to-five"));
      form = new Form(values, form.errors());
    }
    boolean measured = form.text("evidence").equals("metric");
    MeasureAsked asked = MeasureAsked.ofQuery(form.text("measure"));
    Beginning own = measured ? beginning(caller, guide, form.text("measure")) : Beginning.NOW;
    Candidate chosen = measured ? figures.of(asked, own.days()).orElse(null) : null;
    if (chosen != null && asked != null) {
      if (measures.stream().noneMatch(one -> one.value().equals(asked.query()))) {
        measures.addFirst(new Option(asked.query(), title(words, chosen, asked)));
      }
      form = completed(words, chosen, asked, form);
    }
    return new MetricPage(
        at.with(form),
        Choices.words(frame, "guide.evidence.", "metric", "report", "observation", "vote", "told"),
        measures,
        Choices.words(frame, "goals.type.", types(form)),
        outlook(caller, frame, guide, form),
        chosen == null || asked == null
            ? null
            : shown(frame, words, chosen, own, asked, form, end(guide)));
  }

  /**
   * Where the way of the number begins.
   *
   * @param typed a level that somebody has settled on
   * @param days days that somebody has settled on; absent for the latest
   */
  private record Beginning(@Nullable String typed, @Nullable Period days) {
    static final Beginning NOW = new Beginning(null, null);

    String since() {
      return days == null ? "latest" : "settled";
    }
  }

  /** As the goal has it that the guide has become, while the same number shows it. */
  private Beginning beginning(Caller caller, Guide guide, String measure) {
    UUID goal = guide.goal();
    Form own = goal == null ? Form.empty() : publishing.now(caller, goal);
    if (measure.isEmpty() || !own.text("measure").equals(measure)) {
      return Beginning.NOW;
    }
    Typed typed = new Typed(own);
    LocalDate from = typed.day("baselineFrom");
    LocalDate to = typed.day("baselineTo");
    return new Beginning(
        own.optional("baseline"), from == null || to == null ? null : new Period(from, to));
  }

  /** Those that the guide asks for, and the one that a goal from elsewhere has. */
  private static String[] types(Form form) {
    List<String> types = new ArrayList<>(form.text("evidence").equals("told") ? TYPES_TOLD : TYPES);
    Stream.of(KeyResultType.values())
        .map(KeyResultType::code)
        .filter(code -> code.equals(form.text("type")) && !types.contains(code))
        .forEach(types::add);
    return types.toArray(String[]::new);
  }

  /** How likely the target is, as the form stands. */
  OutlookSaid outlook(Caller caller, Frame frame, Guide guide, Form form) {
    return new OutlookWords(frame).of(Chances.aimed(form), () -> chances.of(caller, guide, form));
  }

  /** What the words of the description say already, while nobody has said otherwise. */
  private Form recognised(Guide guide, List<Candidate> known, Form form) {
    if (!form.text("evidence").equals("metric") || !Figures.unsaid(form)) {
      return form;
    }
    Judgement judgement = judging.of(guide);
    Recognised said = judgement.advice() == null ? null : judgement.advice().recognised();
    if (said == null || said.metric() == null) {
      return form;
    }
    Candidate meant =
        known.stream()
            .filter(one -> one.readings().metric().key().equals(said.metric()))
            .findFirst()
            .orElse(null);
    if (meant == null) {
      return form;
    }
    Map<String, List<String>> values = new LinkedHashMap<>(form.values());
    values.put("measure", List.of(meant.asked().query()));
    BigDecimal target = said.target();
    if (target != null) {
      values.put("target", List.of(CandidateWords.typed(target, meant.readings().unit())));
    }
    return new Form(values, form.errors());
  }

  /** Fields that follow from the number, where nobody has said otherwise. */
  private static Form completed(
      CandidateWords words, Candidate chosen, MeasureAsked asked, Form form) {
    Map<String, List<String>> values = new LinkedHashMap<>(form.values());
    put(values, "name", title(words, chosen, asked));
    boolean down = chosen.readings().direction() == Direction.DOWN;
    put(values, "type", down ? "decrease" : "increase");
    values.put("baselineFrom", List.of(chosen.days().from().toString()));
    values.put("baselineTo", List.of(chosen.days().to().toString()));
    if (Stream.of("low", "high", "change").allMatch(part -> form.text(part).isEmpty())) {
      suggest(chosen, values);
    }
    return new Form(values, form.errors());
  }

  private static void suggest(Candidate chosen, Map<String, List<String>> values) {
    chosen
        .suggestion()
        .ifPresent(
            one ->
                put(
                    values,
                    "target",
                    CandidateWords.typed(one.target(), chosen.readings().unit())));
  }

  private static void put(Map<String, List<String>> values, String field, String value) {
    if (values.getOrDefault(field, List.of()).stream().allMatch(String::isBlank)) {
      values.put(field, List.of(value));
    }
  }

  private MetricPage.Shown shown(
      Frame frame,
      CandidateWords words,
      Candidate chosen,
      Beginning own,
      MeasureAsked asked,
      Form form,
      @Nullable LocalDate end) {
    BigDecimal target = Figures.target(form);
    LocalDate due = due(form, end);
    String now = words.value(chosen);
    String range = words.interval(chosen);
    LineChart chart = chart(frame, words, chosen, asked, target, due);
    return new MetricPage.Shown(
        title(words, chosen, asked),
        own.typed() != null
            ? frame.t().of("guide.baseline.typed", own.typed())
            : baseline(frame, words, chosen, now, range)
                + " "
                + (now == null ? "" : frame.t().of("guide.baseline." + own.since())),
        words.caution(chosen),
        chosen
            .suggestion()
            .map(one -> suggested(words, chosen, one))
            .orElse(frame.t().of("first.target.none")),
        now == null || target == null || due == null || own.typed() != null
            ? null
            : frame
                .t()
                .of(
                    "guide.sentence",
                    now,
                    words.exact(target, chosen.readings().unit()),
                    frame.w().date(due)),
        chart,
        chart == null ? null : drag(frame, chosen, chart));
  }

  private static String baseline(
      Frame frame,
      CandidateWords words,
      Candidate chosen,
      @Nullable String now,
      @Nullable String range) {
    return now == null
        ? frame.t().of("guide.baseline.none", words.basis(chosen))
        : frame
            .t()
            .of(
                range == null ? "guide.baseline" : "guide.baseline.interval",
                now,
                frame.w().period(chosen.days().from(), chosen.days().to()),
                words.basis(chosen),
                range == null ? "" : range);
  }

  /** Two points of the drawing tell its scale; a chart of one level has none to tell. */
  private static MetricPage.@Nullable Drag drag(Frame frame, Candidate chosen, LineChart chart) {
    List<LineChart.Point> points = chart.points();
    int low = -1;
    int high = -1;
    for (int i = 0; i < points.size(); i++) {
      LineChart.Value value = points.get(i).value();
      if (value != null) {
        low = low < 0 || value.value() < value(points, low) ? i : low;
        high = high < 0 || value.value() > value(points, high) ? i : high;
      }
    }
    if (low < 0 || value(points, low) == value(points, high)) {
      return null;
    }
    var places = chart.large(frame.w()).places();
    String typed =
        CandidateWords.typed(BigDecimal.valueOf(value(points, high)), chosen.readings().unit());
    String word = typed.contains(" ") ? typed.substring(typed.indexOf(' ')) : "";
    String one =
        switch (word) {
          case " days" -> "86400";
          case " hours" -> "3600";
          case " minutes" -> "60";
          default -> "1";
        };
    return new MetricPage.Drag(
        "%s %s %s %s"
            .formatted(
                value(points, low),
                fromTop(places.get(low)),
                value(points, high),
                fromTop(places.get(high))),
        one,
        word);
  }

  private static double fromTop(ChartDrawing.Place place) {
    return 1 - Double.parseDouble(Objects.requireNonNull(place.y()));
  }

  private static double value(List<LineChart.Point> points, int index) {
    LineChart.Value value = points.get(index).value();
    return value == null ? Double.NaN : value.value();
  }

  private static String suggested(CandidateWords words, Candidate chosen, BeyondChance beyond) {
    return words.suggested(chosen, beyond);
  }

  private @Nullable LineChart chart(
      Frame frame,
      CandidateWords words,
      Candidate chosen,
      MeasureAsked asked,
      @Nullable BigDecimal target,
      @Nullable LocalDate due) {
    Readings weeks = figures.weeks(asked);
    List<LineChart.Point> points =
        weeks.items().stream()
            .map(item -> item.drawn(reading -> missing(frame, reading)))
            .dropWhile(point -> point.value() == null)
            .toList();
    if (points.isEmpty()) {
      return null;
    }
    LocalDate first = points.getFirst().from();
    LocalDate last = points.getLast().to();
    LocalDate end = due == null || due.isBefore(last) ? last : due;
    List<LineChart.Guide> guides = new ArrayList<>();
    if (chosen.reading() instanceof Reading.Measured it) {
      guides.add(
          LineChart.Guide.level(
              LineChart.Kind.BASELINE,
              frame.t().of("goals.chart.baseline", String.valueOf(words.value(chosen))),
              first,
              end,
              it.value()));
    }
    if (target != null && first.isBefore(end)) {
      guides.add(
          LineChart.Guide.level(
              LineChart.Kind.TARGET,
              frame.t().of("goals.chart.target", words.exact(target, chosen.readings().unit())),
              last.isBefore(end) ? last : first,
              end,
              target.doubleValue()));
    }
    return new LineChart(
            "metric-history",
            frame.t().of("guide.chart", title(words, chosen, asked)),
            frame.t().of("guide.chart.says", String.valueOf(words.value(chosen))),
            chosen.readings().unit().code(),
            points,
            guides,
            false)
        .better(LineChart.Better.of(chosen.readings().direction().code()));
  }

  private static String missing(Frame frame, Reading reading) {
    return reading instanceof Reading.TooFew few
        ? frame.t().of("goals.start.tooFew", few.n(), few.needed())
        : frame.t().of("goals.start.noData");
  }

  /** "Customer satisfaction, q7all, email". */
  private static String title(CandidateWords words, Candidate chosen, MeasureAsked asked) {
    List<String> parts = new ArrayList<>();
    parts.add(words.title(chosen));
    asked.parts().values().forEach(parts::addAll);
    return String.join(", ", parts);
  }

  private @Nullable LocalDate end(Guide guide) {
    Cycle cycle = choices.cycle(guide.form().text("cycle"));
    return cycle == null ? null : cycle.to();
  }

  private static @Nullable LocalDate due(Form form, @Nullable LocalDate end) {
    try {
      LocalDate due = new Typed(form).day("due");
      return due == null ? end : due;
    } catch (InvalidInput notYet) {
      return end;
    }
  }
}
