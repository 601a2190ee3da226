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
import org.waymark.schedules.Timetable;

/**
 * Answers that were given before, for dashboards that many look at between two arrivals of data. An
 * answer is given again only while the state of every day it rests on is what it was, and so is
 * what is known of every source. It saves the work, never decides the number: without it every
 * answer is the same.
 */
@Component
class Remembered {
  /** Of all answers together, each as large as a reading: some two hundred bytes. */
  private static final int MOST = 100_000;

  /** So many days whose state is noted are as large as one reading. */
  private static final int STANDS = 4;

  private final Map<Key, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
  private int size;

  /**
   * What was asked.
   *
   * @param timetable by which hours it is timed
   */
  record Key(
      UUID workspace,
      MetricDefinition metric,
      ReadingQuery query,
      DayOfWeek weekStart,
      Timetable timetable) {}

  /** A day that holds something, and the state of its facts. */
  private record Stand(LocalDate day, long touch) {}

  /**
   * What was answered, and what it rests on.
   *
   * @param knownUntil by source number, the microsecond until which it was known
   */
  private record Answer(List<Stand> stands, Map<Integer, Long> knownUntil, Readings readings) {
    int size() {
      return 1 + readings.items().size() + stands.size() / STANDS + knownUntil.size() / STANDS;
    }
  }

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
            new Key(
                workspace, question.metric(), question.query(), weekStart, question.timetable()))
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
   * What was answered when the days stood as they stand now, and the sources were known as far.
   *
   * @param days that hold something; their states were read before anything else
   */
  synchronized @Nullable Readings find(
      Key key, List<Day> days, Map<Integer, Long> knownUntil, Question question) {
    Answer answer = answers.get(key);
    if (answer == null
        || !settled(days, question)
        || !answer.knownUntil().equals(knownUntil)
        || !answer.stands().equals(stands(days))) {
      return null;
    }
    Readings then = answer.readings();
    return new Readings(then.metric(), then.statistic(), question.asOf(), then.items());
  }

  /** Keeps an answer in place of an older one; the one wanted longest ago makes room. */
  synchronized void keep(
      Key key, List<Day> days, Map<Integer, Long> knownUntil, Question question, Readings given) {
    Answer answer = new Answer(stands(days), Map.copyOf(knownUntil), given);
    if (!settled(days, question) || answer.size() > MOST) {
      return;
    }
    Answer before = answers.put(key, answer);
    size += answer.size() - (before == null ? 0 : before.size());
    Iterator<Answer> eldest = answers.values().iterator();
    while (size > MOST) {
      size -= eldest.next().size();
      eldest.remove();
    }
  }

  /** How large all answers are together, in readings. */
  synchronized int size() {
    return size;
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
