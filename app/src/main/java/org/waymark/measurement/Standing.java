package org.waymark.measurement;

/** Which tree of units a reading uses when it adds up a unit with everything below it. */
public enum Standing {
  /** As the tree stood on the last day asked for. */
  THEN,
  /** As the tree stands today. */
  TODAY
}
