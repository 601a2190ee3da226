package org.waymark.web;

import java.util.Locale;

/** What a figure means for those who want it better; each has a colour and a shape of its own. */
public enum Verdict {
  GOOD,
  WATCH,
  BAD,
  UNKNOWN;

  /** As in the names of styles and states. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
