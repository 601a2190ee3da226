package org.waymark.today;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Ask;
import org.waymark.goals.CheckInDue;
import org.waymark.goals.GoalLine;
import org.waymark.goals.Happening;

/**
 * What one member is to know and to do.
 *
 * @param week the week that is asked for, both days included
 * @param since what happened after this is news
 * @param asked what waits for this member: answers, replies, proposals of their unit, reviews
 * @param owed check-ins that nobody has made yet, process goals first
 * @param told how many more of this week are made already
 * @param happenings the latest first
 * @param more there are more of them than are shown
 * @param refused arrivals of which lines were refused, for whoever may mend them
 * @param goals one's own that are neither closed nor withdrawn
 */
public record TodayView(
    LocalDate today,
    Week week,
    Instant since,
    List<Ask> asked,
    List<CheckInDue> owed,
    int told,
    List<Happening> happenings,
    boolean more,
    List<RefusedLines> refused,
    List<GoalLine> goals) {

  /** Days from and to. */
  public record Week(LocalDate from, LocalDate to) {}

  /** An arrival with lines that could not be taken. */
  public record RefusedLines(
      UUID arrival,
      Instant at,
      @Nullable String source,
      @Nullable String fileName,
      long refused,
      long lines) {}
}
