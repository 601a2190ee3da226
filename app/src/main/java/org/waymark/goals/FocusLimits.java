package org.waymark.goals;

import org.jspecify.annotations.Nullable;

/**
 * How much a workspace wants to take on at once. A limit that is null is none. Only outcome goals
 * that are proposed, agreed or running count, and only within one cycle.
 *
 * @param hotSpots whether the two limits of the hot-spot way hold
 * @param perSubArea most goals about one sub-area of the hot spots
 * @param atOnce most goals about the hot spots in all
 * @param objectives most goals of one unit, of one person, or of the whole workspace
 * @param keyResults most key results of one goal
 * @param version raised by every change; 0 while the usual limits hold
 */
public record FocusLimits(
    boolean hotSpots,
    @Nullable Integer perSubArea,
    @Nullable Integer atOnce,
    @Nullable Integer objectives,
    @Nullable Integer keyResults,
    int version) {

  /** What holds until a workspace decides otherwise. */
  public static final FocusLimits USUAL = new FocusLimits(false, 1, 8, 5, 5, 0);

  /** Whether somebody has decided on them. */
  boolean chosen() {
    return version > 0;
  }
}
