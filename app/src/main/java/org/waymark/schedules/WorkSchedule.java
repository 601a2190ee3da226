package org.waymark.schedules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a unit works, from a day on until its next schedule begins. It holds for all interactions
 * that start while it is valid, also after it was replaced.
 *
 * @param unit code of the unit; null for everything that has no schedule of its own
 * @param from first local day on which it is valid
 * @param zone whose clocks the hours are read from
 * @param holidays code of the calendar whose public holidays are kept, such as gb-eng; null for
 *     none
 * @param closed own days on which nobody works
 * @param version raised by every change; wanted back with the next one
 */
public record WorkSchedule(
    UUID id,
    @Nullable String unit,
    LocalDate from,
    ZoneId zone,
    Week week,
    @Nullable String holidays,
    List<ClosedDay> closed,
    int version) {
  public WorkSchedule {
    closed = List.copyOf(closed);
  }
}
