package org.waymark.access;

import org.waymark.people.Role;

/**
 * Everything a caller can ask to do, with the lowest role that may do it to anything they see, and
 * the lowest role that may do it to what is their own. A new action is one line here.
 */
public enum Action {
  READ(Role.VIEWER),
  /** Customers' own lines: refused lines with their original text, interactions behind a number. */
  READ_LINES(Role.LEAD),

  CHECK_IN(Role.MEMBER),
  /** Saying something about a goal. */
  COMMENT(Role.MEMBER),
  /** Withdrawing what somebody said, and letting it stand again. */
  WITHDRAW_COMMENT(Role.OWNER, Role.MEMBER),
  DRAFT_GOAL(Role.MEMBER),
  /** Proposing and changing a goal, its key results and its steps. */
  CHANGE_GOAL(Role.LEAD, Role.MEMBER),
  /** Saying how many hours a week somebody has for goals. */
  SAY_HOURS(Role.LEAD, Role.MEMBER),
  /** Answering a proposal one was asked about. */
  ANSWER_PROPOSAL(Role.MEMBER),
  /** Writing down that a goal was looked at together. */
  HOLD_REVIEW(Role.MEMBER),
  /** Committing, starting, closing and withdrawing a goal, and taking that back. */
  DECIDE_GOAL(Role.LEAD, Role.MEMBER),

  CHANGE_UNITS(Role.LEAD),
  /** Saying when units work. */
  CHANGE_SCHEDULES(Role.LEAD),
  CHANGE_CYCLES(Role.LEAD),
  CHANGE_AREAS(Role.LEAD),
  CHANGE_METRICS(Role.LEAD),
  /** Adding to the library of goals, changing and hiding what is in it. */
  CHANGE_LIBRARY(Role.LEAD),
  /** Sending interactions, uploading, previewing and withdrawing imports. */
  IMPORT(Role.LEAD),

  /** Making a token for oneself, never with more rights than one's own. */
  MAKE_TOKEN(Role.VIEWER),
  /** Making and revoking the address of one's own calendar. */
  MAKE_CALENDAR(Role.VIEWER),
  SEE_TOKEN(Role.OWNER, Role.VIEWER),
  REVOKE_TOKEN(Role.OWNER, Role.VIEWER),
  CHANGE_MEMBERS(Role.OWNER),
  CHANGE_WORKSPACE(Role.OWNER),
  READ_AUDIT(Role.OWNER);

  private final Role lowest;
  private final Role lowestForOwn;

  Action(Role lowest) {
    this(lowest, lowest);
  }

  Action(Role lowest, Role lowestForOwn) {
    this.lowest = lowest;
    this.lowestForOwn = lowestForOwn;
  }

  Role lowest() {
    return lowest;
  }

  Role lowestForOwn() {
    return lowestForOwn;
  }
}
