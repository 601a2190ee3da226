package org.waymark.workspace;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * What one organisation has settled for everybody in it.
 *
 * @param zone decides to which business day an instant belongs; fixed once facts exist
 * @param weekStart first day of a reporting week
 * @param fiscalYearStart first month of the fiscal year
 * @param locale language of the texts and format of numbers and dates
 * @param mission what the organisation is for; empty until somebody says it
 * @param vision where it wants to be, undated; empty until somebody says it
 * @param version raised by every change; wanted back with the next one
 */
public record WorkspaceSettings(
    UUID id,
    String name,
    ZoneId zone,
    DayOfWeek weekStart,
    Month fiscalYearStart,
    Locale locale,
    String mission,
    String vision,
    int version) {

  /** The business day it is now in this workspace. */
  public LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
