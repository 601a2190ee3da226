package org.waymark.demo;

import java.time.LocalDate;

/**
 * What one export of a tool covers: all that began or changed from the beginning of one day to the
 * beginning of another, as it was known then.
 */
record Export(LocalDate from, LocalDate to) {

  long until() {
    return Clockwork.at(to, 0);
  }

  /** Whether something that began, and changed later, is in it. */
  boolean has(long began, long changed) {
    long start = Clockwork.at(from, 0);
    return began < until() && (began >= start || (changed >= start && changed < until()));
  }

  boolean has(long moment) {
    return has(moment, moment);
  }

  String fileName(String what) {
    return what + "-until-" + to + ".csv";
  }
}
