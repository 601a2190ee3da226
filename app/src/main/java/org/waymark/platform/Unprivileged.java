package org.waymark.platform;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL refuses to run as root. Under root it runs in a user namespace of its own, where it is
 * nobody; where the system forbids that, as an unprivileged user.
 *
 * @param prefix the words before the command
 * @param user who must own its files; null when they stay as they are
 */
record Unprivileged(List<String> prefix, @Nullable String user) {

  /** Finds out how to run; asked once the database is about to start. */
  interface Choice {
    Unprivileged make() throws IOException;
  }

  static Unprivileged find() throws IOException {
    // a session of its own keeps Ctrl-C at the console from reaching the database before the server
    // has let go of it
    List<String> session = works("setsid", "true") ? List.of("setsid") : List.of();
    if (!"0".equals(idOfThisProcess())) {
      return new Unprivileged(session, null);
    }
    if (works("unshare", "-U", "true")) {
      return new Unprivileged(plus(session, "unshare", "-U"), null);
    }
    Unprivileged other = otherUser(session);
    if (other != null) {
      return other;
    }
    throw new CannotStart(
        "PostgreSQL does not run as root, and this system allows neither a user namespace (unshare -U) nor another user (setpriv)."
            + " Start Waymark as an ordinary user, or set WAYMARK_DATABASE_URL.");
  }

  /** Another user, as root can become one; null where that does not work. */
  static @Nullable Unprivileged otherUser(List<String> session) throws IOException {
    for (String user : new String[] {"postgres", "nobody"}) {
      if (works("setpriv", "--reuid=" + user, "--clear-groups", "true")) {
        return new Unprivileged(
            plus(session, "setpriv", "--reuid=" + user, "--clear-groups"), user);
      }
    }
    return null;
  }

  void hand(Path path) throws IOException {
    if (user != null) {
      UserPrincipal owner =
          FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(user);
      Files.setOwner(path, owner);
    }
  }

  private static List<String> plus(List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  private static String idOfThisProcess() throws IOException {
    Process id = new ProcessBuilder("id", "-u").start();
    try (var out = id.inputReader()) {
      return String.valueOf(out.readLine()).strip();
    }
  }

  private static boolean works(String... command) throws IOException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException e) {
      return false; // there is no such program here
    }
  }
}
