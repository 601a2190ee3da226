package org.waymark.web.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.web.HomeNote;

/** What there is to do first, what of it is done, and what is to be known of the workspace. */
public record HomePage(List<Step> steps, List<HomeNote.Note> notes) {

  /** One thing to do; its texts are found under the key. */
  public record Step(String key, String address, boolean done) {}

  /** The first step that is not done; null when all are. */
  public @Nullable Step next() {
    return steps.stream().filter(step -> !step.done()).findFirst().orElse(null);
  }

  public boolean allDone() {
    return steps.stream().allMatch(Step::done);
  }
}
