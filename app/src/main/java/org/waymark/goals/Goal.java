package org.waymark.goals;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.access.Caller;
import org.waymark.access.Guarded;
import org.waymark.measurement.Period;

/**
 * What people want to reach, as it stands. Units, cycles and areas are named by their code of
 * today, members by e-mail.
 *
 * @param keyResultsVersion grows with every change of its key results
 * @param unit whose goal it is; absent when it is a person's or the whole workspace's
 * @param contributesTo the goal it helps to reach
 * @param drives the outcome goal that this process goal moves
 * @param reviewOn when it is to be looked at together, first: the day somebody chose, else 90 days
 *     after the start, and until it starts after it was written
 * @param reviewEvery how often that comes back, as an ISO 8601 period; absent when it does not
 * @param hoursPerWeek what it takes of everybody together; absent while nobody said
 * @param resources what it takes besides, in words
 * @param recordedIn where its course is written down, in words or as a link
 * @param overruled why it stands although the coach finds nothing measurable in it
 * @param days the days of its cycle
 * @param members ids of its author, owner and person, who hold it
 * @param invited ids of those who were asked to support it
 * @param shown whether everyone may see it: it is proposed, committed to or has started
 * @param reviewChosen whether somebody chose the day of the review
 * @param writtenOn the day it was written down
 * @param closedOn the day it was closed; absent while it is not
 */
public record Goal(
    UUID id,
    int version,
    int keyResultsVersion,
    State state,
    String statement,
    @Nullable String why,
    @Nullable String strategy,
    GoalKind kind,
    @Nullable String area,
    String cycle,
    @Nullable String unit,
    @Nullable String person,
    String owner,
    String author,
    @Nullable UUID contributesTo,
    @Nullable UUID drives,
    Ambition ambition,
    LocalDate reviewOn,
    @Nullable String reviewEvery,
    @Nullable BigDecimal hoursPerWeek,
    @Nullable String resources,
    @Nullable String recordedIn,
    @Nullable String overruled,
    Instant createdAt,
    Instant changedAt,
    @JsonIgnore Period days,
    @JsonIgnore Set<UUID> members,
    @JsonIgnore Set<UUID> invited,
    @JsonIgnore boolean shown,
    @JsonIgnore boolean reviewChosen,
    @JsonIgnore LocalDate writtenOn,
    @JsonIgnore @Nullable LocalDate closedOn)
    implements Guarded {

  public Goal {
    members = Set.copyOf(members);
    invited = Set.copyOf(invited);
  }

  /** When its cycle begins. */
  public LocalDate firstDay() {
    return days.from();
  }

  /** When its cycle ends. */
  public LocalDate lastDay() {
    return days.to();
  }

  /** The days on which it is looked at together. */
  public ReviewSeries reviews() {
    return new ReviewSeries(reviewOn, Repeat.of(reviewEvery).orElse(null));
  }

  @Override
  public boolean visibleTo(Caller caller) {
    return shown || members.contains(caller.member()) || invited.contains(caller.member());
  }

  @Override
  public boolean ownedBy(Caller caller) {
    return members.contains(caller.member());
  }
}
