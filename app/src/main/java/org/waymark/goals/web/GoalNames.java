package org.waymark.goals.web;

import java.util.Map;
import java.util.Set;

/**
 * What people, units, cycles and areas are called. Goals know them by e-mail and code; people read
 * names.
 *
 * @param members names by e-mail, of those who have one
 * @param units names by code
 * @param cycles names by code
 * @param areas names by code
 * @param left e-mails of members who have left
 */
public record GoalNames(
    Map<String, String> members,
    Map<String, String> units,
    Map<String, String> cycles,
    Map<String, String> areas,
    Set<String> left) {

  public GoalNames {
    members = Map.copyOf(members);
    units = Map.copyOf(units);
    cycles = Map.copyOf(cycles);
    areas = Map.copyOf(areas);
    left = Set.copyOf(left);
  }

  /** The name, or the e-mail of somebody without one. */
  public String member(String email) {
    return members.getOrDefault(email, email);
  }

  /** The name, or the code of a unit that is no more. */
  public String unit(String code) {
    return units.getOrDefault(code, code);
  }

  public String cycle(String code) {
    return cycles.getOrDefault(code, code);
  }

  /** The name, or the code of an area that is no more. */
  public String area(String code) {
    return areas.getOrDefault(code, code);
  }

  /** Nobody by this e-mail is here any more. */
  public boolean hasLeft(String email) {
    return left.contains(email);
  }
}
