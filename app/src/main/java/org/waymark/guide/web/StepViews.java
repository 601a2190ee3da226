package org.waymark.guide.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Caller;
import org.waymark.coach.Advice;
import org.waymark.coach.Mark;
import org.waymark.coach.Severity;
import org.waymark.coach.Smart;
import org.waymark.firstuse.BeyondChance;
import org.waymark.firstuse.Candidate;
import org.waymark.firstuse.CandidateWords;
import org.waymark.guide.Figures;
import org.waymark.guide.Guide;
import org.waymark.guide.GuideStep;
import org.waymark.guide.Judgement;
import org.waymark.guide.Judging;
import org.waymark.metrics.Metrics;
import org.waymark.web.Choices;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Fields;

/** Each step as its page shows it. */
@Component
class StepViews {
  private final AreaStep area;
  private final MetricStep metric;
  private final EffortStep effort;
  private final Judging judging;
  private final Figures figures;
  private final Metrics metrics;
  private final GuideChoices choices;

  StepViews(
      AreaStep area,
      MetricStep metric,
      EffortStep effort,
      Judging judging,
      Figures figures,
      Metrics metrics,
      GuideChoices choices) {
    this.area = area;
    this.metric = metric;
    this.effort = effort;
    this.judging = judging;
    this.figures = figures;
    this.metrics = metrics;
    this.choices = choices;
  }

  /** The first step of a guide that is not there yet. */
  ModelAndView fresh(Caller caller, Frame frame, StepPage at, AreaPage.Entrance entrance) {
    return frame.show("guide/area", area.of(caller, frame, at, null, entrance));
  }

  ModelAndView of(Caller caller, Frame frame, Guide guide, StepPage at) {
    HttpStatus status =
        !at.theirs().isEmpty()
            ? HttpStatus.CONFLICT
            : at.form().errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    Object page =
        switch (at.step()) {
          case AREA -> area.of(caller, frame, at, guide.goal(), null);
          case DESCRIPTION -> description(frame, guide, at);
          case MEASURABLE -> measurable(caller, frame, guide, at);
          case METRIC -> metric.of(caller, frame, guide, at);
          case EFFORT -> effort.of(caller, frame, guide, at);
          case BENEFIT -> benefit(caller, frame, guide, at);
          case STRATEGY -> strategy(frame, at);
          case RECORD -> record(at);
          case SHARE -> share(caller, at);
          case REVIEW -> review(frame, at);
        };
    return frame.show("guide/" + at.step().code(), page, status);
  }

  /** All steps at once, each as its own page would show it. */
  AllPage.Steps all(Caller caller, Frame frame, Guide guide, Function<GuideStep, StepPage> at) {
    return new AllPage.Steps(
        area.of(caller, frame, at.apply(GuideStep.AREA), guide.goal(), null),
        description(frame, guide, at.apply(GuideStep.DESCRIPTION)),
        measurable(caller, frame, guide, at.apply(GuideStep.MEASURABLE)),
        metric.of(caller, frame, guide, at.apply(GuideStep.METRIC)),
        effort.of(caller, frame, guide, at.apply(GuideStep.EFFORT)),
        benefit(caller, frame, guide, at.apply(GuideStep.BENEFIT)),
        strategy(frame, at.apply(GuideStep.STRATEGY)),
        record(at.apply(GuideStep.RECORD)),
        share(caller, at.apply(GuideStep.SHARE)),
        review(frame, at.apply(GuideStep.REVIEW)));
  }

  /** Sentences alone, for a strategy. */
  Coached counted(Frame frame, String text) {
    return new CoachPhrases(frame).of(text, judging.sentences(text), null);
  }

  /**
   * Sentences and findings, for a description. With a key metric it may inspire; whoever wants it
   * to say its own number is not told that an objective needs none.
   */
  Coached coached(Frame frame, String text, boolean measured, String sort, String cycle) {
    if (text.isBlank()) {
      return new CoachPhrases(frame).of(text, 0, null);
    }
    boolean inspires = sort.equals("objective");
    Advice advice = judging.advice(text, measured || inspires, cycle, measured ? 1 : 0);
    return new CoachPhrases(frame)
        .of(
            text,
            judging.sentences(text),
            inspires ? advice : advice.without("NUMBER_IN_OBJECTIVE"));
  }

  /** How often a review can come back; a plan made elsewhere stays among them. */
  private List<Option> repeats(Frame frame, String chosen) {
    List<Option> all =
        new ArrayList<>(Choices.words(frame, "guide.reviewEvery.", "P90D", "P3M", "P1M"));
    if (!chosen.isEmpty() && all.stream().noneMatch(one -> one.value().equals(chosen))) {
      all.add(new Option(chosen, chosen));
    }
    return all;
  }

  private ChoicePage benefit(Caller caller, Frame frame, Guide guide, StepPage at) {
    Form form = at.form();
    Set<String> served = new TreeSet<>(List.of(form.text("contributesTo"), form.text("drives")));
    return choice(at, choices.goals(caller, frame, guide.goal(), served));
  }

  private ChoicePage strategy(Frame frame, StepPage at) {
    return new ChoicePage(at, List.of(), counted(frame, at.form().text("strategy")));
  }

  private ChoicePage record(StepPage at) {
    return choice(at, choices.organisation().units());
  }

  private SharePage share(Caller caller, StepPage at) {
    return new SharePage(at, choices.others(caller), choices.organisation().units());
  }

  private ChoicePage review(Frame frame, StepPage at) {
    return choice(at, repeats(frame, at.form().text("reviewEvery")));
  }

  private static ChoicePage choice(StepPage at, List<Option> options) {
    return new ChoicePage(at, options, new Coached("", false, List.of()));
  }

  private DescriptionPage description(Frame frame, Guide guide, StepPage at) {
    Form form = at.form();
    boolean measured = judging.of(guide).verdict() == Judgement.Verdict.BY_KEY_METRIC;
    return new DescriptionPage(
        at,
        coached(
            frame, form.text("statement"), measured, form.text("sort"), guide.form().text("cycle")),
        Choices.words(frame, "goals.kind.", "outcome", "process"),
        Choices.words(frame, "goals.ambition.", "committed", "stretch"),
        form.text("kind").equals("process") || form.text("ambition").equals("stretch"));
  }

  private MeasurablePage measurable(Caller caller, Frame frame, Guide guide, StepPage at) {
    Judgement judgement = judging.of(guide);
    Advice advice = judgement.advice();
    boolean asks =
        judgement.verdict() == Judgement.Verdict.NOT_YET
            || judgement.verdict() == Judgement.Verdict.OVERRULED;
    return new MeasurablePage(
        at,
        Fields.word(judgement.verdict()),
        judgement.stands(),
        guide.form().text("statement"),
        advice == null ? List.of() : reasons(frame, judgement, advice),
        asks || judgement.verdict() == Judgement.Verdict.INSPIRES
            ? offers(caller, frame, guide, advice)
            : List.of(),
        advice == null ? List.of() : smart(frame, advice.smart(), judgement.verdict()));
  }

  /** The five marks; a key metric makes any words measurable. */
  private static List<MeasurablePage.Marked> smart(
      Frame frame, Smart smart, Judgement.Verdict verdict) {
    boolean measured = verdict == Judgement.Verdict.BY_KEY_METRIC;
    return List.of(
        marked(frame, "specific", smart.specific()),
        measured
            ? new MeasurablePage.Marked(
                frame.t().of("guide.smart.measurable"),
                "good",
                frame.t().of("guide.verdict.by-key-metric.text"))
            : marked(frame, "measurable", smart.measurable()),
        marked(frame, "achievable", smart.achievable()),
        marked(frame, "relevant", smart.relevant()),
        marked(frame, "timeBound", smart.timeBound()));
  }

  private static MeasurablePage.Marked marked(Frame frame, String name, Mark mark) {
    Boolean met = mark.met();
    return new MeasurablePage.Marked(
        frame.t().of("guide.smart." + name),
        met == null ? "unknown" : met ? "good" : "watch",
        frame.t().of(mark.text()));
  }

  /** Why it cannot be measured yet: what of the findings bears on that. */
  private static List<String> reasons(Frame frame, Judgement judgement, Advice advice) {
    if (judgement.verdict() == Judgement.Verdict.MEASURABLE) {
      return List.of(frame.t().of(advice.smart().measurable().text()));
    }
    if (judgement.stands() && judgement.verdict() != Judgement.Verdict.OVERRULED) {
      return List.of();
    }
    return advice.findings().stream()
        .filter(finding -> finding.severity() == Severity.WARNING)
        .filter(finding -> List.of("VAGUE", "NO_METRIC", "NO_TARGET").contains(finding.rule()))
        .map(finding -> frame.t().of(finding.texts() + ".reason", finding.arguments().toArray()))
        .toList();
  }

  private List<MeasurablePage.Offer> offers(
      Caller caller, Frame frame, Guide guide, @Nullable Advice advice) {
    Cycle cycle = choices.cycle(guide.form().text("cycle"));
    if (cycle == null) {
      return List.of();
    }
    CandidateWords words = new CandidateWords(frame, metrics);
    List<MeasurablePage.Offer> offers = new ArrayList<>();
    String named = advice == null ? null : advice.recognised().metric();
    for (Candidate one : figures.offers(caller, named)) {
      one.suggestion()
          .ifPresent(
              beyond ->
                  offers.add(
                      new MeasurablePage.Offer(
                          one.asked().query(),
                          words.statement(one, beyond.target(), cycle.to()),
                          words.basis(one))));
    }
    return offers;
  }

  /**
   * What taking an offer writes: its sentence after the first of those that are there, and its
   * number as the key metric.
   *
   * @return null when the number is not offered any more
   */
  @Nullable Map<String, List<String>> taken(
      Caller caller, Frame frame, Guide guide, String measure) {
    Cycle cycle = choices.cycle(guide.form().text("cycle"));
    CandidateWords words = new CandidateWords(frame, metrics);
    for (Candidate one : figures.known(caller)) {
      BeyondChance beyond = one.suggestion().orElse(null);
      if (cycle != null && beyond != null && one.asked().query().equals(measure)) {
        String sentence = words.statement(one, beyond.target(), cycle.to());
        return Map.ofEntries(
            Map.entry("statement", List.of(judging.with(guide.form().text("statement"), sentence))),
            Map.entry("evidence", List.of("metric")),
            Map.entry("measure", List.of(measure)),
            Map.entry("name", List.of(words.title(one))),
            Map.entry(
                "type",
                List.of(
                    one.readings().direction().code().equals("down") ? "decrease" : "increase")),
            Map.entry("baseline", List.of()),
            Map.entry("baselineFrom", List.of(one.days().from().toString())),
            Map.entry("baselineTo", List.of(one.days().to().toString())),
            Map.entry(
                "target", List.of(CandidateWords.typed(beyond.target(), one.readings().unit()))));
      }
    }
    return null;
  }
}
