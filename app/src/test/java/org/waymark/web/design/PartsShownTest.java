package org.waymark.web.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages are made of can be looked at on one page. */
class PartsShownTest {
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Pattern PART = Pattern.compile("@template\\.part\\.(\\w+)");

  @Test
  void the_design_page_shows_every_part() throws IOException {
    var shown = new TreeSet<String>();
    for (var template : templates("design")) {
      collect(template, shown);
    }
    collect(TEMPLATES.resolve("frame.jte"), shown);

    var parts =
        templates("part").stream()
            .map(part -> part.getFileName().toString().replace(".jte", ""))
            .collect(Collectors.toSet());
    assertThat(parts).hasSizeGreaterThan(30);
    assertThat(shown).containsAll(parts);
  }

  /** The parts of a template, and the parts of those. */
  private static void collect(Path template, Set<String> into) throws IOException {
    for (var found : PART.matcher(Files.readString(template)).results().toList()) {
      if (into.add(found.group(1))) {
        collect(TEMPLATES.resolve("part/" + found.group(1) + ".jte"), into);
      }
    }
  }

  private static Set<Path> templates(String folder) throws IOException {
    try (Stream<Path> files = Files.list(TEMPLATES.resolve(folder))) {
      return files.collect(Collectors.toSet());
    }
  }
}
