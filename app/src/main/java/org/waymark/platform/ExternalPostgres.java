package org.waymark.platform;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that somebody else runs, named by {@code WAYMARK_DATABASE_URL}. Its user is the
 * owner; the roles for the application and for backups are made beside it, called after the
 * database. Their passwords follow from the owner's, so that several servers on one database agree
 * without sharing a file.
 */
final class ExternalPostgres implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(ExternalPostgres.class);
  private static final int OLDEST_MAJOR = 16;

  private final String url;
  private final Login owner;
  private final Login app;
  private final Login backup;

  private ExternalPostgres(String url, Login owner, String database) {
    String name = database.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    this.url = url;
    this.owner = owner;
    this.app = derived(owner, "waymark".equals(name) ? "waymark_app" : "waymark_" + name + "_app");
    this.backup =
        derived(owner, "waymark".equals(name) ? "waymark_backup" : "waymark_" + name + "_backup");
  }

  /** Connects, and makes the roles that are missing. */
  static ExternalPostgres open(String address) {
    ExternalPostgres database = parse(address);
    try (Connection connection =
            DriverManager.getConnection(
                database.url, database.owner.role(), database.owner.password());
        Statement statement = connection.createStatement()) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      if (major < OLDEST_MAJOR) {
        throw new CannotStart(
            "The PostgreSQL of WAYMARK_DATABASE_URL is version "
                + major
                + "; Waymark needs "
                + OLDEST_MAJOR
                + " or later.");
      }
      statement.execute(
          "select pg_advisory_lock(7239482)"); // servers that start together make the roles one
      // after another
      database.makeMissing(statement, database.app, false);
      database.makeMissing(statement, database.backup, true);
      return database;
    } catch (SQLException e) {
      throw new CannotStart(
          "The database of WAYMARK_DATABASE_URL cannot be used: " + firstLine(e), e);
    }
  }

  /**
   * Understands {@code postgresql://user:password@host:port/database} and {@code
   * jdbc:postgresql://host/database?user=&password=}.
   */
  static ExternalPostgres parse(String address) {
    String plain = address.startsWith("jdbc:") ? address.substring(5) : address;
    URI uri;
    try {
      uri = URI.create(plain);
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
    if (uri.getScheme() == null
        || !uri.getScheme().matches("postgres(ql)?")
        || uri.getHost() == null) {
      throw unreadable();
    }
    String user = "";
    String password = "";
    if (uri.getRawUserInfo() != null) {
      String[] parts = uri.getRawUserInfo().split(":", 2);
      user = decode(parts[0]);
      password = parts.length > 1 ? decode(parts[1]) : "";
    }
    List<String> others = new ArrayList<>();
    for (String pair : uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
      if (pair.startsWith("user=")) {
        user = decode(pair.substring(5));
      } else if (pair.startsWith("password=")) {
        password = decode(pair.substring(9));
      } else if (!pair.isEmpty()) {
        others.add(pair);
      }
    }
    String database =
        uri.getPath() == null || uri.getPath().length() < 2 ? "" : uri.getPath().substring(1);
    if (user.isEmpty() || password.isEmpty() || database.isEmpty()) {
      throw unreadable();
    }
    String url =
        "jdbc:postgresql://"
            + uri.getHost()
            + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
            + uri.getRawPath()
            + (others.isEmpty() ? "" : "?" + String.join("&", others));
    return new ExternalPostgres(url, new Login(user, password), database);
  }

  private static CannotStart unreadable() {
    return new CannotStart(
        "WAYMARK_DATABASE_URL must look like postgresql://user:password@host:5432/database, with user, password and database.");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Login derived(Login owner, String role) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(owner.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] secret = mac.doFinal(("waymark role " + role).getBytes(StandardCharsets.UTF_8));
      return new Login(role, HexFormat.of().formatHex(secret));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256.", e);
    }
  }

  private void makeMissing(Statement statement, Login login, boolean readsAll) throws SQLException {
    if (canLogIn(login)) {
      return;
    }
    boolean exists;
    try (ResultSet row =
        statement.executeQuery("select 1 from pg_roles where rolname = '" + login.role() + "'")) {
      exists = row.next();
    }
    String verb = exists ? "alter role " : "create role ";
    String rights = " login password '" + login.password() + "'";
    try {
      if (readsAll && !exists && tried(statement, verb + login.role() + " bypassrls" + rights)) {
        return;
      }
      statement.execute(verb + login.role() + rights);
      if (readsAll) {
        LOG.warn(
            "The role {} may not read past row-level security: a backup needs a superuser to allow it.",
            login.role());
      }
    } catch (SQLException e) {
      throw new CannotStart(
          "The database user "
              + owner.role()
              + " cannot make the role "
              + login.role()
              + ". Give it the right CREATEROLE, or drop that role if it is left over.",
          e);
    }
  }

  private boolean canLogIn(Login login) {
    try (Connection connection = DriverManager.getConnection(url, login.role(), login.password())) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false; // not made yet, or made with another password
    }
  }

  private static boolean tried(Statement statement, String sql) {
    try {
      statement.execute(sql);
      return true;
    } catch (SQLException e) {
      return false; // only some owners may give this right
    }
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public Login owner() {
    return owner;
  }

  @Override
  public Login backup() {
    return backup;
  }

  @Override
  public Login app() {
    return app;
  }

  @Override
  public void close() {
    // the server is somebody else's
  }
}
