package org.waymark.goals;

import java.util.List;

/**
 * Key results were measured anew, or days have passed. Told inside the transaction that keeps the
 * measurements.
 */
public record KeyResultsMeasured(List<Course> courses) {
  public KeyResultsMeasured {
    courses = List.copyOf(courses);
  }
}
