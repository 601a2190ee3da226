package org.waymark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:t|texts)(?:\\(\\))?\\.of\\(\\s*\"([a-z][A-Za-z]*(?:\\.[A-Za-z0-9-]+)+)\"\\s*[,)]");
  private static final Pattern NOTICED =
      Pattern.compile(
          "\\.to\\([^;\"]*(?:\"[^\"]*\"[^;\"]*)?,\\s*\"([a-z]+(?:\\.[A-Za-z0-9-]+)+)\"");

  @Test
  void every_text_that_a_page_asks_for_exists() throws IOException {
    var texts = new Texts(Locale.UK);
    var missing = new TreeSet<String>();
    for (var file : sources()) {
      var source = Files.readString(file);
      for (var pattern : List.of(ASKED, NOTICED)) {
        pattern
            .matcher(source)
            .results()
            .map(found -> found.group(1))
            .filter(key -> !texts.has(key))
            .forEach(missing::add);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void no_text_has_a_plain_apostrophe_because_it_is_syntax() throws IOException {
    try (var bundles = Files.list(Path.of("src/main/resources/messages"))) {
      for (var bundle : bundles.toList()) {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
          texts.load(reader);
        }
        texts.forEach(
            (key, text) -> assertThat(text.toString()).as(bundle + " " + key).doesNotContain("'"));
      }
    }
  }

  @Test
  void a_text_takes_its_arguments_and_its_plural() {
    var texts = new Texts(Locale.UK);
    assertThat(texts.of("web.form.mistakes", 1)).isEqualTo("There is one thing to mend");
    assertThat(texts.of("web.form.mistakes", 3)).isEqualTo("There are 3 things to mend");
    assertThat(texts.has("web.no-such-text")).isFalse();
    assertThat(texts.has("nowhere.at.all")).isFalse();
  }

  @Test
  void a_notice_survives_its_cookie_and_a_forged_one_says_nothing() {
    var texts = new Texts(Locale.UK);
    var notice = new Notice("web.interval", "/goals/7/undo", List.of("März", "<b>"));
    var read = Notice.of(notice.sealed(), texts);
    assertThat(read).isEqualTo(notice);
    assertThat(Notice.of("rubbish!", texts)).isNull();
    assertThat(Notice.of(new Notice("no.such.key", null, List.of()).sealed(), texts)).isNull();
  }

  private static List<Path> sources() throws IOException {
    var files = new ArrayList<Path>();
    for (var root : List.of(Path.of("src/main/jte"), Path.of("src/main/java"))) {
      try (var inside = Files.walk(root)) {
        inside
            .filter(file -> file.toString().matches(".*(\\.jte|[\\\\/]web[\\\\/][^\\\\/]+\\.java)"))
            .filter(file -> !file.endsWith("package-info.java"))
            .forEach(files::add);
      }
    }
    return files;
  }
}
