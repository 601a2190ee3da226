package org.waymark.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says about this server.
 *
 * @param home the folder that holds everything, {@code WAYMARK_HOME}, default {@code ~/.waymark}
 * @param port {@code WAYMARK_PORT}, default 8080; 0 takes any free one
 * @param address {@code WAYMARK_ADDRESS}, default 127.0.0.1
 * @param databaseUrl {@code WAYMARK_DATABASE_URL}; without it the embedded PostgreSQL runs
 * @param zone {@code WAYMARK_ZONE}, zone of the workspace the bootstrap token makes, default UTC
 * @param url {@code WAYMARK_URL}, the address by which people know this server, without a path;
 *     absent: the one that is asked for
 * @param demonstration {@code WAYMARK_DEMO=yes}: the first workspace of an empty home is the
 *     demonstration; on this machine only, with the embedded database only
 * @param bootstrapToken {@code WAYMARK_BOOTSTRAP_TOKEN}, makes the first workspace of an empty home
 *     without a person
 */
public record Settings(
    Path home,
    int port,
    String address,
    @Nullable String databaseUrl,
    ZoneId zone,
    @Nullable String bootstrapToken,
    boolean demonstration,
    @Nullable String url) {

  /** Settings of a server that starts without the demonstration. */
  public Settings(
      Path home,
      int port,
      String address,
      @Nullable String databaseUrl,
      ZoneId zone,
      @Nullable String bootstrapToken) {
    this(home, port, address, databaseUrl, zone, bootstrapToken, false, null);
  }

  /** Reads the settings; a value that makes no sense is refused with its name. */
  public static Settings from(Map<String, String> environment) {
    String home = environment.get("WAYMARK_HOME");
    String token = blankToNull(environment.get("WAYMARK_BOOTSTRAP_TOKEN"));
    if (token != null && (token.length() < 32 || !token.startsWith("wm_"))) {
      throw new CannotStart(
          "WAYMARK_BOOTSTRAP_TOKEN must start with wm_ and have at least 32 characters.");
    }
    boolean demonstration = demonstration(environment);
    return new Settings(
        home == null || home.isBlank()
            ? Path.of(System.getProperty("user.home"), ".waymark")
            : Path.of(home).toAbsolutePath().normalize(),
        port(environment.getOrDefault("WAYMARK_PORT", "8080")),
        environment.getOrDefault("WAYMARK_ADDRESS", "127.0.0.1"),
        blankToNull(environment.get("WAYMARK_DATABASE_URL")),
        zone(environment.getOrDefault("WAYMARK_ZONE", "UTC")),
        token,
        demonstration,
        url(blankToNull(environment.get("WAYMARK_URL"))));
  }

  private static @Nullable String url(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String plain = text.replaceFirst("/$", "");
    try {
      URI url = new URI(plain);
      String scheme = String.valueOf(url.getScheme());
      boolean bare = plain.equals(scheme + "://" + url.getAuthority()) && url.getUserInfo() == null;
      if ((scheme.equals("https") || scheme.equals("http")) && url.getHost() != null && bare) {
        return plain;
      }
    } catch (URISyntaxException e) {
      throw new CannotStart(noUrl(text), e);
    }
    throw new CannotStart(noUrl(text));
  }

  private static String noUrl(String text) {
    return "WAYMARK_URL is \"" + text + "\"; give an address such as https://goals.example.org.";
  }

  private static boolean demonstration(Map<String, String> environment) {
    String asked = blankToNull(environment.get("WAYMARK_DEMO"));
    if (asked == null) {
      return false;
    }
    if (!asked.equals("yes")) {
      throw new CannotStart("WAYMARK_DEMO is \"" + asked + "\"; say yes, or leave it out.");
    }
    for (String other : List.of("WAYMARK_DATABASE_URL", "WAYMARK_BOOTSTRAP_TOKEN")) {
      if (blankToNull(environment.get(other)) != null) {
        throw new CannotStart(
            "The demonstration has a database and people of its own; leave " + other + " out.");
      }
    }
    String address = environment.getOrDefault("WAYMARK_ADDRESS", "127.0.0.1");
    if (!List.of("127.0.0.1", "::1", "localhost").contains(address)) {
      throw new CannotStart(
          "The demonstration can be seen from this machine only; leave WAYMARK_ADDRESS out.");
    }
    return true;
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new CannotStart("WAYMARK_PORT is \"" + text + "\"; give a number from 0 to 65535.", e);
    }
    throw new CannotStart("WAYMARK_PORT is " + text + "; give a number from 0 to 65535.");
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException e) {
      throw new CannotStart(
          "WAYMARK_ZONE is \"" + text + "\"; give a time zone such as Europe/Berlin.", e);
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Never shows the token or the database's password. */
  @Override
  public String toString() {
    return "Settings[home=" + home + ", address=" + address + ", port=" + port + "]";
  }
}
