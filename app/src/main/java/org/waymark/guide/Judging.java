package org.waymark.guide;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.coach.Advice;
import org.waymark.coach.Coach;
import org.waymark.coach.Kind;
import org.waymark.coach.KnownMetric;
import org.waymark.coach.Period;
import org.waymark.coach.Recognised;
import org.waymark.coach.Statement;
import org.waymark.goals.MeasureAsked;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.metrics.Metrics;
import org.waymark.web.Form;
import org.waymark.workspace.Cycles;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/**
 * Asks the coach about a description. A goal that names its own number is judged as a goal; an
 * objective, and whatever has a key metric already, is judged together with that.
 */
@Component
public class Judging {
  private final Cycles cycles;
  private final Metrics metrics;
  private final Workspaces workspaces;

  Judging(Cycles cycles, Metrics metrics, Workspaces workspaces) {
    this.cycles = cycles;
    this.metrics = metrics;
    this.workspaces = workspaces;
  }

  /** Judges what was answered so far. */
  public Judgement of(Guide guide) {
    Form form = guide.form();
    String words = form.text("statement");
    if (words.isEmpty()) {
      return new Judgement(Judgement.Verdict.EMPTY, null);
    }
    boolean measured = hasKeyMetric(form);
    boolean objective = form.text("sort").equals("objective");
    Advice advice = advice(words, objective || measured, form.text("cycle"), measured ? 1 : 0);
    return new Judgement(verdict(form, advice, measured, objective), advice);
  }

  /**
   * What the coach says of some words.
   *
   * @param objective whether they may inspire
   * @param cycle code of the cycle; empty when none is chosen yet
   */
  public Advice advice(String words, boolean objective, String cycle, int keyResults) {
    WorkspaceSettings settings = workspaces.current();
    return Coach.advise(
        new Statement(
            words,
            objective ? Kind.OBJECTIVE : Kind.GOAL,
            settings.locale(),
            period(cycle),
            settings.fiscalYearStart(),
            null,
            keyResults,
            List.of(),
            own(settings)));
  }

  /** Whether the words name another target than the key metric, of the same metric. */
  public boolean differs(Guide guide) {
    Form form = guide.form();
    Advice advice = of(guide).advice();
    MeasureAsked measure = MeasureAsked.ofQuery(form.text("measure"));
    if (advice == null || measure == null || !form.text("evidence").equals("metric")) {
      return false;
    }
    Recognised said = advice.recognised();
    BigDecimal named = said.target();
    BigDecimal typed = Figures.target(form);
    return named != null
        && typed != null
        && measure.metric().equals(said.metric())
        && named.compareTo(typed) != 0;
  }

  /** How many sentences these words are. */
  public int sentences(String words) {
    return Coach.sentences(words, workspaces.current().locale());
  }

  /** The first sentence of these words, and this one after it: two sentences at most. */
  public String with(String words, String sentence) {
    String first = Coach.firstSentence(words, workspaces.current().locale());
    if (first.isEmpty()) {
      return sentence;
    }
    return (first.matches("(?s).*\\p{Punct}") ? first : first + ".") + " " + sentence;
  }

  private static Judgement.Verdict verdict(
      Form form, Advice advice, boolean measured, boolean objective) {
    if (measured) {
      return Judgement.Verdict.BY_KEY_METRIC;
    }
    Boolean measurable = advice.smart().measurable().met();
    if (!objective && Boolean.TRUE.equals(measurable)) {
      return Judgement.Verdict.MEASURABLE;
    }
    if (!form.text("overruled").isEmpty()) {
      return Judgement.Verdict.OVERRULED;
    }
    if (objective) {
      return Judgement.Verdict.INSPIRES;
    }
    return measurable == null ? Judgement.Verdict.UNREAD : Judgement.Verdict.NOT_YET;
  }

  /** A number with a source and a level to reach. */
  static boolean hasKeyMetric(Form form) {
    boolean source =
        form.text("evidence").equals("metric")
            ? !form.text("measure").isEmpty()
            : !form.text("evidence").isEmpty() && !form.text("name").isEmpty();
    return source && (!form.text("target").isEmpty() || form.text("type").equals("binary"));
  }

  private @Nullable Period period(String cycle) {
    return cycle.isEmpty()
        ? null
        : cycles.byCode(cycle).map(found -> new Period(found.from(), found.to())).orElse(null);
  }

  private List<KnownMetric> own(WorkspaceSettings settings) {
    return metrics.all().stream()
        .filter(metric -> ShippedMetrics.find(metric.key()).isEmpty())
        .map(metric -> KnownMetric.of(metric, metrics.words(metric, settings.locale()).label()))
        .toList();
  }
}
