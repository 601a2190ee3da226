package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What cannot be seen on an empty database, on which all other tests start. */
class MigrationsTest {
  /** It fills counts that are told as nothing where it reached no row; there is no harm in that. */
  private static final String HARMLESS = "V120__arrivals_by_source.sql";

  private static final Path ALL = Path.of("src/main/resources/db/migration");
  private static final Pattern CHANGES_ROWS =
      Pattern.compile("^(?:update|delete from) (\\w+)", Pattern.MULTILINE);

  @Test
  void a_migration_that_changes_rows_of_a_sealed_table_reaches_them() throws IOException {
    try (Stream<Path> files = Files.walk(ALL)) {
      List<Path> migrations = files.filter(file -> file.toString().endsWith(".sql")).toList();
      assertThat(migrations).hasSizeGreaterThan(30);
      for (Path migration : migrations) {
        if (!migration.endsWith(HARMLESS)) {
          assertReachesItsRows(migration);
        }
      }
    }
  }

  private static void assertReachesItsRows(Path migration) throws IOException {
    String sql = Files.readString(migration);
    Matcher changes = CHANGES_ROWS.matcher(sql);
    while (changes.find()) {
      String table = "alter table " + changes.group(1);
      assertThat(sql.substring(0, changes.start()))
          .as(migration + ": a sealed table shows its owner no row")
          .contains(table + " no force row level security;");
      assertThat(sql.substring(changes.end()))
          .as(migration + ": it has to be sealed again")
          .contains(table + " force row level security;");
    }
  }
}
