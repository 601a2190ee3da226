package org.waymark.people;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.UUID;
import org.waymark.workspace.Fields;

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
    LEFT;

    /** The word for it in requests and answers. */
    @JsonValue
    public String word() {
      return Fields.word(this);
    }
  }

  public Member {
    units = List.copyOf(units);
  }

  /** The name, or the e-mail address of whoever has not given one yet. */
  public String called() {
    return name.isBlank() ? email : name;
  }
}
