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
import org.waymark.access.Caller;
import org.waymark.access.Founding;
import org.waymark.access.Invitations;
import org.waymark.access.Tokens;
import org.waymark.access.Via;
import org.waymark.people.Member;
import org.waymark.people.Members;
import org.waymark.people.Role;
import org.waymark.platform.Ids;
import org.waymark.platform.Settings;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Workspaces.NewWorkspace;

/**
 * The whole server on its real PostgreSQL and a random port, started once for all tests of a JVM.
 */
public final class TestServer {
  /** Of every person of the tests who signs in. */
  public static final String PASSWORD = "correct horse battery";

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

  /** A fresh workspace in a time zone of its own, with an owner who holds a token. */
  public static TestWorkspace newWorkspace(ZoneId zone) {
    Founding.Founded founded =
        bean(Founding.class)
            .found(
                new NewWorkspace("Harbour City", zone.getId(), null, null, null),
                new Founding.FirstOwner(
                    "Ada Berg", "ada-" + Ids.next() + "@harbour.example", PASSWORD));
    return new TestWorkspace(
        founded.workspace(), founded.owner(), new Api(address(), token(founded.owner())));
  }

  /** A new token with all the rights of a caller. */
  public static String token(Caller caller) {
    return bean(Tenancy.class)
        .in(
            caller.workspace(),
            () -> bean(Tokens.class).make(caller, new Tokens.NewToken("test", null, null)))
        .secret();
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
   * @param owner its first owner, who signs in with {@link #PASSWORD}
   * @param api speaks to the server as the owner
   */
  public record TestWorkspace(UUID id, Caller owner, Api api) {

    /** Another member with a role of its own; speaks to the server with a token. */
    public TestMember newMember(Role role) {
      return bean(Tenancy.class)
          .in(
              id,
              () -> {
                Members members = bean(Members.class);
                String email = role.word() + "-" + Ids.next() + "@harbour.example";
                Member added =
                    members.add(owner, new Members.NewMember(email, null, role.word(), null));
                members.join(owner, added.id(), null);
                Caller caller = new Caller(id, added.id(), email, role, Via.SERVER);
                return new TestMember(caller, new Api(address(), token(caller)));
              });
    }

    /** The e-mail address of another member, who signs in with {@link #PASSWORD}. */
    public String newSignIn(Role role) {
      String email = role.word() + "-" + Ids.next() + "@harbour.example";
      var wanted = new Members.NewMember(email, null, role.word(), null);
      var sent = bean(Tenancy.class).in(id, () -> bean(Invitations.class).add(owner, wanted));
      String secret = sent.invitation().path().replaceFirst(".*secret=", "");
      bean(Invitations.class).accept(secret, PASSWORD, "127.0.0.1");
      return email;
    }
  }

  /** A member of a test's workspace. */
  public record TestMember(Caller caller, Api api) {}
}
