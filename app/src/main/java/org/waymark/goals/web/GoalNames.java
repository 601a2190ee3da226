package org.waymark.goals.web;

import java.util.Map;
import java.util.Set;

/**
 * What people and units are called. Goals know them by e-mail and code; people read names.
 *
 * @param members names by e-mail, of those who have one
 * @param units names by code
 * @param left e-mails of members who have left
 */
public record GoalNames(Map<String, String> members, Map<String, String> units, Set<String> left) {

  public GoalNames {
    members = Map.copyOf(members);
    units = Map.copyOf(units);
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

  /** Nobody by this e-mail is here any more. */
  public boolean hasLeft(String email) {
    return left.contains(email);
  }
}
