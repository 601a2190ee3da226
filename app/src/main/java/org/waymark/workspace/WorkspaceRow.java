package org.waymark.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** How settings lie in their row. */
final class WorkspaceRow {

  private WorkspaceRow() {}

  static Map<String, Object> of(WorkspaceSettings settings) {
    return Map.of(
        "id", settings.id(),
        "name", settings.name(),
        "zone", settings.zone().getId(),
        "weekStart", settings.weekStart().getValue(),
        "fiscalYearStart", settings.fiscalYearStart().getValue(),
        "locale", settings.locale().toLanguageTag(),
        "mission", settings.mission(),
        "vision", settings.vision());
  }

  static WorkspaceSettings read(ResultSet row, int number) throws SQLException {
    return new WorkspaceSettings(
        row.getObject("id", UUID.class),
        row.getString("name"),
        ZoneId.of(row.getString("zone")),
        DayOfWeek.of(row.getInt("week_start")),
        Month.of(row.getInt("fiscal_year_start")),
        Locale.forLanguageTag(row.getString("locale")),
        row.getString("mission"),
        row.getString("vision"),
        row.getInt("version"));
  }
}
