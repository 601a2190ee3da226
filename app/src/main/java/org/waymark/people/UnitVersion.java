package org.waymark.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a unit stood from a day on. Of the versions that begin on or before a day, the latest to
 * begin holds on that day; of two that begin on the same day, the later version.
 *
 * @param from the first day it holds; {@link #ALWAYS} for since always
 * @param parent id of the unit above; null at the top
 * @param closedFrom the first day on which the unit no longer exists; null while open
 * @param recordedBy the member who said so; null for the server itself
 */
public record UnitVersion(
    UUID id,
    int number,
    int version,
    LocalDate from,
    String code,
    String name,
    UnitKind kind,
    @Nullable UUID parent,
    @Nullable LocalDate closedFrom,
    Instant recordedAt,
    @Nullable UUID recordedBy) {

  /** The day before all others. */
  public static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

  UnitState state() {
    return new UnitState(code, name, kind, parent, closedFrom);
  }
}
