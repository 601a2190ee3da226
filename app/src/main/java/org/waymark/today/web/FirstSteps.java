package org.waymark.today.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What there is to do first in a new workspace, and what of it is done. */
public record FirstSteps(List<Step> steps) {

  /** One thing to do; its texts are found under the key. A file for it can be dropped somewhere. */
  public record Step(String key, String address, @Nullable String drop, boolean done) {}

  /** The first step that is not done; null when all are. */
  public @Nullable Step next() {
    return steps.stream().filter(step -> !step.done()).findFirst().orElse(null);
  }

  /** Where a file can be dropped that is to be done first; null when none is, or nobody may. */
  public @Nullable String drop() {
    return steps.stream()
        .filter(step -> !step.done())
        .map(Step::drop)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  public List<Step> left() {
    return steps.stream().filter(step -> !step.done()).toList();
  }

  public boolean allDone() {
    return steps.stream().allMatch(Step::done);
  }
}
