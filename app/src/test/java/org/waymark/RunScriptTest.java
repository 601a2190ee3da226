package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./run} on a machine that lacks something: one plain line that says what to do, and a
 * failure. The machine is a folder with the script, the few tools it uses, and what a test puts in.
 */
class RunScriptTest {
  private static final List<String> TOOLS =
      List.of(
          "dirname", "readlink", "grep", "find", "mkdir", "touch", "tail", "mktemp", "rm", "chmod");

  @TempDir Path machine;

  private Path project;

  private record Ended(int code, String out, List<String> errors) {}

  @BeforeEach
  void a_machine_with_the_project() throws IOException {
    Path source = Path.of("").toAbsolutePath();
    while (!Files.exists(source.resolve("run"))) {
      source = source.getParent();
    }
    project = Files.createDirectories(machine.resolve("project"));
    for (String folder : List.of("build", "app/src/main", "measure/src/main")) {
      Files.createDirectories(project.resolve(folder));
    }
    for (String pom : List.of("pom.xml", "app/pom.xml", "measure/pom.xml")) {
      Files.createFile(project.resolve(pom));
    }
    Files.copy(source.resolve("run"), project.resolve("run"));
    Files.writeString(
        project.resolve("build/jdk.sh"),
        Files.readString(source.resolve("build/jdk.sh"))
            .replaceAll(" /(usr|opt|Library)/", " " + machine + "/$1/"));
    for (String tool : TOOLS) {
      program("bin/" + tool, "exec " + installed(tool) + " \"$@\"");
    }
  }

  private static Path installed(String tool) {
    return List.of("/usr/bin", "/bin", "/usr/local/bin").stream()
        .map(folder -> Path.of(folder, tool))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }

  private void program(String path, String script) throws IOException {
    Path file = machine.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!" + installed("bash") + "\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void jdk(String version) throws IOException {
    String home = "usr/lib/jvm/jdk-" + version;
    program(home + "/bin/javac", "exit 0");
    program(home + "/bin/java", "echo started \"$@\"");
    Files.writeString(machine.resolve(home + "/release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private Ended run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(installed("bash").toString(), project + "/run"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("HOME", machine.resolve("home").toString());
    builder.environment().put("PATH", machine.resolve("bin").toString());
    Path out = machine.resolve("out");
    Path errors = machine.resolve("errors");
    Process process = builder.redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readAllLines(errors, StandardCharsets.UTF_8));
  }

  private static void assertRefused(Ended ended, String... words) {
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.errors().getLast()).startsWith("Waymark cannot start: ").contains(words);
  }

  @Test
  void a_word_behind_it() throws Exception {
    Ended ended = run("fast");
    assertRefused(ended, "\"fast\" is not understood", "./run demo");
    assertThat(ended.errors()).hasSize(1);
  }

  @Test
  void no_jdk_25() throws Exception {
    jdk("17.0.1");
    Ended ended = run();
    assertRefused(ended, "no JDK 25 was found", "JAVA_HOME");
    assertThat(ended.errors()).hasSize(1);
  }

  @Test
  void no_maven() throws Exception {
    jdk("25.0.1");
    Ended ended = run();
    assertRefused(ended, "Maven was not found. Install Maven");
    assertThat(ended.errors()).hasSize(1);
  }

  @Test
  void a_build_that_fails() throws Exception {
    jdk("25.0.1");
    program("bin/mvn", "echo '[INFO] much'; echo '[ERROR] Goal.java: does not compile'; exit 1");
    Ended ended = run();
    assertRefused(ended, "the build failed. The whole story is in target/build.log.");
    assertThat(ended.errors())
        .containsExactly("[ERROR] Goal.java: does not compile", ended.errors().getLast());
    assertThat(project.resolve("target/build.log")).content().contains("[INFO] much");
  }

  @Test
  void a_home_that_cannot_be_written() throws Exception {
    jdk("25.0.1");
    program("bin/mvn", "mkdir -p app/target && touch app/target/waymark.jar");
    Files.writeString(machine.resolve("home"), "in the way");
    Ended ended = run();
    assertRefused(ended, "cannot be written", "WAYMARK_HOME");
    assertThat(ended.errors()).hasSize(1);
  }

  @Test
  void all_that_it_needs() throws Exception {
    jdk("25.0.1");
    program("bin/mvn", "mkdir -p app/target && touch app/target/waymark.jar; echo \"$JAVA_HOME\"");
    Ended ended = run();
    assertThat(ended.errors()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("started", "-jar app/target/waymark.jar");
    assertThat(project.resolve("target/build.log")).content().contains("jdk-25.0.1");
  }

  @Test
  void the_demonstration_has_a_home_of_its_own_and_leaves_nothing() throws Exception {
    jdk("25.0.1");
    program(
        "usr/lib/jvm/jdk-25.0.1/bin/java",
        "echo \"$WAYMARK_DEMO in $WAYMARK_HOME\"; mkdir \"$WAYMARK_HOME/facts\"; exit 3");
    program("bin/mvn", "mkdir -p app/target && touch app/target/waymark.jar");
    Ended ended = run("demo");
    assertThat(ended.errors()).isEmpty();
    assertThat(ended.code()).isEqualTo(3);
    String home = ended.out().strip().replaceFirst("(?s).*yes in ", "");
    assertThat(Path.of(home).getFileName().toString()).startsWith("waymark-demo.");
    assertThat(Path.of(home)).doesNotExist();
    assertThat(machine.resolve("home")).doesNotExist();
  }

  @Test
  void the_demonstration_itself_lets_three_people_in_and_is_gone_when_it_stops() throws Exception {
    jdk("25.0.1");
    program(
        "usr/lib/jvm/jdk-25.0.1/bin/java",
        "exec %s/bin/java --enable-native-access=ALL-UNNAMED \"-Djava.io.tmpdir=$WAYMARK_HOME/tmp\" -cp '%s' org.waymark.Waymark"
            .formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
    program("bin/mvn", "mkdir -p app/target && touch app/target/waymark.jar");
    ProcessBuilder builder =
        new ProcessBuilder(installed("bash").toString(), project + "/run", "demo");
    builder.environment().keySet().removeIf(name -> name.startsWith("WAYMARK_"));
    builder.environment().put("HOME", machine.resolve("home").toString());
    builder.environment().put("WAYMARK_PORT", "0");
    builder.environment().put("JAVA_HOME", machine.resolve("usr/lib/jvm/jdk-25.0.1").toString());
    builder
        .environment()
        .merge("PATH", machine.resolve("bin").toString(), (old, own) -> own + ":" + old);
    builder
        .environment()
        .put("TMPDIR", Files.createDirectories(machine.resolve("scratch")).toString());
    Path out = machine.resolve("out");
    Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      String said = said(process, out, "gone when the server stops");
      String address = found("Sign in at (http://127\\.0\\.0\\.1:\\d+)/sign-in", said);
      assertThat(said).contains("seed ").doesNotContain("Set up Waymark");
      for (String name : List.of("ingrid", "yusuf", "sam")) {
        String password = found(name + "@quillhaven.example +password (\\S+)", said);
        assertThat(signIn(address, name + "@quillhaven.example", password)).isEqualTo("/");
        assertThat(signIn(address, name + "@quillhaven.example", password + "x")).isEmpty();
      }
      try (var homes = Files.list(machine.resolve("scratch"))) {
        assertThat(homes).hasSize(1);
      }
    } finally {
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    try (var homes = Files.list(machine.resolve("scratch"))) {
      assertThat(homes).as("what is left of the scratch home").isEmpty();
    }
  }

  private static String said(Process process, Path out, String last) throws Exception {
    for (int waited = 0; waited < 2_400; waited++) {
      String said = Files.readString(out, StandardCharsets.UTF_8);
      if (said.contains(last)) {
        return said;
      }
      assertThat(process.isAlive()).as(said).isTrue();
      Thread.sleep(100);
    }
    throw new AssertionError("not ready in four minutes: " + Files.readString(out));
  }

  private static String found(String pattern, String text) {
    var matcher = java.util.regex.Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }

  /** Where the sign-in leads; empty when it is refused. */
  private static String signIn(String address, String email, String password) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "key=" + UUID.randomUUID() + "&email=" + email + "&password=" + password))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() == 303 ? answer.headers().firstValue("Location").orElse("") : "";
  }
}
