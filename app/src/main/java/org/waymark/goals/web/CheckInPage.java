package org.waymark.goals.web;

import java.util.List;
import org.waymark.goals.Evidence;
import org.waymark.goals.Goal;
import org.waymark.goals.KeyResultView;
import org.waymark.web.Form;

/**
 * A check-in to be made.
 *
 * @param told people tell its value; otherwise a metric measures it and they tell how sure they are
 * @param said what can be said of the key result now
 */
public record CheckInPage(
    Goal goal, KeyResultView keyResult, boolean told, List<String> said, Form form) {

  /** Whether its number comes from such a source: report, observation or vote. */
  public boolean from(String source) {
    Evidence evidence = keyResult.evidence();
    return evidence != null && evidence.kind().code().equals(source);
  }
}
