package org.waymark.coach;

/** What a number does in a statement. */
enum Role {
  /** The level to reach, or by how much to change. */
  TARGET,
  BASELINE,
  /** A time that belongs to the metric: within 7 days, per week, the last 30 days. */
  WINDOW,
  /** Time until it is due: within 90 days. */
  DUE,
  /** Says which things are meant: customers with a score of 50 or less. */
  SELECTOR,
  /** Part of a name: top 10, phase 2, ISO 9001, 24/7. */
  NAME
}
