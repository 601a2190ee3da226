package org.waymark.access;

import java.util.UUID;
import org.waymark.people.Role;
import org.waymark.platform.Actor;
import org.waymark.workspace.Fields;

/**
 * Whoever is asking, already recognised.
 *
 * @param workspace the workspace this request is about; already bound
 * @param member who, within that workspace
 * @param role what the door allows: of a token the lower of its own and its member's
 */
public record Caller(UUID workspace, UUID member, String email, Role role, Via via)
    implements Actor {

  @Override
  public String through() {
    return Fields.word(via);
  }
}
