package org.waymark.guide.web;

import java.util.List;
import java.util.UUID;
import org.waymark.web.Form;
import org.waymark.web.RailStep;

/**
 * All ten steps on one page, for those who know their way.
 *
 * @param version of each step’s answer that is shown
 * @param form what is asked beside the steps: the reason for going beyond a limit
 * @param mistakes what was refused, each with the part that mends it
 * @param lost the parts that were answered elsewhere meanwhile
 * @param differs whether the words name another target than the key metric
 */
public record AllPage(
    UUID id,
    List<RailStep> rail,
    String version,
    Steps steps,
    Form form,
    List<CheckPage.Mistake> mistakes,
    List<RailStep> lost,
    boolean differs) {

  /** Each step as its own page shows it. */
  public record Steps(
      AreaPage area,
      DescriptionPage description,
      MeasurablePage measurable,
      MetricPage metric,
      EffortPage effort,
      ChoicePage benefit,
      ChoicePage strategy,
      ChoicePage record,
      SharePage share,
      ChoicePage review) {}

  /** Whether a limit of the workspace is crossed, which asks for a reason. */
  public boolean beyond() {
    return form.error("reason") != null;
  }
}
