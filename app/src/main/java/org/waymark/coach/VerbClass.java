package org.waymark.coach;

/** What a verb at the head of a goal promises. */
enum VerbClass {
  /** More of something: increase. */
  UP,
  /** Less of something: reduce. */
  DOWN,
  /** A level: reach, achieve. */
  REACH,
  /** Better, without saying how one would see it: improve. */
  BETTER,
  /** A thing that exists afterwards: launch, publish. */
  MAKE,
  /** An event: hold, run. */
  HOLD,
  /** Going on doing: provide, support. */
  DO,
  /** As it is: maintain, keep. */
  KEEP,
  /** A single customer's matter brought to an end: answer, resolve. */
  SERVE;

  boolean changes() {
    return this == UP || this == DOWN || this == BETTER;
  }
}
