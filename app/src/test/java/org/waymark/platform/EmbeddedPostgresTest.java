package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path folder;

  private static Connection connect(Database database, Database.Login login) throws SQLException {
    return DriverManager.getConnection(database.url(), login.role(), login.password());
  }

  private static void write(Database database, int number) throws SQLException {
    try (Connection owner = connect(database, database.owner());
        var statement = owner.createStatement()) {
      statement.execute("create table if not exists lantern (n int)");
      statement.execute("insert into lantern values (" + number + ")");
    }
  }

  private static long count(Database database) throws SQLException {
    try (Connection owner = connect(database, database.owner());
        var statement = owner.createStatement();
        var row = statement.executeQuery("select count(*) from lantern")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The way for root where the system forbids user namespaces, as many containers do. */
  @Test
  void root_runs_it_as_another_user_where_there_are_no_namespaces() throws Exception {
    if (!"root".equals(System.getProperty("user.name"))) {
      assertThat(Unprivileged.find().user()).as("nobody but root becomes another").isNull();
      return;
    }
    Unprivileged other = Unprivileged.otherUser(List.of());
    assertThat(other)
        .as("setpriv must be in PATH and able to become postgres or nobody: install util-linux")
        .isNotNull();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (int round = 1; round <= 2; round++) {
      try (Home held = Home.open(folder.resolve("home"));
          EmbeddedPostgres database = EmbeddedPostgres.start(held, () -> other)) {
        write(database, round);
        assertThat(count(database)).isEqualTo(round);
        assertThat(ProcessHandle.of(database.pid()).orElseThrow().info().user())
            .hasValue(other.user());
      }
    }
  }

  @Test
  void it_starts_again_after_every_kind_of_end() throws Exception {
    Path home = folder.resolve("home");
    long orphan;
    try (Home held = Home.open(home);
        EmbeddedPostgres database = EmbeddedPostgres.start(held)) {
      write(database, 1);
      assertThat(Files.readString(held.database().resolve("cluster/data/PG_VERSION")).strip())
          .isEqualTo(EmbeddedPostgres.MAJOR);
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(held.database().resolve("cluster/passwords"))))
          .isEqualTo("rw-------");
      assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", "guess"))
          .hasMessageContaining("password authentication failed");
    }
    // killed: the database is left behind and goes on running
    try (Home held = Home.open(home)) {
      EmbeddedPostgres left = EmbeddedPostgres.start(held);
      write(left, 2);
      left.abandon();
      orphan = left.pid();
      assertThat(ProcessHandle.of(orphan)).isPresent();
    }
    try (Home held = Home.open(home);
        EmbeddedPostgres database = EmbeddedPostgres.start(held)) {
      assertThat(ProcessHandle.of(orphan)).isEmpty();
      assertThat(count(database)).isEqualTo(2);
      // only the database is killed: it comes back by itself, at the same address
      long before = database.pid();
      ProcessHandle.of(before).orElseThrow().destroyForcibly();
      write(database, 3, 100);
      assertThat(database.pid()).isNotEqualTo(before);
      assertThat(count(database)).isEqualTo(3);
    }
  }

  private static void write(Database database, int number, int attempts) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        write(database, number);
        return;
      } catch (SQLException e) {
        if (attempt == attempts) {
          throw e;
        }
        Thread.sleep(100);
      }
    }
  }

  @Test
  void a_first_start_that_was_killed_halfway_begins_anew() throws Exception {
    Path database = Files.createDirectories(folder.resolve("home/database"));
    for (String half : new String[] {"cluster.new/data", "programs.new/bin"}) {
      Files.writeString(Files.createDirectories(database.resolve(half)).resolve("half"), "written");
    }
    try (Home held = Home.open(folder.resolve("home"));
        EmbeddedPostgres postgres = EmbeddedPostgres.start(held)) {
      write(postgres, 1);
      assertThat(count(postgres)).isEqualTo(1);
    }
  }

  @Test
  void a_process_that_merely_has_the_number_is_left_alone() throws Exception {
    Process innocent = new ProcessBuilder("sleep", "60").start();
    try {
      Path data = Files.createDirectories(folder.resolve("data"));
      Files.writeString(data.resolve("postmaster.pid"), innocent.pid() + "\n");
      Orphan.stop(data);
      assertThat(innocent.isAlive()).isTrue();
    } finally {
      innocent.destroyForcibly();
    }
  }

  @Test
  void a_server_of_ones_own_gets_its_roles_and_is_refused_when_they_are_too_strong()
      throws Exception {
    try (Home held = Home.open(folder.resolve("home"));
        EmbeddedPostgres other = EmbeddedPostgres.start(held)) {
      Properties passwords = new Properties();
      try (var in = Files.newInputStream(held.database().resolve("cluster/passwords"))) {
        passwords.load(in);
      }
      String server =
          other.url().substring("jdbc:postgresql://".length(), other.url().lastIndexOf('/'));
      var superuser = new Database.Login("postgres", passwords.getProperty("postgres"));
      try (Connection connection = connect(other, superuser);
          var statement = connection.createStatement()) {
        statement.execute("create role ferry login createrole password 'an owner'");
        statement.execute("create database harbour owner ferry");
        statement.execute("create role rower login password 'no rights'");
        statement.execute("create database jetty owner rower");
        String address = "postgresql://ferry:an%20owner@" + server + "/harbour";
        for (int start = 1; start <= 2; start++) {
          try (Database database = ExternalPostgres.open(address)) {
            Migrations.run(database);
            assertThat(database.app().role()).isEqualTo("waymark_harbour_app");
          }
        }
        assertThatThrownBy(
                () -> ExternalPostgres.open("postgresql://rower:no%20rights@" + server + "/jetty"))
            .isInstanceOf(CannotStart.class)
            .hasMessageContaining("CREATEROLE");
        for (String right : new String[] {"bypassrls", "superuser"}) {
          statement.execute("alter role waymark_harbour_app " + right);
          Database database = ExternalPostgres.open(address);
          assertThatThrownBy(() -> Migrations.run(database))
              .isInstanceOf(CannotStart.class)
              .hasMessageContaining("workspaces would not be kept apart");
          statement.execute("alter role waymark_harbour_app no" + right);
        }
        Database database = ExternalPostgres.open(address);
        try (Connection inside = connect(database, superuser);
            var change = inside.createStatement()) {
          change.execute("alter table audit owner to waymark_harbour_app");
        }
        assertThatThrownBy(() -> Migrations.run(database)).hasMessageContaining("owns tables");
      }
    }
  }

  @Test
  void an_address_is_understood_in_both_usual_forms() {
    for (String address :
        new String[] {
          "postgresql://me:p%40ss@db.example:5433/waymark?sslmode=require",
          "jdbc:postgresql://db.example:5433/waymark?user=me&password=p%40ss&sslmode=require"
        }) {
      ExternalPostgres database = ExternalPostgres.parse(address);
      assertThat(database.url())
          .isEqualTo("jdbc:postgresql://db.example:5433/waymark?sslmode=require");
      assertThat(database.owner()).isEqualTo(new Database.Login("me", "p@ss"));
      assertThat(database.app().role()).isEqualTo("waymark_app");
    }
  }
}
