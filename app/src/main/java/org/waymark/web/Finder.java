package org.waymark.web;

import java.util.List;
import org.waymark.access.Caller;

/**
 * Makes the things of a feature findable by search. A feature offers all that this person may see,
 * by name; which of them fit, and in which order, is the same for all features.
 */
public interface Finder {

  /** Everything of one kind that this person may see. Asked once per search. */
  List<Findable> findable(Caller caller, Texts texts);

  /**
   * One thing that can be found.
   *
   * @param kind what it is: goal, metric, unit, person, cycle, area, page
   * @param name as people call it
   * @param also other words for it, searched but not shown
   * @param detail what tells it from another of the same name; empty when the name is enough
   * @param address its page
   */
  record Findable(String kind, String name, String also, String detail, String address) {}
}
