package org.waymark.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with the product, run as a child process on a loopback port. It is made
 * for being killed: whatever state a crash left behind, the next start mends it unattended.
 */
public final class EmbeddedPostgres implements Database {
  static final String MAJOR = "18";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String SUPERUSER = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path cluster;
  private final PostgresPrograms programs;
  private final Properties passwords;
  private final int port;
  private volatile Process server;
  private volatile boolean closing;

  private EmbeddedPostgres(Path cluster, PostgresPrograms programs, Properties passwords)
      throws IOException {
    this.cluster = cluster;
    this.programs = programs;
    this.passwords = passwords;
    this.port = freePort();
    this.server = startPatiently();
  }

  /** Starts the database of a home, making it at the first start. */
  public static EmbeddedPostgres start(Home home) {
    return start(home, Unprivileged::find);
  }

  /** The same as somebody in particular. */
  static EmbeddedPostgres start(Home home, Unprivileged.Choice choice) {
    Path cluster = home.database().resolve("cluster");
    try {
      refuseOtherMajor(cluster);
      PostgresPrograms programs = PostgresPrograms.unpack(home.database(), choice.make());
      removeLeftovers(home.database());
      if (!Files.exists(cluster)) {
        initialise(home.database(), cluster, programs);
      }
      Orphan.stop(cluster.resolve("data"));
      EmbeddedPostgres postgres = new EmbeddedPostgres(cluster, programs, passwords(cluster));
      try {
        postgres.makeRolesAndDatabase();
      } catch (SQLException | RuntimeException e) {
        postgres.close();
        throw e;
      }
      postgres.restartWhenItDies();
      return postgres;
    } catch (IOException | SQLException e) {
      throw new CannotStart("The embedded PostgreSQL does not start: " + e.getMessage(), e);
    }
  }

  private static void refuseOtherMajor(Path cluster) throws IOException {
    Path file = cluster.resolve("data/PG_VERSION");
    if (Files.exists(file)) {
      String major = Files.readString(file).strip();
      if (!major.equals(MAJOR)) {
        throw new CannotStart(
            "The database in "
                + cluster
                + " was made by PostgreSQL "
                + major
                + ", this Waymark brings "
                + MAJOR
                + ". Start the Waymark that made it, or set WAYMARK_HOME to another folder.");
      }
    }
  }

  /** What a killed first start left half made. */
  private static void removeLeftovers(Path database) throws IOException {
    try (var inside = Files.newDirectoryStream(database, "*.new*")) {
      for (Path leftover : inside) {
        Home.empty(leftover);
      }
    }
  }

  /** Makes the cluster aside and renames it into place, so that it is there whole or not at all. */
  private static void initialise(Path database, Path cluster, PostgresPrograms programs)
      throws IOException {
    Path making = Files.createDirectory(database.resolve("cluster.new"));
    programs.hand(making);
    Properties passwords = new Properties();
    for (String role : new String[] {SUPERUSER, "waymark_owner", "waymark_backup", "waymark_app"}) {
      byte[] secret = new byte[24];
      new SecureRandom().nextBytes(secret);
      passwords.setProperty(role, HexFormat.of().formatHex(secret));
    }
    Path passwordFile = privateFile(making.resolve("superuser.password"));
    Files.writeString(passwordFile, passwords.getProperty(SUPERUSER) + "\n");
    programs.hand(passwordFile);
    programs.runToEnd(
        List.of(
            "initdb",
            "--pgdata=" + making.resolve("data"),
            "--username=" + SUPERUSER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--no-instructions"),
        making.resolve("initdb.log"));
    Files.delete(passwordFile);
    try (var out = Files.newOutputStream(privateFile(making.resolve("passwords")))) {
      passwords.store(out, null);
    }
    Files.move(making, cluster, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path privateFile(Path file) throws IOException {
    return Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static Properties passwords(Path cluster) throws IOException {
    Properties passwords = new Properties();
    try (var in = Files.newInputStream(cluster.resolve("passwords"))) {
      passwords.load(in);
    }
    return passwords;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Backends of a killed server need a moment to notice; until then a new one refuses to start. */
  private Process startPatiently() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Process process = launch();
      if (ready(process, deadline)) {
        return process;
      }
      if (System.nanoTime() > deadline) {
        throw new IOException(lastLine(cluster.resolve("start.log")));
      }
      pause(200);
    }
  }

  private Process launch() throws IOException {
    List<String> command =
        new ArrayList<>(List.of("postgres", "-D", cluster.resolve("data").toString()));
    for (String setting :
        new String[] {
          "port=" + port,
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=60",
          "shared_buffers=128MB",
          "password_encryption=scram-sha-256",
          "timezone=UTC",
          "log_timezone=UTC",
          "logging_collector=on",
          "log_directory=" + cluster.resolve("log"),
          "log_filename=postgres-%a.log",
          "log_truncate_on_rotation=on",
          "log_rotation_age=1d",
          "idle_in_transaction_session_timeout=15min"
        }) {
      command.add("-c");
      command.add(setting);
    }
    return programs.start(command, cluster.resolve("start.log"));
  }

  private boolean ready(Process process, long deadline) throws IOException {
    Path pidFile = cluster.resolve("data/postmaster.pid");
    while (process.isAlive()) {
      if (Files.exists(pidFile)) {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() >= 8
            && lines.getFirst().strip().equals(Long.toString(process.pid()))
            && lines.get(7).strip().equals("ready")) {
          return true;
        }
      }
      if (System.nanoTime() > deadline) {
        process.destroyForcibly();
        return false;
      }
      pause(15);
    }
    return false;
  }

  private void makeRolesAndDatabase() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                SUPERUSER,
                password(SUPERUSER));
        Statement statement = connection.createStatement()) {
      try (var answer =
          statement.executeQuery("select 1 from pg_database where datname = 'waymark'")) {
        if (answer.next()) {
          return;
        }
      }
      role(statement, owner(), "");
      role(statement, app(), "");
      role(statement, backup(), "bypassrls");
      statement.execute("create database waymark owner waymark_owner");
    }
  }

  private static void role(Statement statement, Login login, String rights) throws SQLException {
    statement.execute("drop role if exists " + login.role());
    statement.execute(
        "create role %s login %s password '%s'".formatted(login.role(), rights, login.password()));
  }

  private void restartWhenItDies() {
    server
        .onExit()
        .thenRun(
            () -> {
              if (closing) {
                return;
              }
              LOG.warn("The embedded PostgreSQL stopped unexpectedly; starting it again.");
              try {
                Orphan.stop(cluster.resolve("data"));
                server = startPatiently();
                if (closing) {
                  stop(server);
                  return;
                }
                restartWhenItDies();
              } catch (IOException | RuntimeException e) {
                LOG.error("The embedded PostgreSQL does not start again; restart Waymark.", e);
              }
            });
  }

  @Override
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/waymark";
  }

  @Override
  public Login owner() {
    return new Login("waymark_owner", password("waymark_owner"));
  }

  @Override
  public Login backup() {
    return new Login("waymark_backup", password("waymark_backup"));
  }

  @Override
  public Login app() {
    return new Login("waymark_app", password("waymark_app"));
  }

  private String password(String role) {
    String password = passwords.getProperty(role);
    if (password == null) {
      throw new CannotStart(
          "The file "
              + cluster.resolve("passwords")
              + " lacks the password of "
              + role
              + ". Restore it from a backup.");
    }
    return password;
  }

  /** Process number of the running server. */
  public long pid() {
    return server.pid();
  }

  /** Lets the server run on, as if this process had been killed. */
  void abandon() {
    closing = true;
  }

  @Override
  public void close() {
    closing = true;
    stop(server);
  }

  private static void stop(Process process) {
    try {
      Orphan.signal(process.pid(), "INT");
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        Orphan.signal(process.pid(), "QUIT");
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      process.destroy();
    }
  }

  private static String lastLine(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> !line.isBlank())
        .reduce((a, b) -> b)
        .orElse("no reason given");
  }

  static void pause(long milliseconds) throws IOException {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
