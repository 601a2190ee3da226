package org.waymark.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.people.Role;

/**
 * One line of {@code src/test/resources/access/routes.txt}.
 *
 * @param audience a role, "open" or "session"
 * @param body how the body is sent: json, form, multipart or ndjson; or the JSON itself
 */
public record Route(String method, String address, String audience, String body) {

  private static final Pattern VARIABLE = Pattern.compile("([\\w-]*)/\\{\\*?(\\w+)[^}]*}");

  public static List<Route> all() {
    try (InputStream file = Route.class.getResourceAsStream("/access/routes.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Route::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Route of(String line) {
    String[] words = line.strip().split("\\s+");
    if (words.length < 3 || words.length > 4) {
      throw new IllegalArgumentException("routes.txt: cannot read \"" + line + "\"");
    }
    boolean page = !words[1].startsWith("/api/");
    return new Route(
        words[0], words[1], words[2], words.length == 4 ? words[3] : page ? "form" : "json");
  }

  public String name() {
    return method + " " + address;
  }

  public boolean isApi() {
    return address.startsWith("/api/");
  }

  public boolean isClosed() {
    return !audience.equals("open");
  }

  public boolean changes() {
    return !method.equals("GET");
  }

  /** The lowest role that may use it; nothing when a session is enough. */
  public Optional<Role> lowest() {
    return audience.equals("open") || audience.equals("session")
        ? Optional.empty()
        : Optional.of(Role.valueOf(audience.toUpperCase(Locale.ROOT)));
  }

  /**
   * Names of the things in the address, from left to right; one that is only called {@code id} or
   * {@code code} goes by the collection before it.
   */
  public List<String> variables() {
    List<String> names = new ArrayList<>();
    Matcher matcher = VARIABLE.matcher(address);
    while (matcher.find()) {
      names.add(matcher.group(2).matches("id|code") ? matcher.group(1) : matcher.group(2));
    }
    return names;
  }

  /** The address with things filled in, from left to right. */
  public String at(List<String> ids) {
    String filled = address;
    for (String id : ids) {
      filled = filled.replaceFirst("\\{[^}]*}", Matcher.quoteReplacement(id));
    }
    return filled;
  }
}
