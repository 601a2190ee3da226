package org.waymark.demo;

import java.util.concurrent.atomic.AtomicInteger;

/** How far loading or removing has come; seen by whoever waits. */
final class Progress {
  private final AtomicInteger done = new AtomicInteger();
  private volatile int all = 1;

  void of(int steps) {
    all = steps;
  }

  void step() {
    done.incrementAndGet();
  }

  /** In percent; the last step takes until the end. */
  int percent() {
    return Math.min(99, done.get() * 100 / (all + 1));
  }
}
