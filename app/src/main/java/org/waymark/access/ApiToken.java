package org.waymark.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.people.Role;

/**
 * A key by which a program acts for a member.
 *
 * @param member e-mail address of the member it acts for
 * @param role the most it may do; what its member may no longer do, it may not either
 * @param beginning its first characters, to tell tokens apart; the whole is shown only once
 * @param usedOn the last UTC day it was used; null when never
 */
public record ApiToken(
    UUID id,
    String name,
    @JsonIgnore UUID memberId,
    String member,
    Role role,
    String beginning,
    Instant madeAt,
    @Nullable Instant expiresAt,
    @Nullable LocalDate usedOn,
    @Nullable Instant revokedAt)
    implements Guarded {

  @Override
  public boolean visibleTo(Caller caller) {
    return ownedBy(caller) || caller.role() == Role.OWNER;
  }

  @Override
  public boolean ownedBy(Caller caller) {
    return memberId.equals(caller.member());
  }
}
