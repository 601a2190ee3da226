package org.waymark.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the schema to what this build expects, as the owner, and refuses what would be unsafe to
 * work with.
 */
final class Migrations {
  private Migrations() {}

  static void run(Database database) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(database.url(), database.owner().role(), database.owner().password())
            .locations("classpath:db/migration")
            .placeholders(
                Map.of(
                    "app", database.app().role(),
                    "backup", database.backup().role(),
                    "owner", database.owner().role()))
            .load();
    try {
      refuseNewerSchema(flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw new CannotStart("The database could not be brought up to date: " + firstLine(e), e);
    }
    try {
      refuseUnsafeRole(database);
    } catch (SQLException e) {
      throw new CannotStart(
          "The database cannot be used as " + database.app().role() + ": " + firstLine(e), e);
    }
  }

  private static void refuseNewerSchema(Flyway flyway) {
    Optional<MigrationInfo> newer =
        Arrays.stream(flyway.info().all())
            .filter(
                migration -> migration.getState().isApplied() && !migration.getState().isResolved())
            .reduce((first, second) -> second);
    if (newer.isPresent()) {
      throw new CannotStart(
          "The database was written by a newer Waymark (schema "
              + newer.get().getVersion()
              + "). Start that version or a later one; nothing was changed.");
    }
  }

  /**
   * The tenants' walls hold only for a role that neither owns the tables nor passes by their
   * policies.
   */
  private static void refuseUnsafeRole(Database database) throws SQLException {
    String question =
        """
        select case
            when r.rolsuper then 'is a superuser'
            when r.rolbypassrls then 'may bypass row-level security'
            when exists (select 1 from pg_class c
                         where c.relnamespace = 'public'::regnamespace and pg_has_role(r.oid, c.relowner, 'MEMBER'))
              then 'owns tables' end
        from pg_roles r where r.rolname = current_user
        """;
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), database.app().role(), database.app().password());
        PreparedStatement statement = connection.prepareStatement(question);
        ResultSet answer = statement.executeQuery()) {
      answer.next();
      String trouble = answer.getString(1);
      if (trouble != null) {
        throw new CannotStart(
            "The database role "
                + database.app().role()
                + " "
                + trouble
                + ", so workspaces would not be kept apart. Take that right from it, or use another database.");
      }
    }
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage()).strip();
    return message.lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
