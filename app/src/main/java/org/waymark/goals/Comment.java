package org.waymark.goals;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.access.Caller;
import org.waymark.access.Guarded;

/**
 * What somebody says about a goal.
 *
 * @param by e-mail of who says it
 * @param text plain; an empty line begins a new paragraph
 * @param withdrawn that it no longer counts as said; absent while it does
 * @param answer the answer to a proposal that this replies to; absent otherwise
 * @param author whose it is
 */
public record Comment(
    UUID id,
    UUID goal,
    Instant at,
    String by,
    String text,
    @Nullable Withdrawal withdrawn,
    @Nullable UUID answer,
    @JsonIgnore UUID author)
    implements Guarded {

  /** Who withdrew a comment, and when. */
  public record Withdrawal(Instant at, String by, @JsonIgnore UUID member) {}

  /** Once withdrawn it is known to its author and to whoever withdrew it. */
  @Override
  public boolean visibleTo(Caller caller) {
    return withdrawn == null || ownedBy(caller) || withdrawn.member().equals(caller.member());
  }

  @Override
  public boolean ownedBy(Caller caller) {
    return author.equals(caller.member());
  }
}
