package org.waymark.people;

import com.fasterxml.jackson.annotation.JsonValue;
import org.waymark.workspace.Fields;

/**
 * What a member may do, from most to least: an owner runs the workspace; a lead shapes units,
 * cycles, metrics, imports and goals; a member reads, checks in and drafts goals; a viewer reads.
 */
public enum Role {
  OWNER,
  LEAD,
  MEMBER,
  VIEWER;

  /** The word for it in requests and answers. */
  @JsonValue
  public String word() {
    return Fields.word(this);
  }

  /** Whether this role may do all that the other may. */
  public boolean atLeast(Role other) {
    return ordinal() <= other.ordinal();
  }

  /** The one of both that may do less. */
  public Role lowerOf(Role other) {
    return atLeast(other) ? other : this;
  }
}
