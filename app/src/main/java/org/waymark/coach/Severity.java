package org.waymark.coach;

/** How sure a rule is of itself. */
public enum Severity {
  /** Right at least 85 times in 100 on labelled goals, or exact by its definition. */
  WARNING,
  HINT
}
