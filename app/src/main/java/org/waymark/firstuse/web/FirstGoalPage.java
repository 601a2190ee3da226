package org.waymark.firstuse.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.intake.ImportRow;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Option;
import org.waymark.web.ProgressBar;

/**
 * What has come in, what it measures, and the goal proposed from it.
 *
 * @param row the import on its way or just done; null when the page is about all there is
 * @param counts what became of its lines
 * @param lines every number a first goal could be about
 * @param proposal null while nothing firm is measured
 */
public record FirstGoalPage(
    @Nullable ImportRow row,
    ProgressBar progress,
    List<Fact> counts,
    List<Line> lines,
    @Nullable Proposal proposal,
    Form form) {

  public boolean running() {
    return row != null && row.running();
  }

  /** Whether nothing of the file counts. */
  public boolean nothing() {
    return row != null
        && !row.running()
        && (row.withdrawnAt() != null || row.accepted() + row.corrected() + row.repeated() == 0);
  }

  /**
   * One number.
   *
   * @param value null while there are too few answers
   * @param basis how many answers it rests on, or how many are missing
   * @param address where it is proposed; null when it cannot be, or is already
   */
  public record Line(
      String title,
      @Nullable String value,
      @Nullable String interval,
      String basis,
      @Nullable String address,
      boolean chosen) {}

  /**
   * A first goal.
   *
   * @param about what it is about, to be sent
   * @param direction up or down
   * @param from the baseline in words
   * @param basis what the baseline rests on: answers, interval, days
   * @param caution why the baseline is to be taken with care; null when it is not
   * @param hint where the suggested target comes from, or that there is none
   * @param guided where the guide begins with this number
   */
  public record Proposal(
      String about,
      String title,
      String direction,
      String from,
      String basis,
      @Nullable String caution,
      String hint,
      String guided,
      List<Option> cycles) {}
}
