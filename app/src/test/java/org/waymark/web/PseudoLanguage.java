package org.waymark.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.waymark.TestServer.TestWorkspace;

/**
 * A language made from the English bundles, as bundles: accented, two fifths longer, in brackets.
 * That it works without a line of code in the server shows that a real language needs no more.
 */
public final class PseudoLanguage {
  private static final String TAG = "en-XA";
  private static final String PLAIN = "aceginorsuyzACEGINORSUYZ";
  private static final String ACCENTED = "àçéğíñöŕšûýžÀÇÉĞÍÑÖŔŠÛÝŽ";

  private PseudoLanguage() {}

  /** Writes its bundles beside the English ones, for this run of tests. */
  public static void speak() {
    try (var bundles = Files.list(Path.of("src/main/resources/messages"))) {
      for (var bundle : bundles.filter(file -> !file.toString().contains("_")).toList()) {
        translate(bundle);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Makes it the language of a workspace. */
  public static void of(TestWorkspace workspace) {
    var version = workspace.api().get("/workspace").json().get("version").asInt();
    var answer =
        workspace
            .api()
            .patch("/workspace", "{\"version\": %d, \"locale\": \"%s\"}".formatted(version, TAG));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** What is left of a text without what came from a bundle. */
  public static String withoutTranslated(String text) {
    for (var left = text; ; text = left) {
      left = text.replaceAll("⟦[^⟦⟧]*⟧", "");
      if (left.equals(text)) {
        return left;
      }
    }
  }

  private static void translate(Path bundle) throws IOException {
    var english = new Properties();
    try (var reader = Files.newBufferedReader(bundle)) {
      english.load(reader);
    }
    var translated = new Properties();
    english.forEach((key, text) -> translated.put(key, translated(text.toString())));
    var name = bundle.getFileName().toString().replace(".properties", "_en_XA.properties");
    try (var writer = Files.newBufferedWriter(folder().resolve(name), UTF_8)) {
      translated.store(writer, "made from the English bundle for tests");
    }
  }

  /** Letters outside the braces of a message are accented; what is inside is left to its format. */
  static String translated(String message) {
    var text = new StringBuilder("⟦");
    var depth = 0;
    for (var letter : message.toCharArray()) {
      depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
      var place = depth == 0 ? PLAIN.indexOf(letter) : -1;
      text.append(place < 0 ? letter : ACCENTED.charAt(place));
    }
    while (text.length() < message.length() * 1.4) {
      text.append(" łõñğ");
    }
    return text.append('⟧').toString();
  }

  private static Path folder() throws IOException {
    var classes =
        Path.of(
            URI.create(Objects.requireNonNull(PseudoLanguage.class.getResource("/")).toString()));
    return Files.createDirectories(classes.resolve("messages"));
  }
}
