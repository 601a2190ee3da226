package org.waymark.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company, department or team as it stands on one day.
 *
 * @param number permanent within the workspace, given once, small; facts carry it
 * @param parent code of the unit above, as of the same day; null at the top
 * @param from the first day this state holds; null when it has held since always
 * @param closedFrom the first day on which the unit no longer exists; it keeps its place in the
 *     tree, so that what it did before still counts; null while open
 * @param version raised by every change; wanted back with the next one
 */
public record Unit(
    UUID id,
    int number,
    String code,
    String name,
    UnitKind kind,
    @Nullable String parent,
    @Nullable LocalDate from,
    @Nullable LocalDate closedFrom,
    int version) {

  /** Whether the unit exists on the day, given that this is its state on that day. */
  public boolean openOn(LocalDate day) {
    return closedFrom == null || day.isBefore(closedFrom);
  }
}
