package org.waymark.measure.attainment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Readings at equal distances, oldest first, the last one being the latest period that is over.
 * Days are not a distance: a series of days has a rhythm of its own week and is taken week by week
 * ({@link #weeksOf}), which is also kinder to the forecast.
 *
 * @param points one for every period, read or missing
 * @param monthly whether the distance is a month, so that points twelve apart are the same month
 */
public record Series(List<Point> points, boolean monthly) {

  public Series {
    points = List.copyOf(points);
  }

  /** Readings a week, a quarter, or any other distance that is not a month. */
  public static Series of(List<Point> points) {
    return new Series(points, false);
  }

  /** Readings without gaps and without numbers of answers. */
  public static Series of(double... values) {
    return of(Arrays.stream(values).mapToObj(Point::of).toList());
  }

  /** Readings a month. */
  public static Series monthly(List<Point> points) {
    return new Series(points, true);
  }

  /**
   * Days taken together by sevens, counted back from the last one; days that do not fill seven at
   * the beginning are left out. A week's value is the mean of its days, weighed by their answers
   * where all of them are known; a week with no reading is missing. Only for values that are means
   * or shares: a pooled reading of the week's own counts is better where it can be had.
   */
  public static Series weeksOf(List<Point> days) {
    List<Point> weeks = new ArrayList<>();
    for (int from = days.size() % 7; from < days.size(); from += 7) {
      weeks.add(pooled(of(days.subList(from, from + 7)).read()));
    }
    return of(weeks);
  }

  private static Point pooled(List<Point.Read> days) {
    if (days.isEmpty()) {
      return Point.missing();
    }
    boolean weighed = days.stream().allMatch(day -> day.answers() > 0);
    double weights = 0;
    double sum = 0;
    for (Point.Read day : days) {
      double weight = weighed ? day.answers() : 1;
      weights += weight;
      sum += weight * day.value();
    }
    return Point.of(sum / weights, weighed ? weights : 0);
  }

  /** The readings there are, oldest first. */
  public List<Point.Read> read() {
    List<Point.Read> read = new ArrayList<>();
    for (Point point : points) {
      if (point instanceof Point.Read one) {
        read.add(one);
      }
    }
    return read;
  }

  /** Without what is missing at the beginning; of at least one reading. */
  Series fromFirstReading() {
    int missing = 0;
    while (points.get(missing) instanceof Point.Missing) {
      missing++;
    }
    return new Series(points.subList(missing, points.size()), monthly);
  }

  /** How many periods have passed since the last reading: 0 when the last point is one. */
  int silence() {
    int silence = 0;
    while (silence < points.size()
        && points.get(points.size() - 1 - silence) instanceof Point.Missing) {
      silence++;
    }
    return silence;
  }

  /**
   * The median number of answers, by which readings are weighed against each other; 0 when one of
   * them is not known, and then none is weighed.
   */
  double typicalAnswers() {
    double[] answers = read().stream().mapToDouble(Point.Read::answers).sorted().toArray();
    if (answers.length == 0 || answers[0] == 0) {
      return 0;
    }
    int middle = answers.length / 2;
    return answers.length % 2 == 1 ? answers[middle] : (answers[middle - 1] + answers[middle]) / 2;
  }
}
