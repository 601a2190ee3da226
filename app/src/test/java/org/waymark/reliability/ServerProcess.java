package org.waymark.reliability;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own, which can be killed as a power cut would. */
final class ServerProcess implements AutoCloseable {
  static final String TOKEN = "wm_kill-rounds-0123456789-0123456789";

  private final Path home;
  private final String heap;
  private final int port;
  private Process process;

  ServerProcess(Path home) throws IOException {
    this(home, "-Xmx1g");
  }

  /**
   * @param heap the largest heap, as Java is told
   */
  ServerProcess(Path home, String heap) throws IOException {
    this.home = home;
    this.heap = heap;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    this.process = launch();
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  private Process launch() throws IOException {
    Path tmp = Files.createDirectories(home.resolve("tmp"));
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            heap,
            "-Djava.io.tmpdir=" + tmp,
            "-cp",
            System.getProperty("java.class.path"),
            "org.waymark.Waymark");
    command.environment().keySet().removeIf(name -> name.startsWith("WAYMARK_"));
    command.environment().put("WAYMARK_HOME", home.toString());
    command.environment().put("WAYMARK_PORT", Integer.toString(port));
    command.environment().put("WAYMARK_BOOTSTRAP_TOKEN", TOKEN);
    return command
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("console.log").toFile()))
        .start();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void startAgain() throws IOException {
    process = launch();
  }

  void killJvm() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  void killPostgres() throws IOException {
    ProcessHandle.of(Long.parseLong(postmaster().getFirst().strip()))
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  private List<String> postmaster() throws IOException {
    return Files.readAllLines(home.resolve("database/cluster/data/postmaster.pid"));
  }

  /** Looks past row-level security, as nobody else may: to count what is really there. */
  Connection lookInside() throws IOException, SQLException {
    Properties passwords = new Properties();
    try (var in = Files.newInputStream(home.resolve("database/cluster/passwords"))) {
      passwords.load(in);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + postmaster().get(3).strip() + "/waymark",
        "postgres",
        passwords.getProperty("postgres"));
  }

  Path facts() {
    return home.resolve("facts");
  }

  String console() throws IOException {
    return Files.readString(home.resolve("console.log"));
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(40, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
