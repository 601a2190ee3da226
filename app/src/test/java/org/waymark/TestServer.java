package org.waymark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.platform.Ids;
import org.waymark.platform.Settings;
import org.waymark.platform.Tenancy;

/**
 * The whole server on its real PostgreSQL and a random port, started once for all tests of a JVM.
 */
public final class TestServer {
  private static @Nullable TestServer running;

  private final ConfigurableApplicationContext context;
  private final Path home;

  private TestServer(ConfigurableApplicationContext context, Path home) {
    this.context = context;
    this.home = home;
  }

  public static synchronized TestServer running() {
    if (running == null) {
      try {
        Path home = Files.createTempDirectory("waymark-test");
        ConfigurableApplicationContext context =
            Waymark.start(new Settings(home, 0, "127.0.0.1", null, ZoneOffset.UTC, null));
        running = new TestServer(context, home);
        TestServer started = running;
        Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }

  /** A bean of the running server. */
  public static <T> T bean(Class<T> type) {
    return running().context.getBean(type);
  }

  /** A bean of the running server by its name. */
  public static Object bean(String name) {
    return running().context.getBean(name);
  }

  /** Where the running server answers, such as {@code http://127.0.0.1:40000}. */
  public static String address() {
    return "http://127.0.0.1:"
        + running().context.getEnvironment().getProperty("local.server.port");
  }

  /** A fresh workspace in UTC. */
  public static TestWorkspace newWorkspace() {
    return newWorkspace(ZoneOffset.UTC);
  }

  /** A fresh workspace in a time zone of its own. */
  public static TestWorkspace newWorkspace(ZoneId zone) {
    UUID id = Ids.next();
    bean(Tenancy.class)
        .run(
            id,
            () ->
                bean(JdbcClient.class)
                    .sql(
                        "insert into workspace (id, name, zone, week_start) values (:id, :name, :zone, 1)")
                    .param("id", id)
                    .param("name", "Harbour City")
                    .param("zone", zone.getId())
                    .update());
    return new TestWorkspace(id, new Api(address(), "none yet"));
  }

  private void stop() {
    context.close();
    try (var inside = Files.walk(home)) {
      for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A workspace of a test.
   *
   * @param api speaks to the server as the workspace's owner
   */
  public record TestWorkspace(UUID id, Api api) {}
}
