package org.waymark.coach.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.coach.Advice;
import org.waymark.coach.Coach;
import org.waymark.coach.Control;
import org.waymark.coach.Finding;
import org.waymark.coach.Kind;
import org.waymark.coach.KnownMetric;
import org.waymark.coach.Mark;
import org.waymark.coach.Period;
import org.waymark.coach.Recognised;
import org.waymark.coach.Smart;
import org.waymark.coach.Statement;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.metrics.Metrics;
import org.waymark.web.Texts;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;
import org.waymark.workspace.Fields;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/** {@code /api/v1/coach}: advice on the text of a goal. Nothing is kept. */
@RestController
class CoachApi {
  /** Longest statement, in UTF-16 units. */
  static final int LONGEST = 10_000;

  /** Most words and phrases that one question may call jargon. */
  static final int MOST_JARGON = 200;

  private final Access access;
  private final Cycles cycles;
  private final Metrics metrics;
  private final Workspaces workspaces;

  CoachApi(Access access, Cycles cycles, Metrics metrics, Workspaces workspaces) {
    this.access = access;
    this.cycles = cycles;
    this.metrics = metrics;
    this.workspaces = workspaces;
  }

  /**
   * What to judge.
   *
   * @param statement the text, at most {@value #LONGEST} characters
   * @param kind goal, objective or key-result; goal when absent
   * @param cycle code of the cycle it runs in
   * @param language of the text, such as en; the workspace's when absent
   * @param control what the team said it can do about the result: change, influence or watch;
   *     absent when it was not asked
   * @param keyResults how many key results it is to have
   * @param jargon words that are not wanted
   */
  record CoachQuestion(
      @Nullable String statement,
      @Nullable String kind,
      @Nullable String cycle,
      @Nullable String language,
      @Nullable String control,
      @Nullable Integer keyResults,
      @Nullable List<@Nullable String> jargon) {}

  /**
   * What there is to say.
   *
   * @param language whose words were used, or the one asked for when its words are not known
   * @param off names of the rules that did not run because they need the words of that language
   */
  record CoachAdvice(
      List<CoachFinding> findings,
      CoachMarks smart,
      Recognised recognised,
      String language,
      List<String> off) {}

  /**
   * One finding.
   *
   * @param severity warning or hint
   * @param start first UTF-16 unit of the words meant; what is missing marks the whole statement
   * @param end the unit after the last
   * @param reason what is wrong with it
   * @param offer a way out
   */
  record CoachFinding(
      String rule, String severity, int start, int end, String reason, String offer) {}

  /** Five marks, each with its reason. */
  record CoachMarks(
      CoachMark specific,
      CoachMark measurable,
      CoachMark achievable,
      CoachMark relevant,
      CoachMark timeBound) {}

  /**
   * One mark.
   *
   * @param met null when the text cannot tell and somebody has to be asked
   */
  record CoachMark(@Nullable Boolean met, String reason) {}

  @PostMapping("/api/v1/coach")
  CoachAdvice advise(Caller caller, @RequestBody CoachQuestion question) {
    access.require(caller, Action.READ, null);
    Statement statement = statement(question);
    Advice advice = Coach.advise(statement);
    Texts texts = new Texts(workspaces.current().locale());
    Smart smart = advice.smart();
    return new CoachAdvice(
        advice.findings().stream().map(finding -> said(finding, texts)).toList(),
        new CoachMarks(
            said(smart.specific(), texts),
            said(smart.measurable(), texts),
            said(smart.achievable(), texts),
            said(smart.relevant(), texts),
            said(smart.timeBound(), texts)),
        advice.recognised(),
        statement.language().getLanguage(),
        advice.off());
  }

  private Statement statement(CoachQuestion question) {
    Fields fields = new Fields();
    String text = question.statement() == null ? "" : question.statement();
    if (text.isBlank()) {
      fields.refuse("statement", "give a text to judge");
    }
    if (text.length() > LONGEST) {
      fields.refuse("statement", "must be at most " + LONGEST + " characters, is " + text.length());
    }
    Kind kind =
        question.kind() == null ? Kind.GOAL : fields.word("kind", question.kind(), Kind.class);
    @Nullable Control control =
        question.control() == null
            ? null
            : fields.word("control", question.control(), Control.class);
    int keyResults = question.keyResults() == null ? 0 : question.keyResults();
    if (keyResults < 0) {
      fields.refuse("keyResults", "must not be less than 0");
    }
    List<String> jargon = jargon(fields, question.jargon());
    @Nullable Period period = period(fields, question.cycle());
    WorkspaceSettings settings = workspaces.current();
    Locale language = language(fields, question.language(), settings.locale());
    fields.check();
    return new Statement(
        text,
        kind,
        language,
        period,
        settings.fiscalYearStart(),
        control,
        keyResults,
        jargon,
        own(settings.locale()));
  }

  private static List<String> jargon(Fields fields, @Nullable List<@Nullable String> words) {
    if (words == null) {
      return List.of();
    }
    if (words.size() > MOST_JARGON) {
      fields.refuse("jargon", "must be at most " + MOST_JARGON + " words");
    }
    return words.stream()
        .flatMap(word -> Optional.ofNullable(word).stream())
        .limit(MOST_JARGON)
        .toList();
  }

  private @Nullable Period period(Fields fields, @Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    Optional<Cycle> cycle = cycles.byCode(code.strip());
    if (cycle.isEmpty()) {
      fields.refuse("cycle", "there is no cycle with this code");
    }
    return cycle.map(found -> new Period(found.from(), found.to())).orElse(null);
  }

  private static Locale language(Fields fields, @Nullable String tag, Locale workspace) {
    if (tag == null) {
      return workspace;
    }
    Locale language = Locale.forLanguageTag(tag.strip());
    if (language.getLanguage().isEmpty()) {
      fields.refuse("language", "give a language such as en or sw");
    }
    return language;
  }

  private List<KnownMetric> own(Locale locale) {
    return metrics.all().stream()
        .filter(metric -> ShippedMetrics.find(metric.key()).isEmpty())
        .map(metric -> KnownMetric.of(metric, metrics.words(metric, locale).label()))
        .toList();
  }

  private static CoachFinding said(Finding finding, Texts texts) {
    Object[] arguments = finding.arguments().toArray();
    return new CoachFinding(
        finding.rule(),
        Fields.word(finding.severity()),
        finding.start(),
        finding.end(),
        texts.of(finding.texts() + ".reason", arguments),
        texts.of(finding.texts() + ".offer", arguments));
  }

  private static CoachMark said(Mark mark, Texts texts) {
    return new CoachMark(mark.met(), texts.of(mark.text()));
  }
}
