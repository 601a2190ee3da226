package org.waymark.coach;

/** What a statement is meant to be. */
public enum Kind {
  GOAL,
  /** May inspire; its key results carry the numbers. */
  OBJECTIVE,
  KEY_RESULT
}
