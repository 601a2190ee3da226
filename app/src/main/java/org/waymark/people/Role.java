package org.waymark.people;

/**
 * What a member may do, from most to least: an owner runs the workspace; a lead shapes units,
 * cycles, metrics, imports and goals; a member reads, checks in and drafts goals; a viewer reads.
 */
public enum Role {
  OWNER,
  LEAD,
  MEMBER,
  VIEWER;

  /** Whether this role may do all that the other may. */
  public boolean atLeast(Role other) {
    return ordinal() <= other.ordinal();
  }

  /** The one of both that may do less. */
  public Role lowerOf(Role other) {
    return atLeast(other) ? other : this;
  }
}
