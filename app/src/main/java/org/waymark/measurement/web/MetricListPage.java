package org.waymark.measurement.web;

import java.util.List;
import org.waymark.measurement.Period;

/**
 * Every metric with its latest number.
 *
 * @param empty whether nothing has been brought in yet
 * @param mayDefine whether the reader may define a metric of their own
 * @param fed those that say something of their latest days
 * @param waiting those for which nothing has come in
 */
public record MetricListPage(boolean empty, boolean mayDefine, List<Line> fed, List<Line> waiting) {

  /**
   * @param title name and statistic
   * @param days what the number covers
   */
  public record Line(String key, String title, String definition, Period days, Said said) {}
}
