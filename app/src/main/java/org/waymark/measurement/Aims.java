package org.waymark.measurement;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.access.Caller;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.web.Frame;
import org.waymark.web.LineChart;

/**
 * What people want a metric to become. Measurement does not know who wants what: a bean of this
 * type tells the metric's page, which draws it beside the history.
 */
public interface Aims {

  /** What this person may know of, the most pressing first, in the words of the frame. */
  List<Aim> at(Caller caller, Frame frame, MetricDefinition metric);

  /**
   * One of them.
   *
   * @param title what is to be reached, as people wrote it
   * @param page where it is told
   * @param state as the part for states takes it
   * @param stateWord the same in words
   * @param way from where to where by when, a sentence; null while nothing was said
   * @param statistic of the metric
   * @param filters what counts, as in {@link ReadingQuery}
   * @param running whether people are at it; only then a line is drawn
   * @param lines where the number shall be; none while that is not known, two for a band
   */
  record Aim(
      String title,
      String page,
      String state,
      String stateWord,
      @Nullable String way,
      Statistic statistic,
      Map<String, List<String>> filters,
      boolean running,
      List<Line> lines) {
    public Aim {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A level, or a path of steps.
   *
   * @param figure where it ends, with its unit
   * @param stops at least two, in order of time
   */
  record Line(String figure, List<LineChart.Stop> stops) {
    public Line {
      stops = List.copyOf(stops);
    }
  }
}
