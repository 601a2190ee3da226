package org.waymark.people;

import java.util.List;
import java.util.UUID;

/**
 * A person in a workspace.
 *
 * @param email in lower case; unique in the workspace
 * @param units codes of the units the person belongs to, as they are called today
 * @param state whether the person has accepted the invitation, or has left
 */
public record Member(
    UUID id, String email, String name, Role role, List<String> units, State state, int version) {

  /** How far a person has come: asked to join, joined, gone. */
  public enum State {
    INVITED,
    ACTIVE,
    LEFT
  }

  public Member {
    units = List.copyOf(units);
  }
}
