package org.waymark.today.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to do first in a new workspace, and what of it is done. */
public record FirstSteps(List<Step> steps) {

  /** One thing to do; its texts are found under the key. */
  public record Step(String key, String address, boolean done) {}

  /** The first step that is not done; null when all are. */
  public @Nullable Step next() {
    return steps.stream().filter(step -> !step.done()).findFirst().orElse(null);
  }

  public List<Step> left() {
    return steps.stream().filter(step -> !step.done()).toList();
  }

  public boolean allDone() {
    return steps.stream().allMatch(Step::done);
  }
}
