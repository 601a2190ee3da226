package org.waymark.guide;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a guide.
 *
 * @param goal what it was published as; absent while it never was
 * @param goalVersion the goal's version that the guide wrote or read
 * @param keyResult the key result it made, with the version it wrote or read
 */
record Turn(
    int number,
    Verb verb,
    Instant at,
    @Nullable UUID goal,
    @Nullable Integer goalVersion,
    @Nullable UUID keyResult,
    @Nullable Integer keyResultVersion) {

  enum Verb {
    PUBLISHED,
    /** The goal went back to draft, and its guide goes on. */
    TAKEN_UP,
    PUT_ASIDE,
    RESUMED
  }
}
