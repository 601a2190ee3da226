package org.waymark.web.home;

import java.util.List;

/** What there is to do first, and what of it is done. */
public record HomePage(List<Step> steps) {

  /** One thing to do; its texts are found under the key. */
  public record Step(String key, String address, boolean done) {}

  public boolean allDone() {
    return steps.stream().allMatch(Step::done);
  }
}
