package org.waymark.measurement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measurement.PartialTable.Day;

/**
 * Answers that were given before, for dashboards that many look at between two arrivals of data. An
 * answer is given again only while the state of every day it rests on is what it was, and so is
 * what is known of every source. It saves the work, never decides the number: without it every
 * answer is the same.
 */
@Component
class Remembered {
  /** Readings of all answers together; one takes some two hundred bytes. */
  private static final int MOST_READINGS = 100_000;

  private final Map<Key, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
  private int readings;

  /**
   * What the answer depends on besides the facts.
   *
   * @param knownUntil by source number, the microsecond until which it is known
   */
  record Key(
      UUID workspace,
      MetricDefinition metric,
      ReadingQuery query,
      DayOfWeek weekStart,
      Map<Integer, Long> knownUntil) {}

  /** A day that holds something, and the state of its facts. */
  private record Stand(LocalDate day, long touch) {}

  private record Answer(List<Stand> stands, Readings readings) {}

  /**
   * The key of a question whose answer does not change while time passes: it is about now, names no
   * units (whose tree has a history of its own), and no source is known beyond now. Nothing
   * otherwise.
   */
  static Optional<Key> key(
      UUID workspace, Question question, DayOfWeek weekStart, Map<Integer, Long> knownUntil) {
    long now = Moment.micros(question.asOf());
    boolean lasts =
        question.query().asOf() == null
            && !Question.namesUnits(question.query())
            && restsOnItsDays(question.metric().measure())
            && knownUntil.values().stream().allMatch(until -> until <= now);
    return lasts
        ? Optional.of(
            new Key(workspace, question.metric(), question.query(), weekStart, knownUntil))
        : Optional.empty();
  }

  /**
   * Whether a number follows from the days that it is about, and from no others, and does not
   * settle while time passes.
   */
  private static boolean restsOnItsDays(Measure measure) {
    return switch (measure) {
      case Measure.Duration d -> true;
      case Measure.Share s -> true;
      case Measure.Nps n -> true;
      case Measure.Mean m -> true;
      case Measure.Count c -> true;
      case Measure.Sum s -> true;
      case Measure.OnTime o -> true;
      case Measure.Rate rate -> !rate.acrossDays();
      case Measure.Reopened _, Measure.FirstContact _, Measure.FollowedUp _ -> false;
      case Measure.Distinct _, Measure.Churn _, Measure.Retention _, Measure.Repeat _ -> false;
    };
  }

  /**
   * What was answered when the days stood as they stand now.
   *
   * @param days that hold something; their states were read before anything else
   */
  synchronized @Nullable Readings find(Key key, List<Day> days, Question question) {
    Answer answer = answers.get(key);
    if (answer == null || !settled(days, question) || !answer.stands().equals(stands(days))) {
      return null;
    }
    Readings then = answer.readings();
    return new Readings(then.metric(), then.statistic(), question.asOf(), then.items());
  }

  /** Keeps an answer; the one that was wanted longest ago makes room. */
  synchronized void keep(Key key, List<Day> days, Question question, Readings given) {
    if (!settled(days, question) || given.items().size() > MOST_READINGS) {
      return;
    }
    Answer before = answers.put(key, new Answer(stands(days), given));
    readings += given.items().size() - (before == null ? 0 : before.readings().items().size());
    Iterator<Answer> eldest = answers.values().iterator();
    while (readings > MOST_READINGS) {
      readings -= eldest.next().readings().items().size();
      eldest.remove();
    }
  }

  /** Whether nothing is still to be computed, and nothing lies in the future. */
  private static boolean settled(List<Day> days, Question question) {
    long now = Moment.micros(question.asOf());
    return days.stream()
        .allMatch(day -> day.clean() && (day.latest() == null || day.latest() <= now));
  }

  private static List<Stand> stands(List<Day> days) {
    return days.stream().map(day -> new Stand(day.day(), day.touch())).toList();
  }
}
