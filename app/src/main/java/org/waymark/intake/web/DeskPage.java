package org.waymark.intake.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.intake.ImportRow;
import org.waymark.web.DayBars;
import org.waymark.web.Fact;
import org.waymark.web.Form;

/**
 * Sources and what arrived of late.
 *
 * @param totals of all sources together
 * @param waiting refused lines that nobody has taken up again
 * @param next asks for the sources after these
 * @param moreImports whether more has arrived than is shown
 * @param mayRead whether this person may read refused lines
 */
public record DeskPage(
    List<Line> sources,
    List<Fact> totals,
    long waiting,
    @Nullable String next,
    List<ImportRow> imports,
    boolean moreImports,
    Form form,
    boolean mayImport,
    boolean mayRead) {

  /**
   * One source in a row.
   *
   * @param ago how long since something last arrived; null when nothing ever did
   * @param rhythm what its history says of that; null when it says nothing
   * @param late whether it is silent for longer than usual
   */
  public record Line(
      String code,
      long held,
      @Nullable Instant lastArrival,
      @Nullable String ago,
      @Nullable String rhythm,
      boolean late,
      long refused,
      DayBars bars) {}
}
