package org.waymark.library.web;

import java.util.List;
import org.waymark.goals.Goal;

/**
 * Process goals that could drive an outcome.
 *
 * @param own the address of a form for one in one's own words
 */
public record DriversPage(Goal goal, List<Offer> offers, String own) {

  /** One of them: what would be done, and what is counted of it. */
  public record Offer(String code, String process, String counted, String from) {}
}
