package org.waymark.demo;

import org.jspecify.annotations.Nullable;

/**
 * One made-to-measure order as it really went, to the end; what a file knows of it depends on when
 * the file was written.
 *
 * @param promisedDays what sales promised, in days
 * @param due the promise as a moment
 * @param delivered when it really came
 * @param booked when the carrier first said it came, if that was wrong
 * @param rush sales promised less than usual
 * @param checked the workshop was asked first
 */
record Order(
    int number,
    long placed,
    int promisedDays,
    long due,
    long delivered,
    @Nullable Long booked,
    int customer,
    String channel,
    String product,
    String region,
    String team,
    boolean rush,
    boolean checked,
    boolean inStock) {

  boolean late() {
    return delivered > due;
  }

  double daysLate() {
    return Math.max(0, delivered - due) / (double) Clockwork.DAY;
  }

  String id() {
    return "Q" + number;
  }

  String customerCode() {
    return "quillhaven-" + customer;
  }
}
