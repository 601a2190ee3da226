package org.waymark.today;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Asks;
import org.waymark.goals.CheckInDue;
import org.waymark.goals.CheckInsDue;
import org.waymark.goals.GoalList;
import org.waymark.goals.Happening;
import org.waymark.goals.Happenings;
import org.waymark.intake.ImportRow;
import org.waymark.intake.Imports;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/** Puts together what one member is to know and to do today. */
@Component
@Transactional
public class Today {
  /** How far back the first look reaches. */
  static final Duration FIRST_LOOK = Duration.ofDays(7);

  private static final int MOST_HAPPENINGS = 12;
  private static final int MOST_GOALS = 50;

  private final Asks asks;
  private final CheckInsDue due;
  private final Happenings happenings;
  private final GoalList goals;
  private final Imports imports;
  private final LookTable looks;
  private final Access access;
  private final Workspaces workspaces;
  private final Clock clock;

  Today(
      Asks asks,
      CheckInsDue due,
      Happenings happenings,
      GoalList goals,
      Imports imports,
      LookTable looks,
      Access access,
      Workspaces workspaces,
      Clock clock) {
    this.asks = asks;
    this.due = due;
    this.happenings = happenings;
    this.goals = goals;
    this.imports = imports;
    this.looks = looks;
    this.access = access;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /** The member looks: from another time on, only what happens from now is news. */
  public TodayView look(Caller caller) {
    access.require(caller, Action.READ, null);
    Instant now = clock.instant();
    looks.looked(caller.workspace(), caller.member(), now, now.minus(FIRST_LOOK));
    return view(caller);
  }

  /** The same without having looked, for programs. */
  @Transactional(readOnly = true)
  public TodayView view(Caller caller) {
    access.require(caller, Action.READ, null);
    Instant now = clock.instant();
    Instant since = looks.since(caller.member(), now).orElse(now.minus(FIRST_LOOK));
    WorkspaceSettings settings = workspaces.current();
    LocalDate today = settings.today(clock);
    LocalDate from = today.with(TemporalAdjusters.previousOrSame(settings.weekStart()));
    List<CheckInDue> asked = due.of(caller);
    List<CheckInDue> owed = asked.stream().filter(one -> !one.told()).toList();
    List<Happening> news = happenings.since(caller, since, MOST_HAPPENINGS + 1);
    return new TodayView(
        today,
        new TodayView.Week(from, from.plusDays(6)),
        since,
        asks.of(caller),
        owed,
        asked.size() - owed.size(),
        news.stream().limit(MOST_HAPPENINGS).toList(),
        news.size() > MOST_HAPPENINGS,
        refused(caller, since),
        goals.mine(caller, MOST_GOALS));
  }

  /** What is owed after this key result in the order of the list; null when nothing else is. */
  @Transactional(readOnly = true)
  public @Nullable CheckInDue next(Caller caller, UUID keyResult) {
    List<CheckInDue> owed = due.of(caller).stream().filter(one -> !one.told()).toList();
    List<CheckInDue> others =
        owed.stream().filter(one -> !one.keyResult().equals(keyResult)).toList();
    int place = 0;
    while (place < owed.size() && !owed.get(place).keyResult().equals(keyResult)) {
      place++;
    }
    return others.isEmpty() ? null : others.get(place < others.size() ? place : 0);
  }

  /** What is owed of this key result, if anything is. */
  @Transactional(readOnly = true)
  public @Nullable CheckInDue owed(Caller caller, UUID keyResult) {
    return due.of(caller).stream()
        .filter(one -> !one.told() && one.keyResult().equals(keyResult))
        .findFirst()
        .orElse(null);
  }

  private List<TodayView.RefusedLines> refused(Caller caller, Instant since) {
    if (!access.can(caller, Action.IMPORT, null)) {
      return List.of();
    }
    return imports.list(caller, null).items().stream()
        .filter(one -> one.refused() > 0 && one.withdrawnAt() == null)
        .filter(one -> one.arrivedAt().isAfter(since))
        .map(Today::refused)
        .toList();
  }

  private static TodayView.RefusedLines refused(ImportRow one) {
    return new TodayView.RefusedLines(
        one.id(), one.arrivedAt(), one.source(), one.fileName(), one.refused(), one.lines());
  }
}
