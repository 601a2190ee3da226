package org.waymark.web.design;

import java.util.List;
import org.waymark.web.Change;
import org.waymark.web.Crumb;
import org.waymark.web.DayBars;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Likelihood;
import org.waymark.web.LineChart;
import org.waymark.web.Option;
import org.waymark.web.ProgressBar;
import org.waymark.web.RailStep;
import org.waymark.web.ScoreGauge;
import org.waymark.web.Sparkline;
import org.waymark.web.Toast;

/** One of everything. */
public record DesignPage(
    List<Swatch> swatches,
    List<Pair> pairs,
    Form empty,
    Form wrong,
    List<Option> options,
    List<State> stages,
    List<State> verdicts,
    List<Change> changes,
    List<ScoreGauge> gauges,
    List<ProgressBar> bars,
    Likelihood likelihood,
    List<Trend> trends,
    List<Fact> facts,
    List<Crumb> crumbs,
    List<RailStep> steps,
    Toast toast,
    List<LineChart> charts,
    DayBars days) {

  /** One colour by its name. */
  public record Swatch(String name, String light, String dark) {}

  /** Two colours that meet, and their contrast in light and in dark as written. */
  public record Pair(
      Swatch front, Swatch back, String light, String dark, String needs, boolean readable) {}

  /** A stage or a judgement with its word. */
  public record State(String code, String label) {}

  /** A row with a small line in it. */
  public record Trend(String name, String figure, Change change, Sparkline line) {}
}
