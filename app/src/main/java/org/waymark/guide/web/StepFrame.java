package org.waymark.guide.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.goals.MeasureAsked;
import org.waymark.guide.Answer;
import org.waymark.guide.Guide;
import org.waymark.guide.GuideStep;
import org.waymark.guide.Judging;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.metrics.Metrics;
import org.waymark.platform.FieldError;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.web.RailStep;

/** What stands around each step: the rail, and the form with what was kept or a first proposal. */
@Component
class StepFrame {
  private final GuideChoices choices;
  private final Judging judging;
  private final Metrics metrics;

  StepFrame(GuideChoices choices, Judging judging, Metrics metrics) {
    this.metrics = metrics;
    this.choices = choices;
    this.judging = judging;
  }

  /** A step as it was kept. */
  StepPage kept(Caller caller, Frame frame, Guide guide, GuideStep step) {
    Answer answer = guide.answer(step);
    Form form =
        answer.version() == 0
            ? Form.of(first(caller, frame, guide, step))
            : new Form(answer.fields(), List.of());
    return new StepPage(
        guide.id(),
        step,
        rail(frame, guide, step),
        form,
        answer.version(),
        List.of(),
        List.of(),
        false);
  }

  /** A step as it was typed and refused, of which nothing is kept. */
  StepPage typed(Frame frame, Guide guide, GuideStep step, Form typed) {
    return new StepPage(
        guide.id(),
        step,
        rail(frame, guide, step),
        typed,
        typed.version(),
        List.of(),
        List.of(),
        false);
  }

  /** A step that somebody has answered elsewhere meanwhile: one's own words beside theirs. */
  StepPage lost(Caller caller, Frame frame, Guide guide, GuideStep step, Form mine) {
    Answer theirs = guide.answer(step);
    Form again = new Form(mine.values(), List.of()).with("", frame.t().of("guide.conflict.short"));
    return new StepPage(
        guide.id(),
        step,
        rail(frame, guide, step),
        again,
        theirs.version(),
        facts(caller, frame, step, new Form(theirs.fields(), List.of())),
        List.of(),
        false);
  }

  /**
   * The first step of a guide that is not there yet.
   *
   * @param known what the entrance knows of other steps
   */
  StepPage fresh(Caller caller, Frame frame, Form known) {
    Map<String, @Nullable Object> first = new LinkedHashMap<>();
    String asked = known.text("cycle");
    List<Option> cycles = choices.cycles(caller, frame, asked);
    first.put("cycle", asked.isEmpty() && !cycles.isEmpty() ? cycles.getFirst().value() : asked);
    first.put("area", known.optional("area"));
    List<Fact> carried = new ArrayList<>();
    MeasureAsked asks = MeasureAsked.of(known);
    String measure = asks == null ? known.text("measure") : asks.query();
    if (!measure.isEmpty()) {
      carried.add(new Fact("evidence", "metric"));
      carried.add(new Fact("measure", measure));
    }
    for (GuideStep step : GuideStep.values()) {
      for (String field : step.fields()) {
        if (step != GuideStep.AREA && step != GuideStep.METRIC && !known.text(field).isEmpty()) {
          carried.add(new Fact(field, known.text(field)));
        }
      }
    }
    return new StepPage(
        null,
        GuideStep.AREA,
        rail(frame, null, GuideStep.AREA),
        Form.of(first),
        0,
        List.of(),
        carried,
        false);
  }

  /** How somebody came here, and the same on one page. */
  AreaPage.Entrance entrance(Frame frame, Form known) {
    MeasureAsked asks = MeasureAsked.of(known);
    if (asks == null) {
      asks = MeasureAsked.ofQuery(known.text("measure"));
    }
    List<String> query = new ArrayList<>();
    for (String field : List.of("kind", "cycle", "unit", "contributesTo", "drives")) {
      boolean told = field.equals("unit") && asks != null && asks.unit() != null;
      if (!known.text(field).isEmpty() && !told) {
        query.add(field + "=" + URLEncoder.encode(known.text(field), StandardCharsets.UTF_8));
      }
    }
    if (asks != null) {
      query.add(asks.query());
    }
    return new AreaPage.Entrance(
        asks == null ? null : measure(frame, asks.query()),
        "/goals/new" + (query.isEmpty() ? "" : "?" + String.join("&", query)));
  }

  List<RailStep> rail(Frame frame, @Nullable Guide guide, @Nullable GuideStep here) {
    List<RailStep> rail = new ArrayList<>();
    for (GuideStep step : GuideStep.values()) {
      rail.add(
          new RailStep(
              frame.t().of("guide.step." + step.code()),
              guide == null || step == here ? null : "/guides/" + guide.id() + "/" + step.code(),
              guide != null && step != here && isDone(guide, step),
              step == here));
    }
    rail.add(
        new RailStep(
            frame.t().of("guide.step.check"),
            guide == null || here == null ? null : "/guides/" + guide.id() + "/check",
            false,
            here == null));
    return rail;
  }

  /** The rail of the page with all steps, on which each leads to its part. */
  List<RailStep> railOfParts(Frame frame, Guide guide) {
    List<RailStep> rail = new ArrayList<>();
    for (GuideStep step : GuideStep.values()) {
      rail.add(
          new RailStep(
              frame.t().of("guide.step." + step.code()), part(step), isDone(guide, step), false));
    }
    rail.add(new RailStep(frame.t().of("guide.publish.short"), "#publish", false, false));
    return rail;
  }

  /** Where a step stands on the page with all of them. */
  static String part(GuideStep step) {
    return "#step-" + step.code();
  }

  /** Where somebody finds what became of a guide that is not written any more. */
  static String past(Guide guide) {
    return guide.goal() == null ? "/guides" : "/goals/" + guide.goal();
  }

  /** Something in the way of publishing, with the address at which a step is mended. */
  static CheckPage.Mistake mistake(
      Frame frame, FieldError error, Function<GuideStep, String> address) {
    if (error.field().equals("reason")) {
      return new CheckPage.Mistake(
          Form.sentence(error), frame.t().of("goals.focus.reason"), "#reason");
    }
    GuideStep step = asking(error.field());
    return new CheckPage.Mistake(
        Form.sentence(error), frame.t().of("guide.step." + step.code()), address.apply(step));
  }

  /** The step that a mistake belongs to; what none asks for is about the key metric. */
  static GuideStep asking(String field) {
    return field.equals("available")
        ? GuideStep.EFFORT
        : GuideStep.asking(field).orElse(GuideStep.METRIC);
  }

  private boolean isDone(Guide guide, GuideStep step) {
    return step == GuideStep.MEASURABLE ? judging.of(guide).stands() : guide.answered(step);
  }

  /** The answers of a step in words, in the order of its form. */
  List<Fact> facts(Caller caller, Frame frame, GuideStep step, Form form) {
    List<Fact> facts = new ArrayList<>();
    for (String field : step.fields()) {
      List<String> said = form.all(field);
      if (!said.isEmpty() && frame.t().has("guide.field." + field)) {
        facts.add(
            new Fact(
                frame.t().of("guide.field." + field),
                String.join(
                    ", ", said.stream().map(one -> words(caller, frame, field, one)).toList())));
      }
    }
    return facts;
  }

  private String words(Caller caller, Frame frame, String field, String said) {
    String key = "guide." + field + "." + said;
    if (frame.t().has(key)) {
      return frame.t().of(key);
    }
    return switch (field) {
      case "owner", "invite" -> choices.member(said);
      case "unit", "units" -> choices.unit(said);
      case "cycle" -> {
        var cycle = choices.cycle(said);
        yield cycle == null ? said : cycle.name();
      }
      case "area" -> choices.area(said);
      case "contributesTo", "drives", "drop" ->
          GuideChoices.label(choices.goals(caller, frame, null, Set.of(said)), said);
      case "due", "reviewOn" -> date(frame, said);
      case "measure" -> measure(frame, said);
      default -> said;
    };
  }

  /** "Customer satisfaction, email". */
  private String measure(Frame frame, String said) {
    MeasureAsked asked = MeasureAsked.ofQuery(said);
    MetricDefinition metric = asked == null ? null : metrics.find(asked.metric()).orElse(null);
    if (asked == null || metric == null) {
      return said;
    }
    List<String> parts = new ArrayList<>();
    parts.add(metrics.words(metric, frame.t().locale()).label());
    asked.parts().values().forEach(parts::addAll);
    return String.join(", ", parts);
  }

  private static String date(Frame frame, String said) {
    try {
      return frame.w().date(java.time.LocalDate.parse(said));
    } catch (java.time.format.DateTimeParseException notYet) {
      return said;
    }
  }

  /** What a step proposes while nobody has answered it. */
  private Map<String, @Nullable Object> first(
      Caller caller, Frame frame, Guide guide, GuideStep step) {
    Map<String, @Nullable Object> first = new LinkedHashMap<>();
    switch (step) {
      case AREA -> {
        List<Option> cycles = choices.cycles(caller, frame, "");
        first.put("cycle", cycles.isEmpty() ? null : cycles.getFirst().value());
      }
      case DESCRIPTION -> {
        first.put("sort", "goal");
        first.put("kind", "outcome");
        first.put("ambition", "committed");
      }
      case METRIC -> {
        first.put("evidence", "metric");
        first.put("answers", "one-to-five");
      }
      case EFFORT -> first.put("owner", caller.email());
      case RECORD -> first.put("unit", choices.unit(caller));
      case MEASURABLE, BENEFIT, STRATEGY, SHARE, REVIEW -> {}
    }
    return first;
  }
}
