package org.waymark.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can change about a unit. */
record UnitState(
    String code,
    String name,
    UnitKind kind,
    @Nullable UUID parent,
    @Nullable LocalDate closedFrom) {

  UnitState closedFrom(@Nullable LocalDate day) {
    return new UnitState(code, name, kind, parent, day);
  }
}
