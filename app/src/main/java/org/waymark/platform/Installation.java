package org.waymark.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.slf4j.LoggerFactory;

/**
 * What has to stand before the application itself can start: the home, held, and the database,
 * migrated. Closing it lets go of both.
 */
public final class Installation implements AutoCloseable {
  private final Settings settings;
  private final Home home;
  private final Database database;

  private Installation(Settings settings, Home home, Database database) {
    this.settings = settings;
    this.home = home;
    this.database = database;
  }

  /**
   * Opens the home and brings the database up.
   *
   * @throws CannotStart with one plain sentence when something is in the way
   */
  public static Installation open(Settings settings) {
    Home home = Home.open(settings.home());
    Database database = null;
    try {
      refuseTakenPort(settings);
      String url = settings.databaseUrl();
      database = url == null ? EmbeddedPostgres.start(home) : ExternalPostgres.open(url);
      Migrations.run(database);
      return new Installation(settings, home, database);
    } catch (RuntimeException e) {
      if (database != null) {
        database.close();
      }
      release(home);
      throw e;
    }
  }

  private static void refuseTakenPort(Settings settings) {
    if (settings.port() == 0) {
      return;
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(settings.address()), settings.port()));
    } catch (IOException e) {
      throw portTaken(settings, e);
    }
  }

  /** What to say when the port is somebody else's. */
  public static CannotStart portTaken(Settings settings, Exception cause) {
    return new CannotStart(
        "Port "
            + settings.port()
            + " on "
            + settings.address()
            + " cannot be used. Stop what uses it, or set WAYMARK_PORT to another one.",
        cause);
  }

  public Settings settings() {
    return settings;
  }

  public Home home() {
    return home;
  }

  public Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
    release(home);
  }

  private static void release(Home home) {
    try {
      home.close();
    } catch (IOException e) {
      LoggerFactory.getLogger(Installation.class)
          .warn("The home's lock was not let go cleanly.", e);
    }
  }
}
