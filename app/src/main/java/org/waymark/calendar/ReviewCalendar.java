package org.waymark.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Goal;
import org.waymark.goals.Repeat;
import org.waymark.goals.Reviews;
import org.waymark.goals.State;
import org.waymark.web.Texts;
import org.waymark.workspace.WorkspaceSettings;

/**
 * Reviews of goals as an iCalendar file. A review takes a day, not an hour, so it is an all-day
 * event: its day is the one of the workspace's zone, wherever the calendar is looked at. Its UID
 * stays the same for good, its SEQUENCE grows with every change, and a goal that was withdrawn
 * leaves a cancelled event.
 *
 * @param server the address of this server, to lead back to the goals
 */
record ReviewCalendar(Texts texts, String server) {
  private static final int LONGEST_SUMMARY = 200;

  /** One goal's reviews, to be put into any calendar. */
  String file(Reviews.Dated review) {
    ContentLines lines = begun();
    event(lines, review);
    return lines.line("END", "VCALENDAR").toString();
  }

  /** All reviews of one member, to be fetched again and again. */
  String feed(WorkspaceSettings workspace, List<Reviews.Dated> reviews) {
    String name = texts.of("calendar.name", workspace.name());
    ContentLines lines =
        begun()
            .text("NAME", name)
            .text("X-WR-CALNAME", name)
            .line("X-WR-TIMEZONE", workspace.zone().getId())
            .line("REFRESH-INTERVAL;VALUE=DURATION", "PT4H")
            .line("X-PUBLISHED-TTL", "PT4H");
    reviews.forEach(review -> event(lines, review));
    return lines.line("END", "VCALENDAR").toString();
  }

  private static ContentLines begun() {
    return new ContentLines()
        .line("BEGIN", "VCALENDAR")
        .line("VERSION", "2.0")
        .line("PRODID", "-//Waymark//Reviews of goals//EN")
        .line("CALSCALE", "GREGORIAN");
  }

  private void event(ContentLines lines, Reviews.Dated review) {
    Goal goal = review.goal();
    LocalDate first = goal.reviews().first();
    String address = server + "/goals/" + goal.id();
    lines
        .line("BEGIN", "VEVENT")
        .line("UID", goal.id() + "-review@waymark")
        .moment("DTSTAMP", review.changed())
        .moment("LAST-MODIFIED", review.changed())
        .number("SEQUENCE", review.sequence())
        .day("DTSTART", first)
        .day("DTEND", first.plusDays(1));
    String rule = rule(first, goal.reviews().every(), review.last());
    if (rule != null) {
      lines.line("RRULE", rule);
    }
    lines
        .text("SUMMARY", texts.of("calendar.review", shortened(goal.statement())))
        .text("DESCRIPTION", description(goal, address))
        .line("URL", address)
        .line("STATUS", status(goal.state()))
        .line("TRANSP", "TRANSPARENT")
        .line("END", "VEVENT");
  }

  private static String status(State state) {
    return switch (state) {
      case DRAFT -> "TENTATIVE";
      case PROPOSED, AGREED, RUNNING, CLOSED -> "CONFIRMED";
      case WITHDRAWN -> "CANCELLED";
    };
  }

  /**
   * How the event comes back. Where a month has no such day, its last day is meant; plain monthly
   * rules leave such months out.
   *
   * @param last the last day of the series; null when it goes on
   */
  static @Nullable String rule(LocalDate first, @Nullable Repeat every, @Nullable LocalDate last) {
    if (every == null || last != null && !last.isAfter(first)) {
      return null;
    }
    String rule =
        switch (every.unit()) {
          case D -> "FREQ=DAILY;INTERVAL=" + every.count();
          case W -> "FREQ=WEEKLY;INTERVAL=" + every.count();
          case M -> "FREQ=MONTHLY;INTERVAL=" + every.count() + monthEnd(first.getDayOfMonth());
        };
    return last == null ? rule : rule + ";UNTIL=" + ContentLines.day(last);
  }

  private static String monthEnd(int day) {
    return day <= 28
        ? ""
        : ";BYMONTHDAY="
            + IntStream.rangeClosed(28, day)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","))
            + ";BYSETPOS=-1";
  }

  private static String description(Goal goal, String address) {
    String why = goal.why() == null ? "" : goal.why() + "\n\n";
    return goal.statement() + "\n\n" + why + address;
  }

  private static String shortened(String statement) {
    String line = statement.replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST_SUMMARY
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUMMARY - 1)) + "…";
  }
}
