package org.waymark.schedules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.people.Unit;
import org.waymark.people.UnitTree;

/**
 * A schedule as it is stored.
 *
 * @param number permanent within the workspace; what is open names its clock by it
 * @param unit id of the unit; null for everything that has none of its own
 */
record ScheduleRow(
    UUID id,
    int number,
    @Nullable UUID unit,
    LocalDate from,
    ZoneId zone,
    Week week,
    @Nullable String holidays,
    List<ClosedDay> closed,
    int version) {

  WorkSchedule shown(UnitTree tree) {
    return new WorkSchedule(
        id,
        unit == null ? null : tree.byId(unit).map(Unit::code).orElse(null),
        from,
        zone,
        week,
        holidays,
        closed,
        version);
  }
}
